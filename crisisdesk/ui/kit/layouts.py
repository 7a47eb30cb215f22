"""Rows and columns whose margins and gaps follow the text scale."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

Margins = float | tuple[float, float, float, float]  # all sides, or left, top, right, bottom; px at 100 %


class Column(QVBoxLayout):
    """A column with `margin` around and `gap` between, in px at 100 %; the layout of `parent` when one is
    given.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margin: Margins = 0, gap: float = Space.S
    ) -> None:
        super().__init__()
        _Spacing(theme, self, margin, gap)
        if parent is not None:
            parent.setLayout(self)


class Row(QHBoxLayout):
    """A row with `margin` around and `gap` between, in px at 100 %; laid out in `parent` when given."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, margin: Margins = 0, gap: float = Space.S
    ) -> None:
        super().__init__()
        _Spacing(theme, self, margin, gap)
        if parent is not None:
            parent.setLayout(self)


def hold_size(theme: Theme, widget: QWidget, *, width: float = 0, height: float = 0) -> None:
    """Give `widget` a fixed width or height (px at 100 %, 0 for free) that follows the text scale."""
    _Size(theme, widget, width, height)


class _Spacing(QObject):
    """Sets a layout's spaces now and at each change of the theme; lives as long as the layout."""

    def __init__(self, theme: Theme, layout: QBoxLayout, margin: Margins, gap: float) -> None:
        super().__init__(layout)
        self._theme = theme
        self._layout = layout
        self._margins = margin if isinstance(margin, tuple) else (margin, margin, margin, margin)
        self._gap = gap
        theme.changed.connect(self._set)
        self._set()

    def _set(self) -> None:
        left, top, right, bottom = (self._theme.dp(side) for side in self._margins)
        self._layout.setContentsMargins(left, top, right, bottom)
        self._layout.setSpacing(self._theme.dp(self._gap))


class _Size(QObject):
    """Sets a widget's size now and at each change of the theme; lives as long as the widget."""

    def __init__(self, theme: Theme, widget: QWidget, width: float, height: float) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self._width = width
        self._height = height
        theme.changed.connect(self._set)
        self._set()

    def _set(self) -> None:
        if self._width:
            self._widget.setFixedWidth(self._theme.dp(self._width))
        if self._height:
            self._widget.setFixedHeight(self._theme.dp(self._height))
