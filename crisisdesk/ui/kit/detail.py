"""What a detail pane is made of: named values under each other, and links to other places."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.pane_look import NamedValue
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight


class ValueList(QWidget):
    """Names at the left in quiet ink, their values beside them; a value that is long wraps."""

    def __init__(
        self,
        theme: Theme,
        values: Sequence[NamedValue] = (),
        *,
        name_width: float = 74,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name_width = name_width
        self._pairs: list[tuple[WrapLabel, WrapLabel]] = []
        self._shown: tuple[NamedValue, ...] = ()
        self._hits: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.set_values(values)

    def set_values(self, values: Sequence[NamedValue]) -> None:
        """Show the values in order; labels are kept, so that nothing flickers."""
        self._shown = tuple(values)
        while len(self._pairs) < len(self._shown):
            self._add_pair()
        for place, (name, value) in enumerate(self._pairs):
            used = place < len(self._shown)
            name.setVisible(used)
            value.setVisible(used)
            if used:
                name.setText(self._shown[place][0])
                value.setText(self._shown[place][1])
        self.setAccessibleName(", ".join(f"{name} {value}" for name, value in self._shown))
        self.setVisible(bool(self._shown))

    def set_hits(self, words: tuple[str, ...]) -> None:
        """Mark where the folded words stand in the values."""
        self._hits = words
        for _name, value in self._pairs:
            value.set_hits(words)

    def values(self) -> tuple[NamedValue, ...]:
        """Return what is shown."""
        return self._shown

    def _add_pair(self) -> None:
        pair = WrapLabel(self._theme, "", "body", token="ink2"), WrapLabel(self._theme, "", "body")
        for column, label in enumerate(pair):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, len(self._pairs), column)
        pair[1].set_hits(self._hits)
        self._pairs.append(pair)

    def _restyle(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._theme.dp(self._name_width))
        self._grid.setHorizontalSpacing(self._theme.dp(Space.S))
        self._grid.setVerticalSpacing(self._theme.dp(3))


class LinkButton(QAbstractButton):
    """A place to go to: an icon and its words, cut with … where the room is short."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        *,
        token: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._token = token
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return the room for the icon and the whole text."""
        words = QFontMetricsF(self._theme.font(Type.BODY)).horizontalAdvance(self.text())
        # Whole metrics measure a letter or two wider than these: a spare px keeps the end from being cut.
        room = self._text_x() + words * 1.01 + self._theme.px(Space.S)
        return QSize(round(room), self._theme.dp(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a word still fits."""
        return QSize(min(self.sizeHint().width(), self._theme.dp(_NARROWEST)), self._theme.dp(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space, once when held; Up and Down walk to what stands before and after."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon and the words; underlined under the mouse, ringed with focus."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            fill(painter, rect, self._theme.color("accentsoft"), self._theme.px(Radius.TAG))
            outline(
                painter,
                rect,
                self._theme.color("accent"),
                self._theme.px(Size.RING),
                self._theme.px(Radius.TAG),
            )
        pixmap = self._theme.icons.pixmap(
            self._icon, self._token, Size.ICON_SMALL, ratio=self.devicePixelRatioF()
        )
        side = pixmap.deviceIndependentSize().height()
        left = self._theme.px(Space.XS)
        painter.drawPixmap(QRectF(left, (rect.height() - side) / 2, side, side).toRect(), pixmap)
        font = self._theme.font(Type.BODY, Weight.REGULAR)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        words = rect.adjusted(self._text_x(), 0, -left, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
        self.setToolTip("" if text == self.text() else self.text())

    def _text_x(self) -> float:
        return self._theme.px(Space.XS + Size.ICON_SMALL + 6)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


_HEIGHT: Final = 28
_NARROWEST: Final = 80
