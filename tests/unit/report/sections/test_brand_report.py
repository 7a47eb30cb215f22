"""The report of the shipped exercise says what happened in it."""

import pytest

from crisisdesk.base.errors import BadInput
from crisisdesk.report.document import (
    Board,
    Checklist,
    Document,
    Figures,
    Grade,
    LogRow,
    LogTable,
    Signatures,
    Table,
    Timeline,
)
from crisisdesk.report.head import Head, ReportHead
from crisisdesk.report.incident import PARTS, Part, build
from tests.support.brand_play import brand
from tests.support.document_text import blocks_of, cells, headings, pairs, texts, under, whole_text

SESSION = brand()
PRINTED = SESSION.state.timeline.lines[-1].recorded_at


def report(
    parts: tuple[str, ...] | None = None, *, masked: bool = False, closing: Head | None = None
) -> Document:
    return build(SESSION.state, SESSION.head, printed_at=PRINTED, parts=parts, masked=masked, closing=closing)


@pytest.fixture(scope="module")
def document() -> Document:
    return report()


@pytest.fixture(scope="module")
def log_rows(document: Document) -> list[LogRow]:
    (log,) = [table for table in blocks_of(document, LogTable) if table.anchors]
    return list(log.rows())


def test_the_parts_stand_in_order(document: Document) -> None:
    assert headings(document, 1) == [
        "Sammanfattning", "Händelseförlopp", "Beslut", "Checklistor", "2 Larmmottagning och faktainsamling",
        "Lägesbilder", "Möten", "Larmlista", "Funktioner", "Information", "Uppgifter", "Blanketter",
        "8 Utvärdering", "Loggen", "Äkthet",
    ]  # fmt: skip


def test_four_figures_come_first(document: Document) -> None:
    assert document.cover is not None
    assert [(f.value, f.label) for f in document.cover.figures] == [
        ("35 min", "från larm till samlad grupp (nr 36)"),
        ("9", "beslut, alla med motivering"),
        ("65 min", "från larm till första information ut (nr 71)"),
        ("3", "åtgärder att genomföra"),
    ]
    assert document.cover.lines == ("14 januari 2027, kl. 13:05–16:15",)
    assert document.exercise


def test_the_figures_rest_on_the_lines_that_they_name(document: Document) -> None:
    for block in blocks_of(document, Figures):
        for figure in block.figures:
            assert ("(nr " in figure.label) == bool(figure.refs), figure.label
            assert all(0 < number <= SESSION.head.lines for number in figure.refs)


def test_the_summary_tells_times_keepers_and_what_was_left(document: Document) -> None:
    found = pairs(under(document, "Sammanfattning"))
    assert found["Larm"] == "2027-01-14 13:05"
    assert found["Avslutad"] == "2027-01-14 16:15"
    assert found["Loggförare"] == "LS från 13:05, MK från 13:40, TB från 15:10"
    assert found["Avbrott"] == "14:55–15:08, strömavbrott"
    assert found["Första information ut"] == "14:10, efter 65 min (nr 71)"
    assert found["Larmlista"] == "9 av 11 nådda, 16 samtal"
    left = whole_text(under(document, "Sammanfattning"))
    assert "Beslut 7: Undervisningen i hus B ställs in till och med fredag" in left
    assert "Uppgift 6 till ordinarie verksamhet (HR): Samtalsstöd till personal" in left


def test_the_axis_shows_alarm_decisions_meetings_messages_answers_and_the_outage(document: Document) -> None:
    (axis,) = blocks_of(document, Timeline)
    labels = {mark.label for mark in axis.marks}
    assert labels == {
        "13:05 larm", "13:12 beslut 1", "13:19 beslut 2", "13:40 beslut 3–6", "13:54 beslut 7",
        "14:37 beslut 8", "15:25 beslut 9", "13:42 möte 1", "14:30 möte 2", "16:00 möte 3", "14:10 budskap 1",
        "14:36 budskap 2", "13:29 svar på oklarhet 1", "14:23 svar på oklarhet 2", "14:55 avbrott",
        "16:15 avslut",
    }  # fmt: skip
    assert all(axis.start < mark.at < axis.end for mark in axis.marks)
    assert axis.now is None


