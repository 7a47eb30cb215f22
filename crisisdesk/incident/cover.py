"""The covered incident: folded from the same facts, in which every secret text is a bar with its provision.

Whatever reads the covered State, reads no secret text, since none is there. It may be shown on any wall;
it is never decided on, and a text out of it is never saved (see `refuse_covered`).
"""

from collections.abc import Iterator
from typing import Any, Final, cast

import msgspec

from crisisdesk.base import provisions
from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.record import Record
from crisisdesk.incident import wording
from crisisdesk.incident.marks import Marks
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact, Recorded
from crisisdesk.plan.content import Plan


class Cover:
    """Keeps a covered State in step with the true one.

    One more fact costs the same however many came before. When something that was recorded before became
    secret or open, all of it is folded again.
    """

    def __init__(self, true: State) -> None:
        self._true = true
        self.state = covered_state(true)
        self._turns = true.marks.turns

    def follow(self) -> State:
        """Take in what the true State took in since, and return the covered one."""
        marks = self._true.marks
        if marks.turns != self._turns:
            self.state = covered_state(self._true)
            self._turns = marks.turns
        for one in self._true.recorded[self.state.facts :]:
            self.state.fold(covered(one, marks))
        return self.state


_NAMES: Final = frozenset(
    (
        *("appointed_sign", "appoints", "area", "before", "by", "chair", "channel", "decider", "deputy"),
        *("groups", "keeper", "number_used", "owner", "person", "present", "receiver", "responsible"),
        *("sender", "sign", "source", "spokesperson", "target", "who", "writer"),
    )
)
"""Fields that say who or where beside a text: a bar alone, the text beside it says by which provision."""


def covered_state(true: State, marks: Marks | None = None) -> State:
    """Return a State in which every text that `marks` calls secret is a bar.

    `marks` are those of a later State when `true` is an earlier one: what is secret now was so all along.
    """
    found = State()
    for one in true.recorded:
        found.fold(covered(one, marks or true.marks))
    return found


def covered(recorded: Recorded, marks: Marks) -> Recorded:
    """Return the fact as it may be seen: the same one when it is open, else with bars for its texts."""
    provision = marks.of_fact(recorded)
    if not provision:
        return recorded
    bar = provisions.bar(provision)
    line = recorded.line
    return msgspec.structs.replace(
        recorded,
        fact=_without_texts(recorded.fact, bar),
        line=msgspec.structs.replace(line, text=bar) if line is not None else None,
    )


def refuse_covered(command: Command) -> None:
    """Raise RuleBroken at the field when the command would save a bar where the true text stands."""
    for name in command.__struct_fields__:
        if any(provisions.BAR in text for text in _texts(getattr(command, name))):
            raise RuleBroken(wording.COVERED, name)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in cast("tuple[object, ...]", value):
            yield from _texts(inner)
    elif isinstance(value, Record) and not isinstance(value, Plan):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))


def _without_texts(fact: Fact, bar: str) -> Fact:
    changed: Any = fact
    for path in fact.TEXTS:
        names = path.split(".")
        changed = _barred(changed, names, provisions.BAR if names[-1] in _NAMES else bar)
    return changed


def _barred(part: Any, path: list[str], bar: str) -> Any:
    """Return the part with a bar for the text at the path; what is empty or a function's ref stays.

    Of a drawing nothing is left: its points say as much as words do.
    """
    if part is None:
        return None
    if isinstance(part, tuple) and part and isinstance(part[0], int):
        return ()
    if isinstance(part, tuple):
        several = cast("tuple[object, ...]", part)
        # Numbers are what was drawn: nothing is drawn.
        return tuple(_barred(one, path, bar) for one in several if not isinstance(one, int))
    if not path:
        return part if not part or part.startswith("function:") else bar
    inner = _barred(getattr(part, path[0]), path[1:], bar)
    return msgspec.structs.replace(part, **{path[0]: inner})
