"""What Storbild is painted with: its own colours, dark or light, the bundled family, its icons."""

from typing import Final

from PySide6.QtGui import QColor, QFont

from crisisdesk.ui.kit.icons import Icons
from crisisdesk.ui.kit.tokens import FAMILY, TOKEN_NAMES, Tokens
from crisisdesk.ui.kit.wall_tokens import WALL_DARK, WALL_LIGHT

_MOST_FONTS: Final = 64


class WallLook:
    """Colours by token, fonts by px. It follows neither the main window's theme nor its text size."""

    def __init__(self, *, dark: bool = True) -> None:
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[float, int, bool], QFont] = {}
        self.dark = dark
        self.icons = Icons(self)
        self.set_dark(dark)

    def set_dark(self, dark: bool) -> None:
        """Take the dark colours, or the light ones."""
        tokens: Tokens = WALL_DARK if dark else WALL_LIGHT
        self.dark = dark
        self._colors = {name: QColor(getattr(tokens, name)) for name in TOKEN_NAMES}
        self.icons.forget()

    def color(self, token: str) -> QColor:
        """Return the colour of the token; an unknown name is a KeyError."""
        return self._colors[token]

    def dp(self, size: float) -> int:
        """Return the px whole: sizes are laid out for the display already."""
        return max(round(size), 1)

    def font(self, size: float, weight: int, *, struck: bool = False) -> QFont:
        """Return the bundled family at `size` px."""
        key = (size, weight, struck)
        found = self._fonts.get(key)
        if found is None:
            if len(self._fonts) > _MOST_FONTS:
                self._fonts.clear()
            found = self._fonts[key] = QFont(FAMILY)
            found.setPixelSize(self.dp(size))
            found.setWeight(QFont.Weight(weight))
            found.setStrikeOut(struck)
        return found
