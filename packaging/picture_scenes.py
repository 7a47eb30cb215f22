"""What is done on the screens before the handbook's pictures of it are taken."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from crisisdesk.journal import faults
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.palette import Palette
from picture_sketch import draw as draw_sketch

END: Final = "end"
"""The whole exercise, with its evaluation."""

TIMES: Final = {
    "phase:1": "13:07",
    "phase:2": "13:08",
    "phase:3": "13:11",
    "phase:4": "13:24",
    "phase:5": "13:41",
    "evaluation": END,
    "closing": "16:14",
    "forms": "15:10",
}
"""Screens that show most at another time than the rest."""

PLACES: Final = {"phase:3": "step:3.2", "evaluation": "question:8.2.1"}
"""Screens that show most at a place of theirs."""


def nothing(_window: IncidentWindow) -> None:
    """Take the screen as it comes up."""


@dataclass(frozen=True)
class Scene:
    """A picture: its name, the place it is taken at, how far the exercise is played, and what is done."""

    name: str
    place: str
    until: str = "14:32"
    act: Callable[[IncidentWindow], None] = nothing


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press the key where the focus is."""
    focus = QApplication.focusWidget()
    if focus is None:
        raise LookupError(f"nothing has the focus, so {key.name} goes nowhere")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, key, modifiers))


def _quick(window: IncidentWindow) -> None:
    window.frame.quick.take("14.10 in: sek: Polisen har hört två vittnen. Underrättar @stabschef")


def _palette(window: IncidentWindow) -> None:
    window.open_palette()
    shown = window.overlays.content()
    if isinstance(shown, Palette):
        shown.field.setText("larm")


def _correct(_window: IncidentWindow) -> None:
    _press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def _judge(_window: IncidentWindow) -> None:
    _press(Qt.Key.Key_Space)


def _relieve(_window: IncidentWindow) -> None:
    _press(Qt.Key.Key_1)


def _hand_over(window: IncidentWindow) -> None:
    window.frame.header.keeper.ask()


def _inject(window: IncidentWindow) -> None:
    if window.strip is not None:
        window.strip.jump.click()


def _fault(window: IncidentWindow) -> None:
    window.frame.quick.take("Räddningsledaren: branden är släckt")
    full = faults.from_system(OSError(errno.ENOSPC, ""), Path("2027-003.crisisdesk"), faults.NOT_SAVED)
    window.bridge.failed.emit(full.sentence, full.remedy)


def _enter_form(_window: IncidentWindow) -> None:
    _press(Qt.Key.Key_Space)


ACTS: Final = {"phase:3": _judge, "forms": _enter_form, "sketch": draw_sketch}
"""What is done on screens of which there is one picture alone."""

SCENES: Final = (
    Scene("quick", "phase:4", act=_quick),
    Scene("keys", "phase:4", act=lambda window: window.overlays.show_keys()),
    Scene("palette", "phase:4", act=_palette),
    Scene("print", "phase:4", act=lambda window: window.printing.show_list()),
    Scene("correct", "line:76", act=_correct),
    Scene("relief", "function:loggforare", "14:55", _relieve),
    Scene("keeper", "log", "14:55", _hand_over),
    Scene("exercise", "phase:3", "13:12", _inject),
    Scene("fault", "phase:4", "14:14", _fault),
)
