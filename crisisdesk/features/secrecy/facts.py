"""What can have happened to a secrecy mark. `ref` names the marked thing, such as `line:23` or `card:12`."""

from datetime import date
from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class Marked(Fact, kw_only=True):
    """The thing was marked secret by a provision: a warning, not a decision."""

    KIND: ClassVar[str] = "secrecy.marked"

    ref: str
    provision: str
    authority: str
    decided_on: date


class Lifted(Fact, kw_only=True):
    """The mark was taken off, and why."""

    KIND: ClassVar[str] = "secrecy.lifted"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    ref: str
    reason: str
