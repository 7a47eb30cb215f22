"""A report in the middle of it, on another plan, or with little in it: what is absent is not printed."""

from datetime import timedelta
from pathlib import Path

import pytest

from crisisdesk.features import board, calls, checklists, decisions, log, meetings, people, tasks
from crisisdesk.plan import loader
from crisisdesk.report.document import (
    Board,
    Checklist,
    Document,
    LogRow,
    LogTable,
    Signatures,
    Table,
    Timeline,
)
from crisisdesk.report.incident import build, build_known, write_report
from tests.support.document_text import blocks_of, cells, headings, pairs, texts, under, whole_text
from tests.support.incident_play import Incident

OTHER_PLAN = Path(__file__).parents[3] / "support" / "other_plan"


@pytest.fixture
def incident() -> Incident:
    return Incident(exercise=False)


@pytest.fixture
def museum() -> Incident:
    return Incident(loader.load(OTHER_PLAN), keeper="")


def printed(incident: Incident, *, masked: bool = False) -> Document:
    return build(incident.state, incident.session.head, printed_at=incident.now, masked=masked)


def log_rows(document: Document) -> list[LogRow]:
    return [row for table in blocks_of(document, LogTable) if table.anchors for row in table.rows()]


def test_a_report_prints_one_minute_after_the_alarm(incident: Incident) -> None:
    document = printed(incident.wait(1))
    assert not document.exercise
    assert document.cover is not None
    assert document.cover.lines == ("14 januari 2027, från kl. 13:05. Pågår 13:06.",)
    assert [f.value for f in document.cover.figures] == ["–", "0", "–", "0"]
    assert "Beslut" not in headings(document, 1)
    assert "Möten" not in headings(document, 1)
    (axis,) = blocks_of(document, Timeline)
    assert axis.now == incident.now


def test_an_open_incident_says_so_and_leaves_lines_to_sign_on(incident: Incident) -> None:
    document = printed(incident)
    assert "Händelsen är inte avslutad. Loggen kan få fler rader." in whole_text(under(document, "Äkthet"))
    (signed,) = blocks_of(document, Signatures)
    assert [(line.label, line.sign, line.time) for line in signed.lines] == [
        ("Ordförande", "", ""),
        ("Loggförare", "", ""),
    ]


def test_what_is_open_now_stands_in_the_summary(incident: Incident) -> None:
    incident.do(decisions.commands.Record(text="Stäng hus B"))
    incident.do(tasks.commands.Add(text="Ring polisen"))
    incident.do(board.commands.AddCard(column="oklarheter", text="Vem har nyckeln?"))
    said = list(texts(under(printed(incident), "Sammanfattning")))
    assert "Öppet nu" in said
    assert {"Beslut 1: Stäng hus B", "Uppgift 1: Ring polisen", "Oklarhet 1: Vem har nyckeln?"} <= set(said)


def test_another_plan_prints_without_what_it_lacks(museum: Incident) -> None:
    museum.do(decisions.commands.Record(step="upptack.val", answer="yes", grounds=("upptack.val.vatten",)))
    document = printed(museum.wait(3))
    assert document.organisation == "Museet i Ekvik"
    assert headings(document, 1) == [
        "Sammanfattning", "Händelseförlopp", "Beslut", "Checklistor", "Funktioner", "Loggen", "Äkthet",
    ]  # fmt: skip
    assert headings(document, 2)[1:4] == ["A Upptäck och varna", "B Rädda samlingarna", "C Öppna igen"]
    assert "Larmlista" not in pairs(under(document, "Sammanfattning"))


def test_another_plans_gathering_counts(museum: Incident) -> None:
    museum.wait(25).do(decisions.commands.Record(step="radda.leder", appoints="Intendent"))
    cover = printed(museum).cover
    assert cover is not None
    assert cover.figures[0].value == "25 min"


def test_cards_that_were_used_print_with_how_often(museum: Incident) -> None:
    for minutes in (5, 20):
        museum.wait(minutes).do(checklists.commands.Sign(item="kort.leder.fraga"))
    document = printed(museum)
    assert "Rollkort: Insatsledare" in headings(document, 2)
    (card,) = [b for b in under(document, "Rollkort: Insatsledare") if isinstance(b, Checklist)]
    asked = card.rows[1]
    assert (asked.state, asked.note) == ("done", "2 gånger: 13:10, 13:30")
    assert card.rows[0].state == "open"


def test_a_board_that_was_never_frozen_prints_as_it_hangs(museum: Incident) -> None:
    museum.do(board.commands.AddCard(column="lage", text="Vatten i sal 3", certainty="confirmed"))
    (found,) = blocks_of(printed(museum), Board)
    assert [(c.title, [card.text for card in c.cards]) for c in found.columns if c.cards] == [
        ("Läget", ["Vatten i sal 3"])
    ]


def test_a_card_that_went_is_shown_as_gone(incident: Incident) -> None:
    incident.do(board.commands.AddCard(column="resurser", text="Buss"))
    incident.do(board.commands.Freeze())
    incident.do(board.commands.StrikeCard(card=1, reason="Avbeställd"))
    incident.do(board.commands.Freeze())
    second = blocks_of(printed(incident), Board)[1]
    (gone,) = [card for column in second.columns for card in column.cards]
    assert (gone.text, gone.change, gone.struck, gone.after) == ("Buss", "gone", True, "Struket: Avbeställd")


def test_no_telephone_number_of_a_person_is_printed(incident: Incident) -> None:
    private, work = "070-174 06 05", "08-465 004 11"
    person = people.facts.Person(
        person="AN", title="Chef", phone_work=work, phone_private=private, functions=("ordforande",)
    )
    incident.do(people.commands.CopyDirectory(persons=(person,)))
    incident.do(calls.commands.Call(target="function:ordforande", outcome="reached", number_used=private))
    assert not [text for text in texts(printed(incident)) if private in text or work in text]


