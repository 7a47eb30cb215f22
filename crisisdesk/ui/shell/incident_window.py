"""The incident window: puts the frame, the keys and the session together."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.settings import Settings
from crisisdesk.features import lifecycle, meetings
from crisisdesk.incident.state import State
from crisisdesk.kernel.change import Change
from crisisdesk.session.clock_watch import ClockWatch
from crisisdesk.session.last_place import LastPlace
from crisisdesk.session.opening import Opened
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Column
from crisisdesk.ui.shell import keys, navigation, sheets
from crisisdesk.ui.shell.attaching import Attachments
from crisisdesk.ui.shell.clock_notes import ClockNotes
from crisisdesk.ui.shell.copying import Copying
from crisisdesk.ui.shell.cover_keeper import CoverKeeper
from crisisdesk.ui.shell.entry_opening import ENTRY, EntryOpening
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.instruments import Instruments
from crisisdesk.ui.shell.left_drafts import LeftDrafts
from crisisdesk.ui.shell.log_keeping import HEARTBEAT, QUICK, QUICK_SOURCE, REST, LogKeeping
from crisisdesk.ui.shell.marking import Marking
from crisisdesk.ui.shell.navigation import ScreenSpec
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.preferences import Preferences
from crisisdesk.ui.shell.printing import Printing
from crisisdesk.ui.shell.pulse import Pulse
from crisisdesk.ui.shell.quick_line import QuickContext
from crisisdesk.ui.shell.screen_settings import ScreenSettings
from crisisdesk.ui.shell.second_copy import SecondCopy
from crisisdesk.ui.shell.standing import Standing
from crisisdesk.ui.shell.travel import Travel
from crisisdesk.ui.shell.wall_desk import WallDesk
from crisisdesk.ui.shell.window_menu import WindowMenu

# Loaded when it is needed: a real incident has no exercise.
if TYPE_CHECKING:
    from crisisdesk.ui.shell.exercise_bar import ExerciseBar

_log = logging.getLogger(__name__)
_FIRST_SIZE: Final = (1366, 768)


class IncidentWindow(QWidget):
    """One incident on the screen.

    `left_requested` to go to the start window, `real_requested` to leave an exercise for a real alarm,
    `settings_changed(Settings)` when the user chose otherwise. Closing it closes the incident's file.
    """

    left_requested = Signal()
    real_requested = Signal()
    settings_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        opened: Opened,
        settings: Settings,
        host: Host,
        *,
        specs: Sequence[ScreenSpec] | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._opened = opened
        self.preferences = Preferences(theme, settings, self)
        self._host = host
        self.bridge = Bridge(opened.session, self, read_only=opened.read_only)
        self.strip = self._make_strip()
        self.frame = self._make_frame(specs)
        self.overlays = Overlays(theme, self)
        drafts = self._load_drafts()
        self.keeping = LogKeeping(self.frame, self.bridge, opened.drafts, lambda: opened.session.notice, self)
        self.travel = Travel(self.frame, self.bridge, drafts, self)
        self.screen_settings = ScreenSettings(self.frame.deck, self.preferences, self)
        self.attachments = Attachments(self.frame, self.bridge, opened, self)
        self.entry = self._make_entry()
        self.left = LeftDrafts(self.frame.notices, drafts, self.keeping.keep_draft, self.travel.go, self)
        self.draft_home = self.left.home
        self.printing = self._make_printing()
        self.copying = self._make_copying()
        self.pulse = self._make_pulse()
        self.standing = self._make_standing()
        self.clock_notes = ClockNotes(self.pulse, self.bridge, self)
        self.instruments = Instruments(self.frame.status, self.bridge, host, self.copying)
        self.wall = self._make_wall()
        self.cover = CoverKeeper(self, self.bridge, self.frame, self.overlays, self.preferences)
        self.marking = Marking(self, self.bridge, self.frame, self.overlays)
        self.menu = self._make_menu()
        self.travel.deeds = self._deeds()
        self._connect()
        self._bind_keys()
        self.resize(*_FIRST_SIZE)
        self._begin(drafts)

    # ---------------------------------------------------------------- made of

    def _make_frame(self, specs: Sequence[ScreenSpec] | None) -> Frame:
        state = self.bridge.state
        found = navigation.screens(state.plan) if specs is None else tuple(specs)
        context = QuickContext(state.plan, state.zone, lambda: self.bridge.now, self._running_meeting)
        frame = Frame(
            self._theme,
            found,
            context,
            self._shown,
            strip=self.strip,
            folded=self.preferences.settings.side_folded,
        )
        Column(self._theme, self, gap=0).addWidget(frame)
        return frame

    def _make_entry(self) -> EntryOpening:
        attach, keep_draft = self.attachments.attach, self.keeping.keep_draft
        return EntryOpening(self.frame.quick, self.overlays, self.bridge, attach, keep_draft)

    def _make_copying(self) -> Copying | None:
        if self._host.mirror_for is None or self._opened.read_only:
            return None
        state = self.bridge.state
        copy = SecondCopy(self._host.mirror_for, self._host.wall, state.zone, self)
        exercise = state[lifecycle.FEATURE].exercise
        return Copying(copy, self._opened.path, exercise=exercise, parent=self)

    def _make_strip(self) -> "ExerciseBar | None":
        """Return the strip of an exercise that is run, None for the real thing and for one that is read."""
        if self._opened.simulated is None:
            return None
        from crisisdesk.ui.shell.exercise_bar import ExerciseBar
        from crisisdesk.ui.shell.inject_queue import InjectQueue

        injects = self._opened.scenario.injects() if self._opened.scenario is not None else ()
        queue = InjectQueue(injects, self._opened.played_until)
        return ExerciseBar(self._theme, self._opened.simulated, queue)

    def _make_pulse(self) -> Pulse:
        real = self._opened.simulated is None and not self._opened.read_only
        watch = ClockWatch(self._host.wall) if real else None
        return Pulse(lambda: self.bridge.now, self._host.wall, self._opened.heartbeat, watch, self)

    def _make_standing(self) -> Standing:
        last = None if self._opened.read_only else LastPlace(self._opened.path)
        return Standing(self.travel, last, self._host.wall, self)

    def _make_printing(self) -> Printing:
        return Printing(
            self.frame.notices,
            self.bridge,
            self.overlays,
            self._opened.path,
            self._host.export,
            self.travel.go,
            self,
        )

    def _make_wall(self) -> WallDesk:
        parts = (self.bridge, self.overlays, self.preferences, self.frame, self.pulse, self)
        name, read = self._opened.path.name, self.attachments.read
        return WallDesk(self._theme, *parts, incident=name, read=read)

    def _make_menu(self) -> WindowMenu:
        return WindowMenu(
            window=self,
            theme=self._theme,
            bridge=self.bridge,
            frame=self.frame,
            travel=self.travel,
            overlays=self.overlays,
            preferences=self.preferences,
            cover=self.cover,
            copying=self.copying,
            wall=self.wall.open,
            report=self.printing.show_list if self.printing.offered else None,
            leave=self.left_requested.emit,
            writes=not self._opened.read_only,
        )

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """Return what can be done by typing its name, where one goes anywhere."""
        return {
            "do:print": self.printing.show_list,
            "do:wall": self.wall.open,
            "do:secrecy": self.marking.ask,
            "do:keys": self.overlays.show_keys,
            **self.menu.deeds(),
        }

    def _load_drafts(self) -> dict[str, str]:
        if self._opened.drafts is None:
            return {}
        try:
            return self._opened.drafts.load()
        except WorldFault as fault:
            self._warn("drafts_lost", fault.sentence)
            return {}

    def _connect(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.frame.header.menu_requested.connect(self.menu.open)
        self.preferences.changed.connect(self.settings_changed)
        self.frame.header.keeper.left.connect(self.travel.focus_screen)
        self.frame.header.keeper.change_requested.connect(self._hand_over_log)
        self.frame.side.search_requested.connect(self._search)
        self.frame.quick.left.connect(self.travel.focus_screen)
        self.keeping.correct_requested.connect(self._correct)
        self.travel.draft_changed.connect(self.keeping.keep_draft)
        self.travel.mark_requested.connect(self.marking.ask_about)
        self.travel.print_requested.connect(self.printing.print_wish)
        self.pulse.second.connect(self._second)
        self.pulse.second.connect(self.standing.keep)
        self.travel.entry_requested.connect(self.entry.open_with)
        self.pulse.minute.connect(self.frame.refresh)
        self.pulse.minute.connect(self.entry.tick)
        self.pulse.rested.connect(self._rest)
        self.pulse.faltered.connect(partial(self.keeping.tell_trouble, HEARTBEAT))
        self.pulse.recovered.connect(lambda: self.frame.notices.clear(HEARTBEAT))
        if self.copying is not None:
            self.copying.folder_chosen.connect(self._keep_copy_folder)
            self.copying.refused.connect(partial(self._warn, "copy"))
        self._connect_exercise()

    def _connect_exercise(self) -> None:
        if self.strip is None:
            return
        from crisisdesk.ui.shell.exercise_room import ExerciseRoom

        room = ExerciseRoom(self.strip, self.frame.notices, self.bridge.state.zone, self)
        room.log_requested.connect(lambda: self.frame.quick.start("in"))
        self.strip.jumped.connect(self.frame.refresh)
        self.strip.real_requested.connect(self.real_requested)

    def _bind_keys(self) -> None:
        bound: dict[str, Callable[[], object]] = {
            "quick": self.frame.quick.take,
            "decision": lambda: self.frame.quick.start("dec", self.travel.chosen_ref()),
            "task": lambda: self.frame.quick.start("task", self.travel.chosen_ref()),
            "palette": self.open_palette,
            "print": self.printing.show_list,
            "came_from": self.travel.back,
            "search": self._search,
            "fold": self._toggle_side,
            "bigger": partial(self.preferences.scale_text, 1),
            "smaller": partial(self.preferences.scale_text, -1),
            "keys": self.overlays.show_keys,
        }
        for name, act in bound.items():
            for sequence in keys.sequences(name):
                QShortcut(sequence, self).activated.connect(act)
        for number, sequence in enumerate(keys.sequences("phase"), 1):
            QShortcut(sequence, self).activated.connect(lambda n=number: self.travel.go_to_phase(n))

    def _begin(self, drafts: dict[str, str]) -> None:
        name = self.bridge.shown_state[lifecycle.FEATURE].name
        self.setWindowTitle(f"{name} – CrisisDesk")
        if self.copying is not None:
            self.copying.keep_in(self.preferences.settings.copy_folder)
        for place, sentence in enumerate(self._opened.notices):
            self._warn(f"opened{place}", sentence)
        self.frame.refresh()
        self.keeping.show_ready()
        self.standing.begin(self.bridge.state, self.frame.deck.specs())
        if draft := drafts.pop(QUICK, ""):
            self.frame.quick.restore(draft, drafts.pop(QUICK_SOURCE, ""))
        self.entry.restore(drafts.pop(ENTRY, ""))
        self.left.tell(self.frame.deck.specs())
        self.pulse.start()

    # ---------------------------------------------------------------- what is asked of it

    def open_palette(self) -> None:
        """Let the user go anywhere by typing."""
        self.overlays.show_palette(self.frame.deck.specs(), self.bridge, self.travel.go)

    def tell_bug(self, sentence: str) -> None:
        """Say that the program erred; the window stays up."""
        self.keeping.tell_bug(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; letters that nothing else wanted land in the quick line."""
        if event.key() == Qt.Key.Key_Escape:
            if not self.overlays.dismiss() and not event.isAutoRepeat():
                self.travel.back()
        elif types(event):
            self.frame.quick.take(event.text())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the incident's file in order; what was not sent is kept."""
        self.standing.keep()
        self._leave_fields()
        self.keeping.keep_draft(QUICK, self.frame.quick.text())
        self.pulse.stop()
        if self.copying is not None:
            self.copying.copy.settle()
        self.printing.stop()
        try:
            self.bridge.close()
            if self._opened.heartbeat is not None:
                self._opened.heartbeat.stop()
        except WorldFault as fault:
            _log.error("the incident was not closed in order: %s", fault)
        super().closeEvent(event)

    # ---------------------------------------------------------------- inside

    def _leave_fields(self) -> None:
        """Let fields that save themselves when they are left do so, while the file is open."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.frame.hide()

    def _shown(self) -> tuple[State, datetime]:
        return self.bridge.shown_state, self.bridge.now

    def _changed(self, _change: Change) -> None:
        self.frame.refresh()
        if self.copying is not None:
            self.copying.copy.follow()
        self.setWindowTitle(f"{self.bridge.shown_state[lifecycle.FEATURE].name} – CrisisDesk")

    def _running_meeting(self) -> int:
        running = self.bridge.state[meetings.FEATURE].running
        return running.meeting if running is not None else 0

    def _second(self) -> None:
        self.frame.tick()
        if self.strip is not None:
            self.strip.tick()

    def _rest(self) -> None:
        self.instruments.show_battery()
        if self.copying is not None:
            self.copying.copy.follow()
        try:
            self.bridge.rest()
        except WorldFault as fault:
            self.keeping.tell_trouble(REST, f"{fault.sentence} {fault.remedy}".strip())
        else:
            self.frame.notices.clear(REST)

    def _correct(self, number: int) -> None:
        try:
            asked = sheets.correct(self._theme, self.bridge.shown_state, number)
        except LookupError:
            # A decision, task or step is taken back where it stands: its line in the log leads there.
            self.travel.go(f"line:{number}")
        else:
            self.overlays.ask(asked, self.bridge)

    def _hand_over_log(self) -> None:
        from crisisdesk.ui.shell.keeper_sheet import keeper_change

        self.overlays.ask(keeper_change(self._theme, *self._shown()), self.bridge)

    def _search(self) -> None:
        self.travel.go("log:search")

    def _toggle_side(self) -> None:
        self.frame.toggle_side()
        self.preferences.keep(side_folded=self.frame.folding.folded)

    def _warn(self, key: str, sentence: str) -> None:
        self.frame.notices.show_notice(key, "warn", sentence, [BarAction("close", self.tr("Stäng"))])

    def _keep_copy_folder(self, folder: str) -> None:
        self.preferences.keep(copy_folder=folder)


def types(event: QKeyEvent) -> bool:
    """Return whether the key writes something: a letter, also one that AltGr makes, but no space."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    plain = not held or held in (alt_gr, Qt.KeyboardModifier.GroupSwitchModifier)
    return plain and event.text().isprintable() and bool(event.text().strip())
