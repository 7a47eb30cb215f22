"""The room of a panel over the lines: as high as the panel needs, never so high that the lines have none."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Scroller

_PART: Final = 0.46  # of the screen's height


class PanelRoom(Scroller):
    """Scrolls the panel where the screen is low or the text large."""

    def __init__(self, theme: Theme, panel: QWidget) -> None:
        super().__init__(theme)
        self._panel = panel
        self._height = 0
        self.set_content(panel)  # from here on its events come by eventFilter, as a scroll area wants them

    def set_screen_height(self, height: int) -> None:
        """Take the height of the screen that the panel stands on (px)."""
        self._height = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the panel anew."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the panel needs."""
        if watched is self._panel and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self._panel.layout()
        needed = layout.totalHeightForWidth(self.viewport().width()) if layout is not None else 0
        most = round(self._height * _PART) if self._height else needed
        if (height := max(min(needed, most), 1)) != self.height():
            self.setFixedHeight(height)
