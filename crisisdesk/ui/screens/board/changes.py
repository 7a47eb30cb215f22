"""The list of what is new, changed and gone since the last frozen board, each with its way to the card."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, ElideLabel, IconButton, Label, Row, Scroller, Tag
from crisisdesk.ui.screens.board.card_history import CardHistory
from crisisdesk.ui.screens.board.change_rows import ChangeList, ChangeRow
from crisisdesk.ui.screens.board.compare_rows import CHANGE_LOOKS
from crisisdesk.ui.screens.board.history_rows import VersionRow

_HIGHEST: Final = 190
"""Height of the list in px at 100 %; more is scrolled."""
_WORD: Final = 84


class ChangePane(Card):
    """Stands over the cards. `chosen(card, gone)` on Enter or double click, `left` on Escape or its cross."""

    chosen = Signal(int, bool)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=(Space.M, Space.S, Space.S, Space.S), gap=Space.XS)
        self._listed: ChangeList | None = None
        self._words = Label(theme, "", "strong")
        close = IconButton(theme, "x", self.tr("Stäng listan (Esc)"))
        close.clicked.connect(self.leave)
        head = Row(theme)
        head.addWidget(self._words, 1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.list = RowList(theme, self.tr("Nytt, ändrat och borta"), framed=False)
        self.list.row_activated.connect(self._choose)
        self._scroller = Scroller(theme, self.list)
        self.add(self._scroller)
        self._versions: CardHistory | None = None
        self._version_scroller = Scroller(theme)
        self._version_scroller.hide()
        self.add(self._version_scroller)
        theme.changed.connect(self._fit)
        self.hide()

    def show_list(self, listed: ChangeList) -> None:
        """List the changes; the row that has the focus keeps it."""
        if listed == self._listed:
            return
        self._listed = listed
        self._words.setText(listed.words)
        self.setAccessibleName(listed.words)
        specs = [self._spec(row) for row in listed.rows]
        if listed.more:
            specs.append(RowSpec("more", partial(self._more, listed.more), head=True))
        self.list.set_rows(specs)
        self._fit()

    def open(self) -> None:
        """Show the list, and go to it."""
        self._fit()
        self.show()
        target = self.list if self.list.keys() else self
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.list.keys() else Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_versions(self, versions: Sequence[VersionRow]) -> None:
        """Show what a card that is gone has said, in place of the list, until it is closed."""
        if not versions:
            return
        self._close_versions()
        made = self._versions = CardHistory(self._theme, versions)
        made.cancelled.connect(self._back_to_list)
        self._scroller.hide()
        self._version_scroller.set_content(made)
        self._version_scroller.show()
        made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_list(self) -> None:
        self._close_versions()
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_versions(self) -> None:
        self._version_scroller.hide()
        self._versions = None

    def leave(self) -> None:
        """Take the list away."""
        self._close_versions()
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        card, change = key.split(":")
        self.chosen.emit(int(card), change == "gone")

    def _spec(self, row: ChangeRow) -> RowSpec:
        word = CHANGE_LOOKS[row.change][0]
        name = ", ".join(part for part in (word, row.column, row.text, row.why) if part)
        return RowSpec(f"{row.card}:{row.change}", self._holder, partial(self._fill, row), name=name)

    def _holder(self) -> QWidget:
        return _ChangeLine(self._theme)

    def _fill(self, row: ChangeRow, widget: QWidget) -> None:
        if isinstance(widget, _ChangeLine):
            widget.show_row(row)

    def _more(self, count: int) -> QWidget:
        return Label(self._theme, self.tr("och {0} till: jämför med Ctrl J").format(count), "quiet")

    def _fit(self) -> None:
        highest = self._theme.dp(_HIGHEST)
        self._scroller.setVisible(bool(self.list.keys()) and self._versions is None)
        self._scroller.setFixedHeight(min(self.list.sizeHint().height(), highest))
        self._version_scroller.setFixedHeight(highest)


class _ChangeLine(QWidget):
    """A change: its word, the card's text, and where it hangs or why it went."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._word = Tag(theme, "")
        self._text = ElideLabel(theme, "", "body")
        self._rest = ElideLabel(theme, "", "quiet", token="ink2")
        slot = QWidget()
        slot.setFixedWidth(theme.dp(_WORD))
        theme.changed.connect(lambda: slot.setFixedWidth(theme.dp(_WORD)))
        Row(theme, slot).addWidget(self._word, 0, Qt.AlignmentFlag.AlignLeft)
        row = Row(theme, self, margin=(Space.S, 0, Space.S, 0), gap=Space.S)
        row.addWidget(slot)
        row.addWidget(self._text, 3)
        row.addWidget(self._rest, 2)

    def show_row(self, row: ChangeRow) -> None:
        """Show the change."""
        word, icon, tone = CHANGE_LOOKS[row.change]
        self._word.set_state(word, icon, tone)
        self._text.setText(row.text)
        self._rest.setText(f"{row.column} · {row.why}" if row.why else row.column)
