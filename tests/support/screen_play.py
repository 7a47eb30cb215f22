"""A screen at work on an incident in memory: what it wishes for is carried out, and shown to it again."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.tags import Badge
from crisisdesk.ui.kit.widgets import Button
from tests.support.incident_play import Incident

S = TypeVar("S", bound=Screen)
C = TypeVar("C", bound=Command)
W = TypeVar("W", bound=QWidget)

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Play(Generic[S]):
    """The screen, its wishes carried out. `asked` keeps the commands, `places` and `prints` the rest."""

    def __init__(self, qtbot: QtBot, screen: S, incident: Incident | None = None) -> None:
        self.screen = screen
        self.incident = incident or Incident()
        self.asked: list[Command] = []
        self.places: list[str] = []
        self.prints: list[object] = []
        screen.command_requested.connect(self._carry_out)
        screen.go_requested.connect(self.places.append)
        screen.print_requested.connect(self.prints.append)
        qtbot.addWidget(screen)
        screen.resize(858, 632)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        self.show()
        screen.focus_first()

    def show(self) -> None:
        """Show the screen the incident as it stands."""
        self.screen.show_state(self.incident.state, self.incident.now)
        QApplication.processEvents()

    def do(self, *commands: Command) -> None:
        """Let something happen elsewhere, and show it."""
        for command in commands:
            self.incident.do(command)
        self.show()

    def wish(self, kind: type[C]) -> C:
        """Return the last wish, which must be of the class."""
        assert self.asked
        last = self.asked[-1]
        assert isinstance(last, kind), last
        return last

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """Press a key where the focus is."""
        where = self.focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(where, QKeyEvent(kind, key, modifiers, text))

    def write(self, text: str) -> None:
        """Write where the focus is, also with å, ä and ö; what is there is written over."""
        where = self.focus()
        if isinstance(where, (QLineEdit, QPlainTextEdit)):
            where.selectAll()
        for letter in text:
            self.press(Qt.Key.Key_unknown, text=letter)

    def focus(self) -> QWidget:
        """Return the widget that has the focus, which must be on the screen."""
        found = QApplication.focusWidget()
        assert found is not None
        assert found is self.screen or self.screen.isAncestorOf(found), found
        return found

    def focus_name(self) -> str:
        """Return the accessible name of what has the focus."""
        return self.focus().accessibleName()

    def button(self, words: str) -> Button:
        """Return the visible button whose text begins with the words."""
        QApplication.processEvents()
        found = [
            button
            for button in self.screen.findChildren(Button)
            if button.text().startswith(words) and button.isVisibleTo(self.screen)
        ]
        assert found, f"no button {words}"
        return found[0]

    def named(self, kind: type[W], name: str) -> W:
        """Return the visible widget of the class with the accessible name."""
        QApplication.processEvents()
        found = [
            widget
            for widget in self.screen.findChildren(kind)
            if widget.accessibleName() == name and widget.isVisibleTo(self.screen)
        ]
        assert found, f"no {kind.__name__} {name}"
        return found[0]

    def texts(self) -> list[str]:
        """Return every text that can be seen, in the order of the widgets."""
        QApplication.processEvents()
        seen = [widget for widget in self.screen.findChildren(QWidget) if widget.isVisibleTo(self.screen)]
        found = [_said(widget) for widget in seen]
        return [text for text in found if text]

    def _carry_out(self, command: Command, screen: Screen) -> None:
        self.asked.append(command)
        try:
            self.incident.do(command)
        except RuleBroken as refusal:
            screen.answer(False, refusal.sentence, refusal.field)
            return
        self.show()
        screen.answer(True)


def _said(widget: QWidget) -> str:
    if isinstance(widget, Badge):
        return widget.word()
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""
