"""What may be done in a meeting. It cannot end without a time for the next, or "inga fler"."""

from datetime import datetime

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.meetings import commands, facts, wording
from crisisdesk.features.meetings.state import Meeting, MeetingState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _begin(state: MeetingState, command: commands.Begin, given: Given) -> tuple[Fact, ...]:
    if state.running is not None:
        raise RuleBroken(wording.RUNNING.format(meeting=state.running.meeting))
    try:
        agenda = given.plan.agenda(command.agenda)
    except KeyError:
        raise RuleBroken(wording.NO_AGENDA.format(agenda=command.agenda), "agenda") from None
    begun = facts.MeetingBegun(
        meeting=len(state.meetings) + 1,
        agenda=agenda.id,
        title=agenda.title,
        calls_stopped=command.stop_calls,
    )
    return (begun,)


def _mark(state: MeetingState, command: commands.MarkAttendance, given: Given) -> tuple[Fact, ...]:
    meeting = _running(state, command.meeting)
    who = command.who.strip()
    if not who:
        raise RuleBroken(wording.WHO_MISSING, "who")
    marked = facts.AttendanceMarked(
        meeting=command.meeting, who=who, present=command.present, note=command.note.strip()
    )
    return () if meeting.attendance.get(who) == marked else (marked,)


def _note(state: MeetingState, command: commands.NotePoint, given: Given) -> tuple[Fact, ...]:
    meeting = _running(state, command.meeting)
    _check_point(meeting, command.point, given)
    text, secrecy = _notes(meeting, command)
    if (text, secrecy) == meeting.noted(command.point):
        return ()
    noted = facts.PointNoted(meeting=command.meeting, point=command.point, text=text, secrecy=secrecy)
    return (noted,)


def _close_point(state: MeetingState, command: commands.ClosePoint, given: Given) -> tuple[Fact, ...]:
    meeting = _running(state, command.meeting)
    _check_point(meeting, command.point, given)
    text, secrecy = _notes(meeting, command)
    if command.point in meeting.closed and (text, secrecy) == meeting.noted(command.point):
        return ()
    closed = facts.PointClosed(meeting=command.meeting, point=command.point, text=text, secrecy=secrecy)
    return (closed,)


def _notes(meeting: Meeting, command: commands.NotePoint | commands.ClosePoint) -> tuple[str, str]:
    text, secrecy = meeting.noted(command.point)
    return (
        text if command.text is None else command.text.strip(),
        secrecy if command.secrecy is None else command.secrecy.strip(),
    )


def _end(state: MeetingState, command: commands.End, given: Given) -> tuple[Fact, ...]:
    meeting = _running(state, command.meeting)
    if given.happened_at < meeting.begun_at:
        raise RuleBroken(wording.ENDS_BEFORE_IT_BEGAN, "happened_at")
    if command.next_at is None and not command.no_more:
        raise RuleBroken(wording.NEXT_MISSING, "next_at")
    if command.next_at is not None:
        if command.no_more:
            raise RuleBroken(wording.NEXT_AND_NO_MORE, "next_at")
        _check_later(command.next_at, given, "next_at")
    ended = facts.MeetingEnded(
        meeting=command.meeting,
        next_at=command.next_at,
        no_more=command.no_more,
        calls_released=command.calls_released,
    )
    return (ended,)


def _set_next(state: MeetingState, command: commands.SetNext, given: Given) -> tuple[Fact, ...]:
    _check_later(command.at, given, "at")
    return () if command.at == state.next_at else (facts.NextMeetingSet(at=command.at),)


def _tell(state: MeetingState, command: commands.TellSwitchboard, given: Given) -> tuple[Fact, ...]:
    if command.stopped == state.calls_stopped:
        return ()
    return (facts.SwitchboardTold(stopped=command.stopped),)


def _running(state: MeetingState, number: int) -> Meeting:
    meeting = state.meetings.get(number)
    if meeting is None:
        raise RuleBroken(wording.NO_MEETING.format(meeting=number), "meeting")
    if not meeting.running:
        raise RuleBroken(wording.ENDED.format(meeting=number), "meeting")
    return meeting


def _check_point(meeting: Meeting, point: str, given: Given) -> None:
    if all(p.id != point for p in given.plan.agenda(meeting.agenda).walk()):
        raise RuleBroken(wording.NO_POINT.format(point=point), "point")


def _check_later(at: datetime, given: Given, field: str) -> None:
    if at <= given.happened_at:
        raise RuleBroken(wording.NEXT_PAST, field)


RULES: Rules[MeetingState] = {
    commands.Begin: _begin,
    commands.MarkAttendance: _mark,
    commands.NotePoint: _note,
    commands.ClosePoint: _close_point,
    commands.End: _end,
    commands.SetNext: _set_next,
    commands.TellSwitchboard: _tell,
}
