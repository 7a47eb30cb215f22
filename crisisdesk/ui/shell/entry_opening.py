"""Opens the entry form over any screen, with what stands in the quick line; and puts the text back there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject

from crisisdesk.base.attachable import Attachable
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import log
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.rest_timer import RestTimer
from crisisdesk.ui.shell import entry_draft
from crisisdesk.ui.shell.entry_draft import EntryDraft
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.quick_line import DRAFT_AFTER, QuickLine

# Loaded when it is needed: the window comes up without it.
if TYPE_CHECKING:
    from crisisdesk.ui.shell.entry_form import EntryForm

ENTRY: Final = "entry"
"""The key of the form's draft."""

_WIDTH: Final = 940  # px at 100 %

Attach = Callable[[int, Attachable], None]
KeepDraft = Callable[[str, str], None]


class EntryOpening(QObject):
    """The one entry form of a window.

    What only the form has (from, to, channel, links …) is held while the text is back in the quick line, and
    is there again when it is widened the next time.
    """

    def __init__(
        self, quick: QuickLine, overlays: Overlays, bridge: Bridge, attach: Attach, keep_draft: KeepDraft
    ) -> None:
        super().__init__(quick)
        self._quick = quick
        self._overlays = overlays
        self._bridge = bridge
        self._attach = attach
        self._keep_draft = keep_draft
        self._form: EntryForm | None = None
        self._held = EntryDraft()
        self._carried = EntryDraft()
        self._typed = ""
        self._source = ""
        self._rest = RestTimer(DRAFT_AFTER, self)
        self._rest.timeout.connect(self._keep)
        quick.widen_requested.connect(self.widen)
        quick.send_done.connect(self._forget)

    @property
    def form(self) -> "EntryForm | None":
        """Return the form while it is open."""
        return self._form

    def widen(self) -> None:
        """Open the form with everything that stands in the quick line."""
        if self._form is not None:
            self._form.form.focus_field("text")
            return
        if not self._quick.edit.isEnabled():
            return
        parsed, links, dropped = self._quick.understood()
        now, zone = self._bridge.now, self._bridge.state.zone
        draft = entry_draft.carried(parsed, self._held, now, zone, links=links, dropped=dropped)
        self._typed, self._carried = self._quick.text(), draft
        self._source = next((link for link in links if not link.startswith("meeting:")), "")
        self._open(draft)
        self._quick.hand_over()

    def open_with(self, text: str) -> None:
        """Open the form with this text, or with what the quick line has when there is none."""
        if not text or self._form is not None or not self._quick.edit.isEnabled():
            self.widen()
            return
        self._typed, self._carried = text, EntryDraft(text=text)
        self._open(self._carried)

    def restore(self, kept: str) -> None:
        """Open the form with what stood in it when the program stopped; nothing when it cannot be read."""
        if not kept or not self._quick.edit.isEnabled():
            return
        try:
            draft = msgspec.json.decode(kept, type=EntryDraft)
        except msgspec.MsgspecError:
            self._quick.restore(kept)
            return
        self._typed, self._carried = "", EntryDraft()
        self._open(draft)

    def tick(self) -> None:
        """Let what is said of the times follow the clock."""
        if self._form is not None:
            self._form.set_now(self._bridge.now)

    def _open(self, draft: EntryDraft) -> None:
        from crisisdesk.ui.shell.entry_form import EntryForm

        form = self._form = EntryForm(self._overlays.theme, self._bridge.shown_state, self._bridge.now)
        form.put(draft)
        form.sent.connect(self._send)
        form.cancelled.connect(self._overlays.dismiss)
        form.form.changed.connect(self._rest.wait)
        form.installEventFilter(self)
        self._overlays.show_panel(form, _WIDTH, self._closed)
        form.form.focus_field("text")
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the draft at once when the form goes out of sight with the window."""
        if event.type() == QEvent.Type.Hide and self._rest.isActive():
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self._rest.stop()
        if self._form is not None:
            draft = self._form.draft()
            empty = draft == EntryDraft(kind=draft.kind)
            self._keep_draft(ENTRY, "" if empty else msgspec.json.encode(draft).decode())

    def _send(self) -> None:
        form = self._form
        if form is None:
            return
        draft = form.draft()
        now, state = self._bridge.now, self._bridge.state
        try:
            command = entry_draft.command_of(draft, state.plan, now, state.zone)
        except RuleBroken as refusal:
            form.refuse(refusal.sentence, refusal.field)
            return
        done, sentence, field = self._bridge.execute(command)
        if done:
            self._logged(form, draft)
        elif sentence:
            form.refuse(sentence, field)

    def _logged(self, form: "EntryForm", draft: EntryDraft) -> None:
        number = len(self._bridge.state.timeline.lines)
        self._form = None
        self._forget()
        if draft.late_reason and number in self._bridge.state[log.FEATURE].unexplained:
            self._bridge.execute(log.commands.ExplainLateness(number=number, reason=draft.late_reason))
        for source in form.attachments.sources():
            self._attach(number, source)
        self._keep_draft(ENTRY, "")
        self._overlays.dismiss()

    def _closed(self) -> None:
        """Take the text back to the quick line: the form went away without logging it."""
        form, self._form = self._form, None
        if form is None:
            return
        draft = form.draft()
        # What it comes from stands in the quick line again, where it can be taken away.
        source = self._source if self._source in draft.links else ""
        self._held = replace(draft, links=tuple(link for link in draft.links if link != source))
        same = entry_draft.same_in_quick(draft, self._carried)
        typed = self._typed if same else entry_draft.written(draft)
        self._quick.take_back(typed, source)
        self._keep_draft(ENTRY, "")

    def _forget(self) -> None:
        self._held = EntryDraft()
        self._source = ""
