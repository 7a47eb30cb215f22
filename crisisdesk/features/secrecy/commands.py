"""What can be asked of secrecy marks."""

from datetime import date
from typing import ClassVar

from crisisdesk.kernel.command import Command


class Mark(Command, kw_only=True):
    """Mark a thing secret by a provision, or by another one than before.

    `authority` "" is the organisation itself, `decided_on` None the day it happened.
    """

    NAME: ClassVar[str] = "secrecy.mark"

    ref: str
    provision: str
    authority: str = ""
    decided_on: date | None = None


class MarkSeveral(Command, kw_only=True):
    """Mark several things secret by the same provision, in one act; the rest as `Mark`."""

    NAME: ClassVar[str] = "secrecy.mark_several"

    refs: tuple[str, ...]
    provision: str
    authority: str = ""
    decided_on: date | None = None


class Lift(Command, kw_only=True):
    """Take the mark off a thing, with the reason."""

    NAME: ClassVar[str] = "secrecy.lift"

    ref: str
    reason: str
