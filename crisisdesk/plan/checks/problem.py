"""What is wrong with a plan: one problem, with its place in the plan's own terms."""

from typing import Literal, NamedTuple, TypeAlias

from crisisdesk.base.record import Record
from crisisdesk.plan.content import (
    Agenda,
    Card,
    Column,
    ContactGroup,
    Field,
    Function,
    Ground,
    Group,
    Item,
    Phase,
    Point,
    Question,
    Step,
)
from crisisdesk.plan.words import NOUNS

Severity = Literal["error", "warning"]

Named: TypeAlias = (
    Phase
    | Group
    | Step
    | Ground
    | Field
    | Agenda
    | Point
    | Function
    | Column
    | Card
    | Item
    | ContactGroup
    | Question
)
"""Every part of a plan that has an id."""


class Problem(Record, kw_only=True):
    """One thing wrong: an error stops the plan from being used, a warning is a hole to fill.

    `table` is the top-level table of the plan file, `target` the id of the part at fault ("" for the whole
    table), `place` that part in words, `what` the rest of the Swedish sentence.
    """

    severity: Severity
    table: str
    target: str = ""
    place: str
    what: str

    @property
    def sentence(self) -> str:
        """Return the whole sentence: `Steg 5.1a: funktionen ”x” finns inte.`"""
        return f"{self.place[:1].upper()}{self.place[1:]}: {self.what}"


class Place(NamedTuple):
    """Where something is wrong; makes the problem."""

    table: str
    target: str
    words: str

    def error(self, what: str) -> Problem:
        """Return an error here."""
        return Problem(severity="error", table=self.table, target=self.target, place=self.words, what=what)

    def warning(self, what: str) -> Problem:
        """Return a warning here."""
        return Problem(severity="warning", table=self.table, target=self.target, place=self.words, what=what)


def at(table: str, part: Named) -> Place:
    """Return the place of a part: `steg 4.2`."""
    return Place(table, part.id, f"{NOUNS[type(part)]} {part.id}")
