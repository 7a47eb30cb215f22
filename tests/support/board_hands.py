"""The board's screen in an incident, and hands for it: tests of keys, of the mouse, of reading."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.card_stack import CardStack
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import Incident
from tests.ui.kit.hands import Heard, press

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
add = board.commands.AddCard


class Hands:
    """The screen in an incident: what it wishes for is carried out, as the window does."""

    def __init__(self, theme: Theme, incident: Incident) -> None:
        self.incident = incident
        self.screen = BoardScreen(theme)
        self.asked: list[Command] = []
        self.screen.command_requested.connect(self._carry_out)
        self.places = Heard(self.screen.go_requested)
        self.show()

    def show(self) -> None:
        self.screen.show_state(self.incident.state, self.incident.now)

    def _carry_out(self, command: Command, screen: BoardScreen) -> None:
        self.asked.append(command)
        try:
            self.incident.do(command)
        except RuleBroken as refusal:
            screen.answer(False, refusal.sentence, refusal.field)
            return
        self.show()
        screen.answer(True)

    @property
    def last(self) -> Command:
        return self.asked[-1]

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.screen.columns, key, modifiers)

    def edit(self) -> QPlainTextEdit:
        """The text of the form that is open."""
        (found,) = [e for e in self.screen.columns.findChildren(QPlainTextEdit) if e.isVisible()]
        return found

    def line(self, name: str) -> QLineEdit:
        (found,) = [e for e in self.screen.columns.findChildren(QLineEdit) if e.accessibleName() == name]
        return found

    def card(self, number: int) -> "Hung":
        column = self.screen.columns.column_of(number)
        assert column is not None
        rect = column.rect_of(number)
        assert rect is not None
        return Hung(column.stack, rect)

    def current(self) -> str:
        row = self.screen.columns.current()
        return row.text if row is not None else ""

    def texts(self, column: str) -> list[str]:
        view = self.screen.columns.column_view(column)
        assert view is not None
        return [one.row.text for one in view.stack.placed()]


class Hung:
    """A card where it hangs: the stack that paints it, and its place there."""

    def __init__(self, stack: CardStack, rect: QRect) -> None:
        self.stack, self.rect = stack, rect

    def at(self, x: int, y: int) -> QPoint:
        """Return the place in the stack of a place on the card."""
        return self.rect.topLeft() + QPoint(x, y)

    def on_screen(self, x: int, y: int) -> QPoint:
        """Return the place on the screen of a place on the card."""
        return self.stack.mapToGlobal(self.at(x, y))
