"""What a fact is about and what its line may repeat: the ways that a secrecy mark is handed on."""

from collections.abc import Callable
from typing import Any, Final

from crisisdesk.features import board, calls, evaluation, intake, lifecycle, log, meetings, secrecy, sketch
from crisisdesk.kernel.fact import Fact, Recorded

_QUOTED: Final = frozenset(
    (
        *("line", "decision", "task", "card", "uncertainty", "message", "meeting", "point", "call"),
        *("attachment", "sketch", "forecast", "field", "form", "board"),
    )
)
"""Kinds of refs that hold text of people's: a line that names one may repeat it."""

_NAMES_ONLY: Final = (
    log.facts.SecrecySet,
    lifecycle.facts.IncidentClosed,
    secrecy.facts.Marked,
    secrecy.facts.Lifted,
)
"""Facts whose lines say the numbers of other things and nothing of what they hold."""

_THING_OF_FEATURE: Final = {
    "decisions": ("decision", "decision"),
    "tasks": ("task", "task"),
    "board": ("card", "card"),
    "information": ("message", "message"),
    "calls": ("call", "call"),
    "forms": ("form", "form"),
    "attachments": ("attachment", "id"),
    "sketch": ("sketch", "page"),
}
"""The kind of thing a feature keeps, and the field that numbers it."""


def things(fact: Fact) -> tuple[str, ...]:
    """Return refs to the things that the fact tells of: they are as secret as its line, and it as they."""
    special = _THINGS.get(type(fact))
    if special is not None:
        return special(fact)
    kind, field = _THING_OF_FEATURE.get(fact.KIND.partition(".")[0], ("", ""))
    number = getattr(fact, field, None) if field else None
    return (f"{kind}:{number}",) if number else ()


def quoted(recorded: Recorded) -> tuple[str, ...]:
    """Return refs to what the fact's line may repeat; of lines only those that stand before it."""
    if recorded.line is None or isinstance(recorded.fact, _NAMES_ONLY):
        return ()
    if isinstance(recorded.fact, log.facts.ReliabilitySet):
        return (f"line:{recorded.fact.number}",)
    return tuple(ref for ref in recorded.line.refs if _may_repeat(ref, recorded.number))


def _may_repeat(ref: str, number: int) -> bool:
    kind, _, other = ref.partition(":")
    if kind == "line":
        return other.isdecimal() and int(other) < number
    return kind in _QUOTED


def _nothing(fact: Fact) -> tuple[str, ...]:
    return ()


def _point(fact: Any) -> tuple[str, ...]:
    return (f"point:{fact.meeting}/{fact.point}",)


def _forecast(fact: Any) -> tuple[str, ...]:
    return (f"forecast:{fact.which}",)


def _frozen(fact: Any) -> tuple[str, ...]:
    return (f"board:{fact.number}",)


def _attempts(fact: calls.facts.CallListCalled) -> tuple[str, ...]:
    return tuple(f"call:{attempt.call}" for attempt in fact.attempts)


def _field(fact: Any) -> tuple[str, ...]:
    return (f"field:{fact.field}",)


def _late(fact: log.facts.LatenessExplained) -> tuple[str, ...]:
    return (f"line:{fact.number}",)


def _attendance(fact: meetings.facts.AttendanceMarked) -> tuple[str, ...]:
    return (f"meeting:{fact.meeting}",)


def _question(fact: evaluation.facts.QuestionAnswered) -> tuple[str, ...]:
    return (f"question:{fact.question}",)


def _measure(fact: Any) -> tuple[str, ...]:
    return (f"measure:{fact.measure}",)


def _sketch(fact: Any) -> tuple[str, ...]:
    return (f"sketch:{fact.page}",)


_THINGS: dict[type[Fact], Callable[[Any], tuple[str, ...]]] = {
    meetings.facts.PointNoted: _point,
    meetings.facts.PointClosed: _point,
    meetings.facts.AttendanceMarked: _attendance,
    board.facts.ForecastSet: _forecast,
    board.facts.ForecastMarked: _forecast,
    board.facts.BoardFrozen: _frozen,
    board.facts.BoardNamed: _frozen,
    # A card that is tied to something secret says nothing of it.
    board.facts.CardContradicted: _nothing,
    board.facts.CardLinked: _nothing,
    board.facts.CardUnlinked: _nothing,
    calls.facts.CallListCalled: _attempts,
    intake.facts.FieldSaved: _field,
    intake.facts.RowSaved: _field,
    log.facts.LatenessExplained: _late,
    evaluation.facts.QuestionAnswered: _question,
    evaluation.facts.MeasureAdded: _measure,
    evaluation.facts.MeasureChanged: _measure,
    evaluation.facts.MeasureStruck: _measure,
    **dict.fromkeys(sketch.FEATURE.folds, _sketch),
}
