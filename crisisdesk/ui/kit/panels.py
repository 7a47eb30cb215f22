"""Grounds and frames: panels, cards, scrolling areas, empty states, notice bars, progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from crisisdesk.ui.kit.buttons import Button
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.tags import KeyCap
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space

Edge = Literal["top", "bottom", "left", "right"]


class Panel(QWidget):
    """A plain ground (`bg`, `surface`, `sunken`, `nav`) with hairlines at the named edges; lay out in `.body`."""

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        *,
        edges: Sequence[Edge] = (),
        edge_token: str = "line",
        edge_width: float = Size.HAIR,
        horizontal: bool = False,
        margin: float = 0,
        gap: float = Space.S,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edges = tuple(edges)
        self._edge_token = edge_token
        self._edge_width = edge_width
        self._margin = margin
        self._gap = gap
        self.body: QBoxLayout = QHBoxLayout(self) if horizontal else QVBoxLayout(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_ground(self, ground: str) -> None:
        """Change the ground's token."""
        self._ground = ground
        self.update()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` at the end of the body."""
        self.body.addWidget(widget, stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairlines."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, self._theme.color(self._ground))
        for edge in self._edges:
            painter.fillRect(self._edge_rect(edge, rect), self._theme.color(self._edge_token))
        painter.end()

    def _edge_rect(self, edge: Edge, rect: QRectF) -> QRectF:
        wide = self._edge_width
        if edge == "top":
            return QRectF(rect.x(), rect.y(), rect.width(), wide)
        if edge == "bottom":
            return QRectF(rect.x(), rect.bottom() - wide, rect.width(), wide)
        if edge == "left":
            return QRectF(rect.x(), rect.y(), wide, rect.height())
        return QRectF(rect.right() - wide, rect.y(), wide, rect.height())

    def _restyle(self) -> None:
        margin = self._theme.dp(self._margin)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(self._theme.dp(self._gap))
        self.update()


class Card(Panel):
    """A surface with round corners and a hairline; `ringed` draws the accent ring of what has changed."""

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        *,
        line: str = "line",
        radius: float = Radius.CARD,
        margin: float = Space.M,
        gap: float = Space.S,
        horizontal: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._line = line
        self._radius = radius
        self._ringed = False
        super().__init__(theme, ground, margin=margin, gap=gap, horizontal=horizontal, parent=parent)

    def set_ringed(self, ringed: bool) -> None:
        """Ring the card in the accent, or not."""
        self._ringed = ringed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and line with round corners."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        radius = self._theme.px(self._radius)
        fill(painter, rect, self._theme.color(self._ground), radius)
        if self._ringed:
            outline(painter, rect, self._theme.color("accent"), self._theme.px(Size.RING), radius)
        elif self._line:
            outline(painter, rect, self._theme.color(self._line), Size.HAIR, radius)
        painter.end()


class Rule(QWidget):
    """A hairline across or down."""

    def __init__(self, theme: Theme, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        if vertical:
            self.setFixedWidth(Size.HAIR)
        else:
            self.setFixedHeight(Size.HAIR)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), self._theme.color("line"))
        painter.end()


class Scroller(QScrollArea):
    """Scrolls one widget up and down, without frame or ground of its own; follows the keyboard focus."""

    def __init__(
        self, theme: Theme, content: QWidget | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """Scroll `content` from now on; the old one is deleted."""
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll as little as needed to show the whole of `widget`."""
        self.ensureWidgetVisible(widget, 0, self._theme.dp(Space.S))

    def minimumSizeHint(self) -> QSize:
        """Ask for the content's least width, so that nothing is cut at the side, and for few px of height."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), self._theme.dp(60))


class EmptyState(QWidget):
    """What belongs here when there is nothing, and which key puts it there."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = WrapLabel(theme, text, "body", token="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.dp(Space.L), theme.dp(Space.L), theme.dp(Space.L), theme.dp(Space.L))
        row.setSpacing(theme.dp(Space.S))
        if icon:
            row.addWidget(IconView(theme, icon, "ink3"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        if key:
            row.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{text} {key}".strip())

    def set_text(self, text: str) -> None:
        """Change the sentence."""
        self._text.setText(text)
        self.setAccessibleName(text)


class ProgressBar(QWidget):
    """A thin bar: how many of how many are done."""

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = 0.0
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(0, 0)
        theme.changed.connect(self._restyle)

    def set_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`; nothing of nothing is empty."""
        self._part = min(done / total, 1.0) if total > 0 else 0.0
        self.setAccessibleName(self.tr("{0} {1} av {2}").format(self._name, done, total).strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Return 220 x 6 px."""
        return QSize(self._theme.dp(220), self._theme.dp(Size.PROGRESS))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still tells something."""
        return QSize(self._theme.dp(48), self._theme.dp(Size.PROGRESS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove and the part done."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        fill(painter, rect, self._theme.color("line"), rect.height() / 2)
        if self._part > 0:
            done = QRectF(rect.x(), rect.y(), max(rect.width() * self._part, rect.height()), rect.height())
            fill(painter, done, self._theme.color("ok"), rect.height() / 2)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


BarTone = Literal["alarm", "warn", "info", "ex"]


@dataclass(frozen=True)
class BarAction:
    """A verb on a notice bar; `key` names it in `Bar.acted`, `closes` says whether the bar goes with it."""

    key: str
    text: str
    icon: str = ""
    closes: bool = True


@dataclass(frozen=True)
class _BarLook:
    ink: str
    ground: str
    edge: str
    icon: str


_BARS: Final[dict[str, _BarLook]] = {
    "alarm": _BarLook("ink", "alarmsoft", "alarm", "triangle-alert"),
    "warn": _BarLook("ink", "warnsoft", "warn", "triangle-alert"),
    "info": _BarLook("ink", "accentsoft", "accent", "info"),
    "ex": _BarLook("onfill", "ex", "ex", "graduation-cap"),
}


class Bar(QWidget):
    """A notice across the window. It stays until one of its own actions closes it (`closed`)."""

    acted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: BarTone,
        text: str,
        actions: Sequence[BarAction] = (),
        *,
        icon: str = "",
        detail: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = _BARS[tone]
        self._text = WrapLabel(theme, text, "medium", token=self._look.ink)
        self._detail = WrapLabel(theme, detail, "body", token=self._look.ink)
        self._detail.setVisible(bool(detail))
        self._row = QHBoxLayout(self)
        self._build(icon or self._look.icon, actions)
        self._name(text, detail)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str, detail: str = "") -> None:
        """Change what it says."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._name(text, detail)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground with a bar at the left and a line under it."""
        painter = painter_on(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, self._theme.color(self._look.ground))
        edge = self._theme.color(self._look.edge)
        painter.fillRect(QRectF(0, 0, self._theme.px(Size.BAR), rect.height()), edge)
        painter.fillRect(QRectF(0, rect.height() - Size.HAIR, rect.width(), Size.HAIR), edge)
        painter.end()

    def _build(self, icon: str, actions: Sequence[BarAction]) -> None:
        ink = self._look.ink if self._look.ink == "onfill" else self._look.edge
        self._row.addWidget(IconView(self._theme, icon, ink, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self._text)
        texts.addWidget(self._detail)
        texts.addStretch(1)
        self._row.addLayout(texts, 1)
        for action in actions:
            button = Button(self._theme, action.text, action.icon)
            button.clicked.connect(lambda _=False, chosen=action: self._act(chosen))
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _act(self, action: BarAction) -> None:
        self.acted.emit(action.key)
        if action.closes:
            self.hide()
            self.closed.emit()

    def _name(self, text: str, detail: str) -> None:
        self.setAccessibleName(f"{text} {detail}".strip())

    def _restyle(self) -> None:
        side, edge = self._theme.dp(Space.L), self._theme.dp(Space.S)
        self._row.setContentsMargins(side, edge, side, edge)
        self._row.setSpacing(self._theme.dp(Space.S))
        self.update()
