"""The picture of Storbild, as the room sees it: dark, on a display of 1920 × 1080."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from crisisdesk.incident.cover import covered_state
from crisisdesk.session.session import Session
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.wall.window import WallWindow

DISPLAY = QSize(1920, 1080)
SHOWN = QSize(1366, 768)


def wall_picture(theme: Theme, session: Session) -> QImage:
    """Return the board on the wall as the incident stands, as wide as the other pictures."""
    wall = WallWindow(theme)
    wall.resize(DISPLAY)
    wall.show_state(covered_state(session.state), session.now)
    wall.show()
    QApplication.processEvents()
    picture = wall.grab().toImage()
    wall.end()
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(SHOWN, keep, smooth)
