"""Messages as rows: versions, sendings, age, what the switchboard gets."""

from datetime import timedelta

import pytest

from crisisdesk.features import information
from crisisdesk.ui.screens.information.rows import (
    InformationRows,
    MessageRow,
    information_rows,
    split_groups,
)
from tests.support.incident_play import Incident


def rows_of(incident: Incident) -> InformationRows:
    return information_rows(incident.state, incident.now)


def first(incident: Incident) -> MessageRow:
    return rows_of(incident).messages[0]


def send(text: str, *groups: str, message: int = 0) -> information.commands.SendMessage:
    return information.commands.SendMessage(text=text, groups=groups, message=message, channel="sms")


def test_nothing_is_there_at_first() -> None:
    assert rows_of(Incident()) == InformationRows(messages=(), briefs=(), zone="Europe/Stockholm")


def test_a_message_that_went_out_grows_old() -> None:
    incident = Incident()
    incident.wait(65).do(send("Alla är ute", "elever", "växel"))
    assert (first(incident).age, first(incident).when) == ("fresh", "0 min sedan")
    incident.wait(59)
    assert (first(incident).age, first(incident).when) == ("fresh", "59 min sedan")
    incident.wait(1)
    assert (first(incident).age, first(incident).when) == ("old", "1 h sedan")
    assert rows_of(incident).first == "1 h 5 min"
    assert rows_of(incident).groups == "elever och växel"


def test_a_draft_waits_is_urgent_is_late() -> None:
    incident = Incident()
    latest = incident.now + timedelta(minutes=30)
    incident.do(information.commands.SaveMessage(text="Utkast", latest_at=latest))
    assert (first(incident).age, first(incident).when) == ("waiting", "senast 13:35")
    incident.wait(15)
    assert first(incident).age == "soon"
    incident.wait(27)
    assert (first(incident).age, first(incident).when) == ("late", "12 min sen")
    assert rows_of(incident).first == ""


def test_a_new_version_is_unsent_and_the_old_one_stays_legible() -> None:
    incident = Incident()
    incident.do(send("Ett", "elever"))
    incident.wait(5).do(information.commands.SaveMessage(message=1, text="Två", groups=("elever",)))
    found = first(incident)
    assert (found.version, found.sent, found.age) == (2, False, "waiting")
    assert [(v.at, v.told) for v in found.versions] == [("13:05", "Version 1: Ett")]
    assert [s.told for s in found.sendings] == ["Ut: elever, sms (rad 3)"]


def test_the_newest_stands_first_and_a_withdrawn_one_says_why() -> None:
    incident = Incident()
    incident.do(send("Ett", "elever"))
    incident.do(send("Två", "media"))
    incident.do(information.commands.WithdrawMessage(message=2, reason="fel"))
    rows = rows_of(incident)
    assert [row.message for row in rows.messages] == [2, 1]
    assert (rows.messages[0].withdrawn, rows.messages[0].age) == ("fel", "withdrawn")


def test_the_switchboard_gets_the_last_message_that_stands() -> None:
    incident = Incident()
    incident.do(send("Ett", "elever"))
    incident.wait(1).do(send("Två", "elever"))
    incident.do(information.commands.SaveMessage(text="Utkast"))
    assert (rows_of(incident).last, rows_of(incident).last_message) == ("Två", 2)
    incident.do(information.commands.WithdrawMessage(message=2, reason="fel"))
    assert (rows_of(incident).last, rows_of(incident).last_message) == ("Ett", 1)


def test_briefs_stand_the_newest_first() -> None:
    incident = Incident()
    incident.do(information.commands.BriefSwitchboard(text="Ett"))
    incident.wait(3).do(information.commands.BriefSwitchboard(text="Två"))
    assert [(b.at, b.text) for b in rows_of(incident).briefs] == [("13:08", "Två"), ("13:05", "Ett")]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("elever, personal", ("elever", "personal")),
        ("elever; personal;elever", ("elever", "personal")),
        ("elever\nväxel,", ("elever", "växel")),
        ("  ", ()),
    ],
)
def test_groups_are_typed_with_commas(typed: str, groups: tuple[str, ...]) -> None:
    assert split_groups(typed) == groups
