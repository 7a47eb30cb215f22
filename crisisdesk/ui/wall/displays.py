"""The computer's displays, and which of them is for Storbild: never the one that the main window needs."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from crisisdesk.base.record import Record


class Display(Record, kw_only=True):
    """A display: `key` is its own from one day to the next, `area` its x, y, width and height in px."""

    key: str
    number: int
    name: str
    area: tuple[int, int, int, int]

    @property
    def rect(self) -> QRect:
        """Return where it lies on the desktop."""
        return QRect(*self.area)

    @property
    def words(self) -> str:
        """Return it as it stands in a choice: `Skärm 2, 1920 × 1080 (HDMI-1)`."""
        return f"Skärm {self.number}, {self.area[2]} × {self.area[3]} ({self.name})"


class Displays(QObject):
    """What there is to show on. `changed` when a display came, went, moved or changed its resolution."""

    changed = Signal()

    def listed(self) -> tuple[Display, ...]:
        """Return the displays, in order of their numbers."""
        raise NotImplementedError

    def of(self, window: QWidget) -> str:
        """Return the key of the display that the window is on, "" when none is known."""
        raise NotImplementedError

    def screen(self, key: str) -> QScreen | None:
        """Return Qt's screen of the display, None where Qt has no such screen."""
        return None


def choose(displays: Sequence[Display], wanted: str, main: str) -> Display | None:
    """Return the display for Storbild, None when there is none to take.

    The wanted one when it is there, also when the main window is on it: somebody asked for that. Without it
    another one than the main window's; a display that lies over that one only mirrors it.
    """
    asked = next((one for one in displays if one.key == wanted), None) if wanted else None
    if asked is not None:
        return asked
    home = next((one for one in displays if one.key == main), displays[0] if displays else None)
    return next((one for one in displays if home is not None and not one.rect.intersects(home.rect)), None)


class QtDisplays(Displays):
    """The displays that Qt knows."""

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens = list(app.screens())
        for screen in self._screens:
            self._watch(screen)
        app.screenAdded.connect(self._came)
        app.screenRemoved.connect(self._went)
        app.primaryScreenChanged.connect(self._tell)

    def listed(self) -> tuple[Display, ...]:
        """Return the displays, in Qt's order: the first is the primary one."""
        return tuple(_display(screen, number) for number, screen in enumerate(self._screens, 1))

    def of(self, window: QWidget) -> str:
        """Return the key of the display that the window is on."""
        return _key(window.screen())

    def screen(self, key: str) -> QScreen | None:
        """Return the screen with the key."""
        return next((screen for screen in self._screens if _key(screen) == key), None)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.logicalDotsPerInchChanged.connect(self._tell)

    def _came(self, screen: QScreen) -> None:
        self._screens.append(screen)
        self._watch(screen)
        self.changed.emit()

    def _went(self, screen: QScreen) -> None:
        # Told before Qt moves the windows of that screen: they can still be hidden.
        self._screens = [one for one in self._screens if one is not screen]
        self.changed.emit()

    def _tell(self, _news: object = None) -> None:
        self.changed.emit()


def _key(screen: QScreen) -> str:
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    return "|".join(parts)


def _display(screen: QScreen, number: int) -> Display:
    area = screen.geometry()
    return Display(
        key=_key(screen),
        number=number,
        name=screen.name() or screen.model() or "okänd",
        area=(area.x(), area.y(), area.width(), area.height()),
    )
