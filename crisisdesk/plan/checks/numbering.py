"""Numbers: those side by side follow on each other without a gap, so that a printed list can be trusted."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from crisisdesk.plan.checks.problem import Problem, at
from crisisdesk.plan.content import Card, Field, Item, ListKind, Phase, Plan, Point, Question, Step
from crisisdesk.plan.words import quoted

_Numbered: TypeAlias = Phase | Step | Field | Point | Card | Item | Question
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)?\.?([a-zåäö])?")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def check(plan: Plan) -> Iterator[Problem]:
    """Yield an error where a number does not follow on the one before it."""
    before: tuple[int, ...] = ()
    for phase in plan.phases:
        # Steps may be numbered anew in each phase, or on through the plan.
        yield from _row("phases", phase.steps, before)
        before = _parse(phase.steps[-1].number) if phase.steps else before
    for table, parts in _rows(plan):
        yield from _row(table, parts)


def _rows(plan: Plan) -> Iterator[tuple[str, Sequence[_Numbered]]]:
    """Yield each row of parts other than steps that are numbered side by side, with its top-level table."""
    yield "phases", plan.phases
    for phase in plan.phases:
        yield "phases", phase.fields
        yield from (("phases", each.parts) for each in phase.fields)
    for agenda in plan.agendas:
        yield "agendas", agenda.points
        yield from (("agendas", each.points) for each in agenda.walk())
    yield from _lists(plan)


def _lists(plan: Plan) -> Iterator[tuple[str, Sequence[_Numbered]]]:
    """Yield the rows of cards, evaluation and blank."""
    kinds: tuple[ListKind, ...] = ("role_card", "action_card", "room")
    for kind in kinds:
        yield "cards", [card for card in plan.cards if card.kind == kind]
    for card in plan.cards:
        yield from _items("cards", card.items)
    if plan.evaluation:
        yield from _items("evaluation", plan.evaluation.material)
        yield from _items("evaluation", plan.evaluation.summary)
        yield "evaluation", plan.evaluation.questions
        yield from (("evaluation", each.parts) for each in plan.evaluation.questions)
    if plan.blank:
        yield from _items("blank", plan.blank.fields)


def _items(table: str, items: tuple[Item, ...]) -> Iterator[tuple[str, Sequence[_Numbered]]]:
    """Yield the row of items, and those below each."""
    yield table, items
    for item in items:
        yield from _items(table, item.items)


def _row(table: str, parts: Sequence[_Numbered], before: tuple[int, ...] = ()) -> Iterator[Problem]:
    """Yield the errors of one row, which begins at 1 or a, or goes on from `before`.

    A row where a number has another form (`Bilaga 3`, none) is let be.
    """
    parsed = [_parse(part.number) for part in parts]
    if not all(parsed):
        return
    if parsed and parsed[0][-1] != 1 and not _follows(before, parsed[0]):
        first = quoted(parts[0].number)
        yield at(table, parts[0]).error(f"numreringen börjar med {first}. Förväntade 1 eller a.")
    for index in range(1, len(parts)):
        if not _follows(parsed[index - 1], parsed[index]):
            last, here = quoted(parts[index - 1].number), quoted(parts[index].number)
            yield at(table, parts[index]).error(f"nummer {here} följer inte på {last}.")


def _parse(number: str) -> tuple[int, ...]:
    """Return `5.1a` as (5, 1, 1); nothing when it has another form."""
    found = _NUMBER.fullmatch(number)
    if not found:
        return ()
    digits, letter = found[1] or "", found[2] or ""
    parts = [int(each) for each in digits.split(".") if each]
    return (*parts, *([_LETTERS.index(letter) + 1] if letter else []))


def _follows(before: tuple[int, ...], here: tuple[int, ...]) -> bool:
    """Tell whether a number comes right after another: one level counts up by one, those below begin at 1."""
    level = next((k for k, (a, b) in enumerate(zip(before, here, strict=False)) if a != b), len(before))
    if level >= len(before) or level >= len(here):
        return False
    return here[level] == before[level] + 1 and all(each == 1 for each in here[level + 1 :])
