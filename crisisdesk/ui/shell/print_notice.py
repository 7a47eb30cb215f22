"""What is told of a print: that it is made, where it is, or why it was not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell.notices import Notices

PRINT = "print"


class PrintNotice(QObject):
    """Tells in the window's notices, and opens the print or its folder when that is asked for.

    `masked_requested` when one without what is secret is wanted instead.
    """

    masked_requested = Signal()

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._ready = Path()
        notices.acted.connect(self._acted)

    def tell_working(self, *, secret: bool = False) -> None:
        """Say that it is being made, and whether it will show what the window covers."""
        said, detail = self.tr("Utskriften görs. Fortsätt arbeta."), self._shows(secret)
        level = "warn" if secret else "info"
        self._notices.show_notice(PRINT, level, said, self._instead(secret), detail=detail, icon="printer")

    def tell_done(self, path: Path, *, secret: bool = False) -> None:
        """Say where it is, and whether it shows what the window covers."""
        self._ready = path
        actions = [
            *self._instead(secret),
            BarAction("open", self.tr("Öppna"), "external-link", closes=False),
            BarAction("folder", self.tr("Visa mappen"), "folder-open", closes=False),
            BarAction("close", self.tr("Stäng")),
        ]
        said = self.tr("Utskriften är klar: {0}").format(path.name)
        where = self.tr("Sparad i {0}").format(path.parent)
        detail, level = f"{self._shows(secret)} {where}".strip(), "warn" if secret else "info"
        self._notices.show_notice(PRINT, level, said, actions, detail=detail, icon="printer")

    def tell_failed(self, sentence: str) -> None:
        """Say why it was not made."""
        self._notices.show_notice(PRINT, "warn", sentence, [BarAction("close", self.tr("Stäng"))])

    def _shows(self, secret: bool) -> str:
        return self.tr("Papperet visar text som är sekretess.") if secret else ""

    def _instead(self, secret: bool) -> list[BarAction]:
        masked = BarAction("masked", self.tr("Skriv ut maskerad kopia"), "eye-off", closes=False)
        return [masked] if secret else []

    def _acted(self, key: str, action: str) -> None:
        if key == PRINT and action == "masked":
            self.masked_requested.emit()
        if key == PRINT and action in ("open", "folder"):
            path = self._ready if action == "open" else self._ready.parent
            # Loaded when something is opened: no start needs it.
            from PySide6.QtCore import QUrl
            from PySide6.QtGui import QDesktopServices

            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
