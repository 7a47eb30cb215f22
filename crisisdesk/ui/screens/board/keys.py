"""Which key asks what of the board's cards."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NO_MODS: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_FAR: Final = 1_000_000

_STEPS: Final[dict[Qt.Key, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_PageUp: (0, -5),
    Qt.Key.Key_PageDown: (0, 5),
    Qt.Key.Key_Home: (0, -_FAR),
    Qt.Key.Key_End: (0, _FAR),
}
_PLAIN: Final[dict[Qt.Key, str]] = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_Delete: "strike",
    Qt.Key.Key_Menu: "menu",
    Qt.Key.Key_Space: "fold",
}
_CTRL: Final[dict[Qt.Key, str]] = {
    Qt.Key.Key_Return: "answer",
    Qt.Key.Key_Enter: "answer",
    Qt.Key.Key_R: "withdraw",
    Qt.Key.Key_H: "history",
    Qt.Key.Key_E: "log",
    Qt.Key.Key_Left: "move",
    Qt.Key.Key_Right: "move",
    Qt.Key.Key_Up: "move",
    Qt.Key.Key_Down: "move",
}

OF_SEVERAL: Final = ("strike", "log")
"""What can be asked of several cards at once; the rest is asked of the current one."""

HARMLESS: Final = ("history",)
"""What can be asked of a board that is only read."""


def step(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how far across and down the key goes, None for another key; Shift takes along what is passed."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return _STEPS.get(Qt.Key(event.key())) if plain == Qt.KeyboardModifier.NoModifier else None


def wish(event: QKeyEvent) -> str:
    """Return what the key asks, "" when it asks nothing."""
    key = Qt.Key(event.key())
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier:
        return _CTRL.get(key, "")
    return _PLAIN.get(key, "") if event.modifiers() in _NO_MODS else ""


def direction(event: QKeyEvent) -> tuple[int, int]:
    """Return where an arrow points, across and down."""
    return _STEPS[Qt.Key(event.key())]
