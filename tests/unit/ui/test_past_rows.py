"""The board at any minute: which moment a place means, what hung then, where the slider runs."""

from datetime import timedelta

from crisisdesk.features import board, decisions, meetings, secrecy
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.cover import covered_state
from crisisdesk.ui.screens.board.compare_rows import compared
from crisisdesk.ui.screens.board.past_rows import Moment, moment_at, moment_of, past_rows, track
from tests.support.incident_play import ALARM, Incident

add = board.commands.AddCard


def followed(incident: Incident) -> BoardPast:
    past = BoardPast()
    past.follow(incident.state[board.FEATURE])
    return past


def texts(incident: Incident, moment: Moment) -> list[str]:
    rows = past_rows(incident.state, followed(incident), moment, incident.now)
    return [card.text for column in rows.columns for card in column.cards]


def played() -> Incident:
    incident = Incident()
    incident.wait(10).do(add(column="handelse", text="Rök"))
    incident.wait(10).do(decisions.commands.Record(text="Utrym"))
    incident.wait(10).do(board.commands.EditCard(card=1, text="Eld"))
    incident.wait(5).do(board.commands.StrikeCard(card=1, reason="släckt"))
    return incident.wait(5)


def test_the_board_of_a_minute_holds_what_was_recorded_in_it() -> None:
    incident = played()
    for minute, expected in ((9, []), (10, ["Rök"]), (29, ["Rök"]), (30, ["Eld"]), (35, [])):
        at = ALARM + timedelta(minutes=minute)
        assert texts(incident, moment_at(incident.state, at, incident.now)) == expected


def test_the_bar_says_which_moment_it_is() -> None:
    incident = played()
    moment = moment_at(incident.state, ALARM + timedelta(minutes=10), incident.now)
    rows = past_rows(incident.state, followed(incident), moment, incident.now)
    assert rows.past == "Tavlan 13:15"


def test_what_had_changed_then_is_told_against_the_board_frozen_before_then() -> None:
    incident = Incident()
    incident.do(add(column="handelse", text="Rök"))
    incident.do(board.commands.Freeze())
    incident.wait(2).do(add(column="handelse", text="Eld"))
    incident.wait(2).do(board.commands.Freeze())
    moment = moment_at(incident.state, ALARM + timedelta(minutes=2), incident.now)
    rows = past_rows(incident.state, followed(incident), moment, incident.now)
    assert rows.changed == "sedan nr 1: 1 ny"
    assert [card.change for column in rows.columns for card in column.cards] == ["", "new"]


def test_a_decision_leads_to_the_board_as_it_stood_when_it_was_made() -> None:
    incident = Incident()
    incident.do(add(column="handelse", text="Rök"))
    incident.do(decisions.commands.Record(text="Utrym"))
    incident.do(add(column="handelse", text="Samma minut, efteråt"))
    moment = moment_of(incident.state, followed(incident), "past:decision:1", incident.now)
    assert moment is not None
    assert texts(incident, moment) == ["Rök"]
    assert moment.words == "13:05, beslut 1"


def test_places_name_minutes_lines_and_facts() -> None:
    incident = played()
    past = followed(incident)

    def found(place: str) -> Moment | None:
        return moment_of(incident.state, past, place, incident.now)

    at = found("past:13.20")
    assert at is not None
    assert (at.at, at.seq) == (ALARM + timedelta(minutes=15), 0)
    line = found("past:line:3")
    assert line is not None
    assert texts(incident, line) == ["Rök"]
    fact = found(f"board:@{line.seq}")
    assert fact is not None
    assert texts(incident, fact) == ["Rök"]
    for unknown in ("past:decision:9", "past:line:0", "board:2", "board:@0", "board:@9999", "past:hej"):
        assert found(unknown) is None, unknown


def test_the_track_runs_from_the_alarm_to_now_with_the_minutes_of_change() -> None:
    incident = played()
    run = track(incident.state, followed(incident), incident.now)
    assert (run.start, run.end, run.minutes) == (ALARM, ALARM + timedelta(minutes=40), 40)
    assert [(at - ALARM) // timedelta(minutes=1) for at in run.changes] == [10, 30, 35]
    assert run.held(ALARM - timedelta(hours=1)) == ALARM
    assert run.held(ALARM + timedelta(hours=9)) == run.end
    at = ALARM + timedelta(minutes=20)
    assert run.change_beside(at, -1) == ALARM + timedelta(minutes=10)
    assert run.change_beside(at, 1) == ALARM + timedelta(minutes=30)
    assert run.change_beside(ALARM, -1) == run.start
    assert run.change_beside(run.end, 1) == run.end


def test_a_board_frozen_by_a_meeting_is_a_moment_too() -> None:
    incident = Incident()
    incident.do(add(column="handelse", text="Rök"))
    incident.do(meetings.commands.Begin(agenda="5.2"))
    incident.wait(3).do(meetings.commands.End(meeting=1, no_more=True))
    assert incident.state[board.FEATURE].frozen[0].meeting == 1
    moment = moment_at(incident.state, incident.now, incident.now)
    rows = past_rows(incident.state, followed(incident), moment, incident.now)
    assert rows.changed == "sedan nr 1: inget nytt"


def test_what_is_marked_later_is_covered_in_every_minute_before() -> None:
    incident = Incident()
    incident.do(add(column="handelse", text="Misstänkt anlagd"))
    incident.wait(5).do(board.commands.EditCard(card=1, text="Anlagd"))
    incident.wait(5).do(secrecy.commands.Mark(ref="card:1", provision="OSL 18:1"))
    covered = covered_state(incident.state)
    past = BoardPast()
    past.follow(covered[board.FEATURE])
    for minute in range(11):
        moment = moment_at(covered, ALARM + timedelta(minutes=minute), incident.now)
        rows = past_rows(covered, past, moment, incident.now)
        assert "nlagd" not in str(rows)
    found = compared(covered, past, f"at:{ALARM.isoformat()}", "now", incident.now)
    assert found is not None
    assert "nlagd" not in str(found)
