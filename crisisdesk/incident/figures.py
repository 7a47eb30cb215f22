"""One figure of the evidence: a count, or how long after the alarm something came."""

from datetime import timedelta

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.incident import milestones
from crisisdesk.incident.milestones import Milestone
from crisisdesk.incident.state import State

NONE = "–"
"""The value of a figure that there is nothing to count for."""


class EvidenceFigure(Record, kw_only=True):
    """A figure, what it means (Swedish, no full stop), and the lines of the log that it rests on."""

    value: str
    label: str
    lines: tuple[int, ...] = ()


def minutes(span: timedelta) -> str:
    """Return `65 min` below 100 minutes, `2 h 34 min` above: the first hours are compared in minutes."""
    whole = int(span.total_seconds()) // 60
    return f"{whole} min" if 0 <= whole < 100 else swedish.duration(span)


def since_alarm(state: State, moment: Milestone | None, label: str, missing: str) -> EvidenceFigure:
    """Return how long after the alarm the moment was; `missing` is the label when there was none."""
    span = milestones.since_alarm(state, moment)
    if moment is None or span is None:
        return EvidenceFigure(value=NONE, label=missing)
    return EvidenceFigure(value=minutes(span), label=label, lines=told(moment.line))


def told(*numbers: int) -> tuple[int, ...]:
    """Return the numbers of lines that tell of something, each once, without 0."""
    return tuple(dict.fromkeys(number for number in numbers if number))


def count(number: int, one: str, many: str, *lines: int) -> EvidenceFigure:
    """Return a count with its label for one and for many, resting on the lines."""
    return EvidenceFigure(value=str(number), label=one if number == 1 else many, lines=told(*lines))


def judgement(state: State) -> EvidenceFigure:
    """Return the time from the alarm to the first judgement."""
    return since_alarm(
        state, milestones.judged(state), "från larm till första bedömning", "ingen bedömning gjord"
    )


def gathered(state: State) -> EvidenceFigure:
    """Return the time from the alarm to the gathered group."""
    return since_alarm(
        state, milestones.gathered(state), "från larm till samlad grupp", "gruppen har inte samlats"
    )


def first_meeting(state: State) -> EvidenceFigure:
    """Return the time from the alarm to the first meeting."""
    return since_alarm(
        state, milestones.first_meeting(state), "från larm till första mötet", "inget möte hållet"
    )


def first_information(state: State) -> EvidenceFigure:
    """Return the time from the alarm to the first information out."""
    return since_alarm(
        state,
        milestones.first_information(state),
        "från larm till första information ut",
        "ingen information har gått ut",
    )
