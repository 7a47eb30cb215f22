"""Between the session and the window: commands go down, changes come up as signals."""

import logging
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from crisisdesk.base.errors import RuleBroken, WorldFault
from crisisdesk.incident.cover import Cover
from crisisdesk.incident.state import State
from crisisdesk.incident.wording import READ_ONLY
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.session.session import Head, Session
from crisisdesk.ui.kit.screen import Screen

_log = logging.getLogger(__name__)


class Bridge(QObject):
    """Carries commands to the session. One short synced write on the GUI thread, before it returns.

    `changed` brings every change; `failed(sentence, remedy)` a write that the world refused; `saved` says
    that the last write went well; `broke(sentence)` a bug, which is logged and leaves the window up.
    """

    changed = Signal(object)
    failed = Signal(str, str)
    saved = Signal()
    broke = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._session = session
        self._covering = False
        self._cover: Cover | None = None
        self._stop = session.listen(self.changed.emit)

    @property
    def state(self) -> State:
        """Return the incident as it stands; read it, never change it."""
        return self._session.state

    @property
    def shown_state(self) -> State:
        """Return what the main window may show: the covered incident while the window must cover."""
        return self.covered_state if self._covering else self.state

    @property
    def covered_state(self) -> State:
        """Return the incident with a bar for every secret text: the only one that a wall ever sees.

        While nothing is secret it is the incident itself. The other is made when it is first asked for.
        """
        if not self.state.marks.any:
            self._cover = None
            return self.state
        if self._cover is None:
            self._cover = Cover(self.state)
        return self._cover.follow()

    @property
    def covering(self) -> bool:
        """Return whether the main window covers what is secret."""
        return self._covering

    def cover(self, covering: bool) -> None:
        """Let `shown_state` be covered, or the true one; whoever shows it is to be asked anew."""
        self._covering = covering

    @property
    def head(self) -> Head:
        """Return where the journal's chain stands."""
        return self._session.head

    @property
    def now(self) -> datetime:
        """Return the incident's time (UTC)."""
        return self._session.now

    @property
    def saved_at(self) -> datetime | None:
        """Return when the last fact was written (UTC)."""
        return self._session.saved_at

    def carry_out(self, command: Command, screen: Screen) -> None:
        """Carry out a screen's wish and answer it."""
        screen.answer(*self.execute(command))

    def execute(self, command: Command) -> tuple[bool, str, str]:
        """Carry the command out; return whether it was done, else the refusal's sentence and field.

        A fault of the world comes as `failed`, a bug as `broke`; both answer (False, "", "").
        """
        try:
            self.perform(command)
        except RuleBroken as refusal:
            return False, refusal.sentence, refusal.field
        except WorldFault as fault:
            self.failed.emit(fault.sentence, fault.remedy)
            return False, "", ""
        except Exception:  # noqa: BLE001 - a bug is logged and told; the window stays up
            _log.exception("a command broke: %s", command.NAME)
            self.broke.emit(self.tr("Ett fel i programmet är loggat. Det som är sparat finns kvar."))
            return False, "", ""
        return True, "", ""

    def perform(self, command: Command) -> Change:
        """Carry the command out and return the change; raises RuleBroken and WorldFault.

        In an incident that is only read each command is refused, as a rule does: no disk is at fault.
        """
        if self._read_only:
            raise RuleBroken(READ_ONLY)
        change = self._session.execute(command)
        self.saved.emit()
        return change

    def rest(self) -> None:
        """Let the session do what is due when the user pauses."""
        self._session.rest()

    def close(self) -> None:
        """Stop listening and close the file."""
        self._stop()
        self._session.close()
