"""Forms: values, errors at the field, keys that send, cancel and move on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.choices import ComboBox, Segmented
from crisisdesk.ui.kit.fields import TextField, clock_text
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.labels import Label
from crisisdesk.ui.kit.theme import Theme
from tests.ui.kit.hands import CTRL, Heard, press, write

FEW = [("a", "Ordförande"), ("b", "Stabschef")]
MANY = [(str(n), f"Funktion {n}") for n in range(12)]


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    """Return a form with every sort of field, shown."""
    made = Form(theme)
    made.line("what", "Beslut")
    made.text("why", "Motivering")
    made.clock("follow", "Följs upp")
    made.date("day", "Datum", beside=True)
    made.choice("role", "Roll", FEW, "a")
    made.choice("who", "Ansvarig", MANY)
    made.check("secret", "Sekretess")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
        made.activateWindow()
    return made


def control(form: Form, name: str) -> QWidget:
    return form.field(name).control


def test_values_by_name(form: Form) -> None:
    form.set_values(
        {"what": " Hus B stängs ", "why": "rök\nsot", "follow": "1600", "who": "3", "secret": True}
    )
    assert form.values() == {
        "what": "Hus B stängs",
        "why": "rök\nsot",
        "follow": "16:00",
        "day": "",
        "role": "a",
        "who": "3",
        "secret": True,
    }
    assert form.ticked("secret")
    assert form.text_of("role") == "a"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1410", "14:10"),
        ("14.10", "14:10"),
        ("kl 9:05", "09:05"),
        ("905", "09:05"),
        ("2560", "2560"),
        ("i går", "i går"),
    ],
)
def test_a_time_as_people_write_it(typed: str, shown: str) -> None:
    assert clock_text(typed) == shown


def test_few_short_words_are_buttons_and_many_a_list(form: Form) -> None:
    assert isinstance(control(form, "role"), Segmented)
    assert isinstance(control(form, "who"), ComboBox)


def test_every_control_has_its_label_as_name(form: Form) -> None:
    names = [control(form, name).accessibleName() for name in form.values()]
    assert names == ["Beslut", "Motivering", "Följs upp", "Datum", "Roll", "Ansvarig", "Sekretess"]


def test_an_error_stands_at_its_field_and_goes_when_it_is_changed(qtbot: QtBot, form: Form) -> None:
    form.show_error("what", "Skriv vad som beslutades.")
    field = form.field("what")
    assert field.error() == "Skriv vad som beslutades."
    assert field.control.accessibleDescription() == "Skriv vad som beslutades."
    assert field.control.hasFocus()
    write(field.control, "hus")
    assert (field.error(), field.control.accessibleDescription()) == ("", "")


def test_an_error_without_a_field_stands_above(form: Form) -> None:
    form.show_error("nothing", "Loggen är låst.")
    assert "Loggen är låst." in seen_texts(form)
    form.clear_errors()
    assert "Loggen är låst." not in seen_texts(form)


def seen_texts(form: Form) -> list[str]:
    return [label.text() for label in form.findChildren(Label) if label.isVisible()]


@pytest.mark.parametrize("name", ["what", "why", "role", "who", "secret"])
def test_ctrl_enter_sends_from_every_control(qtbot: QtBot, form: Form, name: str) -> None:
    form.focus_field(name)
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(form.sent):
        press(focused, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(form.cancelled):
        press(focused, Qt.Key.Key_Escape)
    assert "\n" not in form.text_of("why")


def test_enter_in_a_line_moves_on_and_sends_nothing(qtbot: QtBot, form: Form) -> None:
    form.focus_field("what")
    with qtbot.assertNotEmitted(form.sent):
        press(control(form, "what"), Qt.Key.Key_Return)
    assert control(form, "why").hasFocus()


def test_tab_in_several_lines_moves_on(qtbot: QtBot, form: Form) -> None:
    form.focus_field("why")
    press(control(form, "why"), Qt.Key.Key_Tab)
    assert control(form, "follow").hasFocus()
    assert form.text_of("why") == ""


def test_several_lines_grow_with_the_text(form: Form) -> None:
    field = form.field("why")
    assert isinstance(field, TextField)
    before = field.edit.height()
    field.edit.setPlainText("\n".join("rad" for _ in range(6)))
    assert field.edit.height() > before + 40
    field.edit.setPlainText("\n".join("rad" for _ in range(80)))
    highest = field.edit.height()
    field.edit.setPlainText("\n".join("rad" for _ in range(160)))
    assert field.edit.height() == highest


def test_changed_names_the_field(qtbot: QtBot, form: Form) -> None:
    told = Heard(form.changed)
    write(control(form, "what"), "x")
    assert told.all == [("what",)]
    with qtbot.assertNotEmitted(form.changed):
        form.set_values({"what": "satt", "why": "satt", "role": "b", "secret": True})


def test_arrows_move_between_segments(qtbot: QtBot, form: Form) -> None:
    form.focus_field("role")
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(form.changed):
        press(focused, Qt.Key.Key_Right)
    assert form.text_of("role") == "b"


def test_two_fields_of_one_name_are_refused(form: Form) -> None:
    with pytest.raises(ValueError, match="what"):
        form.line("what", "Igen")


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Iterator[Sheet]:
    """Give a sheet in a window that has shortcuts of its own on Escape and Ctrl+Enter."""
    form = Form(theme)
    form.line("what", "Beslut")
    window = QWidget()
    made = Sheet(theme, "Nytt beslut", form, primary="Logga beslut")
    QVBoxLayout(window).addWidget(made)
    for keys in ("Escape", "Ctrl+Return"):
        QShortcut(QKeySequence(keys), window, lambda: pytest.fail("the window took the key"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    form.focus_field()
    yield made
    window.close()


def test_a_sheet_sends_its_values(qtbot: QtBot, sheet: Sheet) -> None:
    write(sheet.findChild(QLineEdit), "hus B")
    told = Heard(sheet.sent)
    sheet.primary.click()
    assert told.last == {"what": "hus B"}


def test_a_sheet_has_its_keys_before_the_window_has(qtbot: QtBot, sheet: Sheet) -> None:
    edit = sheet.findChild(QLineEdit)
    assert edit is not None
    for focused in (edit, sheet.cancel):
        focused.setFocus()
        with qtbot.waitSignal(sheet.sent):
            press(focused, Qt.Key.Key_Return, CTRL)
        with qtbot.waitSignal(sheet.cancelled):
            press(focused, Qt.Key.Key_Escape)


def test_a_refusal_stands_at_its_field(sheet: Sheet) -> None:
    sheet.refuse("Skriv vad.", "what")
    assert sheet.form.field("what").error() == "Skriv vad."
