"""Marks what is chosen on the screen as secret, marks it by another provision, or lifts the mark."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.incident import secrecy
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell import keys
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.overlays import Overlays

# Loaded when something is marked: no start waits for it.
if TYPE_CHECKING:
    from crisisdesk.ui.shell.mark_form import MarkForm

NOTICE = "marking"


class Marking(QObject):
    """Asks the screen in sight what is chosen, and opens the sheet for it."""

    def __init__(self, window: QWidget, bridge: Bridge, frame: Frame, overlays: Overlays) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._frame = frame
        self._overlays = overlays
        for sequence in keys.sequences("secrecy"):
            QShortcut(sequence, window).activated.connect(self.ask)

    def ask(self) -> None:
        """Open the sheet for what is chosen on the screen in sight; say what to do when nothing is."""
        screen = self._frame.deck.in_sight()
        self.ask_about(*(screen.chosen_refs() if screen is not None else ()))

    def ask_about(self, *refs: str) -> None:
        """Open the sheet for things such as `line:23`: the line of a decision is the decision's."""
        state = self._bridge.state
        held = tuple(dict.fromkeys(secrecy.holder(state, ref) for ref in refs))
        if not held or not all(secrecy.exists(state, ref) for ref in held):
            self._say(
                self.tr("Välj först det som ska märkas: en rad, ett kort, ett beslut eller en uppgift.")
            )
            return
        from crisisdesk.ui.shell.mark_form import MarkForm

        self._frame.notices.clear(NOTICE)
        form = MarkForm(self._overlays.theme, state, held)
        form.sheet.sent.connect(lambda: self._send(form))
        form.sheet.cancelled.connect(self._overlays.dismiss)
        self._overlays.put_sheet(form.sheet)
        form.focus()

    def _send(self, form: "MarkForm") -> None:
        try:
            command = form.command()
        except RuleBroken as refusal:
            form.refuse(refusal.sentence, refusal.field)
            return
        done, sentence, field = self._bridge.execute(command)
        if done:
            self._overlays.dismiss()
        elif sentence:
            form.refuse(sentence, field)

    def _say(self, sentence: str) -> None:
        self._frame.notices.show_notice(NOTICE, "warn", sentence, [BarAction("close", self.tr("Stäng"))])
