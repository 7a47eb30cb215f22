"""The Swedish sentences of meetings."""

import re

from crisisdesk.base import swedish
from crisisdesk.features.meetings import facts
from crisisdesk.features.meetings.state import MeetingState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Point
from crisisdesk.plan.given import Given

RUNNING = "Möte {meeting} pågår. Avsluta det innan nästa börjar."
NO_AGENDA = "Planen har ingen dagordning {agenda}."
NO_MEETING = "Det finns inget möte {meeting}."
ENDED = "Möte {meeting} är slut."
NO_POINT = "Dagordningen har ingen punkt {point}."
WHO_MISSING = "Skriv vem det gäller."
NEXT_MISSING = "Skriv tid för nästa lägesavstämning, eller välj inga fler."
NEXT_AND_NO_MORE = "Skriv en tid eller välj inga fler, inte båda."
ENDS_BEFORE_IT_BEGAN = "Mötet kan inte sluta innan det började."
NEXT_PAST = "Tiden har redan varit. Skriv en senare tid."

_LONGEST_NAME = 80
_NAME_ENDS = re.compile(r"(?<=\?)\s|[.:;]\s")


def _begun(state: MeetingState, fact: facts.MeetingBegun, given: Given) -> Line:
    calls = " Växeln stoppar samtal." if fact.calls_stopped else ""
    return _line(fact.meeting, f"Möte {fact.meeting} börjar: {swedish.sentence(fact.title)}{calls}")


def _point_closed(state: MeetingState, fact: facts.PointClosed, given: Given) -> Line:
    meeting = state.meetings[fact.meeting]
    point = next(p for p in given.plan.agenda(meeting.agenda).walk() if p.id == fact.point)
    notes = f" {swedish.sentence(fact.text)}" if fact.text else ""
    before = meeting.closed.get(fact.point)
    how = "klar" if before is None else "klar på nytt"
    text = f"Möte {fact.meeting}, punkt {point.number} {how}: {swedish.sentence(point_name(point))}{notes}"
    return Line(
        kind="meet",
        text=text,
        strikes=before.number if before is not None else 0,
        refs=(f"meeting:{fact.meeting}", f"point:{fact.meeting}/{fact.point}"),
        secrecy=fact.secrecy,
    )


def point_name(point: Point) -> str:
    """Return what the point is about: the beginning of its text, without its instructions."""
    first = _NAME_ENDS.split(point.text, maxsplit=1)[0].rstrip(".:")
    return swedish.shortened(first, _LONGEST_NAME)


def _ended(state: MeetingState, fact: facts.MeetingEnded, given: Given) -> Line:
    parts = [f"Möte {fact.meeting} slut."]
    if fact.calls_released:
        parts.append("Växeln släpper på samtal.")
    elif state.calls_stopped:
        parts.append("Växeln stoppar fortfarande samtal.")
    if fact.next_at is not None:
        parts.append(f"Nästa avstämning {swedish.near(fact.next_at, given.zone, given.happened_at)}.")
    else:
        parts.append("Inga fler avstämningar.")
    return _line(fact.meeting, " ".join(parts))


def _next_set(state: MeetingState, fact: facts.NextMeetingSet, given: Given) -> Line:
    return Line(kind="meet", text=f"Nästa avstämning {swedish.near(fact.at, given.zone, given.happened_at)}.")


def _told(state: MeetingState, fact: facts.SwitchboardTold, given: Given) -> Line:
    text = "Växeln stoppar samtal." if fact.stopped else "Växeln släpper på samtal."
    return Line(kind="meet", text=text)


def _line(meeting: int, text: str, *refs: str) -> Line:
    return Line(kind="meet", text=text, refs=(f"meeting:{meeting}", *refs))


WORDINGS: Wordings[MeetingState] = {
    facts.MeetingBegun: _begun,
    facts.PointClosed: _point_closed,
    facts.MeetingEnded: _ended,
    facts.NextMeetingSet: _next_set,
    facts.SwitchboardTold: _told,
}
