"""The plain widgets: names for assistive technology, keys, wrapping."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.choices import ComboBox, Segmented
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.row_list import RowList
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import TimeAxis
from crisisdesk.ui.kit.widgets import (
    Bar,
    BarAction,
    BigButton,
    Button,
    Chip,
    Column,
    EmptyState,
    Figure,
    Flow,
    IconButton,
    KindTag,
    Label,
    LineEdit,
    NavRow,
    ProgressBar,
    Scroller,
    Tag,
    TickBox,
    WrapLabel,
)
from tests.ui.kit import gallery
from tests.ui.kit.hands import CTRL, Heard, press

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, ComboBox, Segmented, LogView, RowList, TimeAxis, Chip)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> QWidget:
    """Return the gallery, shown."""
    window = gallery.window(theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_every_control_of_the_gallery_has_an_accessible_name(shown: QWidget) -> None:
    controls = [child for kind in CONTROLS for child in shown.findChildren(kind)]
    assert len(controls) > 30
    assert [type(child).__name__ for child in controls if not child.accessibleName()] == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_shown_window_can_change_its_theme(
    qapp: QApplication, theme: Theme, shown: QWidget, dark: bool, scale: float
) -> None:
    theme.apply(qapp, dark=dark, scale=scale)
    assert not shown.grab().isNull()
    button = shown.findChild(Button)
    assert button is not None
    assert button.sizeHint().height() == round(34 * scale)


def test_enter_and_space_press_a_button_once_when_held(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Logga")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    press(button, Qt.Key.Key_Return)
    press(button, Qt.Key.Key_Space)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    assert len(pressed) == 2


def test_a_button_makes_room_for_its_key(theme: Theme) -> None:
    plain, keyed = Button(theme, "Signera"), Button(theme, "Signera", key_hint="Space")
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 20


def test_names_follow_the_words(theme: Theme) -> None:
    button, tag, figure = (
        Button(theme, "Frys nr 3"),
        Tag(theme, "på väg"),
        Figure(theme, "Sedan larm", "01:27"),
    )
    button.set_text("Frys nr 4")
    tag.set_state("på plats", "map-pin", "ok")
    figure.set_value("01:28", "i går")
    names = [widget.accessibleName() for widget in (button, tag, figure)]
    assert names == ["Frys nr 4", "på plats", "Sedan larm 01:28 i går"]
    assert IconButton(theme, "lock", "Sekretess").accessibleName() == "Sekretess"
    assert KindTag(theme, "sys", "System").accessibleName() == "System"
    assert EmptyState(theme, "Inga kort.", "Ins").accessibleName() == "Inga kort. Ins"


def test_an_empty_state_stands_at_the_top_of_a_high_room(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "Inga kort.", "Ins", icon="flame")
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    empty.show()
    label = empty.findChild(WrapLabel)
    assert label is not None
    words, high = label.grab().toImage(), 60
    ground = words.pixelColor(words.width() - 1, words.height() - 1)
    below = range(high, words.height(), 2)
    assert all(words.pixelColor(x, y) == ground for y in below for x in range(0, words.width(), 2))


def test_large_buttons_say_their_notes(theme: Theme) -> None:
    row, big = (
        NavRow(theme, "Logg", "scroll-text"),
        BigButton(theme, "Larm", "siren", "Startar nu.", stacked=True),
    )
    row.set_count("41")
    assert (row.accessibleDescription(), big.accessibleDescription()) == ("41", "Startar nu.")
    assert big.sizeHint().height() == 92


def test_progress_says_how_many(theme: Theme) -> None:
    bar = ProgressBar(theme, name="Åtgärder")
    bar.set_progress(5, 9)
    assert bar.accessibleName() == "Åtgärder 5 av 9"
    bar.set_progress(0, 0)
    assert bar.accessibleName() == "Åtgärder 0 av 0"


def test_a_removable_chip_goes_with_its_cross_and_with_delete(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Info in", "arrow-down-left", True)
    qtbot.addWidget(chip)
    cross = chip.findChild(IconButton)
    assert cross is not None
    with qtbot.waitSignal(chip.removed):
        cross.click()
    with qtbot.waitSignal(chip.removed):
        press(chip, Qt.Key.Key_Delete)


def test_a_fixed_chip_is_not_removed(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Filter", "funnel")
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        press(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.pressed):
        press(chip, Qt.Key.Key_Return)


def test_a_bar_closes_by_its_own_actions_alone(qtbot: QtBot, theme: Theme) -> None:
    bar = Bar(
        theme, "alarm", "Inte sparat.", [BarAction("paper", "Blankett", closes=False), BarAction("go", "Om")]
    )
    qtbot.addWidget(bar)
    bar.show()
    paper, again = bar.findChildren(Button)
    press(bar, Qt.Key.Key_Escape)
    said = Heard(bar.acted)
    paper.click()
    assert (said.all, bar.isVisible()) == ([("paper",)], True)
    with qtbot.waitSignal(bar.closed):
        again.click()
    assert not bar.isVisible()


def test_user_text_is_never_markup(theme: Theme) -> None:
    label = Label(theme, "<b>två</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_wrapping_text_is_as_high_as_it_needs_at_any_width(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = Column(theme, holder)
    label = WrapLabel(theme, "Räddningsledaren: hus B är utrymt och alla är räknade. " * 4)
    column.addWidget(label)
    column.addStretch(1)
    with qtbot.waitExposed(holder):
        holder.resize(300, 400)
        holder.show()
    narrow = label.height()
    assert narrow >= label.heightForWidth(label.width())
    holder.resize(800, 400)
    qtbot.waitUntil(lambda: label.height() < narrow)
    assert label.height() >= label.heightForWidth(label.width())


def test_a_word_longer_than_the_line_wraps_inside(theme: Theme) -> None:
    word = WrapLabel(theme, "x" * 200)
    assert word.heightForWidth(200) > 3 * word.heightForWidth(4000)
    assert word.minimumSizeHint().width() <= 80


def test_a_flow_wraps_and_its_height_follows(theme: Theme) -> None:
    holder = QWidget()
    flow = Flow(theme, holder)
    for word in ("bekräftad", "obekräftad", "motsagd"):
        flow.addWidget(Tag(theme, word))
    one_line = flow.heightForWidth(2000)
    assert flow.heightForWidth(100) == 3 * one_line + 2 * 6
    flow.clear()
    assert (flow.count(), flow.heightForWidth(100)) == (0, 0)


def test_ctrl_u_is_left_to_the_program(qtbot: QtBot, theme: Theme) -> None:
    edit = LineEdit(theme, "Rad", "skriven text")
    qtbot.addWidget(edit)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_U, CTRL)
    QApplication.sendEvent(edit, override)
    assert not override.isAccepted()
    press(edit, Qt.Key.Key_U, CTRL)
    assert edit.text() == "skriven text"


def test_a_tick_box_shows_three_states_and_tells_only_the_user(qtbot: QtBot, theme: Theme) -> None:
    box = TickBox(theme, "", name="4.1 Larma")
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.toggled):
        box.set_state("on")
        box.set_state("skipped")
    assert not box.isChecked()
    with qtbot.waitSignal(box.toggled):
        press(box, Qt.Key.Key_Space)
    assert box.accessibleName() == "4.1 Larma"


def test_a_scroller_is_never_narrower_than_what_it_shows(theme: Theme) -> None:
    content = QWidget()
    content.setMinimumWidth(333)
    assert Scroller(theme, content).minimumSizeHint().width() >= 333


@pytest.mark.parametrize("made", [Label, WrapLabel])
def test_a_label_that_was_never_shown_follows_the_text_size(
    qtbot: QtBot, theme: Theme, qapp: QApplication, made: type[Label]
) -> None:
    label = made(theme, "Larm", "body")
    qtbot.addWidget(label)
    before = label.font().pointSizeF()
    narrow = label.sizeHint().width()
    theme.apply(qapp, dark=False, scale=2.0)
    assert label.font().pointSizeF() == pytest.approx(2 * before)
    assert label.sizeHint().width() > narrow
