"""What can have happened to people and the functions they hold."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import Fact


class Person(Record, kw_only=True):
    """A person of the organisation's directory, as copied into the incident.

    `functions` and `deputy_for` are ids of functions in the plan. `phone_private` is shown on request only.
    """

    person: str
    title: str = ""
    phone_work: str = ""
    phone_private: str = ""
    email: str = ""
    functions: tuple[str, ...] = ()
    deputy_for: tuple[str, ...] = ()


class DirectoryCopied(Fact, kw_only=True):
    """The directory as it was at that moment, whole: it takes the place of the one before."""

    KIND: ClassVar[str] = "people.directory_copied"
    TEXTS: ClassVar[tuple[str, ...]] = (
        "persons.person",
        "persons.title",
        "persons.phone_work",
        "persons.phone_private",
        "persons.email",
    )

    persons: tuple[Person, ...]


class FunctionAppointed(Fact, kw_only=True):
    """A person holds the function from now on. `before` is who did ("" when it was vacant).

    `decision` is the number of the decision that says so (0: none).
    """

    KIND: ClassVar[str] = "people.function_appointed"
    TEXTS: ClassVar[tuple[str, ...]] = ("person", "sign", "before")

    function: str
    person: str
    sign: str = ""
    before: str = ""
    decision: int = 0


class FunctionVacated(Fact, kw_only=True):
    """Nobody holds the function any more, not even the plan's post."""

    KIND: ClassVar[str] = "people.function_vacated"
    TEXTS: ClassVar[tuple[str, ...]] = ("before", "reason")

    function: str
    before: str = ""
    reason: str = ""


class SignedIn(Fact, kw_only=True):
    """The person is in place; `function` is what for ("" for none in particular)."""

    KIND: ClassVar[str] = "people.signed_in"
    TEXTS: ClassVar[tuple[str, ...]] = ("person",)

    person: str
    function: str = ""


class SignedOut(Fact, kw_only=True):
    """The person left."""

    KIND: ClassVar[str] = "people.signed_out"
    TEXTS: ClassVar[tuple[str, ...]] = ("person",)

    person: str


class ReliefPlanned(Fact, kw_only=True):
    """The function is to be relieved at `at` by `person`; a new plan replaces the one before."""

    KIND: ClassVar[str] = "people.relief_planned"
    TEXTS: ClassVar[tuple[str, ...]] = ("person",)

    function: str
    person: str
    at: datetime


class ReliefCancelled(Fact, kw_only=True):
    """The planned relief will not take place."""

    KIND: ClassVar[str] = "people.relief_cancelled"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    function: str
    reason: str = ""


class ReliefDone(Fact, kw_only=True):
    """The function was handed over and both confirmed it with their sign; `handover` is the sheet's text."""

    KIND: ClassVar[str] = "people.relief_done"
    TEXTS: ClassVar[tuple[str, ...]] = ("person_from", "person_to", "sign_from", "sign_to", "handover")

    relief: int
    function: str
    person_from: str
    person_to: str
    sign_from: str
    sign_to: str
    handover: str = ""