def test_who_was_never_called_is_named(incident: Incident) -> None:
    incident.do(calls.commands.Call(target="function:ordforande", outcome="no_answer"))
    said = whole_text(under(printed(incident), "Larmlista"))
    assert "0 av 11 på larmlistan nådda" in said
    assert "Inte sökta: Verksamhetschef Xenter" in said
    assert "Inte sökta: Förvaltningschef" not in said


def test_a_withdrawn_call_is_struck_with_its_reason(incident: Incident) -> None:
    incident.do(calls.commands.Call(target="POSOM", outcome="reached"))
    incident.do(calls.commands.Withdraw(call=1, reason="Fel nummer"))
    (table,) = [b for b in under(printed(incident), "Larmlista") if isinstance(b, Table)]
    row = table.rows[-1]
    assert row.struck
    assert "Återtaget: Fel nummer" in list(texts(row))


def test_a_line_written_late_says_why_or_that_nobody_has(incident: Incident) -> None:
    for _ in range(2):
        earlier = incident.wait(30).now - timedelta(minutes=20)
        incident.do(log.commands.Record(text="Väktare kom", happened_at=earlier))
    incident.do(log.commands.ExplainLateness(number=4, reason="Satt i möte"))
    rows = log_rows(printed(incident))
    assert [(r.time, r.recorded, r.secondary) for r in rows[2:4]] == [
        ("13:15", "13:35", "Skrevs i efterhand, skäl saknas."),
        ("13:45", "14:05", "Skrevs i efterhand: Satt i möte."),
    ]


def test_silent_gaps_are_told_with_the_lines_around_them(incident: Incident) -> None:
    incident.wait(45).do(log.commands.Record(text="Släckt"))
    said = whole_text(under(printed(incident), "Händelseförlopp"))
    assert "Tysta luckor över 30 minuter: 13:05–13:50 (45 min, nr 2–3)." in said


def test_an_incomplete_decision_says_what_it_lacks(incident: Incident) -> None:
    incident.do(decisions.commands.Record(text="Stäng hus B", decider="LS"))
    found = pairs(under(printed(incident), "Stäng hus B"))
    assert found["Motivering"] == ""
    assert found["Saknas"] == "motivering, ansvarig och uppföljning"


def test_a_decision_says_what_had_been_told_out(incident: Incident) -> None:
    incident.do(log.commands.Record(text="Sms till alla elever", kind="out", secrecy="OSL 18:13"))
    incident.do(decisions.commands.Record(text="Stäng hus B"))
    told = "Senast ut då"
    assert pairs(under(printed(incident), "Stäng hus B"))[told] == "13:05 Sms till alla elever (nr 3)"
    masked = pairs(under(printed(incident, masked=True), "Stäng hus B"))[told]
    assert "elever" not in masked
    assert "18:13" in masked


def test_a_line_corrected_twice_says_where_the_chain_ends(incident: Incident) -> None:
    incident.do(log.commands.Record(text="Tre elever"))
    incident.do(log.commands.Correct(number=3, text="Två elever", reason="Fel"))
    incident.do(log.commands.Correct(number=4, text="Fyra elever", reason="Omräknat"))
    assert log_rows(printed(incident))[2].after == "Rättad 13:05 MK: fel, se nr 4, därefter nr 5."


def test_a_revoked_decision_is_struck_and_says_why(incident: Incident) -> None:
    incident.do(decisions.commands.Record(text="Stäng hus B"))
    incident.do(decisions.commands.Revoke(decision=1, reason="Branden var ute"))
    document = printed(incident)
    table = next(b for b in under(document, "Beslut") if isinstance(b, Table))
    assert table.rows[0].struck
    assert pairs(under(document, "Stäng hus B"))["Läge"] == "återkallat, 13:05 MK (Branden var ute)"
    struck = log_rows(document)[2]
    assert (struck.struck, struck.after) == (True, "Struken 13:05 MK: branden var ute, se nr 4.")


def test_an_open_point_of_a_running_meeting_is_marked(museum: Incident) -> None:
    museum.do(meetings.commands.Begin(agenda="genomgang"))
    museum.do(meetings.commands.NotePoint(meeting=1, point="genomgang.sagt", text="Sal 3 är torr"))
    blocks = under(printed(museum), "Genomgång")
    assert pairs(blocks)["Tid"] == "13:05, pågår (nr 2)"
    (points,) = [b for b in blocks if isinstance(b, Table)]
    assert cells(points.rows[0])[2:4] == ["Sal 3 är torr", "Öppen"]


def test_the_page_of_one_decision_shows_the_board_as_it_stood(incident: Incident) -> None:
    incident.do(board.commands.AddCard(column="handelse", text="Rök i trapphus 2"))
    incident.do(decisions.commands.Record(text="Utrym hus B"))
    incident.do(board.commands.EditCard(card=1, text="Släckt"))
    then = Incident(exercise=False)
    then.do(board.commands.AddCard(column="handelse", text="Rök i trapphus 2"))
    page = build_known(incident.state, then.state, incident.session.head, decision=1, printed_at=incident.now)
    assert page.subtitle == "Beslut 1 och vad som var känt"
    (found,) = blocks_of(page, Board)
    assert "Rök i trapphus 2" in list(texts(found))
    assert "Släckt" not in list(texts(found))


def test_the_report_is_written_as_pdf(museum: Incident, tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    write_report(museum.state, museum.session.head, path, printed_at=museum.now, parts=("log",))
    assert path.read_bytes().startswith(b"%PDF-")
