"""The tools in hand: which one, its colour, how thick it is, which symbol; chosen with mouse or digits."""

from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.drawing import Colour
from crisisdesk.features.sketch.facts import Tool
from crisisdesk.features.sketch.symbols import SYMBOLS
from crisisdesk.incident.sketch_drawing import WIDTHS
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Column, Flow, IconButton, Option, Segmented

ERASER: Final = "eraser"
_LEAST_TEXT: Final = 58  # units: readable from six metres when the page fills the wall
_THICKNESS: Final = {"thin": 0.5, "middle": 1.0, "thick": 2.0}
"""How many times the tool's own width."""


class Tools(QWidget):
    """`changed` when something else is in hand, `undo_requested` and `redo_requested` for the arrows."""

    changed = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool_choice = Segmented(theme, self.tr("Verktyg"), self._tools(), "pen")
        self.colour_choice = Segmented(theme, self.tr("Färg"), self._colours(), "ink")
        self.width_choice = Segmented(theme, self.tr("Tjocklek"), self._widths(), "middle")
        first = next(iter(SYMBOLS))
        words = [(id, symbol.word) for id, symbol in SYMBOLS.items()]
        self.symbol_choice = Segmented(theme, self.tr("Tecken"), words, first)
        self.undo = IconButton(theme, "rotate-ccw", self.tr("Ångra (Ctrl+Z)"))
        self.redo = IconButton(theme, "redo-2", self.tr("Gör om (Ctrl+Y)"))
        self._lay_out(theme)
        for choice in (self.tool_choice, self.colour_choice, self.width_choice, self.symbol_choice):
            choice.changed.connect(self._tell)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)

    @property
    def erases(self) -> bool:
        """Return whether the eraser is in hand."""
        return self.tool_choice.value() == ERASER

    @property
    def tool(self) -> Tool:
        """Return the tool in hand; the pen when it is the eraser."""
        return cast(Tool, "pen" if self.erases else self.tool_choice.value())

    @property
    def colour(self) -> Colour:
        """Return the colour of the word."""
        return cast(Colour, self.colour_choice.value())

    @property
    def thickness(self) -> int:
        """Return how wide a stroke is, how high a text, in units of the page."""
        wide = round(WIDTHS[self.tool] * _THICKNESS[self.width_choice.value()])
        return max(wide, _LEAST_TEXT) if self.tool == "text" else wide

    @property
    def symbol(self) -> str:
        """Return the symbol that is placed next."""
        return self.symbol_choice.value()

    def take(self, digit: int) -> bool:
        """Take the tool with the digit (from 1) in hand; return whether there is one."""
        keys = [key for key, _word in self._tools()]
        if not 1 <= digit <= len(keys):
            return False
        self.tool_choice.set_value(keys[digit - 1])
        self._tell()
        return True

    def _tell(self, _value: str = "") -> None:
        self.symbol_choice.setVisible(self.tool == "symbol")
        self.changed.emit()

    def _tools(self) -> list[Option]:
        return [
            ("pen", self.tr("1 Penna")),
            ("marker", self.tr("2 Märkpenna")),
            ("arrow", self.tr("3 Pil")),
            ("text", self.tr("4 Text")),
            ("symbol", self.tr("5 Tecken")),
            (ERASER, self.tr("6 Sudda")),
        ]

    def _colours(self) -> list[Option]:
        return [
            ("ink", self.tr("Bläck")),
            ("red", self.tr("Röd")),
            ("blue", self.tr("Blå")),
            ("green", self.tr("Grön")),
            ("amber", self.tr("Orange")),
        ]

    def _widths(self) -> list[Option]:
        return [("thin", self.tr("Tunn")), ("middle", self.tr("Mellan")), ("thick", self.tr("Tjock"))]

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, self, gap=Space.XS)
        row = QWidget()
        flow = Flow(theme, row, gap=Space.M, line_gap=Space.XS)
        for widget in (self.tool_choice, self.colour_choice, self.width_choice, self.undo, self.redo):
            flow.addWidget(widget)
        column.addWidget(row)
        column.addWidget(self.symbol_choice)
        self.symbol_choice.hide()
