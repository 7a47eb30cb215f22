"""The State of an incident: every feature's own state and the log, folded from the journal."""

from typing import Any, TypeVar, cast

from crisisdesk.features import board, lifecycle
from crisisdesk.incident.marks import Marks
from crisisdesk.incident.registry import FEATURE_OF_FACT, FEATURES
from crisisdesk.incident.timeline import Timeline
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Feature
from crisisdesk.plan.content import Plan

S = TypeVar("S")


class State:
    """`state[decisions.FEATURE]` is that feature's state. Changed by `fold` alone.

    `recorded` holds every fact it was folded from, in order.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._states: dict[str, Any] = {feature.name: feature.new_state() for feature in FEATURES}
        self.timeline = Timeline()
        self.marks = Marks()
        self.recorded: list[Recorded] = []
        self.facts = 0

    def __getitem__(self, feature: Feature[S]) -> S:
        return cast(S, self._states[feature.name])

    @property
    def plan(self) -> Plan:
        """Return the plan that the incident keeps; LookupError before it has started."""
        plan = self[lifecycle.FEATURE].plan
        if plan is None:
            raise LookupError("the incident has no plan yet")
        return plan

    @property
    def zone(self) -> str:
        """Return the name of the incident's local zone."""
        return self[lifecycle.FEATURE].zone

    def fold(self, recorded: Recorded) -> None:
        """Take one recorded fact in. Costs the same however many came before."""
        kind = type(recorded.fact)
        feature = FEATURE_OF_FACT[kind]
        feature.folds[kind](self._states[feature.name], recorded.fact, recorded)
        self.timeline.take(recorded)
        self._strike_together(recorded)
        self.marks.take(recorded)
        self.recorded.append(recorded)
        self.facts = recorded.seq

    def take_back(self, facts: int) -> None:
        """Be as after so many facts again, whatever a later one left behind. Folds all of them."""
        kept = self.recorded[:facts]
        self._begin()
        for recorded in kept:
            self.fold(recorded)

    def _strike_together(self, recorded: Recorded) -> None:
        """Let the one line of an act that struck several cards strike the line of each of them."""
        if recorded.line is None and isinstance(recorded.fact, board.facts.CardStruck):
            number = self[board.FEATURE].cards[recorded.fact.card].number
            if number:
                self.timeline.strike(number)
