"""Carries out what the quick line and the header wish for, and says what the world answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from crisisdesk.base.errors import WorldFault
from crisisdesk.features import lifecycle
from crisisdesk.incident import paper_forms
from crisisdesk.incident.wording import READ_ONLY
from crisisdesk.kernel.command import Command
from crisisdesk.session.drafts import Drafts
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell import status_rows
from crisisdesk.ui.shell.frame import Frame

FAULT = "fault"
BUG = "bug"
DRAFTS = "drafts"
RESERVE = "reserve"
REST = "rest"
HEARTBEAT = "heartbeat"
QUICK = "quick"
"""The key of the quick line's draft."""
QUICK_SOURCE = "quick_source"
"""The key of what the quick line's draft comes from."""


class LogKeeping(QObject):
    """Logs lines, takes the keeper's sign, keeps drafts; tells of failures until the next line is saved.

    `correct_requested(number)` when the last line is to be corrected.
    """

    correct_requested = Signal(int)

    def __init__(
        self,
        frame: Frame,
        bridge: Bridge,
        drafts: Drafts | None,
        notice: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._bridge = bridge
        self._drafts = drafts
        self._notice = notice
        self._failed = False
        frame.quick.send_requested.connect(self._log)
        frame.quick.correct_requested.connect(self._correct_last)
        frame.quick.draft_changed.connect(partial(self.keep_draft, QUICK))
        frame.quick.source_changed.connect(partial(self.keep_draft, QUICK_SOURCE))
        frame.header.keeper.sign_requested.connect(self._change_keeper)
        bridge.failed.connect(self._tell_fault)
        bridge.saved.connect(self._tell_saved)
        bridge.broke.connect(self.tell_bug)

    def show_ready(self) -> None:
        """Say which number the next line gets, or why none can be written; and when the last was saved."""
        state = self._bridge.state
        self._frame.quick.set_ready(self._blocked(), next_number=len(state.timeline.lines) + 1)
        saved = status_rows.saved(
            self._bridge.saved_at, state.zone, failed=self._failed, read_only=self._drafts is None
        )
        self._frame.status.show_instrument("saved", saved)

    def tell_bug(self, sentence: str) -> None:
        """Say that the program erred; the window stays up."""
        actions = [BarAction("close", self.tr("Stäng"))]
        self._frame.notices.show_notice(BUG, "warn", self.tr("Fel loggat."), actions, detail=sentence)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep an unsent text; when the disk refuses, say so once."""
        if self._drafts is None:
            return
        try:
            self._drafts.keep(key, text)
        except WorldFault as fault:
            actions = [BarAction("close", self.tr("Stäng"))]
            said = self.tr("Texten som du skriver finns bara på skärmen tills den är loggad.")
            self._frame.notices.show_notice(DRAFTS, "warn", fault.sentence, actions, detail=said)
        else:
            self._frame.notices.clear(DRAFTS)

    def _blocked(self) -> str:
        if self._drafts is None:
            return READ_ONLY
        if self._bridge.state[lifecycle.FEATURE].closed:
            return self.tr("Händelsen är avslutad. Öppna den igen för att skriva.")
        return ""

    def _log(self, command: Command) -> None:
        done, sentence, _field = self._bridge.execute(command)
        if done:
            self._frame.quick.sent()
        elif sentence:
            self._frame.quick.refuse(sentence)

    def _correct_last(self) -> None:
        number = len(self._bridge.state.timeline.lines)
        if number:
            self.correct_requested.emit(number)

    def _change_keeper(self, sign: str) -> None:
        done, sentence, _field = self._bridge.execute(lifecycle.commands.ChangeKeeper(sign=sign))
        if done:
            self._frame.header.keeper.accept()
        elif sentence:
            self._frame.header.keeper.refuse(sentence)

    def tell_trouble(self, key: str, sentence: str) -> None:
        """Tell of housekeeping that failed; not while a line is not saved: one loud thing at a time."""
        if not self._failed:
            actions = [BarAction("close", self.tr("Stäng"))]
            self._frame.notices.show_notice(key, "warn", sentence, actions)

    def _tell_fault(self, sentence: str, remedy: str) -> None:
        self._failed = True
        for key in (REST, HEARTBEAT):
            self._frame.notices.clear(key)
        form = paper_forms.to_write_on(self._bridge.state)
        paper = self.tr("Går det inte: skriv på pappersblankett {0}.").format(form)
        self._frame.notices.show_notice(FAULT, "alarm", sentence, detail=f"{remedy} {paper}".strip())
        self.show_ready()

    def _tell_saved(self) -> None:
        if self._failed:
            self._failed = False
            self._frame.notices.clear(FAULT)
        if notice := self._notice():
            self._frame.notices.show_notice(RESERVE, "warn", notice)
        else:
            self._frame.notices.clear(RESERVE)
        self.show_ready()
