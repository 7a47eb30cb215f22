"""What lies over the window for a while, one thing at a time: palette, key overview, the shell's sheets."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.fields import FieldValue
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Panel, Row
from crisisdesk.ui.shell.floating import Floating, Side
from crisisdesk.ui.shell.frame import UNDER_HEAD
from crisisdesk.ui.shell.navigation import ScreenSpec
from crisisdesk.ui.shell.palette_rows import Target
from crisisdesk.ui.shell.sheets import Asked

_SHEET: Final = 460
_PAIR: Final = 940
_UNDER_PAIR: Final = 120  # the quick line and the status line stay in sight
_PALETTE: Final = 620
_KEYS: Final = 980


class Overlays(QObject):
    """Shows one floating thing over `host`; another takes its place."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._open: Floating | None = None
        self._shows_texts = False

    @property
    def theme(self) -> Theme:
        """Return the theme that what lies over the window is made in."""
        return self._theme

    def show_panel(self, content: QWidget, width: float, closed: Callable[[], None]) -> None:
        """Show a panel of so many px (at 100 %) in the middle; `closed` is called when it is gone."""
        self._put(content, width, "middle")
        if self._open is not None:
            self._open.closed.connect(closed)

    def put_sheet(self, sheet: QWidget) -> None:
        """Show a sheet that its maker listens to and gives the focus."""
        self._put(sheet, _SHEET, "left")

    def dismiss(self) -> bool:
        """Take away what lies over the window; return whether something did."""
        if self._open is None:
            return False
        self._open.dismiss()
        return True

    def forget_shown(self) -> None:
        """Take away what was made from texts that may no longer be seen; what is written in stays."""
        if self._shows_texts:
            self.dismiss()

    def content(self) -> QWidget | None:
        """Return what lies over the window, None when nothing does."""
        return self._open.content if self._open is not None else None

    def show_keys(self) -> None:
        """Show the overview of keys; a second time takes it away."""
        from crisisdesk.ui.shell.key_panel import KeyPanel

        if isinstance(self.content(), KeyPanel):
            self.dismiss()
            return
        panel = KeyPanel(self._theme)
        panel.close_button.clicked.connect(self.dismiss)
        self._put(panel, _KEYS, "middle")
        panel.close_button.setFocus()

    def show_palette(self, specs: tuple[ScreenSpec, ...], bridge: Bridge, go: Callable[[str], None]) -> None:
        """Let the user go anywhere by typing."""
        from crisisdesk.ui.shell.palette import Palette
        from crisisdesk.ui.shell.palette_rows import targets

        palette = Palette(self._theme, targets(specs, bridge.shown_state.plan), bridge.shown_state)

        def chosen(place: str) -> None:
            self.dismiss()
            go(place)

        palette.chosen.connect(chosen)
        self._put(palette, _PALETTE, "middle")
        self._shows_texts = True
        palette.field.setFocus()

    def choose(
        self,
        find: Callable[[str], Sequence[Target]],
        choose: Callable[[str], None],
        *,
        name: str,
        hint: str,
        nothing: str,
    ) -> None:
        """Let the user choose by typing among what `find` returns."""
        from crisisdesk.ui.shell.palette import Choosing

        choosing = Choosing(self._theme, find, name=name, hint=hint, nothing=nothing, icon="printer")

        def chosen(key: str) -> None:
            self.dismiss()
            choose(key)

        choosing.chosen.connect(chosen)
        self._put(choosing, _PALETTE, "middle")
        choosing.field.setFocus()

    def ask(self, asked: Asked, bridge: Bridge) -> None:
        """Show a sheet and carry out what it asks; a refusal stands at its field."""
        sheet = asked.sheet

        def send(values: dict[str, FieldValue]) -> None:
            done, sentence, field = bridge.execute(asked.command(values))
            if done:
                self.dismiss()
            elif sentence:
                sheet.refuse(sentence, field)

        sheet.sent.connect(send)
        sheet.cancelled.connect(self.dismiss)
        if asked.beside is None:
            self._put(sheet, _SHEET, "left")
        else:
            self._put(self._pair(asked.beside, sheet), _PAIR, "middle")
            self._shows_texts = True
        sheet.form.focus_field()

    def _pair(self, beside: QWidget, sheet: QWidget) -> QWidget:
        box = Panel(self._theme, "sunken", edges=("top", "right", "bottom", "left"), margin=Space.S)
        row = Row(self._theme, gap=Space.S)
        row.addWidget(beside, 1)
        row.addWidget(sheet, 1)
        box.body.addLayout(row, 1)
        box.setMinimumHeight(self._host.height() - self._theme.dp(UNDER_HEAD + _UNDER_PAIR))
        return box

    def _put(self, content: QWidget, width: float, side: Side) -> None:
        self.dismiss()
        self._shows_texts = False
        floating = Floating(self._theme, self._host, content, width=width, top=UNDER_HEAD, side=side)
        floating.closed.connect(self._closed)
        self._open = floating
        floating.open()

    def _closed(self) -> None:
        self._open = None
