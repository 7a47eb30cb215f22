"""The panel that chooses what Storbild shows: one digit a mode, also how it turns, where and how it looks."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.incident.state import State
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Card,
    ComboBox,
    Label,
    Row,
    Segmented,
    TickBox,
    WrapLabel,
)
from crisisdesk.ui.shell import wall_rows
from crisisdesk.ui.shell.wall_control import WallControl
from crisisdesk.ui.wall import modes
from crisisdesk.ui.wall.modes import MODES, Mode

WIDTH: Final = 740
_NOW: Final = "0"


class WallPanel(Card):
    """Follows the control while it is open. `closed` when it wants to go, `freeze_requested` to freeze."""

    closed = Signal()
    freeze_requested = Signal()

    def __init__(
        self, theme: Theme, control: WallControl, state: Callable[[], State], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, line="ink3", margin=Space.L, gap=Space.M, parent=parent)
        self._control = control
        self._state = state
        self.setAccessibleName(self.tr("Storbild"))
        self.said = WrapLabel(theme, "", "body")
        self.switch = Button(theme, "", "presentation", primary=True, key_hint="0")
        self.modes = Segmented(theme, self.tr("Visa"), _modes())
        self.pictures = ComboBox(theme, self.tr("Vilken bild"), [])
        self.freeze = Button(theme, self.tr("Frys nu"), "snowflake")
        self.turning = Segmented(
            theme, self.tr("Växla"), [("fixed", self.tr("Fast")), ("turns", self.tr("Växla mellan"))]
        )
        self.ticks = {mode.key: TickBox(theme, mode.word) for mode in MODES}
        self.every = ComboBox(theme, self.tr("Hur ofta"), _intervals())
        self.display = ComboBox(theme, self.tr("Skärm"), [])
        self.look = Segmented(
            theme, self.tr("Utseende"), [("dark", self.tr("Mörk")), ("light", self.tr("Ljus"))]
        )
        self._fill(theme)
        self._connect()
        control.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show what is chosen and what is shown."""
        choice, on = self._control.choice, self._control.wall is not None
        self.said.setText(wall_rows.said(self._control.showing()))
        self.switch.set_text(self.tr("Stäng av Storbild") if on else self.tr("Visa Storbild"))
        self._quietly(self.modes, lambda: self.modes.set_value(choice.mode))
        self._quietly(self.turning, lambda: self.turning.set_value("turns" if choice.rotating else "fixed"))
        for key, tick in self.ticks.items():
            self._quietly(tick, lambda t=tick, k=key: t.setChecked(k in choice.rotation))
            tick.setEnabled(choice.rotating)
        self._quietly(self.every, lambda: self.every.set_value(str(choice.every)))
        self.every.setEnabled(choice.rotating)
        self._quietly(self.look, lambda: self.look.set_value("dark" if choice.dark else "light"))
        self.display.set_options(self._displays(), choice.display or wall_rows.ANY)
        pictures = self._pictures()
        self.pictures.set_options(pictures, str(self._control.picture))
        self.pictures.setEnabled(bool(pictures))

    def focus_first(self) -> None:
        """Put the focus on the modes: the arrows choose there."""
        self.modes.setFocus()

    def leave(self) -> None:
        """Stop following: the panel is gone."""
        self._control.changed.disconnect(self.follow)

    def tell(self, refusal: str) -> None:
        """Say why the board was not frozen; without a reason, what there is to show now."""
        self.follow()
        if refusal:
            self.said.setText(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses a mode and shows it; 0 turns on or off."""
        digit = event.text()
        if digit == "0":
            self._switch()
        elif digit.isdigit() and int(digit) <= len(MODES):
            self._control.show_mode(MODES[int(digit) - 1].key)
            self.focus_first()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- inside

    def _fill(self, theme: Theme) -> None:
        close = Button(theme, self.tr("Stäng"), key_hint=self.tr("Esc"), variant="quiet")
        close.clicked.connect(self.closed)
        head = Row(theme)
        head.addWidget(Label(theme, self.tr("Storbild"), "heading"))
        head.addStretch(1)
        head.addWidget(close)
        self.body.addLayout(head)
        self.add(self.said)
        self.body.addLayout(self._row(theme, self.tr("Visa"), self.modes))
        self.body.addLayout(self._row(theme, self.tr("Vilken bild"), self.pictures, self.freeze))
        self.body.addLayout(self._row(theme, self.tr("Växling"), self.turning, self.every))
        self.body.addLayout(self._row(theme, "", *self.ticks.values()))
        self.body.addLayout(self._row(theme, self.tr("Skärm"), self.display))
        self.body.addLayout(self._row(theme, self.tr("Utseende"), self.look, self.switch))

    def _row(self, theme: Theme, title: str, *parts: QWidget) -> Row:
        row = Row(theme, gap=Space.S)
        label = Label(theme, title, "medium")
        label.setFixedWidth(theme.dp(_TITLES))
        row.addWidget(label)
        for part in parts:
            row.addWidget(part, 1 if isinstance(part, (Segmented, ComboBox)) else 0)
        if isinstance(parts[-1], TickBox):
            row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.switch.clicked.connect(self._switch)
        self.modes.changed.connect(self._control.show_mode)
        self.pictures.changed.connect(self._show_picture)
        self.freeze.clicked.connect(self.freeze_requested)
        self.turning.changed.connect(self._turn)
        self.every.changed.connect(self._turn)
        for tick in self.ticks.values():
            tick.toggled.connect(self._turn)
        self.display.changed.connect(self._choose_display)
        self.look.changed.connect(self._choose_look)

    def _switch(self) -> None:
        if self._control.wall is None:
            self._control.turn_on()
        else:
            self._control.turn_off()

    def _show_picture(self, number: str) -> None:
        self._control.show_mode(self._mode().key, int(number or _NOW))

    def _turn(self, _chosen: object = None) -> None:
        keys = tuple(key for key, tick in self.ticks.items() if tick.isChecked())
        rotating = self.turning.value() == "turns"
        every = int(self.every.value() or self._control.choice.every)
        self._control.take_turns(rotating=rotating, keys=keys, every=every)

    def _choose_display(self, value: str) -> None:
        self._control.choose_display(wall_rows.display_key(value))

    def _choose_look(self, value: str) -> None:
        self._control.set_dark(value == "dark")

    def _displays(self) -> list[tuple[str, str]]:
        listed = [(one.key, one.words) for one in self._control.displays().listed()]
        return [
            (wall_rows.ANY, self.tr("Den andra skärmen, när den finns")),
            *listed,
            (wall_rows.WINDOW, self.tr("Ett eget fönster")),
        ]

    def _mode(self) -> Mode:
        return modes.mode(self._control.choice.mode)

    def _pictures(self) -> list[tuple[str, str]]:
        mode = self._mode()
        if not mode.now:
            return []
        return [(_NOW, mode.now), *((str(number), words) for number, words in mode.pictures(self._state()))]

    def _quietly(self, part: QWidget, show: Callable[[], None]) -> None:
        part.blockSignals(True)
        show()
        part.blockSignals(False)


_TITLES: Final = 84


def _modes() -> list[tuple[str, str]]:
    return [(mode.key, f"{number} {mode.word}") for number, mode in enumerate(MODES, 1)]


def _intervals() -> list[tuple[str, str]]:
    return [(str(seconds), wall_rows.interval_words(seconds)) for seconds in wall_rows.EVERY]
