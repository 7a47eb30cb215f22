"""The table over a record model: rows by key, letters passed on, widths shared."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.record_model import Column, RecordModel
from crisisdesk.ui.kit.record_table import RecordTable
from crisisdesk.ui.kit.theme import Theme
from tests.ui.kit.hands import Heard, press


@dataclass(frozen=True)
class Row:
    key: str


class Window(QWidget):
    """Writes down the letters that reach it."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__()
        self.letters = ""
        QVBoxLayout(self).addWidget(table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.letters += event.text()


@pytest.fixture
def model() -> RecordModel[Row]:
    """Return rows a to e."""
    columns = (Column[Row]("Namn", lambda row: row.key), Column[Row]("Nr", lambda row: row.key, width=100))
    made = RecordModel(columns)
    made.set_rows([Row(key) for key in "abcde"])
    return made


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, model: RecordModel[Row]) -> RecordTable:
    """Return a shown table that has the focus."""
    made = RecordTable(theme, "Händelser", model)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.resize(400, 300)
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_keys_choose_and_activate_rows_by_key(table: RecordTable) -> None:
    chosen, activated = Heard(table.row_chosen), Heard(table.row_activated)
    assert table.chosen_key() == "a"
    press(table, Qt.Key.Key_Down, times=2)
    press(table, Qt.Key.Key_Return)
    assert chosen.all == [("b",), ("c",)]
    assert activated.all == [("c",)]


def test_the_chosen_row_stays_when_others_come_and_go(table: RecordTable, model: RecordModel[Row]) -> None:
    table.choose("c")
    model.set_rows([Row(key) for key in "xbcy"])
    assert table.chosen_key() == "c"
    table.choose("unknown")
    assert table.chosen_key() == "c"


def test_letters_reach_the_window(qtbot: QtBot, theme: Theme, model: RecordModel[Row]) -> None:
    table = RecordTable(theme, "Händelser", model)
    window = Window(table)
    qtbot.addWidget(window)
    press(table, Qt.Key.Key_D)
    assert (window.letters, table.chosen_key()) == ("d", None)


def test_free_columns_share_the_width(table: RecordTable) -> None:
    assert table.columnWidth(1) == 100
    assert table.columnWidth(0) == table.viewport().width() - 100
    assert not table.grab().isNull()
