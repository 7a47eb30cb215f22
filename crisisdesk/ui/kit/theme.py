"""The theme in use: colours, fonts and sizes from the tokens, light or dark, 100-200 % text."""

from string import Template
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from crisisdesk.base import resources
from crisisdesk.ui.kit.icons import Icons
from crisisdesk.ui.kit.tokens import (
    DARK,
    FAMILY,
    FONT_FILES,
    LIGHT,
    TOKEN_NAMES,
    Pad,
    Radius,
    Size,
    Space,
    Type,
    Weight,
)

SMALLEST: Final = 1.0
LARGEST: Final = 2.0
_POINTS_PER_INCH: Final = 72.0
ARGUMENTS: Final = ("-style", "fusion")
"""For QApplication: the native style that lets itself be dressed fully, alike on every system. To ask for it
later would be slow: PySide would define every class of style."""


class Theme(QObject):
    """Colours, fonts and sizes; handed to every kit widget as its first argument.

    `changed` fires after `apply`: widgets that paint take their colours and sizes anew.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int], QFont] = {}
        self._dark = False
        self._scale = SMALLEST
        self._fonts_loaded = False
        self._take_colors()
        self.icons = Icons(self)
        self.changed.connect(self.icons.forget)

    @property
    def dark(self) -> bool:
        """Whether the dark tokens are in use."""
        return self._dark

    @property
    def scale(self) -> float:
        """Text scale, 1.0 to 2.0."""
        return self._scale

    def apply(self, app: QApplication, *, dark: bool, scale: float = 1.0) -> None:
        """Dress the whole program: fonts, palette, style sheets. `scale` is held within 1.0 and 2.0."""
        self._dark = dark
        self._scale = min(max(scale, SMALLEST), LARGEST)
        self._fonts.clear()
        self._take_colors()
        self._load_fonts()
        app.setPalette(self._palette())
        app.setFont(self.font(Type.BODY))
        app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def color(self, token: str) -> QColor:
        """Return the colour of the token, such as `"ink2"`; an unknown name is a KeyError."""
        return self._colors[token]

    def px(self, size: float) -> float:
        """Return `size` (px at 100 %) in px at the text scale."""
        return size * self._scale

    def dp(self, size: float) -> int:
        """Return `size` (px at 100 %) at the text scale, as whole px."""
        return round(size * self._scale)

    def font(self, size: float = Type.BODY, weight: int = Weight.REGULAR) -> QFont:
        """Return the bundled family at `size` px (at 100 %); halves of a px are kept."""
        found = self._fonts.get((size, weight))
        if found is None:
            found = QFont(FAMILY)
            found.setPointSizeF(self._points(size))
            found.setWeight(QFont.Weight(weight))
            self._fonts[(size, weight)] = found
        return QFont(found)

    def _points(self, size: float) -> float:
        # px sizes of QFont are whole numbers; points are not, so 13.5 px goes by way of the screen's dpi
        screen = QGuiApplication.primaryScreen()
        return self.px(size) * _POINTS_PER_INCH / screen.logicalDotsPerInchY()

    def _take_colors(self) -> None:
        tokens = DARK if self._dark else LIGHT
        self._colors = {name: QColor(getattr(tokens, name)) for name in TOKEN_NAMES}

    def _load_fonts(self) -> None:
        if self._fonts_loaded:
            return
        for name in FONT_FILES:
            if QFontDatabase.addApplicationFontFromData(resources.read_bytes(name)) < 0:
                raise RuntimeError(f"font {name} cannot be read")
        self._fonts_loaded = True

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        return palette

    def _style_sheet(self) -> str:
        values = self._values()
        sheets = resources.names("styles", ".qss")
        return "\n".join(
            Template(resources.read_text(f"styles/{name}.qss")).substitute(values) for name in sheets
        )

    def _values(self) -> dict[str, str]:
        """Every name that a style sheet template may use."""
        values = {name: color.name() for name, color in self._colors.items()}
        for group in (Space, Pad, Radius, Size):
            for name, number in _numbers(group):
                values[f"{group.__name__.lower()}_{name}"] = f"{self.dp(number)}px"
        for name, number in _numbers(Type):
            values[f"type_{name}"] = f"{self._points(number):.3f}pt"
        return values


_PALETTE: Final = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "onfill",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onaccent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "ink3",
    QPalette.ColorRole.Shadow: "ink3",
}


def _numbers(group: type) -> list[tuple[str, float]]:
    return [(name.lower(), value) for name, value in vars(group).items() if isinstance(value, (int, float))]
