"""Buttons: plain, primary, danger, quiet, dark; and buttons of an icon alone."""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight

Variant = Literal["plain", "primary", "alarm", "danger", "quiet", "dark"]


class ButtonLook(Value):
    """Tokens of a variant: ink, ground and line (`""` = none), ground under the mouse, ground when down."""

    ink: str
    ground: str
    line: str
    hover: str
    down: str
    icon: str = ""


_LOOKS: Final[dict[str, ButtonLook]] = {
    "plain": ButtonLook("ink", "surface", "line", "bg", "sunken"),
    "primary": ButtonLook("onaccent", "accent", "", "accent", "accent"),
    "alarm": ButtonLook("onfill", "alarmfill", "", "alarmfill", "alarmfill"),
    "danger": ButtonLook("alarm", "surface", "line", "alarmsoft", "alarmsoft"),
    "quiet": ButtonLook("ink", "", "", "sunken", "sunken", "ink2"),
    "dark": ButtonLook("navtext", "navon", "", "navon", "navon"),
}
_HOVER_VEIL: Final = 0.88  # a filled button under the mouse lets this much of its colour through


class Button(QAbstractButton):
    """A button with an icon, a verb and, when it has one, its key.

    `primary` is the one loud button of a screen; `danger` strikes or ends something; `variant="alarm"` is for
    Larm alone. `key_hint` is only shown: the screen owns the shortcut. Enter presses it, as Space does.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        *,
        primary: bool = False,
        danger: bool = False,
        variant: Variant = "plain",
        key_hint: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._key_hint = key_hint
        self._variant: Variant = "primary" if primary else "danger" if danger else variant
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        theme.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Change the verb, also for assistive technology."""
        self.setText(text)
        self.setAccessibleName(text)
        self._restyle()

    def set_icon(self, icon: str) -> None:
        """Change the icon; `""` for none."""
        self._icon = icon
        self._restyle()

    def set_primary(self, primary: bool) -> None:
        """Make it the loud button, or plain."""
        self._variant = "primary" if primary else "plain"
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, verb and key; at least 34 px high."""
        return QSize(round(2 * self._pad() + self._content_width() + 0.5), self._theme.dp(Size.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`: a verb is never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over."""
        self.update()
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, once when held. Up and Down are left to the list that the button stands
        in.
        """
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or _with_ctrl(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, content and the focus ring."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        look = _LOOKS[self._variant]
        self._paint_ground(painter, rect, look)
        self._paint_content(painter, rect, look)
        painter.end()

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        radius = self._theme.px(Radius.FIELD)
        if self.hasFocus():
            outline(painter, rect, self._theme.color(self._ring_token()), self._theme.px(Size.RING), radius)
            gap = self._theme.px(Size.RING) + (self._theme.px(1.5) if not look.line and look.ground else 0)
            rect = rect.adjusted(gap, gap, -gap, -gap)
            radius = max(radius - gap, 1.0)
        ground = self._ground(look)
        if ground:
            painter.setOpacity(self._opacity(look))
            fill(painter, rect, self._theme.color(ground), radius)
            painter.setOpacity(1.0)
        if look.line and not self.hasFocus():
            outline(painter, rect, self._theme.color(look.line), Size.HAIR, radius)

    def _ring_token(self) -> str:
        return "accent"

    def _ground(self, look: ButtonLook) -> str:
        if not self.isEnabled() and look.ground and not look.line:
            return "sunken"
        if self.isDown() or self.isChecked():
            return look.down
        return look.hover if self.underMouse() and self.isEnabled() else look.ground

    def _opacity(self, look: ButtonLook) -> float:
        filled = look.ground == look.hover
        return _HOVER_VEIL if filled and (self.underMouse() or self.isDown()) and self.isEnabled() else 1.0

    def _paint_content(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        ink = look.ink if self.isEnabled() else "ink3"
        x = rect.x() + self._content_start(rect)
        x = self._paint_icon(painter, x, rect, ink if ink == "ink3" else look.icon or ink)
        painter.setFont(self._text_font())
        painter.setPen(self._theme.color(ink))
        width = QFontMetricsF(self._text_font()).horizontalAdvance(self.text())
        painter.drawText(
            QRectF(x, rect.y(), width + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        if self._key_hint:
            self._paint_key(painter, x + width + self._theme.px(Space.S), rect, ink)

    def _paint_icon(self, painter: QPainter, x: float, rect: QRectF, ink: str) -> float:
        if not self._icon:
            return x
        pixmap = self._theme.icons.pixmap(self._icon, ink, Size.ICON, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        painter.drawPixmap(QRectF(round(x), round(rect.center().y() - side / 2), side, side).toRect(), pixmap)
        return x + side + (self._theme.px(Space.S) if self.text() else 0)

    def _paint_key(self, painter: QPainter, x: float, rect: QRectF, ink: str) -> None:
        cap = QRectF(
            round(x), round(rect.center().y() - self._theme.px(10)), self._key_width(), self._theme.px(20)
        )
        token = "ink2" if ink in ("ink", "ink3", "alarm") else ink
        outline(
            painter,
            cap,
            self._theme.color("line" if token == "ink2" else token),
            Size.HAIR,
            self._theme.px(4),
        )
        painter.setFont(self._theme.font(Type.SMALL, Weight.MEDIUM))
        painter.setPen(self._theme.color(token))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key_hint)

    def _text_font(self) -> QFont:
        return self._theme.font(Type.BODY, Weight.MEDIUM)

    def _content_start(self, rect: QRectF) -> float:
        return max((rect.width() - self._content_width()) / 2, self._pad())

    def _content_width(self) -> float:
        width = QFontMetricsF(self._text_font()).horizontalAdvance(self.text())
        if self._icon:
            width += self._theme.dp(Size.ICON) + (self._theme.px(Space.S) if self.text() else 0)
        if self._key_hint:
            width += self._theme.px(Space.S) + self._key_width()
        return width

    def _key_width(self) -> float:
        font = self._theme.font(Type.SMALL, Weight.MEDIUM)
        return QFontMetricsF(font).horizontalAdvance(self._key_hint) + self._theme.px(14)

    def _pad(self) -> float:
        return self._theme.px(13)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _with_ctrl(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class IconButton(Button):
    """A square button of an icon alone; `name` is what it does, shown as its tip and read aloud."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        variant: Variant = "quiet",
        size: float = Size.ICON,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._size = size
        self._tight = tight
        super().__init__(theme, "", icon, variant=variant, tip=name, parent=parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Change what it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return a square: 34 px, or 20 px when tight (inside a chip)."""
        side = self._theme.dp(Size.TAG if self._tight else Size.CONTROL)
        return QSize(side, side)

    def _paint_content(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        ink = look.icon or look.ink if self.isEnabled() else "ink3"
        pixmap = self._theme.icons.pixmap(self._icon, ink, self._size, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        corner = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        painter.drawPixmap(corner.toRect(), pixmap)
