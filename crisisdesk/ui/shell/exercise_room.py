"""Runs an exercise in the window: injects reach the group as notices, one at a time."""

from PySide6.QtCore import QObject, Signal

from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell.exercise_bar import ExerciseBar, told
from crisisdesk.ui.shell.notices import Notices

INJECT = "inject"


class ExerciseRoom(QObject):
    """`log_requested` when somebody wants to write an inject down as information that came in."""

    log_requested = Signal()

    def __init__(
        self, strip: ExerciseBar, notices: Notices, zone: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = strip.queue
        self._notices = notices
        self._zone = zone
        strip.arrived.connect(self._show)
        notices.acted.connect(self._acted)

    def _show(self) -> None:
        unread = self._queue.unread()
        first = next(iter(unread), None)
        if first is None:
            return
        actions = [
            BarAction("log", self.tr("Logga"), "arrow-down-left", closes=False),
            BarAction("read", self.tr("Läst"), "check"),
        ]
        more = self.tr("{0} till väntar").format(len(unread) - 1) if len(unread) > 1 else ""
        text = told(first, self._zone, first.at)
        self._notices.show_notice(INJECT, "ex", text, actions, detail=more)

    def _acted(self, key: str, action: str) -> None:
        if key != INJECT:
            return
        if action == "log":
            self.log_requested.emit()
        else:
            self._queue.read_first()
            self._notices.clear(INJECT)
            self._show()
