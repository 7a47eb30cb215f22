"""The paper forms as rows: missing first, loud when somebody has written on them, secret text covered."""

from datetime import timedelta

from crisisdesk.features import forms, lifecycle, log
from crisisdesk.ui.kit.pane_look import BriefHead, BriefLook
from crisisdesk.ui.screens.forms import rows
from tests.support.incident_play import Incident


def enter(incident: Incident, form: int, text: str, **more: str) -> None:
    paper = log.facts.Paper(form=form, writer="Stabschef")
    incident.do(log.commands.Record(text=text, paper=paper, **more))  # pyright: ignore[reportArgumentType]


def heads(incident: Incident, *, asked: bool = False) -> list[tuple[str, int, bool]]:
    found = rows.rows(incident.state, incident.now, asked=asked)
    return [(row.text, row.count, row.late) for row in found if isinstance(row, BriefHead)]


def briefs(incident: Incident) -> list[BriefLook]:
    return [row for row in rows.rows(incident.state, incident.now) if isinstance(row, BriefLook)]


def test_missing_entered_and_void_stand_apart() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    enter(incident, 2, "POSOM på plats")
    incident.do(forms.commands.Void(form=3, reason="Spilld"))
    assert heads(incident) == [("Saknas", 1, False), ("Införda", 1, False), ("Makulerade", 1, False)]
    missing, entered, void = briefs(incident)
    assert (missing.number, missing.said) == ("1", "utskriven 13:05")
    assert (entered.title, entered.said) == ("POSOM på plats", "13:05 · nr 4 · Stabschef")
    assert void.title == "Makulerad: Spilld"


def test_the_missing_are_loud_when_asked_for_or_when_the_power_is_back() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=1))
    assert heads(incident) == [("Saknas", 1, False)]
    assert heads(incident, asked=True) == [("Saknas", 1, True)]
    gone = incident.wait(10).now
    incident.wait(10)
    incident.do(lifecycle.commands.NoteInterruption(since=gone, until=gone + timedelta(minutes=9)))
    assert heads(incident) == [("Saknas", 1, True)]
    enter(incident, 1, "Klar")
    assert heads(incident) == [("Införda", 1, False)]


def test_forms_printed_after_the_power_cut_are_quiet() -> None:
    incident = Incident()
    gone = incident.now
    incident.wait(10)
    incident.do(lifecycle.commands.NoteInterruption(since=gone, until=incident.now))
    incident.wait(1)
    incident.do(forms.commands.Reserve(count=5))
    assert heads(incident) == [("Saknas", 5, False)]


def test_paper_from_elsewhere_is_seen_as_such() -> None:
    incident = Incident()
    enter(incident, 7, "Ur en annan pärm")
    (row,) = briefs(incident)
    assert [mark.word for mark in row.marks] == ["inte utskriven här"]
    assert rows.pane(incident.state, 7, incident.now).values[0][1] == "inte här: papper från annat håll"


def test_a_secret_line_is_covered() -> None:
    incident = Incident()
    enter(incident, 1, "Misstänkt anlagd", secrecy="OSL 18:1")
    assert briefs(incident)[0].title == "Sekretess OSL 18:1"
    assert "anlagd" not in str(rows.pane(incident.state, 1, incident.now))


def test_a_corrected_form_leads_to_the_line_that_holds() -> None:
    incident = Incident()
    enter(incident, 1, "Tre skadade")
    incident.do(log.commands.Correct(number=3, text="Två skadade", reason="Fel antal"))
    assert [link.place for link in rows.pane(incident.state, 1, incident.now).links] == ["line:4"]
