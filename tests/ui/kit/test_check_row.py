"""The line to tick, the heading among rows, and the form that opens in a row."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.check_row import CheckRow
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, Label
from tests.ui.kit.hands import CTRL, Heard, click, press


@pytest.fixture
def headed(qtbot: QtBot, theme: Theme) -> RowList:
    """Return a list with a heading over a and b, and one over c."""
    rows = RowList(theme, "Steg")
    rows.set_rows(
        [
            RowSpec("one", lambda: Label(theme, "Rubrik"), head=True),
            RowSpec("a", lambda: Label(theme, "a")),
            RowSpec("b", lambda: Label(theme, "b")),
            RowSpec("two", lambda: Label(theme, "Rubrik"), head=True),
            RowSpec("c", lambda: Label(theme, "c")),
        ]
    )
    qtbot.addWidget(rows)
    with qtbot.waitExposed(rows):
        rows.resize(300, 260)
        rows.show()
        rows.activateWindow()
    rows.setFocus()
    return rows


def test_a_heading_is_never_focused_with_keys(headed: RowList) -> None:
    visited = [headed.focused_key()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
        press(headed, key)
        visited.append(headed.focused_key())
    assert visited == ["a", "b", "c", "b", "a", "c"]


def test_a_heading_is_never_focused_with_the_mouse_or_by_name(headed: RowList) -> None:
    heading = headed.widget_of("two")
    assert heading is not None
    click(headed, heading.geometry().center())
    headed.focus_key("two")
    assert headed.focused_key() == "a"


def test_a_heading_never_inherits_the_focus(theme: Theme, headed: RowList) -> None:
    headed.focus_key("b")
    specs = [RowSpec(key, lambda key=key: Label(theme, key), head=key == "two") for key in ("a", "two", "c")]
    headed.set_rows(specs)
    assert headed.focused_key() == "c"


def test_a_click_in_the_box_only_asks(qtbot: QtBot, theme: Theme) -> None:
    row = CheckRow(theme)
    qtbot.addWidget(row)
    row.set_line(number="4.1", text="Larma", state="off")
    asked = Heard(row.ticked)
    row.box().click()
    assert asked.times == 1
    assert not row.box().isChecked()
    row.set_line(number="4.1", text="Larma", state="on", mark="14:02 LS")
    assert row.box().isChecked()
    assert row.box().accessibleName() == "4.1 Larma"


def test_what_stands_beside_gives_its_place_back(qtbot: QtBot, theme: Theme) -> None:
    for sided in (True, False):
        row = CheckRow(theme, sided=sided)
        qtbot.addWidget(row)
        row.set_line(number="", text="Larma", side="Chef", state="on", mark="14:02 LS", mark_note="införd")
        row.show()
        before = _seen(row)
        row.set_beside(Button(theme, "Ångra"))
        assert _seen(row) != before
        row.set_beside(None)
        assert _seen(row) == before


def _seen(row: CheckRow) -> list[str]:
    return sorted(
        label.text() for label in row.findChildren(Label) if label.isVisibleTo(row) and label.text()
    )


@pytest.fixture
def inline(qtbot: QtBot, theme: Theme) -> InlineForm:
    """Return a form with one line, shown."""
    form = Form(theme)
    form.line("reason", "Varför?")
    made = InlineForm(theme, "Ej aktuellt", form, primary="Spara")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    form.focus_field()
    return made


def test_the_form_is_sent_and_cancelled_with_keys(inline: InlineForm) -> None:
    sent, cancelled = Heard(inline.sent), Heard(inline.cancelled)
    field = inline.form.field("reason").control
    press(field, Qt.Key.Key_Return, CTRL)
    press(inline.primary, Qt.Key.Key_Return, CTRL)
    press(field, Qt.Key.Key_Escape)
    press(inline.primary, Qt.Key.Key_Escape)
    assert sent.all == [({"reason": ""},), ({"reason": ""},)]
    assert cancelled.times == 2


def test_a_refusal_stands_at_its_field_until_it_is_sent_again(inline: InlineForm) -> None:
    inline.refuse("Skriv varför.", "reason")
    assert inline.form.field("reason").error() == "Skriv varför."
    inline.primary.click()
    assert inline.form.field("reason").error() == ""
