"""What can be asked of people and functions."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.features.people.facts import Person
from crisisdesk.kernel.command import Command


class CopyDirectory(Command, kw_only=True):
    """Copy the organisation's directory into the incident, whole."""

    NAME: ClassVar[str] = "people.copy_directory"

    persons: tuple[Person, ...]


class Appoint(Command, kw_only=True):
    """Let a person hold a function; one person may hold several."""

    NAME: ClassVar[str] = "people.appoint"

    function: str
    person: str
    sign: str = ""
    decision: int = 0


class Vacate(Command, kw_only=True):
    """Say that nobody holds the function."""

    NAME: ClassVar[str] = "people.vacate"

    function: str
    reason: str = ""


class SignIn(Command, kw_only=True):
    """Say that a person is in place; left empty, `person` is who holds the function."""

    NAME: ClassVar[str] = "people.sign_in"

    person: str = ""
    function: str = ""


class SignOut(Command, kw_only=True):
    """Say that a person left."""

    NAME: ClassVar[str] = "people.sign_out"

    person: str


class PlanRelief(Command, kw_only=True):
    """Plan who takes over a function, and when."""

    NAME: ClassVar[str] = "people.plan_relief"

    function: str
    person: str
    at: datetime


class CancelRelief(Command, kw_only=True):
    """Take a planned relief off the plan."""

    NAME: ClassVar[str] = "people.cancel_relief"

    function: str
    reason: str = ""


class Relieve(Command, kw_only=True):
    """Hand a function over; both type their sign. `person_to` may be left empty: the sign stands for it."""

    NAME: ClassVar[str] = "people.relieve"

    function: str
    person_to: str = ""
    sign_from: str = ""
    sign_to: str = ""
    handover: str = ""
