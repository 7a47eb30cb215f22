"""Buttons that are places: rows of the navigation, and the large buttons of the start window."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.buttons import Button, ButtonLook, Variant
from crisisdesk.ui.kit.painting import fill, outline
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight


class NavRow(Button):
    """A row of the navigation: icon, words, and at the right a count or a tick; `on` marks where one is."""

    def __init__(self, theme: Theme, text: str, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, icon, variant="dark", parent=parent)
        self._on = False
        self._count = ""
        self._late = False
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_on(self, on: bool) -> None:
        """Mark the row as the place where one is."""
        self._on = on
        self.update()

    def set_count(self, count: str, *, late: bool = False, done: bool = False) -> None:
        """Show `count` (`"5/9"`) at the right; `late` as a red badge, `done` as a tick instead."""
        self._count, self._late, self._done = count, late, done
        self.setAccessibleDescription(count)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row 30 px high."""
        return QSize(self._theme.dp(190), self._theme.dp(Size.NAV_ROW))

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        radius = self._theme.px(Radius.TAG + 1)
        if self._on or self.underMouse():
            fill(painter, rect, self._theme.color("navon"), radius)
        if self._on:
            painter.save()
            painter.setClipRect(QRectF(rect.x(), rect.y(), self._theme.px(3), rect.height()))
            fill(painter, rect, self._theme.color("navbar"), radius)
            painter.restore()
        if self.hasFocus():
            outline(painter, rect, self._theme.color("navbar"), self._theme.px(Size.RING), radius)

    def _paint_content(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        ink = "onnav" if self._on else "navtext"
        x = self._paint_icon(painter, rect.x() + self._theme.px(10), rect, ink) + self._theme.px(1)
        font = self._theme.font(Type.READ, Weight.STRONG if self._on else Weight.REGULAR)
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        end = rect.right() - self._theme.px(10) - self._paint_count(painter, rect)
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, end - x)
        painter.drawText(QRectF(x, rect.y(), end - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_count(self, painter: QPainter, rect: QRectF) -> float:
        """Paint what stands at the right and return its width."""
        if self._done:
            return self._paint_tick(painter, rect)
        if not self._count:
            return 0.0
        font = self._theme.font(Type.LABEL, Weight.STRONG if self._late else Weight.REGULAR)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(self._count)
        right = rect.right() - self._theme.px(10)
        if self._late:
            width = max(width + self._theme.px(12), self._theme.px(22))
            side = self._theme.px(20)
            badge = QRectF(right - width, rect.center().y() - side / 2, width, side)
            fill(painter, badge, self._theme.color("alarmfill"), side / 2)
            painter.setPen(self._theme.color("onfill"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._count)
        else:
            painter.setPen(self._theme.color("navdim"))
            box = QRectF(right - width - 1, rect.y(), width + 1, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        return width + self._theme.px(Space.XS)

    def _paint_tick(self, painter: QPainter, rect: QRectF) -> float:
        pixmap = self._theme.icons.pixmap("check", "navdim", 12, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        corner = QRectF(rect.right() - self._theme.px(10) - side, rect.center().y() - side / 2, side, side)
        painter.drawPixmap(corner.toRect(), pixmap)
        return side


class BigButton(Button):
    """A large button: icon, verb, and a note, at the right, or with `stacked` under the verb (Larm)."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        note: str = "",
        *,
        variant: Variant = "dark",
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._note = note
        self._stacked = stacked
        super().__init__(theme, text, icon, variant=variant, parent=parent)
        self.setAccessibleDescription(note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        """Change the note."""
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        """Return 50 px of height, 92 when stacked."""
        verb = QFontMetricsF(self._verb_font()).horizontalAdvance(self.text())
        note = QFontMetricsF(self._theme.font(Type.READ)).horizontalAdvance(self._note)
        words = max(verb, note) if self._stacked else verb + note + self._theme.px(Space.XL)
        height = _STACKED if self._stacked else _BIG
        return QSize(round(words + self._text_x() + self._theme.px(Space.XL)), self._theme.dp(height))

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`, without the note when it can be cut."""
        hint = self.sizeHint()
        return hint if self._stacked else QSize(min(hint.width(), self._theme.dp(220)), hint.height())

    def _paint_content(self, painter: QPainter, rect: QRectF, look: ButtonLook) -> None:
        size = 34 if self._stacked else 18
        pixmap = self._theme.icons.pixmap(self._icon, look.ink, size, ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        left = rect.x() + self._theme.px(24 if self._stacked else 18)
        painter.drawPixmap(QRectF(left, rect.center().y() - side / 2, side, side).toRect(), pixmap)
        words = rect.adjusted(self._text_x(), 0, -self._theme.px(18), 0)
        if self._stacked:
            self._paint_stacked(painter, words, look)
        else:
            self._paint_line(painter, words, look)

    def _paint_stacked(self, painter: QPainter, box: QRectF, look: ButtonLook) -> None:
        painter.setPen(self._theme.color(look.ink))
        painter.setFont(self._verb_font())
        middle = box.center().y() + self._theme.px(4)
        verb = QRectF(box.x(), box.y(), box.width(), middle - box.y())
        painter.drawText(verb, Qt.AlignmentFlag.AlignBottom, self.text())
        painter.setFont(self._theme.font(Type.READ))
        painter.drawText(QRectF(box.x(), middle, box.width(), box.bottom() - middle), 0, self._note)

    def _paint_line(self, painter: QPainter, box: QRectF, look: ButtonLook) -> None:
        painter.setFont(self._verb_font())
        painter.setPen(self._theme.color("onnav" if look.ink == "navtext" else look.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        verb = painter.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(Space.M)
        painter.setFont(self._theme.font(Type.READ))
        painter.setPen(self._theme.color("navdim" if look.ink == "navtext" else look.ink))
        note = painter.fontMetrics().elidedText(
            self._note, Qt.TextElideMode.ElideRight, round(box.width() - verb)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)

    def _ring_token(self) -> str:
        return "navbar"  # it stands on the dark panel of the start window

    def _verb_font(self) -> QFont:
        if self._stacked:
            return self._theme.font(Type.BIG, Weight.STRONG)
        return self._theme.font(Type.FIGURE - 1, Weight.MEDIUM)

    def _text_x(self) -> float:
        return self._theme.px(74 if self._stacked else 48)


_BIG: Final = 50
_STACKED: Final = 92
