"""What can have happened to a thing to tick. `item` is the id of a step, a card's item or a sheet."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class ItemSigned(Fact, kw_only=True):
    """Somebody did it and signed. `decision` is the decision that settled it (0: none)."""

    KIND: ClassVar[str] = "checklists.item_signed"
    TEXTS: ClassVar[tuple[str, ...]] = ("note",)

    item: str
    note: str = ""
    decision: int = 0


class ItemDropped(Fact, kw_only=True):
    """It is not called for (ej aktuellt), with the reason or the decision that says so."""

    KIND: ClassVar[str] = "checklists.item_dropped"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    item: str
    reason: str = ""
    decision: int = 0


class ItemUndone(Fact, kw_only=True):
    """The mark was taken back: undone at once (no reason) or withdrawn later with one."""

    KIND: ClassVar[str] = "checklists.item_undone"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    item: str
    reason: str = ""
