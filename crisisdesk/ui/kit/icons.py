"""The line icons, recoloured from the tokens, sharp on every screen, kept until the theme changes."""

from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from crisisdesk.base import resources
from crisisdesk.ui.kit.tokens import Size


class Palette(Protocol):
    """What the icons need of the theme: its colours and its text scale."""

    def color(self, token: str) -> QColor:
        """Return the colour of the token."""
        ...

    def dp(self, size: float) -> int:
        """Return `size` (px at 100 %) at the text scale, as whole px."""
        ...


class Icons:
    """Reads `icons/NAME.svg` (Lucide names) and paints it in a token's colour; one per theme.

    The theme calls `forget` when its colours or its scale change.
    """

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def forget(self) -> None:
        """Paint every icon anew from now on."""
        self._pixmaps.clear()

    def icon(self, name: str, token: str = "ink2", size: float = Size.ICON) -> QIcon:
        """Return the icon for native parts (menus, fields), with pixels for one- and twofold screens."""
        icon = QIcon(self.pixmap(name, token, size, ratio=1.0))
        icon.addPixmap(self.pixmap(name, token, size, ratio=2.0))
        return icon

    def pixmap(
        self, name: str, token: str = "ink2", size: float = Size.ICON, *, ratio: float = 1.0
    ) -> QPixmap:
        """Return the icon `size` px (at 100 %) wide, for a screen with `ratio` device pixels per px.

        A name without a file is a FileNotFoundError.
        """
        side = self._palette.dp(size)
        key = (name, token, side, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._paint(name, token, side, ratio)
        return found

    def _paint(self, name: str, token: str, side: int, ratio: float) -> QPixmap:
        renderer = self._renderer(name, token)
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _renderer(self, name: str, token: str) -> QSvgRenderer:
        color = self._palette.color(token).name()
        found = self._renderers.get((name, color))
        if found is None:
            svg = resources.read_text(f"icons/{name}.svg").replace("currentColor", color)
            found = self._renderers[(name, color)] = QSvgRenderer(QByteArray(svg.encode()))
        return found
