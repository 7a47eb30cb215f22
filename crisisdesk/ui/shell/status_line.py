"""The status line: the honest instruments at the left, the most needed keys at the right."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import TONES, Size, Space, Type, Weight
from crisisdesk.ui.kit.widgets import KeyCap, Label, Panel, hold_size
from crisisdesk.ui.shell.keys import key
from crisisdesk.ui.shell.status_rows import Instrument

HEIGHT: Final = 28
_HINTS_FROM: Final = 1330  # px at 100 % that the instruments and all key hints need


class StatusLine(Panel):
    """Shows instruments by name, in the order of `NAMES`."""

    NAMES: Final = ("saved", "secrecy", "copy", "battery", "plan", "wall")

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "sunken",
            edges=("top",),
            horizontal=True,
            margin=(Space.M, 0, Space.M, 0),
            gap=Space.L,
            parent=parent,
        )
        self._parts = {name: InstrumentView(theme) for name in self.NAMES}
        for part in self._parts.values():
            self.add(part)
        self.body.addStretch(1)
        self._hints = [
            self._hint("quick", self.tr("logga")),
            self._hint("decision", self.tr("beslut")),
            self._hint("palette", self.tr("gå till")),
            self._hint("keys", self.tr("alla kortkommandon"), "Ctrl /"),
        ]
        hold_size(theme, self, height=HEIGHT)

    def show_instrument(self, name: str, instrument: Instrument) -> None:
        """Show one instrument; an unknown name is a KeyError."""
        self._parts[name].show_instrument(instrument)

    def instrument(self, name: str) -> Instrument:
        """Return what an instrument shows."""
        return self._parts[name].instrument

    def set_room(self, logical_width: float) -> None:
        """Leave out key hints where the instruments need the width (px at 100 %)."""
        for place, hint in enumerate(reversed(self._hints)):
            hint.setVisible(logical_width > _HINTS_FROM - 110 * place)

    def _hint(self, id: str, words: str, shown: str = "") -> QWidget:
        hint = Panel(self._theme, "sunken", horizontal=True, gap=Space.XS)
        hint.body.setContentsMargins(0, Size.HAIR, 0, 0)
        hint.add(KeyCap(self._theme, shown or key(id).cap))
        hint.add(Label(self._theme, words, "small"))
        self.add(hint)
        return hint


class InstrumentView(QWidget):
    """An icon and words in the tone of what they say; gone while there is nothing to say."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.instrument = Instrument()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.hide()
        theme.changed.connect(self.updateGeometry)

    def show_instrument(self, instrument: Instrument) -> None:
        """Show it; nothing is done when it stands there already."""
        if instrument == self.instrument:
            return
        self.instrument = instrument
        self.setAccessibleName(instrument.words)
        self.setVisible(bool(instrument.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        words = QFontMetricsF(self._font()).horizontalAdvance(self.instrument.words)
        return QSize(round(words + self._lead() + 1), self._theme.dp(Size.TAG))

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`: an instrument is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = painter_on(self)
        ink = TONES[self.instrument.tone].ink
        pixmap = self._theme.icons.pixmap(
            self.instrument.icon, ink, Size.ICON_SMALL, ratio=self.devicePixelRatioF()
        )
        side = pixmap.deviceIndependentSize().height()
        painter.drawPixmap(QRectF(0, (self.height() - side) / 2, side, side).toRect(), pixmap)
        painter.setFont(self._font())
        painter.setPen(self._theme.color(ink))
        words = QRectF(self._lead(), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.instrument.words)
        painter.end()

    def _lead(self) -> float:
        return self._theme.px(Size.ICON_SMALL + Space.XS)

    def _font(self) -> QFont:
        loud = self.instrument.tone in ("ok", "alarm")
        return self._theme.font(Type.QUIET, Weight.STRONG if loud else Weight.REGULAR)
