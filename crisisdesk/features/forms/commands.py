"""What can be asked of the paper forms."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class Reserve(Command, kw_only=True):
    """Print blank forms: `count` numbers are taken, from `first` (0: the one after the last taken)."""

    NAME: ClassVar[str] = "forms.reserve"

    count: int
    first: int = 0


class Void(Command, kw_only=True):
    """Say that a form will never come in: spoiled or lost, with the reason."""

    NAME: ClassVar[str] = "forms.void"

    form: int
    reason: str


class Restore(Command, kw_only=True):
    """Take back that a form is void: it turned up."""

    NAME: ClassVar[str] = "forms.restore"

    form: int
    reason: str = ""


class NoteEntered(Command, kw_only=True):
    """Keep that what the same act puts in the log stands on a form; never carried out alone."""

    NAME: ClassVar[str] = "forms.note_entered"

    form: int
    writer: str = ""
