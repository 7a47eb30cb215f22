"""A Command is what somebody wants, in the imperative; rules turn it into facts or refuse it."""

from datetime import datetime
from typing import ClassVar

from crisisdesk.base.record import Record


class Command(Record, kw_only=True):
    """The base of all commands.

    NAME is the word scenarios use, such as `decisions.record`. `done_by` is the sign of who did it ("" for
    the keeper); `happened_at` is when it happened (UTC; None for now).
    """

    NAME: ClassVar[str] = ""

    done_by: str = ""
    happened_at: datetime | None = None
