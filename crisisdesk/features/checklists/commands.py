"""What can be asked of a thing to tick."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class Sign(Command, kw_only=True):
    """Sign that it is done; `done_by` is who did it. A repeating item can be signed again."""

    NAME: ClassVar[str] = "checklists.sign"

    item: str
    note: str = ""
    decision: int = 0


class Drop(Command, kw_only=True):
    """Say that it is not called for (ej aktuellt): a reason or a decision is needed."""

    NAME: ClassVar[str] = "checklists.drop"

    item: str
    reason: str = ""
    decision: int = 0


class Undo(Command, kw_only=True):
    """Take the mark back, as a new fact."""

    NAME: ClassVar[str] = "checklists.undo"

    item: str
    reason: str = ""
