"""The contract of a feature: pure, named, with its own facts, commands, state, rules and wording."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from crisisdesk.base.record import Value
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact, Line, Recorded

S = TypeVar("S")
C = TypeVar("C", bound=Command)
F = TypeVar("F", bound=Fact)

Rule = Callable[[S, Any, Any], tuple[Fact, ...]]
"""`rule(state, command, given)` returns the facts or raises RuleBroken; it changes nothing.

`given` is a `plan.given.Given`; the kernel does not know plans.
"""

Fold = Callable[[S, Any, Recorded], None]
"""`fold(state, fact, recorded)` takes one fact into the state, in place."""

Wording = Callable[[S, Any, Any], Line]
"""`wording(state, fact, given)` is the line of a fact, worded before the fact is folded."""

Joint = Callable[[S, Any, Any], Line]
"""`joint(state, facts, given)` is the one line of several facts of a class that an act brings at once."""

Rules = Mapping[type[Command], Rule[S]]
Folds = Mapping[type[Fact], Fold[S]]
Wordings = Mapping[type[Fact], Wording[S]]
Joints = Mapping[type[Fact], Joint[S]]


class Feature(Value, Generic[S]):
    """One feature of the program.

    `rules` maps each command class to its rule, `folds` each fact class to its fold. A fact with an entry
    in `wordings` makes a line in the log when it comes first in an act; the others are details. `joints`
    words several facts of a class in one act as one sentence, in place of a sentence each.
    """

    name: str
    new_state: Callable[[], S]
    rules: Rules[S]
    folds: Folds[S]
    wordings: Wordings[S]
    joints: Joints[S] | None = None
