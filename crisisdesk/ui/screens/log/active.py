"""What is asked of the log, in a row of chips that take it away; how much was found, and where it began."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.widgets import Button, Chip, Flow, Label
from crisisdesk.ui.screens.log.choice import Part


class ActiveParts(QWidget):
    """`removed(part, value)` when a chip is taken away, `cleared` to show all lines, `first_asked` to go to
    the first line that was found, `left` when the last chip is gone.
    """

    removed = Signal(str, str)
    cleared = Signal()
    first_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self.chips: list[Chip] = []
        self.count = Label(theme, "", "quiet")
        self.first = Button(theme, "", "history", variant="quiet")
        self.first.clicked.connect(self.first_asked)
        self.show_all = Button(theme, self.tr("Visa alla"), "x", variant="quiet")
        self.show_all.clicked.connect(self.cleared)
        self._flow = Flow(theme, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lay_out()
        self.setAccessibleName(self.tr("Det som är valt"))

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a chip for each part; what is the same as before is left alone."""
        if tuple(parts) == self._parts:
            return
        held = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        self._parts = tuple(parts)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(part) for part in parts]
        self._lay_out()
        if held >= 0:
            self._focus_near(held)

    def show_found(self, count: str, first: str) -> None:
        """Say how many lines were found and which was the first that said it ("" when none is meant)."""
        self.count.setText(count)
        self.first.set_text(first)
        self.first.setVisible(bool(first))

    def _chip(self, part: Part) -> Chip:
        icon, token = part.icon, part.token
        if not icon and token.startswith("k_"):
            icon = next((look.icon for look in KINDS.values() if look.word == part.word), "")
        chip = Chip(
            self._theme, part.word, icon, removable=True, token="warn" if part.warns else token, on=True
        )
        chip.setToolTip(self.tr("Förstås inte. Raderna visas utan det.") if part.warns else "")
        chip.removed.connect(lambda: self.removed.emit(part.part, part.value))
        chip.pressed.connect(lambda: self.removed.emit(part.part, part.value))
        return chip

    def _lay_out(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for widget in (*self.chips, self.count, self.first, self.show_all):
            self._flow.addWidget(widget)
        before = self.first.previousInFocusChain() or self
        for chip in self.chips:
            chip.show()
            self.setTabOrder(before, chip)
            before = chip
        self._flow.invalidate()

    def _focus_near(self, place: int) -> None:
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus()
        else:
            self.left.emit()
