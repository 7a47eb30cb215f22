"""A quiet table over a record model: whole rows, fixed heights, keys that belong to the program passed on."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from crisisdesk.ui.kit.painting import bar
from crisisdesk.ui.kit.record_model import RecordModel
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size

Index = QModelIndex | QPersistentModelIndex


class RecordTable(QTableView):
    """Shows the rows of a `RecordModel`, one line each.

    `row_chosen(key)` when another row is current, `row_activated(key)` on Enter or double click. Letters are
    not searched for here but go to the parent, and so to the quick line.
    """

    row_chosen = Signal(object)
    row_activated = Signal(object)

    def __init__(
        self, theme: Theme, name: str, model: RecordModel[Any], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._records = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_BarDelegate(theme, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._activate)
        theme.changed.connect(self._restyle)
        self._restyle()

    def chosen_key(self) -> object:
        """Return the key of the current row, None when there is none."""
        place = self.currentIndex().row()
        return self._records.row(place).key if place >= 0 else None

    def choose(self, key: object) -> None:
        """Make the row with `key` current and show it; an unknown key changes nothing."""
        place = self._records.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._records.index(place, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.row_chosen.emit(self._records.row(current.row()).key if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and activate; letters and other keys go on to the parent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._activate(self.currentIndex())
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row as soon as the keyboard is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._records.rowCount():
            self.setCurrentIndex(self._records.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def _activate(self, index: Index) -> None:
        self.row_activated.emit(self._records.row(index.row()).key)

    def _share_width(self) -> None:
        columns = self._records.columns()
        fixed = sum(self._theme.dp(column.width) for column in columns)
        free = sum(1 for column in columns if not column.width)
        share = max((self.viewport().width() - fixed) // max(free, 1), self._theme.dp(_NARROWEST))
        for place, column in enumerate(columns):
            self.setColumnWidth(place, self._theme.dp(column.width) if column.width else share)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.dp(Size.LIST_ROW))
        self._share_width()


class _BarDelegate(QStyledItemDelegate):
    """Paints the accent bar at the left edge of the chosen row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and the bar in the first one of the chosen row."""
        super().paint(painter, option, index)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar(painter, self._theme, QRectF(option.rect))


_NARROWEST: Final = 80  # px of a column without a width of its own
_MOVES: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
