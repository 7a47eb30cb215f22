"""What can have happened to information that goes out."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class MessageSaved(Fact, kw_only=True):
    """A version of a message was written. A detail: it is a line when it goes out."""

    KIND: ClassVar[str] = "information.message_saved"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "groups", "channel", "spokesperson")

    message: int
    version: int
    text: str
    groups: tuple[str, ...] = ()
    channel: str = ""
    spokesperson: str = ""
    latest_at: datetime | None = None
    secrecy: str = ""


class MessageSent(Fact, kw_only=True):
    """A version went out to groups through a channel."""

    KIND: ClassVar[str] = "information.message_sent"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "groups", "channel")

    message: int
    version: int
    text: str
    groups: tuple[str, ...]
    channel: str = ""
    secrecy: str = ""


class MessageWithdrawn(Fact, kw_only=True):
    """The message no longer holds, and why."""

    KIND: ClassVar[str] = "information.message_withdrawn"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    message: int
    reason: str


class SwitchboardBriefed(Fact, kw_only=True):
    """The switchboard got what it shall say (underlag till växeln, krisplan 6.4)."""

    KIND: ClassVar[str] = "information.switchboard_briefed"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    text: str
    message: int = 0
