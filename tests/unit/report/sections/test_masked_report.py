"""A masked copy: what is marked secret is not in the document, wherever it would have been printed."""

from collections.abc import Callable

import pytest

from crisisdesk.features import board, decisions, information, log, meetings, secrecy, tasks
from crisisdesk.incident.secrecy import of_line
from crisisdesk.report.document import Cell, Document, LogTable, Table
from crisisdesk.report.incident import build
from tests.support.document_text import blocks_of, texts, under
from tests.support.incident_play import Incident

SECRET = "anlagd"
MARK = "OSL 18:1"


def entry(i: Incident) -> None:
    i.do(log.commands.Record(text=f"Branden är {SECRET}", sender="Polisen", secrecy=MARK))


def correction(i: Incident) -> None:
    entry(i)
    i.do(log.commands.Correct(number=3, text=f"Branden är troligen {SECRET}", reason="Osäkert"))


def marked_afterwards(i: Incident) -> None:
    i.do(log.commands.Record(text=f"Branden är {SECRET}", reliability="unconfirmed"))
    i.do(log.commands.SetReliability(number=3, reliability="confirmed"))
    i.do(secrecy.commands.Mark(ref="line:3", provision=MARK))


def decision(i: Incident) -> None:
    i.do(decisions.commands.Record(text=f"Anmäl: {SECRET}", reason=f"{SECRET}", secrecy=MARK))
    i.do(decisions.commands.Complete(decision=1, responsible=f"Den {SECRET}e"))
    i.do(decisions.commands.SetProgress(decision=1, progress="done", note=f"{SECRET}, anmält"))


def decision_on_a_secret_line(i: Incident) -> None:
    entry(i)
    i.do(decisions.commands.Record(text=f"Anmäl: {SECRET}", links=("line:3",)))


def task(i: Incident) -> None:
    i.do(tasks.commands.Add(text=f"Utred {SECRET} brand", secrecy=MARK))
    i.do(tasks.commands.Answer(task=1, answer=f"Säkert {SECRET}"))


def task_from_a_secret_line(i: Incident) -> None:
    entry(i)
    i.do(tasks.commands.Add(text=f"Utred {SECRET} brand", source="line:3"))


def card(i: Incident) -> None:
    i.do(board.commands.AddCard(column="handelse", text=f"Branden är {SECRET}", secrecy=MARK))
    i.do(board.commands.Freeze())


def card_from_a_secret_line(i: Incident) -> None:
    entry(i)
    i.do(board.commands.AddCard(column="handelse", text=f"Branden är {SECRET}", origin=3))
    i.do(board.commands.Freeze())


def uncertainty(i: Incident) -> None:
    i.do(board.commands.AddCard(column="oklarheter", text=f"Är den {SECRET}?", secrecy=MARK))
    i.do(decisions.commands.Record(text="Avvakta"))
    i.do(board.commands.AnswerUncertainty(uncertainty=1, answer=f"Ja, {SECRET}"))
    i.do(board.commands.Freeze())


def answer_from_a_secret_line(i: Incident) -> None:
    entry(i)
    i.do(board.commands.AddCard(column="oklarheter", text="Varför brinner det?"))
    i.do(
        board.commands.AnswerUncertainty(
            uncertainty=1, answer=f"Den är {SECRET}", answer_line=3, becomes=True
        )
    )
    i.do(board.commands.Freeze())


def message(i: Incident) -> None:
    i.do(information.commands.SendMessage(text=f"Den är {SECRET}", groups=("nämnden",), secrecy=MARK))


def note(i: Incident) -> None:
    i.do(meetings.commands.Begin(agenda="5.2"))
    i.do(meetings.commands.NotePoint(meeting=1, point="5.2.3", text=f"Den är {SECRET}", secrecy=MARK))
    i.do(meetings.commands.ClosePoint(meeting=1, point="5.2.3"))


CASES: list[Callable[[Incident], None]] = [
    entry, correction, marked_afterwards, decision, decision_on_a_secret_line, task, task_from_a_secret_line,
    card, card_from_a_secret_line, uncertainty, answer_from_a_secret_line, message, note,
]  # fmt: skip


def printed(incident: Incident, *, masked: bool) -> Document:
    return build(incident.state, incident.session.head, printed_at=incident.now, masked=masked)


@pytest.mark.parametrize("play", CASES, ids=lambda play: play.__name__)
def test_secret_text_is_printed_in_full_and_absent_when_masked(play: Callable[[Incident], None]) -> None:
    incident = Incident()
    play(incident)
    assert [text for text in texts(printed(incident, masked=False)) if SECRET in text]
    assert [text for text in texts(printed(incident, masked=True)) if SECRET in text] == []


@pytest.mark.parametrize("play", CASES, ids=lambda play: play.__name__)
def test_the_provision_and_the_number_stay(play: Callable[[Incident], None]) -> None:
    incident = Incident()
    play(incident)
    rows = [row for t in blocks_of(printed(incident, masked=True), LogTable) if t.anchors for row in t.rows()]
    assert [row.number for row in rows] == list(range(1, incident.session.head.lines + 1))
    assert MARK in {row.masked for row in rows}


def test_a_line_that_only_names_a_secret_one_stays_legible() -> None:
    incident = Incident()
    marked_afterwards(incident)
    assert of_line(incident.state, 5) == ""
    assert of_line(incident.state, 4) == MARK


def test_a_mark_that_was_taken_off_no_longer_covers() -> None:
    incident = Incident()
    entry(incident)
    incident.do(secrecy.commands.Lift(ref="line:3", reason="Prövad."))
    assert [text for text in texts(printed(incident, masked=True)) if SECRET in text]


def test_only_the_marked_task_is_covered() -> None:
    incident = Incident()
    task(incident)
    incident.do(tasks.commands.Add(text="Ring växeln"))
    (table,) = [b for b in under(printed(incident, masked=True), "Uppgifter") if isinstance(b, Table)]
    said = [cell for row in table.rows for cell in row.cells if isinstance(cell, Cell)]
    assert [cell.masked for cell in said if cell.masked] == [MARK, MARK]
    assert "Ring växeln" in list(texts(table))
