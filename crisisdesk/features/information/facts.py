"""What can have happened to the information that goes out."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class MessageSaved(Fact, kw_only=True):
    """A message as it stands, whole. `version` counts its texts from 1; `latest_at` is when it must be out."""

    KIND: ClassVar[str] = "information.message_saved"

    message: int
    version: int
    text: str
    groups: tuple[str, ...] = ()
    channel: str = ""
    spokesperson: str = ""
    latest_at: datetime | None = None


class MessageSent(Fact, kw_only=True):
    """The message went out to the groups, with this text."""

    KIND: ClassVar[str] = "information.message_sent"

    message: int
    version: int
    text: str
    groups: tuple[str, ...]
    channel: str = ""
    spokesperson: str = ""


class MessageWithdrawn(Fact, kw_only=True):
    """The message no longer holds; `reason` says why."""

    KIND: ClassVar[str] = "information.message_withdrawn"

    message: int
    reason: str


class SwitchboardBriefed(Fact, kw_only=True):
    """The switchboard got what to answer (underlag till växeln), from `message` (0: none)."""

    KIND: ClassVar[str] = "information.switchboard_briefed"

    text: str
    message: int = 0
