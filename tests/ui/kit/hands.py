"""Hands for widget tests: keys, clicks, and ears for signals."""

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(
    widget: QWidget | None, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, times: int = 1
) -> None:
    """Press `key` on `widget`, which must be there."""
    assert widget is not None
    for _ in range(times):
        QTest.keyClick(widget, key, modifiers)


def write(widget: QWidget | None, text: str) -> None:
    """Write plain ASCII letters: others stop the interpreter in QTest."""
    assert widget is not None
    assert text.isascii()
    QTest.keyClicks(widget, text)


def click(widget: QWidget, at: QPoint, *, double: bool = False) -> None:
    """Click once or twice with the left button."""
    strike = QTest.mouseDClick if double else QTest.mouseClick
    strike(widget, Qt.MouseButton.LeftButton, NONE, at)


class Heard:
    """Hears a signal; `all` holds the arguments of each time it was emitted."""

    def __init__(self, signal: SignalInstance) -> None:
        self.all: list[tuple[object, ...]] = []
        signal.connect(self._hear)

    def _hear(self, *args: object) -> None:
        self.all.append(args)

    @property
    def times(self) -> int:
        """How many times it was emitted."""
        return len(self.all)

    @property
    def last(self) -> object:
        """The first argument of the last time."""
        return self.all[-1][0]
