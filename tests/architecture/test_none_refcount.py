"""PySide6 6.12.0 loses a reference to None at each void call: this guards the pin below it."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_keep_none_alive(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(100_000):
        label.setEnabled(True)
    assert abs(sys.getrefcount(None) - before) < 100
