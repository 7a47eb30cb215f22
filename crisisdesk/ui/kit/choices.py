"""The controls that choose: a list that drops down, segmented words, a tick box."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from crisisdesk.ui.kit.flow import Flow
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight

Option = tuple[str, str]  # value, word
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComboBox(QComboBox):
    """A choice from a list that drops down; the wheel scrolls the page, not the choice."""

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        value: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that the style sheets reach
        self.set_options(options, value)
        self.currentIndexChanged.connect(self._tell)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_options(self, options: Sequence[Option], value: str = "") -> None:
        """Offer other options; `value` is chosen when it is one of them, else nothing is."""
        self.blockSignals(True)
        self.clear()
        for key, word in options:
            self.addItem(word, key)
        self.set_value(value)
        self.blockSignals(False)

    def value(self) -> str:
        """Return the chosen value, `""` when none is."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose `value`; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findData(value))

    def _tell(self, _place: int) -> None:
        self.changed.emit(self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change a choice by scrolling past it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as a field: surface, hairline or ring, the word, a chevron."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        paint_field(painter, self._theme, rect, focus=self.hasFocus(), wrong=bool(self.property("wrong")))
        self._paint_word(painter, rect)
        pixmap = self._theme.icons.pixmap("chevron-down", "ink2", ratio=self.devicePixelRatioF())
        side = pixmap.deviceIndependentSize().height()
        right = rect.right() - self._theme.px(Space.S) - side
        painter.drawPixmap(QRectF(right, rect.center().y() - side / 2, side, side).toRect(), pixmap)
        painter.end()

    def _paint_word(self, painter: QPainter, rect: QRectF) -> None:
        pad = self._theme.px(10)
        box = rect.adjusted(pad, 0, -pad - self._theme.px(Size.ICON + Space.XS), 0)
        painter.setFont(self._theme.font(Type.BODY))
        chosen = self.currentIndex() >= 0
        painter.setPen(self._theme.color("ink" if chosen and self.isEnabled() else "ink3"))
        word = self.currentText() if chosen else self.placeholderText()
        text = QFontMetricsF(painter.font()).elidedText(word, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _restyle(self) -> None:
        self.setMinimumHeight(self._theme.dp(Size.CONTROL))
        self.update()


def paint_field(painter: QPainter, theme: Theme, rect: QRectF, *, focus: bool, wrong: bool) -> None:
    """Paint the ground of a field with its line: alarm when wrong, the accent ring with focus."""
    radius = theme.px(Radius.FIELD)
    fill(painter, rect, theme.color("surface"), radius)
    if focus:
        outline(painter, rect, theme.color("accent"), theme.px(Size.RING), radius)
    else:
        outline(painter, rect, theme.color("alarm" if wrong else "line"), Size.HAIR, radius)


class _Segment(QAbstractButton):
    """One of the words of a segmented choice."""

    def __init__(self, theme: Theme, value: str, word: str) -> None:
        super().__init__()
        self._theme = theme
        self.value = value
        self.setCheckable(True)
        self.setText(word)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for the word in its strongest weight, so that choosing moves nothing."""
        width = QFontMetricsF(self._theme.font(Type.BODY, Weight.STRONG)).horizontalAdvance(self.text())
        return QSize(round(width + self._theme.px(26)), self._theme.dp(Size.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word on its ground; chosen is accent on its soft ground."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        on = self.isChecked()
        radius = self._theme.px(Radius.FIELD)
        if self.hasFocus():
            outline(painter, rect, self._theme.color("accent"), self._theme.px(Size.RING), radius)
        inset = self._theme.px(Size.RING + 1) if self.hasFocus() else 0.0
        inner = rect.adjusted(inset, inset, -inset, -inset)
        fill(painter, inner, self._theme.color("accentsoft" if on else "surface"), radius - inset / 2)
        if on or not self.hasFocus():
            line = self._theme.color("accent" if on else "line")
            outline(painter, inner, line, Size.HAIR, radius - inset / 2)
        painter.setFont(self._theme.font(Type.BODY, Weight.STRONG if on else Weight.REGULAR))
        painter.setPen(self._theme.color("accent" if on else "ink" if self.isEnabled() else "ink3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter as on Space."""
        if event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.click()
            return
        super().keyPressEvent(event)


class Segmented(QWidget):
    """A choice between few words, all in sight; arrows move between them."""

    changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[Option],
        value: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = Flow(theme, self, gap=Space.XS, line_gap=Space.XS)
        for key, word in options:
            flow.addWidget(self._add(key, word))
        self.set_value(value)
        self._group.buttonToggled.connect(self._tell)
        theme.changed.connect(self._restyle)

    def value(self) -> str:
        """Return the chosen value, `""` when none is."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose `value`; an unknown one chooses nothing."""
        self._group.setExclusive(False)
        for key, segment in self._segments.items():
            segment.setChecked(key == value)
        self._group.setExclusive(True)
        first = self._segments.get(value) or next(iter(self._segments.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def _add(self, key: str, word: str) -> _Segment:
        segment = self._segments[key] = _Segment(self._theme, key, word)
        self._group.addButton(segment)
        return segment

    def _tell(self, segment: QAbstractButton, on: bool) -> None:
        if on and isinstance(segment, _Segment):
            self.setFocusProxy(segment)
            self.changed.emit(segment.value)

    def _restyle(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.updateGeometry()
        self.update()


TickState = Literal["off", "on", "skipped"]


class TickBox(QAbstractButton):
    """A tick box with its words; Space turns it. `set_state("skipped")` shows the bar of *ej aktuellt*."""

    def __init__(
        self, theme: Theme, text: str, *, on: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._skipped = False
        self.setCheckable(True)
        self.setChecked(on)
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_state(self, state: TickState) -> None:
        """Show the state without telling anybody."""
        self.blockSignals(True)
        self.setChecked(state == "on")
        self.blockSignals(False)
        self._skipped = state == "skipped"
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the box and its words."""
        width = QFontMetricsF(self._theme.font(Type.BODY)).horizontalAdvance(self.text())
        lead = self._theme.px(_BOX + 2 * _BOX_PAD) + (self._theme.px(Space.S) if self.text() else 0)
        return QSize(
            round(lead + width + 0.5), self._theme.dp(Size.LIST_ROW if self.text() else _BOX + 2 * _BOX_PAD)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its sign, the words, and the ring with focus."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        side, pad = self._theme.px(_BOX), self._theme.px(_BOX_PAD)
        box = QRectF(pad, round((rect.height() - side) / 2), side, side)
        state: TickState = "skipped" if self._skipped else "on" if self.isChecked() else "off"
        paint_tick(painter, self._theme, box, state, self.devicePixelRatioF())
        if self.hasFocus():
            around = box.adjusted(-pad, -pad, pad, pad)
            outline(
                painter, around, self._theme.color("accent"), self._theme.px(Size.RING), self._theme.px(6)
            )
        painter.setFont(self._theme.font(Type.BODY))
        painter.setPen(self._theme.color("ink" if self.isEnabled() else "ink3"))
        words = QRectF(box.right() + pad + self._theme.px(Space.S), 0, rect.width(), rect.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_BOX: Final = 20
_BOX_PAD: Final = 4


def paint_tick(painter: QPainter, theme: Theme, box: QRectF, state: TickState, ratio: float) -> None:
    """Paint a tick box in `box`: empty, ticked on ok, or with the bar of what is not relevant."""
    radius = theme.px(Radius.TAG)
    if state == "on":
        fill(painter, box, theme.color("ok"), radius)
        _paint_sign(painter, theme, box, "check", "onaccent", ratio)
        return
    fill(painter, box, theme.color("surface"), radius)
    outline(painter, box, theme.color("ink3"), theme.px(2), radius)
    if state == "skipped":
        _paint_sign(painter, theme, box, "minus", "ink2", ratio)


def _paint_sign(painter: QPainter, theme: Theme, box: QRectF, icon: str, token: str, ratio: float) -> None:
    pixmap = theme.icons.pixmap(icon, token, 14, ratio=ratio)
    side = pixmap.deviceIndependentSize().height()
    painter.drawPixmap(
        QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side).toRect(), pixmap
    )
