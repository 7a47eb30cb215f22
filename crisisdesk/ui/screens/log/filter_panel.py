"""The panel of the log's filters: everything that can be ticked, and the filters that were given a name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.base import certainty
from crisisdesk.features.log.wording import CHANNELS
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.widgets import (
    Button,
    Card,
    Chip,
    ComboBox,
    Flow,
    Label,
    LineEdit,
    flow_box,
    hold_size,
)
from crisisdesk.ui.screens.log.choice import FLAGS, Choice, Known

_LISTS = ("keepers", "functions", "channels", "reliabilities")
_FIELD = 84  # px at 100 %
_COMBO = 140
_NAME = 180


class FilterPanel(Card):
    """`choice_changed(choice)` when something is ticked, `looked_asked` when the user has seen it all,
    `saved(name)`, `used(name)` and `dropped(name)` for filters with a name, `left` on Escape.
    """

    choice_changed = Signal(object)
    looked_asked = Signal()
    saved = Signal(str)
    used = Signal(str)
    dropped = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._choice = Choice()
        self._names: tuple[str, ...] = ()
        self.kinds = {kind: self._chip(KINDS[kind].word, KINDS[kind].icon, f"kinds:{kind}") for kind in KINDS}
        self.flags = {key: self._chip(look[0], look[2], f"flags:{key}") for key, look in FLAGS.items()}
        self.lists = {part: self._list(part) for part in _LISTS}
        self.since = self._time(self.tr("Från"), self.tr("Från kl"))
        self.until = self._time(self.tr("Till"), self.tr("Till kl"))
        self.looked = Button(
            theme, self.tr("Jag har sett allt"), "check", variant="quiet", tip=self.tr("Ctrl+M")
        )
        self.looked.clicked.connect(self.looked_asked)
        self.name = LineEdit(theme, self.tr("Spara filtret som"), hint=self.tr("Spara filtret som …"))
        self.name.returnPressed.connect(self._save)
        hold_size(theme, self.name, width=_NAME)
        self.named: dict[str, Chip] = {}
        self._named_box = flow_box(theme, Label(theme, self.tr("Sparade"), "quiet"), self.name)
        self.add(flow_box(theme, *self.kinds.values()))
        self.add(flow_box(theme, *self.lists.values(), self.since, self.until, gap=8))
        self.add(flow_box(theme, *self.flags.values(), self.looked))
        self.add(self._named_box)
        self.setAccessibleName(self.tr("Filter"))
        self.set_known(Known())

    def focus_first(self) -> None:
        """Put the focus on the first chip."""
        next(iter(self.kinds.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def set_known(self, known: Known) -> None:
        """Offer the keepers and functions of the incident."""
        self._offer("keepers", self.tr("Alla förare"), [(sign, sign) for sign in known.keepers])
        self._offer("functions", self.tr("Alla funktioner"), known.functions)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Show the filters that have a name; `names` says what each asks for."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        for chip in self.named.values():
            chip.hide()
            chip.deleteLater()
        self.named = {name: self._named_chip(name, asked) for name, asked in names.items()}
        flow = self._named_box.layout()
        if isinstance(flow, Flow):
            flow.takeAt(flow.count() - 1)
            for chip in self.named.values():
                flow.addWidget(chip)
                chip.show()
            flow.addWidget(self.name)

    def show_choice(self, choice: Choice, since: str) -> None:
        """Bring every control in line with the choice, telling nobody; `since` is when one last looked."""
        self._choice = choice
        for kind, chip in self.kinds.items():
            chip.set_on(kind in choice.kinds)
        for key, chip in self.flags.items():
            chip.set_on(key in choice.flags)
        self.flags["changed"].set_text(
            self.tr("Ändrat sedan {0}").format(since) if since else FLAGS["changed"][0]
        )
        for part, box in self.lists.items():
            held: frozenset[str] = getattr(choice, part)
            box.blockSignals(True)
            box.set_value(next(iter(sorted(held)), "*"))
            box.blockSignals(False)
        for field, text in ((self.since, choice.since), (self.until, choice.until)):
            if field.text().strip() != text:
                field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right and Left walk from chip to chip; Escape goes back to the lines."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Right:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Left:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _chip(self, word: str, icon: str, key: str) -> Chip:
        part, _, value = key.partition(":")
        token = KINDS[value].token if part == "kinds" else "ink"
        chip = Chip(self._theme, word, icon, token=token)
        chip.pressed.connect(lambda: self._tell(self._choice.turned(part, value)))
        return chip

    def _list(self, part: str) -> ComboBox:
        words = {
            "keepers": (self.tr("Loggförare"), self.tr("Alla förare"), ()),
            "functions": (self.tr("Funktion"), self.tr("Alla funktioner"), ()),
            "channels": (self.tr("Kanal"), self.tr("Alla kanaler"), tuple((c, c) for c in CHANNELS)),
            "reliabilities": (
                self.tr("Tillförlitlighet"),
                self.tr("Alla uppgifter"),
                tuple((key, word.capitalize()) for key, word in certainty.WORDS.items()),
            ),
        }
        name, all_of_them, options = words[part]
        box = ComboBox(self._theme, name, [("*", all_of_them), *options], "*")
        hold_size(self._theme, box, width=_COMBO)
        box.changed.connect(partial(self._take_one, part))
        return box

    def _take_one(self, part: str, value: str) -> None:
        self._tell(self._choice.only(part, "" if value == "*" else value))

    def _time(self, name: str, hint: str) -> LineEdit:
        field = LineEdit(self._theme, name, hint=hint)
        field.setToolTip(self.tr("Som man skriver: 14.00, igår 23, 13/1, 20 min"))
        hold_size(self._theme, field, width=_FIELD)
        field.textChanged.connect(self._bound)
        return field

    def _bound(self) -> None:
        self._tell(replace(self._choice, since=self.since.text().strip(), until=self.until.text().strip()))

    def _offer(self, part: str, all_of_them: str, options: Sequence[tuple[str, str]]) -> None:
        wanted = [("*", all_of_them), *options]
        box = self.lists[part]
        if [(box.itemData(i), box.itemText(i)) for i in range(box.count())] != wanted:
            held: frozenset[str] = getattr(self._choice, part)
            box.set_options(wanted, next(iter(sorted(held)), "*"))

    def _named_chip(self, name: str, asked: str) -> Chip:
        chip = Chip(self._theme, name, "funnel", removable=True)
        chip.setToolTip(asked)
        chip.pressed.connect(lambda: self.used.emit(name))
        chip.removed.connect(lambda: self.dropped.emit(name))
        return chip

    def _save(self) -> None:
        if name := self.name.text().strip():
            self.saved.emit(name)
            self.name.clear()

    def _tell(self, choice: Choice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.choice_changed.emit(choice)
