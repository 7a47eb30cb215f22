"""The window on the projector: shows a covered state in one mode at a time, and asks for nothing."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.wall import modes
from crisisdesk.ui.wall.displays import Display, Displays
from crisisdesk.ui.wall.lay_head import lay_head
from crisisdesk.ui.wall.look import WallLook
from crisisdesk.ui.wall.painter import ScenePainter
from crisisdesk.ui.wall.pictures import Pictures
from crisisdesk.ui.wall.rows import head_row
from crisisdesk.ui.wall.scene import Rect, Scene

_WINDOWED: Final = (960, 540)
_ARRIVING: Final = 1000  # ms after it came up in which a focus was given by the desktop, not by the user


class WallWindow(QWidget):
    """`turned_off` when it was closed on the wall itself; `left` when it was clicked: the keys belong to the
    main window; `content_requested(id)` when it needs the bytes of an attachment that is open.

    It takes no focus when it comes up. What is typed on it does nothing; Escape turns it off.
    """

    turned_off = Signal()
    left = Signal()
    content_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._arrived = QElapsedTimer()
        self._theme = theme  # its fonts are loaded when it exists
        self.look = WallLook()
        self.pictures = Pictures(self)
        self.pictures.wanted.connect(self.content_requested)
        self.pictures.ready.connect(self.update)
        self._state: State | None = None
        self._now: datetime | None = None
        self._mode = modes.MODES[0]
        self._picture = 0
        self._at = ""
        self._rows: tuple[Any, Any] | None = None
        self._scene: Scene | None = None
        self._room = Rect(0, 0, 0, 0)
        self._ending = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Storbild – CrisisDesk"))
        self.setAccessibleName(self.tr("Storbild"))

    # ---------------------------------------------------------------- what it shows

    def show_state(self, state: State, now: datetime) -> None:
        """Show the covered state at the moment (UTC); nothing is painted when nothing changed."""
        self._state, self._now = state, now
        self._refresh()

    def show_mode(self, key: str, picture: int = 0) -> None:
        """Show the mode; `picture` is a frozen Lägesbild's number, 0 for the living one."""
        self._mode, self._picture = modes.mode(key), picture
        self.setAccessibleName(self.tr("Storbild: {0}").format(self._mode.word))
        self._refresh()

    def point_at(self, place: str) -> None:
        """Follow the keeper to a place such as `point:1/5.2.6`, "" for nowhere."""
        self._at = place
        self._refresh()

    def set_dark(self, dark: bool) -> None:
        """Take the dark colours, or the light ones."""
        if dark != self.look.dark:
            self.look.set_dark(dark)
            self.update()

    @property
    def mode(self) -> str:
        """Return the key of the mode that is shown."""
        return self._mode.key

    def texts(self) -> list[str]:
        """Return every text that can be seen."""
        drawn = self._mode.drawn(self._rows[1]) if self._rows is not None else ()
        return [*self.scene().texts(), *drawn]

    def scene(self) -> Scene:
        """Return what is painted."""
        if self._scene is None:
            self._scene = self._lay_out()
        return self._scene

    # ---------------------------------------------------------------- where it stands

    def stand_on(self, display: Display, displays: Displays) -> None:
        """Fill the display, without taking the focus."""
        screen = displays.screen(display.key)
        self.setCursor(Qt.CursorShape.BlankCursor)
        if self.isVisible() and self.isFullScreen() and self.geometry() == display.rect:
            return
        self.winId()  # a window of its own from here on, so that it can be told its screen
        if screen is not None and self.screen() is not screen:
            self.setScreen(screen)
        self.setGeometry(display.rect)
        # Not showFullScreen: that takes the focus as well.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def stand_free(self, beside: QWidget) -> None:
        """Stand as a window that the user moves, under the main window's upper left corner at first."""
        if self.isVisible() and not self.isFullScreen():
            return
        self.unsetCursor()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*_WINDOWED)
        self.move(beside.geometry().topLeft())
        self.show()

    def end(self) -> None:
        """Close without telling: the main window wants it so."""
        self._ending = True
        self.pictures.close()
        self.close()

    # ---------------------------------------------------------------- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the scene, and what the mode draws itself."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("bg"))
        if self._state is not None:
            ScenePainter(painter, self.look, self.devicePixelRatioF()).paint(self.scene().items)
            if self._mode.drawing is not None and self._rows is not None:
                self._mode.drawing(painter, self._room, self._rows[1], self.look, self.pictures)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Remember when it came up."""
        super().showEvent(event)
        self._arrived.start()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Give the focus back that a desktop gives to every new window, whatever was asked of it."""
        super().changeEvent(event)
        arriving = self._arrived.isValid() and not self._arrived.hasExpired(_ARRIVING)
        if event.type() == QEvent.Type.ActivationChange and arriving and self.isActiveWindow():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the size."""
        self._scene = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn off on Escape; every other key ends here."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the keys back to the main window."""
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn off; the main window tells of it."""
        super().closeEvent(event)
        if not self._ending:
            self.turned_off.emit()

    # ---------------------------------------------------------------- inside

    def _refresh(self) -> None:
        # Out of sight, while it waits for its display, it costs the main window nothing.
        if self._state is None or self._now is None or self.isHidden():
            return
        read = self._mode.read(self._state, self._now, self._picture)
        rows = (head_row(self._state, self._now), self._mode.pointed(read, self._at))
        if rows != self._rows:
            self._rows = rows
            self._scene = None
            self.update()

    def _lay_out(self) -> Scene:
        scene = Scene(float(self.width()), float(self.height()))
        if self._rows is not None:
            head, rows = self._rows
            self._room = lay_head(scene, head)
            self._mode.lay(scene, self._room, rows)
        return scene
