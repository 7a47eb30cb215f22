"""What can be asked of information that goes out."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.command import Command


class SaveMessage(Command, kw_only=True):
    """Write a message, or a new version of one; `message` 0 makes a new message."""

    NAME: ClassVar[str] = "information.save"

    text: str
    message: int = 0
    groups: tuple[str, ...] = ()
    channel: str = ""
    spokesperson: str = ""
    latest_at: datetime | None = None
    secrecy: str = ""


class SendMessage(Command, kw_only=True):
    """Send a message; with a text that differs, a new version is written first."""

    NAME: ClassVar[str] = "information.send"

    message: int = 0
    text: str = ""
    groups: tuple[str, ...] = ()
    channel: str = ""
    spokesperson: str = ""
    secrecy: str = ""


class WithdrawMessage(Command, kw_only=True):
    """Say that a message no longer holds."""

    NAME: ClassVar[str] = "information.withdraw"

    message: int
    reason: str


class BriefSwitchboard(Command, kw_only=True):
    """Give the switchboard what it shall say."""

    NAME: ClassVar[str] = "information.brief_switchboard"

    text: str
    message: int = 0
