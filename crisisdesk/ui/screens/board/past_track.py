"""The slider of the past: a track from the alarm to now, with a stroke for each minute the board changed."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.base import swedish
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.speech import announce
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Type
from crisisdesk.ui.screens.board.past_rows import MINUTE, Track

_KNOB: Final = 7  # radius in px at 100 %
_HEIGHT: Final = 34
_GAP: Final = 10

_MINUTES: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class PastTrack(QWidget):
    """One knob on a track. `moved(at)` when the user moves it to a minute; `play_wished` on Space.

    Arrows go a minute, PgUp and PgDn ten, Ctrl+arrows to the change before or after, Home and End to the
    ends.
    """

    moved = Signal(object)
    play_wished = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._track: Track | None = None
        self._at: datetime | None = None
        self._zone = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    def show_track(self, track: Track, zone: str) -> None:
        """Run from the track's start to its end; the knob stays at its minute."""
        if (track, zone) != (self._track, self._zone):
            self._track, self._zone = track, zone
            self.update()

    def show_at(self, at: datetime) -> None:
        """Put the knob at the moment."""
        if at != self._at:
            self._at = at
            self.setAccessibleDescription(swedish.clock(at, self._zone) if self._zone else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Return a strip as high as a button."""
        return QSize(self._theme.dp(300), self._theme.dp(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which a knob can be aimed."""
        return QSize(self._theme.dp(160), self._theme.dp(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Keep the slider's keys from shortcuts of the window."""
        ours = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (self._is_step(event) or event.key() == Qt.Key.Key_Space)
        )
        if ours:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the knob, or play."""
        if self._track is None or self._at is None:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.play_wished.emit()
        elif self._is_step(event):
            self._go(self._aimed(self._track, self._at, event))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob to the mouse."""
        self._go_to_x(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have the knob follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to_x(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go a minute a notch."""
        notches = round(event.angleDelta().y() / 120)
        if self._at is not None and notches:
            self._go(self._at - notches * MINUTE)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ends' times, the track with its changes, and the knob."""
        painter = painter_on(self)
        if self._track is not None and self._at is not None:
            self._paint_ends(painter, self._track)
            self._paint_track(painter, self._track)
            self._paint_knob(painter, self._x(self._track, self._track.held(self._at)))
        painter.end()

    def _is_step(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if plain:
            return event.key() in _MINUTES or event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
        return ctrl and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)

    def _aimed(self, track: Track, at: datetime, event: QKeyEvent) -> datetime:
        key = event.key()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return track.change_beside(track.held(at), -1 if key == Qt.Key.Key_Left else 1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return track.start if key == Qt.Key.Key_Home else track.end
        return at + _MINUTES[Qt.Key(key)] * MINUTE

    def _go_to_x(self, x: float) -> None:
        if self._track is None:
            return
        left, right = self._ends(self._track)
        part = min(max((x - left) / max(right - left, 1.0), 0.0), 1.0)
        self._go(self._track.start + round(part * self._track.minutes) * MINUTE)

    def _go(self, at: datetime) -> None:
        if self._track is None:
            return
        held = self._track.held(at)
        if held != self._at:
            self.show_at(held)
            announce(self, swedish.clock(held, self._zone))
        # Also at an end, where it stands still: a hand on it stops the playing.
        self.moved.emit(held)

    def _ends(self, track: Track) -> tuple[float, float]:
        room = self._theme.px(_GAP + _KNOB)
        measure = QFontMetricsF(self._theme.font(Type.LABEL))
        left = measure.horizontalAdvance(self._clock(track.start)) + room
        return left, max(self.width() - measure.horizontalAdvance(self._clock(track.end)) - room, left + 1)

    def _x(self, track: Track, at: datetime) -> float:
        left, right = self._ends(track)
        return left + (right - left) * ((at - track.start) / MINUTE) / max(track.minutes, 1)

    def _clock(self, at: datetime) -> str:
        return swedish.clock(at, self._zone)

    def _paint_ends(self, painter: QPainter, track: Track) -> None:
        painter.setFont(self._theme.font(Type.LABEL))
        painter.setPen(self._theme.color("navtext"))
        rect = QRectF(self.rect())
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._clock(track.start)
        )
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._clock(track.end)
        )

    def _paint_track(self, painter: QPainter, track: Track) -> None:
        left, right = self._ends(track)
        y, half = self.height() / 2, self._theme.px(2)
        fill(painter, QRectF(left, y - half, right - left, 2 * half), self._theme.color("navdim"), half)
        minute = (right - left) / max(track.minutes, 1)
        # Changes that fall on one pixel are one stroke.
        for x in {round(left + minute * ((at - track.start) / MINUTE)) - 0.5 for at in track.changes}:
            stroke = QRectF(x, y - self._theme.px(7), self._theme.px(1.5), self._theme.px(14))
            painter.fillRect(stroke, self._theme.color("navtext"))

    def _paint_knob(self, painter: QPainter, x: float) -> None:
        radius, y = self._theme.px(_KNOB), self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("onnav"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if self.hasFocus():
            around = radius + self._theme.px(3)
            box = QRectF(x - around, y - around, 2 * around, 2 * around)
            outline(painter, box, self._theme.color("navbar"), self._theme.px(Size.RING), around)
