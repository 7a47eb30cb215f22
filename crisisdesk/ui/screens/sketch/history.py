"""What can be undone on the pages, and done again. Undoing is a new fact, as everything is."""

from crisisdesk.base.record import Record
from crisisdesk.features import sketch
from crisisdesk.kernel.command import Command


class Deed(Record, kw_only=True):
    """Marks that were drawn, or rubbed out."""

    page: int
    marks: tuple[int, ...]
    drawn: bool

    def undo(self) -> Command:
        """Return what takes it back."""
        return self._erase() if self.drawn else self._restore()

    def redo(self) -> Command:
        """Return what does it again."""
        return self._restore() if self.drawn else self._erase()

    def _erase(self) -> Command:
        return sketch.commands.Erase(page=self.page, marks=self.marks)

    def _restore(self) -> Command:
        return sketch.commands.Restore(page=self.page, marks=self.marks)


class History:
    """The deeds of this session, the last one first to be undone."""

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def note(self, deed: Deed) -> None:
        """Remember what was done: what was undone before cannot be done again any more."""
        self._done.append(deed)
        self._undone.clear()

    def to_undo(self, page: int) -> Deed | None:
        """Return the last deed on the page, None when there is none."""
        return next((deed for deed in reversed(self._done) if deed.page == page), None)

    def to_redo(self, page: int) -> Deed | None:
        """Return what was undone last on the page, None when there is none."""
        return next((deed for deed in reversed(self._undone) if deed.page == page), None)

    def undid(self, deed: Deed) -> None:
        """Remember that it was undone."""
        self._done.remove(deed)
        self._undone.append(deed)

    def redid(self, deed: Deed) -> None:
        """Remember that it was done again."""
        self._undone.remove(deed)
        self._done.append(deed)
