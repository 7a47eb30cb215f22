"""Displays that a test plugs in and pulls out."""

from PySide6.QtWidgets import QWidget

from crisisdesk.ui.wall.displays import Display, Displays

LAPTOP = Display(key="laptop", number=1, name="eDP-1", area=(0, 0, 1366, 768))
PROJECTOR = Display(key="projector", number=2, name="HDMI-1", area=(1366, 0, 1920, 1080))
OTHER = Display(key="other", number=3, name="DP-1", area=(3286, 0, 1024, 768))
MIRROR = Display(key="mirror", number=2, name="HDMI-1", area=(0, 0, 1366, 768))


class FakeDisplays(Displays):
    """The displays that it is told of; the main window is on `home`."""

    def __init__(self, *displays: Display, home: Display = LAPTOP) -> None:
        super().__init__()
        self._displays = displays
        self._home = home

    def listed(self) -> tuple[Display, ...]:
        return self._displays

    def of(self, window: QWidget) -> str:
        return self._home.key

    def plug(self, *displays: Display) -> None:
        """Let there be these displays."""
        self._displays = displays
        self.changed.emit()
