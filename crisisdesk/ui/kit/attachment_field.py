"""Files chosen for a line that is not written yet: dropped, pasted or picked, and taken away again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from crisisdesk.base.attachable import Attachable
from crisisdesk.ui.kit.attachment_source import ask_files, can_attach, from_clipboard, from_mime
from crisisdesk.ui.kit.buttons import Button, IconButton
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import ElideLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space


class AttachmentField(QWidget):
    """The files that go with a line when it is logged; `changed` when there are others.

    A button chooses files, Ctrl+V takes what is on the clipboard, files can be dropped on it; Delete takes
    the focused one away. After the line is logged wish for each of `sources()` with `attach_requested(line,
    source)`, then `clear()`.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sources: list[Attachable] = []
        self._chips: list[_ChosenFile] = []
        self._column = Column(theme, self, gap=Space.XS)
        self.choose_button = Button(
            theme, self.tr("Bifoga fil"), "paperclip", tip=self.tr("Eller dra hit, eller klistra in: Ctrl+V")
        )
        self.choose_button.clicked.connect(self.choose)
        row = Row(theme)
        row.addWidget(self.choose_button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.setAccessibleName(self.tr("Bilagor"))
        self.setFocusProxy(self.choose_button)
        self.setAcceptDrops(True)

    def sources(self) -> tuple[Attachable, ...]:
        """Return what was chosen, in order."""
        return tuple(self._sources)

    def add(self, sources: Sequence[Attachable]) -> None:
        """Put more files to those chosen; one that is chosen already is passed by."""
        known = {source.path for source in self._sources if source.path is not None}
        fresh = [source for source in sources if source.path is None or source.path not in known]
        if fresh:
            self._show([*self._sources, *fresh])

    def clear(self) -> None:
        """Choose none."""
        self._show([])

    def choose(self) -> None:
        """Let the user pick files."""
        ask_files(self, self.tr("Bifoga filer"), self.add)

    def paste(self) -> bool:
        """Take the files or the picture on the clipboard; return whether there were any."""
        found = from_clipboard()
        self.add(found)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pasted; Delete takes the focused file away."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        focused = next((place for place, chip in enumerate(self._chips) if chip.remove.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Delete and focused >= 0:
            self._remove(self._chips[focused])
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if can_attach(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dropped files to those chosen."""
        self.add(from_mime(event.mimeData()))
        event.acceptProposedAction()

    def _remove(self, chip: "_ChosenFile") -> None:
        place = self._chips.index(chip)
        self._show([source for at, source in enumerate(self._sources) if at != place])
        left = self._chips[min(place, len(self._chips) - 1)].remove if self._chips else self.choose_button
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, sources: list[Attachable]) -> None:
        self._sources = sources
        for chip in self._chips:
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [_ChosenFile(self._theme, source.name or self.tr("Skärmbild")) for source in sources]
        for place, chip in enumerate(self._chips):
            chip.remove.clicked.connect(partial(self._remove, chip))
            self._column.insertWidget(place, chip)
            chip.show()
        self.changed.emit()


class _ChosenFile(QWidget):
    """The name of a chosen file, and the button that takes it away."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        row = Row(theme, self, gap=Space.XS)
        row.addWidget(IconView(theme, "paperclip", "ink2", Size.ICON_SMALL))
        row.addWidget(ElideLabel(theme, name, "body"), 1)
        self.remove = IconButton(theme, "x", self.tr("Ta bort {0}").format(name))
        row.addWidget(self.remove)
        self.setAccessibleName(name)
