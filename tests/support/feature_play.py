"""Plays one feature alone: decide, word, fold, as the session does, without a file or a clock."""

import copy
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

import msgspec
import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact, Line, Recorded
from crisisdesk.kernel.feature import Feature
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

S = TypeVar("S")

START = datetime(2027, 1, 14, 12, 5, tzinfo=UTC)
"""13:05 in Stockholm."""


class Play(Generic[S]):
    """The feature's state and the lines it made; `now` is moved by the test."""

    def __init__(self, feature: Feature[S], plan: Plan) -> None:
        self.feature = feature
        self.plan = plan
        self.state = feature.new_state()
        self.now = START
        self.keeper = "MK"
        self.recorded: list[Recorded] = []
        self.lines: list[Line] = []

    def at(self, minutes: float) -> "Play[S]":
        """Set the clock to so many minutes after the start."""
        self.now = START + timedelta(minutes=minutes)
        return self

    def do(self, command: Command) -> list[Fact]:
        """Do what the command asks and return the facts; RuleBroken leaves everything as it was."""
        given = self._given(command)
        before = copy.deepcopy(self.state)
        found = self.feature.rules[type(command)](self.state, command, given)
        assert self.state == before, "a rule changed the state"
        number = 0
        for fact in found:
            line = None if number else self._line(fact, given)
            if line is not None:
                self.lines.append(line)
                number = len(self.lines)
            self._fold(fact, given, number if line is not None else 0, line)
        return list(found)

    def refused(self, command: Command) -> RuleBroken:
        """Return the refusal of the command; fail when it is not refused."""
        with pytest.raises(RuleBroken) as refusal:
            self.do(command)
        return refusal.value

    @property
    def texts(self) -> list[str]:
        """The sentences of the lines."""
        return [line.text for line in self.lines]

    def _given(self, command: Command) -> Given:
        return Given(
            plan=self.plan,
            now=self.now,
            happened_at=command.happened_at or self.now,
            zone="Europe/Stockholm",
            done_by=command.done_by,
            keeper=self.keeper,
            last_line=len(self.lines),
        )

    def _line(self, fact: Fact, given: Given) -> Line | None:
        wording = self.feature.wordings.get(type(fact))
        return None if wording is None else wording(self.state, fact, given)

    def _fold(self, fact: Fact, given: Given, number: int, line: Line | None) -> None:
        stored = msgspec.json.decode(msgspec.json.encode(fact), type=type(fact))
        assert stored == fact, "a fact did not survive being stored"
        recorded = Recorded(
            seq=len(self.recorded) + 1,
            fact=stored,
            happened_at=given.happened_at,
            recorded_at=given.now,
            zone=given.zone,
            done_by=given.done_by,
            recorded_by=given.keeper,
            number=number,
            line=line,
        )
        self.recorded.append(recorded)
        self.feature.folds[type(fact)](self.state, stored, recorded)
