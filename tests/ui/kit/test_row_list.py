"""The row list: one focused row, widgets kept by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, Label, Scroller
from tests.ui.kit.hands import Heard, click, press


def spec(theme: Theme, key: str, word: str = "") -> RowSpec:
    def update(widget: QWidget) -> None:
        assert isinstance(widget, Label)
        widget.setText(word or key)

    return RowSpec(key, lambda: Label(theme), update, name=f"rad {word or key}")


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> RowList:
    """Return a shown list of a, b and c."""
    made = RowList(theme, "Steg")
    made.set_rows([spec(theme, key) for key in "abc"])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.resize(300, 200)
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_keys_move_the_focused_row(qtbot: QtBot, rows: RowList) -> None:
    visited = [rows.focused_key()]
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Up,
    ):
        press(rows, key)
        visited.append(rows.focused_key())
    assert visited == ["a", "b", "c", "c", "a", "c", "b"]
    assert rows.accessibleDescription() == "rad b"


def test_enter_and_space_say_the_row(qtbot: QtBot, rows: RowList) -> None:
    rows.focus_key("b")
    entered = Heard(rows.row_activated)
    press(rows, Qt.Key.Key_Return)
    spaced = Heard(rows.row_toggled)
    press(rows, Qt.Key.Key_Space)
    assert (entered.all, spaced.all) == ([("b",)], [("b",)])


def test_letters_go_on_to_the_parent(qtbot: QtBot, theme: Theme) -> None:
    heard: list[str] = []

    class Window(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            heard.append(event.text())

    window = Window()
    qtbot.addWidget(window)
    rows = RowList(theme, "Steg", parent=window)
    rows.set_rows([spec(theme, "a")])
    press(rows, Qt.Key.Key_X)
    assert heard == ["x"]


def test_the_mouse_focuses_and_activates(qtbot: QtBot, rows: RowList) -> None:
    widget = rows.widget_of("c")
    assert widget is not None
    at = widget.geometry().center()
    click(rows, at)
    assert rows.focused_key() == "c"
    told = Heard(rows.row_activated)
    click(rows, at, double=True)
    assert told.all == [("c",)]


def test_widgets_are_kept_by_key_and_brought_up_to_date(qtbot: QtBot, theme: Theme, rows: RowList) -> None:
    before = rows.widget_of("b")
    rows.set_rows([spec(theme, "d"), spec(theme, "b", "ändrad"), spec(theme, "a")])
    after = rows.widget_of("b")
    assert after is before
    assert isinstance(after, Label)
    assert after.text() == "ändrad"
    assert rows.keys() == ["d", "b", "a"]
    assert rows.widget_of("c") is None
    qtbot.waitUntil(lambda: 0 <= top_of(rows, "d") < top_of(rows, "b") < top_of(rows, "a"))


def test_the_focused_row_is_read_as_it_stands_now(theme: Theme, rows: RowList) -> None:
    assert rows.accessibleDescription() == "rad a"
    rows.set_rows([spec(theme, "a", "ändrad"), spec(theme, "b")])
    assert rows.accessibleDescription() == "rad ändrad"
    rows.set_rows([])
    assert rows.accessibleDescription() == ""


def top_of(rows: RowList, key: str) -> int:
    widget = rows.widget_of(key)
    return -1 if widget is None else widget.y()


def test_focus_stays_with_its_key_or_goes_to_the_heir(theme: Theme, rows: RowList) -> None:
    rows.focus_key("b")
    rows.set_rows([spec(theme, key) for key in "xab"])
    assert rows.focused_key() == "b"
    rows.set_rows([spec(theme, key) for key in "xa"])
    assert rows.focused_key() == "a"
    rows.set_rows([])
    assert rows.focused_key() == ""
    rows.set_rows([spec(theme, "n")])
    assert rows.focused_key() == "n"


def test_a_moved_focus_is_told_once(qtbot: QtBot, rows: RowList) -> None:
    told = Heard(rows.focus_moved)
    rows.focus_key("c")
    assert told.all == [("c",)]
    with qtbot.assertNotEmitted(rows.focus_moved):
        rows.focus_key("c")
        rows.focus_key("unknown")


def test_two_rows_with_one_key_are_refused(theme: Theme, rows: RowList) -> None:
    with pytest.raises(ValueError, match="same key"):
        rows.set_rows([spec(theme, "a"), spec(theme, "a")])
    assert rows.keys() == ["a", "b", "c"]


def test_a_control_in_a_row_focuses_its_row_and_lets_arrows_through(qtbot: QtBot, theme: Theme) -> None:
    rows = RowList(theme, "Steg")
    rows.set_rows([RowSpec(key, lambda key=key: Button(theme, key)) for key in "ab"])
    qtbot.addWidget(rows)
    with qtbot.waitExposed(rows):
        rows.show()
        rows.activateWindow()
    button = rows.widget_of("b")
    assert button is not None
    button.setFocus()
    assert rows.focused_key() == "b"
    press(button, Qt.Key.Key_Up)
    assert rows.focused_key() == "a"


def test_the_focused_row_is_scrolled_into_sight(qtbot: QtBot, theme: Theme) -> None:
    rows = RowList(theme, "Steg")
    rows.set_rows([spec(theme, str(n)) for n in range(60)])
    window = QWidget()
    QVBoxLayout(window).addWidget(Scroller(theme, rows))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.resize(300, 200)
        window.show()
    press(rows, Qt.Key.Key_End)
    last = rows.widget_of("59")
    assert last is not None
    at = last.mapTo(window, QPoint(0, 0)).y()
    assert 0 <= at < window.height()


def test_a_list_that_chooses_nothing_has_no_tint_without_the_focus(qtbot: QtBot, theme: Theme) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    other = Button(theme, "Annat")
    made = {tint: RowList(theme, "Möten", tint_away=tint) for tint in (True, False)}
    for part in (other, *made.values()):
        column.addWidget(part)
    for rows in made.values():
        rows.set_rows([spec(theme, key) for key in "ab"])
        rows.focus_key("b")
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.resize(300, 300)
        box.show()
        box.activateWindow()
    tint = theme.color("accentsoft")
    other.setFocus()
    assert [ground(rows) == tint for rows in made.values()] == [True, False]
    assert made[False].focused_key() == "b"
    made[False].setFocus()
    assert ground(made[False]) == tint


def ground(rows: RowList) -> QColor:
    """Return the colour behind the focused row."""
    QApplication.processEvents()
    row = rows.widget_of(rows.focused_key())
    assert row is not None
    return rows.grab().toImage().pixelColor(row.geometry().center().x() + 100, row.geometry().bottom() - 3)