def test_a_decision_has_its_fields_its_task_and_what_was_known(document: Document) -> None:
    found = pairs(under(document, "Undervisningen i hus B ställs in till och med fredag"))
    assert found["Beslutat av"] == "Ordförande LS (Delegation, förvaltningschef)"
    assert found["Motivering"] == "Sanering och elkontroll"
    assert found["Alternativ"] == "Distans i dag, avvisat: ingen teknik"
    assert found["Uppföljning"] == "16:00"
    assert found["Läge"] == "öppet, fördes över vid avslutet"
    assert found["Uppgifter"] == "2. Ersättningslokal från fredag, klar (nr 52)"
    assert found["På plats då"].startswith("Förvaltningschef, Nämndsekreterare")
    assert found["Lägesbild då"] == "Lägesbild 1, fryst 13:48 (nr 46)"
    assert found["Logg då"] == "nr 1 till 50"


def test_a_decision_made_while_something_was_unclear_says_what(document: Document) -> None:
    found = pairs(under(document, "Förvaltningens krisledningsgrupp deltar: hela larmlistan kallas"))
    assert found["Oklart då"] == "1. Var är personen som saknas i räkningen? (nr 16)"


def test_the_steps_carry_sign_time_and_why_not(document: Document) -> None:
    rows = {r.number: r for block in blocks_of(document, Checklist) for r in block.rows}
    assert (rows["1.1"].state, rows["1.1"].sign, rows["1.1"].time) == ("done", "RE", "13:05")
    assert rows["4.3"].state == "dropped"
    assert rows["4.3"].note == "Ej aktuellt: beslut 2, nr 18"
    assert rows["5.1"].group
    assert rows["5.1a"].indent == 1


def test_the_sheet_prints_with_its_table(document: Document) -> None:
    sheet = whole_text(under(document, "Larmmottagning och faktainsamling"))
    assert "3 elever rökskadade (obekräftat). Ca 140 elever och 12 personal utrymda." in sheet
    assert "Räddningscentralen" in sheet


def test_each_frozen_board_marks_what_is_new_and_changed(document: Document) -> None:
    first, second, third = blocks_of(document, Board)
    marks = [[c.change for column in b.columns for c in column.cards] for b in (first, second, third)]
    assert set(marks[0]) == {""}
    assert marks[1].count("new") == 3
    assert marks[1].count("changed") == 1
    assert marks[2].count("new") == 2
    new = [c.text for column in third.columns for c in column.cards if c.change == "new"]
    assert new == ["POSOM, 4 personer", "Medborgarhuset, 5 salar"]


def test_minutes_have_attendance_notes_and_what_was_made(document: Document) -> None:
    blocks = under(document, "Första mötet")
    found = pairs(blocks)
    assert found["Tid"] == "13:42–14:03, 21 min (nr 42 och 66)"
    assert found["Frånvarande"] == "Utvecklingschef, HR-specialist"
    assert found["Växeln"] == "stoppade samtal, släppte på dem vid slutet"
    points, made = [block for block in blocks if isinstance(block, Table)]
    assert cells(points.rows[2])[2] == "Hus B är utrymt, alla är räknade. 3 rökskadade, obekräftat"
    assert [cells(row)[0] for row in made.rows] == ["Beslut 7", "Uppgift 2"]


def test_the_calls_count_people_and_show_every_attempt(document: Document) -> None:
    blocks = under(document, "Larmlista")
    assert "9 av 11 på larmlistan nådda" in whole_text(blocks)
    table = next(block for block in blocks if isinstance(block, Table))
    chief = [cells(row) for row in table.rows if "Kommundirektören" in cells(row)]
    assert [row[2] for row in chief] == ["Meddelande lämnat", "Nådd"]


def test_functions_show_vacancies_and_the_relief(document: Document) -> None:
    blocks = under(document, "Funktioner")
    rows = [cells(row) for block in blocks if isinstance(block, Table) for row in block.rows]
    assert ["", "Vakant", "", "13:41", "", "2 h 34 min", "nr 41"] in rows
    assert ["", "Administratör", "TB", "15:10", "", "65 min", "nr 93"] in rows
    assert "Nämndsekreterare (MK) till Administratör (TB). Båda har signerat." in whole_text(blocks)


def test_tasks_say_what_came_of_them(document: Document) -> None:
    (table,) = under(document, "Uppgifter")
    last = table.rows[-1]
    assert cells(last)[1:5] == [
        "Samtalsstöd till personal",
        "HR",
        "Överförd",
        "Till ordinarie verksamhet (HR)",
    ]


