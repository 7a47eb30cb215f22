"""Goes to places: which screen, which thing on it, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.form_drafts import FORM
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.shell import places
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.trail import Trail


class Travel(QObject):
    """`came(key)` when another screen is in sight; `entry_requested(text)` when the entry form is wished for;
    `print_requested` and `draft_changed` pass on what screens wish for, drafts with the screen's key before
    their own.
    """

    came = Signal(str)
    entry_requested = Signal(str)
    print_requested = Signal(object)
    mark_requested = Signal(str)
    draft_changed = Signal(str, str)

    def __init__(
        self, frame: Frame, bridge: Bridge, drafts: dict[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._bridge = bridge
        self._trail = Trail()
        self._drafts = drafts
        self._new = ""
        self._left: dict[str, QWidget | None] = {}
        self.deeds: dict[str, Callable[[], object]] = {}
        frame.deck.made.connect(self._made)
        frame.nav.chosen.connect(self.go)
        frame.side.go_requested.connect(self.go)
        frame.header.meeting_requested.connect(lambda: self.go("meetings"))

    def go(self, place: str) -> None:
        """Go to a screen or to a thing on one, or do what a deed says; LookupError for any other place."""
        if place in self.deeds:
            self.deeds[place]()
            return
        new = NewPlace.read(place)
        if new is not None and new.kind == "entry":
            self.entry_requested.emit(new.values.get("text", ""))
            return
        specs = self._frame.deck.specs()
        key = places.screen_for(place, specs, self._bridge.state.plan)
        if not key:
            raise LookupError(f"no screen shows {place}")
        self._trail.visit(key, left=self._left_place(), thing=self._thing(place))
        screen = self._come(key)
        if place in (key, f"screen:{key}") or not screen.go_to(place):
            self._take_up(screen)

    def back(self) -> bool:
        """Go back to where one was; return whether there was a way back."""
        key, place = self._trail.back()
        if key:
            self._come_to(key, place)
        return bool(key)

    def where(self) -> tuple[str, str]:
        """Return the screen in sight and the thing that is chosen on it; "" twice before the first one."""
        screen = self._frame.deck.in_sight()
        thing = (screen.chosen_ref() or screen.place()) if screen is not None else ""
        return self._frame.deck.current, thing

    def resume(self, key: str, place: str) -> None:
        """Begin on the screen with this key, at the place on it where somebody stood before ("" for none)."""
        self._trail.visit(key)
        self._come_to(key, place)

    def go_to_phase(self, number: int) -> None:
        """Go to the plan's phase with this place in its order, from 1; nothing when it has fewer."""
        phases = [spec.key for spec in self._frame.deck.specs() if spec.section == "during"]
        if 0 < number <= len(phases):
            self.go(phases[number - 1])

    def chosen_ref(self) -> str:
        """Return what is chosen on the screen in sight, as a ref, "" for nothing."""
        screen = self._frame.deck.in_sight()
        return screen.chosen_ref() if screen is not None else ""

    def focus_screen(self) -> None:
        """Give the keyboard to the screen in sight, where it was."""
        screen = self._frame.deck.in_sight()
        if screen is not None:
            self._left[self._frame.deck.current] = screen.last_focus()
            self._take_up(screen)

    def _left_place(self) -> str:
        screen = self._frame.deck.in_sight()
        return screen.place() if screen is not None else ""

    def _thing(self, place: str) -> str:
        """Return the place when it is a thing that a screen shows, "" when it is a part of a screen."""
        kind = place.partition(":")[0]
        return place if any(kind in spec.takes for spec in self._frame.deck.specs()) else ""

    def _come_to(self, key: str, place: str) -> None:
        screen = self._come(key)
        if not place or not screen.go_to(place):
            self._take_up(screen)

    def _come(self, key: str) -> Screen:
        before = self._frame.deck.in_sight()
        if before is not None:
            self._left[self._frame.deck.current] = before.last_focus()
        screen = self._frame.deck.go(key)
        self._frame.nav.set_current(key)
        self._frame.fold()
        if self._new == key:
            self._new = ""
            self._restore(key, screen)
        self.came.emit(key)
        return screen

    def _take_up(self, screen: Screen) -> None:
        """Put the focus where it was on the screen, on a first visit where its work starts."""
        before = self._left.get(self._frame.deck.current)
        if before is not None and isValid(before) and before.isVisibleTo(screen):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            screen.focus_first()

    def _made(self, key: str, screen: Screen) -> None:
        self._new = key
        screen.draft_home.left = self._left_in_forms(key)
        screen.command_requested.connect(self._bridge.carry_out)
        screen.go_requested.connect(self.go)
        screen.print_requested.connect(self.print_requested)
        screen.mark_requested.connect(self.mark_requested)
        screen.draft_changed.connect(partial(self._draft, key))

    def _draft(self, key: str, name: str, text: str) -> None:
        self.draft_changed.emit(f"{key}/{name}", text)

    def _left_in_forms(self, key: str) -> dict[str, str]:
        """Return what stood in the screen's forms when the program stopped: each takes its own."""
        start = f"{key}/{FORM}"
        names = [name for name in self._drafts if name.startswith(start)]
        return {name.removeprefix(f"{key}/"): self._drafts.pop(name) for name in names}

    def _restore(self, key: str, screen: Screen) -> None:
        for name in [name for name in self._drafts if name.startswith(f"{key}/")]:
            screen.restore_draft(name.removeprefix(f"{key}/"), self._drafts.pop(name))
