"""What Storbild says: head, log, meeting, open things, turns, displays; what the main window says of it."""

from datetime import timedelta

import pytest

from crisisdesk.base.settings import WallChoice
from crisisdesk.features import board, decisions, log, meetings, tasks
from crisisdesk.ui.shell import wall_rows
from crisisdesk.ui.shell.wall_rows import Showing
from crisisdesk.ui.wall.agenda_rows import agenda_rows, pointed
from crisisdesk.ui.wall.axis_rows import axis_rows
from crisisdesk.ui.wall.displays import choose
from crisisdesk.ui.wall.log_rows import log_rows
from crisisdesk.ui.wall.open_rows import open_rows
from crisisdesk.ui.wall.rotation import SHORTEST, Rotation
from crisisdesk.ui.wall.rows import head_row
from tests.support.fake_displays import LAPTOP, MIRROR, OTHER, PROJECTOR
from tests.support.incident_play import Incident


def test_the_head_counts_down_to_the_next_meeting() -> None:
    incident = Incident().wait(87)
    incident.do(meetings.commands.SetNext(at=incident.now + timedelta(minutes=8)))
    row = head_row(incident.state, incident.now)
    assert (row.clock, row.label, row.meeting, row.note) == ("14:32", "Nästa avstämning", "14:40", "om 8 min")
    assert (row.since_alarm, row.exercise, row.late) == ("01:27 sedan larm", True, False)


def test_a_meeting_whose_time_has_passed_is_late() -> None:
    incident = Incident()
    incident.do(meetings.commands.SetNext(at=incident.now + timedelta(minutes=8)))
    incident.wait(20)
    row = head_row(incident.state, incident.now)
    assert (row.note, row.late) == ("sen 12 min", True)


def test_a_running_meeting_stands_in_the_head() -> None:
    incident = Incident()
    incident.do(meetings.commands.Begin(agenda=incident.state.plan.agendas[0].id))
    incident.wait(5)
    row = head_row(incident.state, incident.now)
    assert (row.label, row.meeting, row.note) == (incident.state.plan.agendas[0].title, "pågår", "i 5 min")


def test_the_real_thing_has_no_exercise_mark() -> None:
    incident = Incident(exercise=False)
    assert not head_row(incident.state, incident.now).exercise


def test_the_latest_line_comes_first_and_is_fresh_for_a_while() -> None:
    incident = Incident()
    incident.do(log.commands.Record(text="först"))
    incident.wait(10)
    incident.do(log.commands.Record(text="sist", reliability="unconfirmed"))
    rows = log_rows(incident.state, incident.now)
    assert [line.text for line in rows.lines[:2]] == ["sist", "först"]
    assert [line.fresh for line in rows.lines[:2]] == [True, False]
    assert [tag.word for tag in rows.lines[0].tags] == ["obekräftad"]
    assert rows.total == len(incident.state.timeline.lines)


def test_days_stand_over_lines_of_other_days() -> None:
    incident = Incident()
    assert {line.day for line in log_rows(incident.state, incident.now).lines} == {""}
    incident.wait(60 * 24)
    assert log_rows(incident.state, incident.now).lines[0].day == "Torsdag 14 januari 2027"


def test_the_point_after_the_last_closed_one_is_current() -> None:
    incident = Incident()
    agenda = incident.state.plan.agendas[0]
    incident.do(meetings.commands.Begin(agenda=agenda.id, stop_calls=True))
    points = [point.id for point in agenda.walk()]
    incident.wait(4)
    incident.do(meetings.commands.ClosePoint(meeting=1, point=points[1]))
    incident.wait(3)
    rows = agenda_rows(incident.state, incident.now)
    assert rows.current == 2
    assert rows.points[2].note == "i 3 min"
    assert rows.points[1].done
    assert (rows.timer, rows.alert) == ("7 min", "Växeln stoppar samtal")


def test_the_open_point_that_the_keeper_is_at_is_current() -> None:
    incident = Incident()
    agenda = incident.state.plan.agendas[0]
    incident.do(meetings.commands.Begin(agenda=agenda.id))
    points = [point.id for point in agenda.walk()]
    incident.do(meetings.commands.ClosePoint(meeting=1, point=points[1]))
    incident.wait(3)
    rows = agenda_rows(incident.state, incident.now)
    there = pointed(rows, f"point:1/{points[5]}")
    assert [place for place, point in enumerate(there.points) if point.current] == [5]
    assert (there.points[5].note, there.points[2].note) == ("i 3 min", "")
    for elsewhere in ("", f"point:1/{points[1]}", f"point:2/{points[5]}", "card:3"):
        assert pointed(rows, elsewhere) == rows


