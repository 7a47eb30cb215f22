"""What can be asked of the information that goes out."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.kernel.command import Command


class SaveMessage(Command, kw_only=True):
    """Write a message (`message` 0: a new one) without sending it.

    None leaves a field as it is; `clear` takes the latest time away. A new text after the message went out
    has no latest time until one is given.
    """

    NAME: ClassVar[str] = "information.save"

    message: int = 0
    text: str | None = None
    groups: tuple[str, ...] | None = None
    channel: str | None = None
    spokesperson: str | None = None
    latest_at: datetime | None = None
    clear: tuple[Literal["latest_at"], ...] = ()


class SendMessage(Command, kw_only=True):
    """Note that a message went out; with a `text` it is saved first, in the same act.

    `message` 0 is a new one. What is not given is taken from the message as it was saved.
    """

    NAME: ClassVar[str] = "information.send"

    message: int = 0
    text: str = ""
    groups: tuple[str, ...] = ()
    channel: str = ""
    spokesperson: str = ""


class WithdrawMessage(Command, kw_only=True):
    """Take a message back: its line is struck."""

    NAME: ClassVar[str] = "information.withdraw"

    message: int
    reason: str


class BriefSwitchboard(Command, kw_only=True):
    """Give the switchboard what to answer; without a text it is the message's own."""

    NAME: ClassVar[str] = "information.brief_switchboard"

    text: str = ""
    message: int = 0
