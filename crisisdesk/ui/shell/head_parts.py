"""Parts of the header that are pressed: the name that opens the menu, figures that lead somewhere."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crisisdesk.ui.kit.painting import fill, painter_on, ring
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Space, Type, Weight

_HEIGHT: Final = 44
_CHEVRON: Final = 14
_SHORTEST: Final = 90  # px of the name that are never given up


class _HeadButton(QAbstractButton):
    """What the header's buttons share: a ground under the mouse, the focus ring, Enter as Space."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, once when held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the content and the ring."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill(painter, rect, self._theme.color("bg"), self._theme.px(Radius.FIELD))
        self._paint_content(painter, rect)
        if self.hasFocus():
            ring(painter, self._theme, rect)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`: nothing is cut."""
        return self.sizeHint()

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        raise NotImplementedError

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class NameButton(_HeadButton):
    """The incident's name; opens the menu. Ends in … when the room is short."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show the name."""
        if name != self.text():
            self.setText(name)
            self.setAccessibleName(self.tr("{0}, meny").format(name))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the whole name."""
        width = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(round(width + self._around() + 1), self._theme.dp(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the name is still told from others."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.dp(_SHORTEST)), hint.height())

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(self._font())
        painter.setPen(self._theme.color("ink"))
        room = rect.width() - self._around()
        text = QFontMetricsF(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if text == self.text() else self.text())
        left = self._theme.px(Space.S)
        painter.drawText(QRectF(left, 0, room + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        wide = QFontMetricsF(self._font()).horizontalAdvance(text)
        pixmap = self._theme.icons.pixmap("chevron-down", "ink2", _CHEVRON, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        top = rect.center().y() - side / 2 + 1
        painter.drawPixmap(QRectF(left + wide + self._theme.px(Space.XS), top, side, side).toRect(), pixmap)

    def _font(self) -> QFont:
        return self._theme.font(Type.HEADING, Weight.STRONG)

    def _around(self) -> float:
        return self._theme.px(2 * Space.S + Space.XS + _CHEVRON)


class HeadFigure(_HeadButton):
    """A quiet label over a strong value with an optional note; pressing it leads to where it is changed."""

    def __init__(self, theme: Theme, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, label, parent)
        self._label = label
        self._value = ""
        self._note = ""
        self._token = "ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str, note: str = "", *, token: str = "ink") -> None:
        """Show the value; `token` colours value and note when it is not `ink`."""
        if (value, note, token) == (self._value, self._note, self._token):
            return
        self._value, self._note, self._token = value, note, token
        self.setAccessibleName(f"{self._label} {value} {note}".strip())
        self._restyle()

    def value(self) -> str:
        """Return the value shown."""
        return self._value

    def note(self) -> str:
        """Return the note shown."""
        return self._note

    def sizeHint(self) -> QSize:
        """Return the room for label, value and note."""
        label = QFontMetricsF(self._theme.font(Type.LABEL)).horizontalAdvance(self._label)
        words = self._value_width() + self._note_width()
        return QSize(round(max(label, words) + 2 * self._theme.px(Space.S) + 1), self._theme.dp(_HEIGHT))

    def _paint_content(self, painter: QPainter, rect: QRectF) -> None:
        left, middle = self._theme.px(Space.S), rect.height() * 0.47
        painter.setFont(self._theme.font(Type.LABEL))
        painter.setPen(self._theme.color("ink2"))
        upper = QRectF(left, 0, rect.width() - left, middle)
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, self._label)
        painter.setFont(self._theme.font(Type.FIGURE, Weight.STRONG))
        painter.setPen(self._theme.color(self._token))
        lower = QRectF(left, middle, rect.width() - left, rect.height() - middle)
        painter.drawText(lower, Qt.AlignmentFlag.AlignTop, self._value)
        if self._note:
            painter.setFont(self._theme.font(Type.FIGURE))
            painter.setPen(self._theme.color("ink2" if self._token == "ink" else self._token))
            lower.setLeft(left + self._value_width() + self._theme.px(Space.XS))
            painter.drawText(lower, Qt.AlignmentFlag.AlignTop, self._note)

    def _value_width(self) -> float:
        return QFontMetricsF(self._theme.font(Type.FIGURE, Weight.STRONG)).horizontalAdvance(self._value)

    def _note_width(self) -> float:
        if not self._note:
            return 0.0
        note = QFontMetricsF(self._theme.font(Type.FIGURE)).horizontalAdvance(self._note)
        return note + self._theme.px(Space.XS)