def test_a_question_has_its_evidence_answer_and_grade(document: Document) -> None:
    blocks = under(document, "Larmkedjan")
    (figures,) = [block for block in blocks if isinstance(block, Figures)]
    assert [f.value for f in figures.figures] == ["7 min", "9 min", "18 min", "35 min", "37 min", "9 av 11"]
    assert figures.figures[2].label == "från larm till kommundirektören nådd, 2 försök (nr 22)"
    (grade,) = [block for block in blocks if isinstance(block, Grade)]
    assert (grade.value, grade.word) == (4, "god")
    assert "Kommundirektören nåddes först vid andra försöket." in whole_text(blocks)


def test_figures_are_shown_once_within_a_question(document: Document) -> None:
    blocks = under(document, "Informationen")
    shown = [f for block in blocks if isinstance(block, Figures) for f in block.figures]
    assert len(shown) == len({f.label for f in shown})
    assert "Se också siffrorna vid 12a." in whole_text(blocks)


def test_measures_have_owner_and_date(document: Document) -> None:
    (table, _) = under(document, "Åtgärder")
    assert cells(table.rows[0])[2:] == ["Ändra krisplanen", "HR-chef", "2027-03-31"]


def test_the_log_is_whole(log_rows: list[LogRow]) -> None:
    assert [row.number for row in log_rows] == list(range(1, SESSION.head.lines + 1))


def test_a_struck_line_says_what_replaced_it(log_rows: list[LogRow]) -> None:
    struck = [row for row in log_rows if row.struck]
    assert [(row.text, row.after) for row in struck] == [
        (
            "Ambulansledare: tre elever till sjukhus, lindriga rökskador. Inga döda.",
            "Rättad 14:23 MK: fel antal, se nr 76.",
        )
    ]
    assert log_rows[75].secondary == "Ersätter nr 75."


def test_paper_lines_keep_both_times(log_rows: list[LogRow]) -> None:
    paper = [row for row in log_rows if "papper" in row.secondary]
    assert [(row.time, row.recorded) for row in paper] == [
        ("14:56", "15:10"),
        ("15:01", "15:12"),
        ("15:05", "15:14"),
    ]
    assert paper[0].secondary == "Från papper, blankett 1, skriven av Stabschef."


def test_a_sign_names_who_did_it_and_who_wrote(log_rows: list[LogRow]) -> None:
    assert log_rows[3].sign == "RE (LS)"
    assert log_rows[42].sign == "MK"


def test_a_secret_line_is_printed_with_its_mark(log_rows: list[LogRow]) -> None:
    secret = log_rows[101]
    assert secret.text == "Polisen: misstänkt anlagd brand."
    assert secret.tag is not None
    assert secret.tag.text == "Sekretess OSL 18:1"


def test_a_masked_copy_holds_nothing_of_it() -> None:
    masked = report(masked=True)
    assert masked.mark == "Maskerad kopia"
    assert not any("anlagd" in text for text in texts(masked))
    (log,) = [table for table in blocks_of(masked, LogTable) if table.anchors]
    row = list(log.rows())[101]
    assert (row.number, row.time, row.masked, row.text, row.route) == (102, "15:45", "OSL 18:1", "", "")


def test_the_statement_has_the_whole_hash_now(document: Document) -> None:
    stated = whole_text(under(document, "Vid utskriften"))
    assert SESSION.head.hash in stated.replace(" ", "").replace("\n", "")
    assert "crisisdesk verify" in stated
    (signed,) = [block for block in under(document, "Underskrifter") if isinstance(block, Signatures)]
    assert [(line.label, line.sign) for line in signed.lines] == [("Ordförande", "LS"), ("Loggförare", "TB")]


def test_the_statement_has_the_head_at_closing_when_it_is_known() -> None:
    closing = ReportHead(facts=193, lines=120, hash="ab" * 32)
    found = pairs(under(report(closing=closing), "Vid avslutet"))
    assert found["Loggens huvud"].replace(" ", "").replace("\n", "") == "ab" * 32
    assert found["Rader i loggen"] == "120"
    assert found["Avslutad"] == "2027-01-14 16:15 (nr 121)"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
def test_any_part_prints_alone(part: Part) -> None:
    alone = report(parts=(part.id,))
    assert alone.cover is None
    assert alone.subtitle == part.title
    assert headings(alone, 1)[-1] == "Äkthet"


def test_an_unknown_part_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="Rapporten har ingen del kaffe"):
        report(parts=("kaffe",))
