"""One act: a command, the facts it leads to through rules and policies, and the one line it makes."""

from collections import deque
from collections.abc import Sequence

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.incident.guards import check
from crisisdesk.incident.paper_forms import commands_of
from crisisdesk.incident.policies import follow_ups
from crisisdesk.incident.registry import FEATURE_OF_COMMAND, FEATURE_OF_FACT
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact, Line
from crisisdesk.plan.given import Given


class Draft(Record, kw_only=True):
    """A fact on its way into the journal; `line` only for the act's one line."""

    fact: Fact
    line: Line | None = None


def decide(state: State, command: Command, given: Given) -> tuple[Draft, ...]:
    """Return the act's facts, the first being the cause of the rest; nothing is changed.

    Raises RuleBroken when the command, or one that follows from it, is refused: then nothing happens.
    All rules see the state as it was before the act.
    """
    wishes = commands_of(command)
    for wish in wishes:
        check(state, wish)
    facts: list[Fact] = []
    waiting: deque[Command] = deque(wishes)
    while waiting:
        wish = waiting.popleft()
        feature = FEATURE_OF_COMMAND[type(wish)]
        for fact in feature.rules[type(wish)](state[feature], wish, given):
            facts.append(fact)
            waiting.extend(follow_ups(state, fact, given))
    return _with_line(facts, _lines(state, facts, given))


def _lines(state: State, facts: Sequence[Fact], given: Given) -> list[Line | None]:
    lines = [_line(state, fact, given) for fact in facts]
    for kind in {type(fact) for fact in facts}:
        joint = (FEATURE_OF_FACT[kind].joints or {}).get(kind)
        places = [place for place, fact in enumerate(facts) if type(fact) is kind]
        if joint is not None and len(places) > 1:
            several = tuple(facts[place] for place in places)
            lines[places[0]] = joint(state[FEATURE_OF_FACT[kind]], several, given)
            for place in places[1:]:
                lines[place] = None
    return lines


def _line(state: State, fact: Fact, given: Given) -> Line | None:
    feature = FEATURE_OF_FACT[type(fact)]
    wording = feature.wordings.get(type(fact))
    return wording(state[feature], fact, given) if wording is not None else None


def _with_line(facts: Sequence[Fact], lines: Sequence[Line | None]) -> tuple[Draft, ...]:
    """Give the act's sentences to the first fact that has one: an act makes at most one line."""
    spoken = [line for line in lines if line is not None]
    first = next((i for i, line in enumerate(lines) if line is not None), -1)
    return tuple(
        Draft(fact=fact, line=_joined(spoken) if i == first else None) for i, fact in enumerate(facts)
    )


def _joined(lines: Sequence[Line]) -> Line:
    head = lines[0]
    refs = tuple(dict.fromkeys(ref for line in lines for ref in line.refs))
    return Line(
        kind=head.kind,
        text=" ".join([*(swedish.sentence(line.text) for line in lines[:-1]), lines[-1].text]),
        strikes=next((line.strikes for line in lines if line.strikes), 0),
        refs=refs,
        secrecy=next((line.secrecy for line in lines if line.secrecy), ""),
    )
