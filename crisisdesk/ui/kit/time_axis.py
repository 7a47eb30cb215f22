"""The time axis: what happened behind the now line, what is planned ahead of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from crisisdesk.base import swedish
from crisisdesk.ui.kit.axis_layout import (
    LONGEST,
    SHORTEST,
    Cluster,
    Mark,
    Now,
    Placed,
    Span,
    clustered,
    place,
    ticks,
)
from crisisdesk.ui.kit.axis_painter import NOW_LEAD, AxisPainter
from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space, Type, Weight

__all__ = ["Mark", "TimeAxis"]

_HEIGHT: Final = 118
_TICK_ROOM: Final = 78  # px that a tick with its time needs
_LABEL_GAP: Final = 10
_ZOOM: Final = 1.25
_HEAVY: Final = 3
"""A mark as heavy as this names the group it stands in."""
_BADGE: Final = 8  # px that the number of a group stands out from its icon
_TOLD: Final = 12  # marks of a group that a tip lists
_STEP: Final = 0.1  # of the stretch in sight, per key or notch


class TimeAxis(QWidget):
    """Paints marks over a time line with ticks.

    Ctrl+wheel, + and - zoom from ten minutes to two weeks; the wheel and Ctrl+arrows move; Left, Right, Home
    and End go from mark to mark; Enter or a click says `mark_activated(key)`; `span_changed` when the stretch
    changed. Marks too close to each other stand as one with their number: a click on it says
    `group_activated(keys, where)`.
    """

    mark_activated = Signal(str)
    group_activated = Signal(object, QPoint)
    span_changed = Signal()

    def __init__(self, theme: Theme, name: str, zone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._marks: tuple[Mark, ...] = ()
        self._now: datetime | None = None
        self._then: datetime | None = None
        self._clusters: dict[str, Cluster] = {}
        self._sight: tuple[datetime, datetime] | None = None
        self._chosen = ""
        self._placed: list[Placed] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self._restyle)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks; the stretch in sight stays."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.at))
        if all(mark.key != self._chosen for mark in self._marks):
            self._chosen = ""
        self._refresh()

    def set_now(self, now: datetime) -> None:
        """Move the now line."""
        self._now = now
        self._refresh()

    def set_then(self, then: datetime | None) -> None:
        """Show the moment of the past that is looked at, and bring it into sight; None takes it away."""
        if then == self._then:
            return
        self._then = then
        if then is not None and self._sight is not None and not self._sight[0] <= then <= self._sight[1]:
            half = (self._sight[1] - self._sight[0]) / 2
            self.set_span(then - half, then + half)
        self._refresh()

    def set_span(self, start: datetime, end: datetime) -> None:
        """Show the time from `start` to `end` (aware), held within ten minutes and two weeks."""
        self._sight = (start, start + min(max(end - start, SHORTEST), LONGEST))
        self._refresh()
        self.span_changed.emit()

    def span(self) -> tuple[datetime, datetime] | None:
        """Return the stretch in sight, None before the first `set_span`."""
        return self._sight

    def zoom(self, factor: float, around: datetime | None = None) -> None:
        """Show `factor` times as much time; `around`, or else now, or the middle, stays where it is."""
        if self._sight is None:
            return
        start, end = self._sight
        fixed = around or self._still_point(start, end)
        length = min(max((end - start) * factor, SHORTEST), LONGEST)
        begin = fixed - length * ((fixed - start) / (end - start))
        self.set_span(begin, begin + length)

    def pan(self, part: float) -> None:
        """Move the stretch in sight by `part` of its length; later when positive."""
        if self._sight is not None:
            start, end = self._sight
            step = (end - start) * part
            self.set_span(start + step, end + step)

    def chosen_key(self) -> str:
        """Return the key of the chosen mark, `""` when none is."""
        return self._chosen

    def choose(self, key: str) -> None:
        """Choose the mark and bring it into sight; an unknown key chooses nothing."""
        mark = next((mark for mark in self._marks if mark.key == key), None)
        self._chosen = mark.key if mark else ""
        if mark is not None:
            self._bring_into_sight(mark)
            self.setAccessibleDescription(self._spoken(mark))
            announce(self, self._spoken(mark))
        self.update()

    def placed(self) -> list[Placed]:
        """Return the marks in sight with their places, as painted."""
        if self._placed is None:
            self._placed = self._place()
        return self._placed

    def sizeHint(self) -> QSize:
        """Return a strip 118 px high."""
        return QSize(self._theme.dp(600), self._theme.dp(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the line with its ticks, the now line and the marks."""
        painter = painter_on(self)
        strip = AxisPainter(self._theme, painter, self.rect(), self.devicePixelRatioF())
        strip.frame(focus=self.hasFocus())
        span = self._span()
        if span is not None:
            strip.line(ticks(span, self._zone, self._theme.px(_TICK_ROOM)), span)
            placed = self.placed()
            strip.marks(placed, self._shown_for(self._chosen))
            strip.counts(placed, self._clusters)
            now, then = self._now_line(span), self._then_line(span)
            if now is not None:
                # Both lines close to each other: the moment that is looked at is the one with words.
                apart = then is None or abs(now.x - then.x) > max(now.width, then.width) + 2 * now.lead
                strip.now(now, span, self._now_text() if apart else "")
            if then is not None:
                strip.now(then, span, self._then_text(), "warn")
        painter.end()

    def resizeEvent(self, event: QEvent) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Place the marks anew at the new width."""
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move, choose, activate; what is not ours goes on to the parent."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if key in _ZOOMS and not ctrl:
            self.zoom(_ZOOMS[Qt.Key(key)])
        elif key in _ARROWS and ctrl:
            self.pan(_STEP * _ARROWS[Qt.Key(key)])
        elif key in _ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._step_mark(_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._marks:
            self.choose(self._marks[0 if key == Qt.Key.Key_Home else -1].key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.mark_activated.emit(self._chosen)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer with Ctrl, else move."""
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        span = self._span()
        if span is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM**-notches, span.moment(event.position().x()))
        else:
            self.pan(-_STEP * notches)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose and activate the mark under the mouse."""
        key = self._key_at(event.position().x())
        members = self._clusters[key].members if key in self._clusters else ()
        if key:
            self.choose(key)
        if len(members) > 1:
            self.group_activated.emit(tuple(m.key for m in members), event.globalPosition().toPoint())
        elif key:
            self.mark_activated.emit(key)

    def event(self, event: QEvent) -> bool:
        """Show the whole label of the mark under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self._key_at(event.pos().x())
            members = self._clusters[key].members if key in self._clusters else ()
            text = "\n".join(self._spoken(mark) for mark in members[:_TOLD])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()

    def _place(self) -> list[Placed]:
        span = self._span()
        if span is None:
            return []
        icon = self._theme.px(Size.ICON + 4)
        together = clustered(self._marks, span, icon + self._theme.px(_BADGE), self._counted, _HEAVY)
        self._clusters = {cluster.mark.key: cluster for cluster in together}
        return place(
            [cluster.mark for cluster in together],
            span,
            QFontMetricsF(self._theme.font(Type.QUIET)).horizontalAdvance,
            icon=icon,
            gap=self._theme.px(_LABEL_GAP),
            now=self._now_line(span),
            then=self._then_line(span),
        )

    def _counted(self, count: int) -> str:
        return self.tr("{0} rader").format(count)

    def _shown_for(self, key: str) -> str:
        """Return the key of the cluster that the mark stands in."""
        found = (shown for shown, c in self._clusters.items() if any(m.key == key for m in c.members))
        return next(found, key)

    def _now_line(self, span: Span) -> Now | None:
        return self._line_at(self._now, self._now_text(), span)

    def _then_line(self, span: Span) -> Now | None:
        return self._line_at(self._then, self._then_text(), span)

    def _line_at(self, at: datetime | None, text: str, span: Span) -> Now | None:
        if at is None or not span.start <= at <= span.end:
            return None
        width = QFontMetricsF(self._theme.font(Type.QUIET, Weight.STRONG)).horizontalAdvance(text)
        return Now(span.x(at), self._theme.px(NOW_LEAD), width)

    def _then_text(self) -> str:
        return (
            "" if self._then is None else self.tr("visar {0}").format(swedish.clock(self._then, self._zone))
        )

    def _span(self) -> Span | None:
        if self._sight is None:
            return None
        side = self._theme.px(Space.L)
        return Span(*self._sight, left=side, right=max(self.width() - side, side + 1))

    def _now_text(self) -> str:
        return "" if self._now is None else self.tr("nu {0}").format(swedish.clock(self._now, self._zone))

    def _still_point(self, start: datetime, end: datetime) -> datetime:
        if self._now is not None and start <= self._now <= end:
            return self._now
        return start + (end - start) / 2

    def _step_mark(self, step: int) -> None:
        keys = [mark.key for mark in self._marks]
        if not keys:
            return
        at = keys.index(self._chosen) + step if self._chosen in keys else (0 if step > 0 else len(keys) - 1)
        self.choose(keys[min(max(at, 0), len(keys) - 1)])

    def _bring_into_sight(self, mark: Mark) -> None:
        if self._sight is None or self._sight[0] <= mark.at <= self._sight[1]:
            return
        half = (self._sight[1] - self._sight[0]) / 2
        self.set_span(mark.at - half, mark.at + half)

    def _key_at(self, x: float) -> str:
        near = [(abs(spot.x - x), spot.mark.key) for spot in self.placed()]
        distance, key = min(near, default=(self._theme.px(Size.ICON), ""))
        return key if distance < self._theme.px(Size.ICON) else ""

    def _spoken(self, mark: Mark) -> str:
        return mark.spoken or mark.label

    def _refresh(self) -> None:
        self._placed = None
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self._refresh()


_ZOOMS: Final = {
    Qt.Key.Key_Plus: 1 / _ZOOM,
    Qt.Key.Key_Equal: 1 / _ZOOM,
    Qt.Key.Key_Minus: _ZOOM,
}
_ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
