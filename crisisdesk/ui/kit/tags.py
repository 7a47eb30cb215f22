"""Small marks in text: key caps, state tags, kinds, counts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS, TONES, Radius, Size, Space, Tone, Type, Weight


class Badge(QWidget):
    """What the small marks share: an icon, a word, a fixed size that follows both. Takes no focus."""

    def __init__(self, theme: Theme, word: str, icon: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        theme.changed.connect(self._restyle)

    def word(self) -> str:
        """Return the word shown."""
        return self._word

    def set_word(self, word: str, icon: str | None = None) -> None:
        """Change the word, and the icon unless None."""
        self._word = word
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(word)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for icon, word and padding."""
        word = QFontMetricsF(self._badge_font()).horizontalAdvance(self._word)
        lead = self._lead() if self._icon else 0.0
        return QSize(round(2 * self._pad() + lead + word + 0.5), self._theme.dp(self._badge_height()))

    def minimumSizeHint(self) -> QSize:
        """Return `sizeHint`: a mark is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        self._paint_ground(painter, rect)
        x = rect.x() + self._pad()
        if self._icon:
            self._paint_icon(painter, x, rect)
            x += self._lead()
        painter.setFont(self._badge_font())
        painter.setPen(self._theme.color(self._ink()))
        painter.drawText(
            QRectF(x, rect.y(), rect.right() - x + 1, rect.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self._word,
        )
        painter.end()

    def _paint_icon(self, painter: QPainter, x: float, rect: QRectF) -> None:
        pixmap = self._theme.icons.pixmap(
            self._icon, self._icon_ink(), self._icon_size(), ratio=self.devicePixelRatioF()
        )
        side = pixmap.deviceIndependentSize().height()
        painter.drawPixmap(QRectF(x, rect.y() + (rect.height() - side) / 2, side, side).toRect(), pixmap)

    def _lead(self) -> float:
        return self._theme.px(self._icon_size() + Space.XS)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _pad(self) -> float:
        return self._theme.px(6)

    def _badge_height(self) -> float:
        return Size.TAG

    def _badge_font(self) -> QFont:
        return self._theme.font(Type.TAG, Weight.STRONG)

    def _icon_size(self) -> float:
        return Size.ICON_SMALL

    def _ink(self) -> str:
        return "ink2"

    def _icon_ink(self) -> str:
        return self._ink()

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Nothing behind, unless a mark says so."""


class KeyCap(Badge):
    """A key as it stands on the keyboard, such as `Ctrl L`; `token` is its ink, for caps on the accent."""

    def __init__(self, theme: Theme, key: str, *, token: str = "ink2", parent: QWidget | None = None) -> None:
        self._token = token
        super().__init__(theme, key, parent=parent)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        paint_key_cap(painter, self._theme, rect, self._token)

    def _badge_font(self) -> QFont:
        return self._theme.font(Type.SMALL, Weight.MEDIUM)

    def _badge_height(self) -> float:
        return 18

    def _ink(self) -> str:
        return self._token


class Tag(Badge):
    """A state: icon + word on its soft colour."""

    def __init__(
        self,
        theme: Theme,
        word: str,
        icon: str = "",
        tone: Tone = "neutral",
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._tone: Tone = tone
        super().__init__(theme, word, icon, parent=parent)

    def set_state(self, word: str, icon: str, tone: Tone) -> None:
        """Change word, icon and colour at once."""
        self._tone = tone
        self.set_word(word, icon)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        fill(painter, rect, self._theme.color(TONES[self._tone].ground), self._theme.px(Radius.TAG))

    def _ink(self) -> str:
        return TONES[self._tone].ink


class ExerciseBand(Tag):
    """ÖVNING, in the strong band that can never be mistaken."""

    def __init__(self, theme: Theme, word: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, word, tone="ex", parent=parent)

    def _badge_height(self) -> float:
        return Size.CHIP

    def _pad(self) -> float:
        return self._theme.px(10)

    def _badge_font(self) -> QFont:
        font = self._theme.font(Type.LABEL, Weight.STRONG)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._theme.px(1))
        return font


class Count(Badge):
    """A number in a round badge: red when it counts what is late, else quiet text."""

    def __init__(
        self, theme: Theme, number: int, *, late: bool = False, parent: QWidget | None = None
    ) -> None:
        self._late = late
        super().__init__(theme, str(number), parent=parent)

    def set_number(self, number: int, *, late: bool) -> None:
        """Change the number; `late` makes it the red badge."""
        self._late = late
        self.set_word(str(number))

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if self._late:
            fill(painter, rect, self._theme.color("alarmfill"), rect.height() / 2)

    def _ink(self) -> str:
        return "onfill" if self._late else "ink2"


class KindTag(Badge):
    """The kind of a log line: icon + word in the kind's colour, without ground."""

    def __init__(
        self, theme: Theme, kind: str, word: str = "", icon: str = "", *, parent: QWidget | None = None
    ) -> None:
        self._token = KINDS[kind].token
        super().__init__(theme, word or KINDS[kind].word, icon or KINDS[kind].icon, parent=parent)

    def set_kind(self, kind: str, word: str = "", icon: str = "") -> None:
        """Show another kind."""
        self._token = KINDS[kind].token
        self.set_word(word or KINDS[kind].word, icon or KINDS[kind].icon)

    def _ink(self) -> str:
        return self._token

    def _pad(self) -> float:
        return 0.0

    def _badge_font(self) -> QFont:
        return self._theme.font(Type.QUIET, Weight.STRONG)


def paint_key_cap(painter: QPainter, theme: Theme, rect: QRectF, token: str) -> None:
    """Paint the frame of a key: surface with a hairline, or only a line when it stands on the accent."""
    if token == "ink2":
        fill(painter, rect, theme.color("surface"), theme.px(Radius.TAG))
        outline(painter, rect, theme.color("line"), Size.HAIR, theme.px(Radius.TAG))
    else:
        outline(painter, rect, theme.color(token), Size.HAIR, theme.px(Radius.TAG))
