"""What the computer's clock and sleep did, noted in the log of an open incident."""

from PySide6.QtCore import QObject

from crisisdesk.features import lifecycle
from crisisdesk.kernel.command import Command
from crisisdesk.session.clock_watch import Moved, Slept
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.shell.pulse import Pulse


class ClockNotes(QObject):
    """Notes that the computer slept and that its clock was moved (product, Failures)."""

    def __init__(self, pulse: Pulse, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        pulse.slept.connect(self._note_sleep)
        pulse.moved.connect(self._note_moved)

    def _note_sleep(self, slept: Slept) -> None:
        self._note(lifecycle.commands.NoteSleep(since=slept.since, until=slept.until))

    def _note_moved(self, moved: Moved) -> None:
        self._note(lifecycle.commands.NoteClockMoved(seconds=moved.seconds))

    def _note(self, command: Command) -> None:
        if not self._bridge.state[lifecycle.FEATURE].closed:
            self._bridge.execute(command)
