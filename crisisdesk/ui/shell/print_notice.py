"""What is told of a print: that it is made, where it is, or why it was not."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell.notices import Notices

PRINT = "print"


class PrintNotice(QObject):
    """Tells in the window's notices, and opens the print or its folder when that is asked for."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._ready = Path()
        notices.acted.connect(self._acted)

    def tell_working(self) -> None:
        """Say that it is being made."""
        self._notices.show_notice(PRINT, "info", self.tr("Utskriften görs. Fortsätt arbeta."), icon="printer")

    def tell_done(self, path: Path) -> None:
        """Say where it is."""
        self._ready = path
        actions = [
            BarAction("open", self.tr("Öppna"), "external-link", closes=False),
            BarAction("folder", self.tr("Visa mappen"), "folder-open", closes=False),
            BarAction("close", self.tr("Stäng")),
        ]
        said = self.tr("Utskriften är klar: {0}").format(path.name)
        where = self.tr("Sparad i {0}").format(path.parent)
        self._notices.show_notice(PRINT, "info", said, actions, detail=where, icon="printer")

    def tell_failed(self, sentence: str) -> None:
        """Say why it was not made."""
        self._notices.show_notice(PRINT, "warn", sentence, [BarAction("close", self.tr("Stäng"))])

    def _acted(self, key: str, action: str) -> None:
        if key == PRINT and action in ("open", "folder"):
            path = self._ready if action == "open" else self._ready.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
