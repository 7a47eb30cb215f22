"""A vertical list of row widgets with one focused row, for lists of at most some hundred rows."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.painting import bar, outline, painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size

ROW_KEY: Final = "row_key"
"""The property of a row's widget that holds its key: which thing a form in the row is about."""


class RowSpec(Value):
    """A row: its key, how its widget is made, and how that widget is brought up to date.

    `update` is called each time the rows are set, also on a widget just made; `name` is read aloud. A `head`
    stands over the rows after it and is never focused.
    """

    key: str
    make: Callable[[], QWidget]
    update: Callable[[QWidget], None] | None = None
    name: str = ""
    head: bool = False


class RowList(QWidget):
    """Rows under each other with hairlines; Up, Down, Home, End and the mouse move the focused row.

    `focus_moved(key)` when another row is focused, `row_activated(key)` on Enter or double click,
    `row_toggled(key)` on Space. Other keys are passed on. Inside a `Scroller` the focused row is kept in
    sight. Its tint stays while the focus is elsewhere, as is right where the rest of the screen shows that
    row; without `tint_away` it goes with the focus, and comes back to the same row.
    """

    focus_moved = Signal(str)
    row_activated = Signal(str)
    row_toggled = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        framed: bool = True,
        row_height: float = Size.LIST_ROW,
        tint_away: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._framed = framed
        self._row_height = row_height
        self._tint_away = tint_away
        self._specs: dict[str, RowSpec] = {}
        self._widgets: dict[str, QWidget] = {}
        self._keys: list[str] = []
        self._stops: list[str] = []
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Size.HAIR)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def set_rows(self, specs: Sequence[RowSpec]) -> None:
        """Show the rows; widgets whose key stays are kept and updated, and the focused key stays focused.

        When the focused row is gone, the one that took its place is focused. Two rows with one key is a
        ValueError.
        """
        keys = [spec.key for spec in specs]
        if len(set(keys)) != len(keys):
            raise ValueError("two rows have the same key")
        stops = [spec.key for spec in specs if not spec.head]
        heir = self._heir(set(stops))
        self._specs = {spec.key: spec for spec in specs}
        self._drop_stale()
        for place, spec in enumerate(specs):
            self._put(place, spec)
        self._keys = keys
        self._stops = stops
        self._set_current(heir or (stops[0] if stops else ""), show=False)
        # The row may say something else than before, though it is the same one.
        self.setAccessibleDescription(self._specs[self._current].name if self._current else "")

    def take_focus_of(self, holder: QWidget) -> None:
        """Take the focus that `holder` gets, while there are rows; call it when they have been set.

        Tab stands still on a widget that hands its focus on to a hidden one.
        """
        # The stub does not know that None takes the proxy away.
        holder.setFocusProxy(self if self._stops else None)  # pyright: ignore[reportArgumentType]

    def keys(self) -> list[str]:
        """Return the keys in order."""
        return list(self._keys)

    def focused_key(self) -> str:
        """Return the key of the focused row, `""` when there are none."""
        return self._current

    def focus_key(self, key: str, *, take_focus: bool = False) -> None:
        """Focus the row with `key` and show it; an unknown key changes nothing."""
        if key in self._stops:
            self._set_current(key, show=True)
        if take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def widget_of(self, key: str) -> QWidget | None:
        """Return the row's widget, None for an unknown key."""
        return self._widgets.get(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or act; what is not ours goes on to the parent."""
        step = _STEPS.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or not self._stops:
            event.ignore()
        elif step is not None:
            self._move(step)
        elif event.key() in _ACTIVATE:
            self._say_once(event, self.row_activated)
        elif event.key() == Qt.Key.Key_Space:
            self._say_once(event, self.row_toggled)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Focus the row under the mouse."""
        key = self._key_at(event.position().y())
        if key:
            self._set_current(key, show=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Activate the row under the mouse."""
        key = self._key_at(event.position().y())
        if key:
            self.row_activated.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring and the focused row."""
        super().focusInEvent(event)
        self._show_current()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the hairlines and the ground, bar and ring of the focused row."""
        painter = painter_on(self)
        whole = QRectF(self.rect())
        radius = self._theme.px(Radius.CARD) if self._framed else 0.0
        path = QPainterPath()
        path.addRoundedRect(whole, radius, radius)
        painter.setClipPath(path)
        if self._framed:
            painter.fillRect(whole, self._theme.color("surface"))
        self._paint_rows(painter)
        if self._framed:
            painter.setClipping(False)
            outline(painter, whole, self._theme.color("line"), Size.HAIR, radius)
        painter.end()

    def _paint_rows(self, painter: QPainter) -> None:
        line = self._theme.color("line")
        for key in self._keys:
            rect = QRectF(self._widgets[key].geometry())
            if key != self._keys[-1]:
                painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), Size.HAIR), line)
            if key == self._current and (self._tint_away or self._has_focus_within()):
                painter.fillRect(rect, self._theme.color("accentsoft"))
                bar(painter, self._theme, rect)
                if self.hasFocus():
                    outline(painter, rect, self._theme.color("accent"), self._theme.px(Size.RING))

    def _has_focus_within(self) -> bool:
        inside = QApplication.focusWidget()
        return inside is not None and (inside is self or self.isAncestorOf(inside))

    def _heir(self, keys: set[str]) -> str:
        """Return the focused key, or when it goes away the next one that stays, or the last before it."""
        if self._current not in self._keys:
            return ""
        at = self._keys.index(self._current)
        order = self._keys[at:] + self._keys[:at][::-1]
        return next((key for key in order if key in keys), "")

    def _drop_stale(self) -> None:
        for key in [key for key in self._widgets if key not in self._specs]:
            widget = self._widgets.pop(key)
            focused = QApplication.focusWidget()
            if focused is not None and widget.isAncestorOf(focused):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _put(self, place: int, spec: RowSpec) -> None:
        widget = self._widgets.get(spec.key)
        if widget is None:
            widget = self._widgets[spec.key] = spec.make()
            widget.setProperty(ROW_KEY, spec.key)
            if not spec.head:
                widget.setMinimumHeight(max(widget.minimumHeight(), self._theme.dp(self._row_height)))
            self._column.insertWidget(place, widget)
        elif self._column.indexOf(widget) != place:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)
        if spec.name:
            widget.setAccessibleName(spec.name)
        if spec.update is not None:
            spec.update(widget)

    def _move(self, step: int) -> None:
        at = self._stops.index(self._current) if self._current in self._stops else 0
        self._set_current(self._stops[min(max(at + step, 0), len(self._stops) - 1)], show=True)

    def _set_current(self, key: str, *, show: bool) -> None:
        if key != self._current:
            self._current = key
            self._speak(self._specs[key].name if key else "")
            self.focus_moved.emit(key)
            self.update()
        if show:
            self._show_current()

    def _speak(self, name: str) -> None:
        self.setAccessibleDescription(name)
        if name and self.hasFocus():
            announce(self, name)

    def _show_current(self) -> None:
        widget = self._widgets.get(self._current)
        scroller = _scroller_of(self)
        if widget is not None and scroller is not None:
            scroller.ensureWidgetVisible(widget, 0, self._theme.dp(Size.LIST_ROW))

    def _say_once(self, event: QKeyEvent, signal: SignalInstance) -> None:
        if not event.isAutoRepeat() and self._current:
            signal.emit(self._current)

    def _key_at(self, y: float) -> str:
        inside = (k for k in self._keys if self._widgets[k].geometry().bottom() >= y)
        key = next(inside, "")
        return key if key in self._stops else ""

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A control inside a row that gets the focus makes its row the focused one."""
        if not self._tint_away:
            self.update()
        if now is None or not self.isAncestorOf(now):
            return
        for key, widget in self._widgets.items():
            if key in self._stops and (widget is now or widget.isAncestorOf(now)):
                self._set_current(key, show=False)
                return

    def _restyle(self) -> None:
        for key in self._stops:
            self._widgets[key].setMinimumHeight(self._theme.dp(self._row_height))
        self.update()


_FAR: Final = 1_000_000
_STEPS: Final[dict[int, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ACTIVATE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _scroller_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
