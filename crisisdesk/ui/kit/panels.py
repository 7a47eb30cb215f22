"""Grounds and frames: panels, cards, scrolling areas, empty states, progress."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.layouts import Column, Margins, Row
from crisisdesk.ui.kit.painting import fill, outline, painter_on
from crisisdesk.ui.kit.tags import KeyCap
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space

Edge = Literal["top", "bottom", "left", "right"]


class Panel(QWidget):
    """A plain ground (`bg`, `surface`, `sunken`, `nav`) with hairlines at the named edges; lay out in
    `.body`.
    """

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        *,
        edges: Sequence[Edge] = (),
        edge_token: str = "line",
        edge_width: float = Size.HAIR,
        horizontal: bool = False,
        margin: Margins = 0,
        gap: float = Space.S,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edges = tuple(edges)
        self._edge_token = edge_token
        self._edge_width = edge_width
        lay_out = Row if horizontal else Column
        self.body: Row | Column = lay_out(theme, self, margin=margin, gap=gap)
        theme.changed.connect(self.update)

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


class Card(Panel):
    """A surface with round corners and a hairline; `ringed` draws the accent ring of what has changed."""

    def __init__(
        self,
        theme: Theme,
        ground: str = "surface",
        *,
        line: str = "line",
        radius: float = Radius.CARD,
        margin: Margins = Space.M,
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
        width = max(content.minimumSizeHint().width(), content.minimumWidth()) if content is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), self._theme.dp(_LOWEST))

    def sizeHint(self) -> QSize:
        """Ask for the whole of the content."""
        content = self.widget()
        whole = content.sizeHint() if content is not None else QSize(0, 0)
        return whole + QSize(self.verticalScrollBar().sizeHint().width(), 0)


_LOWEST: Final = 60  # px of height in which one can still scroll


class EmptyState(QWidget):
    """What belongs here when there is nothing, and which key puts it there."""

    def __init__(
        self, theme: Theme, text: str, key: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = WrapLabel(theme, text, "body", token="ink2")
        # Its words stand beside the icon and the key, however high the room is.
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = Row(theme, self, margin=Space.L)
        if icon:
            row.addWidget(IconView(theme, icon, "ink3"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text)
        if key:
            row.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
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
