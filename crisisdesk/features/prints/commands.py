"""What can be asked of what was printed."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class Note(Command, kw_only=True):
    """Keep that the log was printed from line `first` to `last`, on sheets up to number `sheets`."""

    NAME: ClassVar[str] = "prints.note"

    first: int
    last: int
    sheets: int