def test_decisions_of_the_meeting_stand_beside_it() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Utrym hus B"))
    incident.wait(1)
    incident.do(meetings.commands.Begin(agenda=incident.state.plan.agendas[0].id))
    incident.do(decisions.commands.Record(text="Stäng hus B"))
    made, follow = agenda_rows(incident.state, incident.now).beside
    assert [card.text for card in made.cards] == ["2. Stäng hus B"]
    assert [card.text for card in follow.cards] == ["Beslut 1: Utrym hus B"]


def test_without_a_meeting_the_next_agenda_is_shown() -> None:
    incident = Incident()
    incident.do(meetings.commands.SetNext(at=incident.now + timedelta(minutes=30)))
    rows = agenda_rows(incident.state, incident.now)
    assert rows.title == next(a.title for a in incident.state.plan.agendas if a.first)
    assert rows.status == "Börjar 13:35, om 30 min"
    assert not rows.running
    assert not rows.beside


def test_what_is_late_stands_first_among_open_things() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Ingen brådska"))
    incident.do(
        tasks.commands.Add(text="Brådskar", owner="Växeln", due_at=incident.now + timedelta(minutes=5))
    )
    incident.wait(12)
    _, given, _ = open_rows(incident.state, incident.now)
    assert [(card.text, card.late) for card in given.cards] == [
        ("2. Brådskar", "sen 7 min"), ("1. Ingen brådska", ""),
    ]  # fmt: skip


def test_the_axis_tells_what_comes_and_the_forecast() -> None:
    incident = Incident()
    incident.do(meetings.commands.SetNext(at=incident.now + timedelta(minutes=30)))
    incident.do(board.commands.SetForecast(which="worst", text="Elden sprider sig"))
    coming, behind, forecast = axis_rows(incident.state, incident.now).columns
    assert [card.text for card in coming.cards] == ["13:35 Avstämning"]
    assert behind.cards[0].text.startswith("13:05 Larm.")
    assert [(card.meta, card.text) for card in forecast.cards] == [("Farligast", "Elden sprider sig")]


# ---------------------------------------------------------------- turns and displays


def test_modes_take_turns() -> None:
    rotation = Rotation(("board", "log"), SHORTEST)
    turned = [rotation.tick() for _ in range(2 * SHORTEST)]
    assert turned.count(True) == 2
    assert rotation.key == "board"


def test_one_mode_alone_stays() -> None:
    rotation = Rotation(("log",), SHORTEST)
    assert not any(rotation.tick() for _ in range(100))
    assert rotation.key == "log"


def test_the_turn_begins_at_what_was_shown() -> None:
    assert Rotation(("board", "log"), 30, "log").key == "log"


@pytest.mark.parametrize(
    ("displays", "wanted", "chosen"),
    [
        ((LAPTOP,), "", None),
        ((LAPTOP, PROJECTOR), "", PROJECTOR),
        ((LAPTOP, MIRROR), "", None),
        ((LAPTOP, PROJECTOR, OTHER), "other", OTHER),
        ((LAPTOP, PROJECTOR), "other", PROJECTOR),
        ((LAPTOP,), "projector", None),
        ((LAPTOP,), "laptop", LAPTOP),
        ((), "", None),
    ],
)
def test_the_main_windows_display_is_taken_only_when_asked_for(
    displays: tuple[object, ...], wanted: str, chosen: object
) -> None:
    assert choose(displays, wanted, "laptop") is chosen  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("showing", "words", "tone"),
    [
        (None, "Storbild av", "neutral"),
        (Showing(word="Lägesbild", display=2), "Storbild: Lägesbild, skärm 2", "accent"),
        (Showing(word="Logg", display=2, turns=True), "Storbild: Logg, växlar, skärm 2", "accent"),
        (
            Showing(word="Lägesbild", picture=3, frozen=True),
            "Storbild: Lägesbild 3 (fryst), i fönster",
            "accent",
        ),
        (Showing(word="Logg", waits=True), "Storbild väntar på skärm", "warn"),
    ],
)
def test_the_status_line_says_what_the_wall_shows(showing: Showing | None, words: str, tone: str) -> None:
    shown = wall_rows.instrument(showing)
    assert (shown.words, shown.tone) == (words, tone)


def test_only_known_modes_take_turns() -> None:
    choice = WallChoice(mode="log", rotating=True, rotation=("log", "gone", "board"))
    assert wall_rows.turns(choice, ("board", "log")) == ("board", "log")
    assert wall_rows.turns(WallChoice(mode="log", rotating=True, rotation=()), ("board", "log")) == ("log",)
    assert wall_rows.turns(WallChoice(mode="log"), ("board", "log")) == ("log",)
