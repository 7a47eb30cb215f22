"""Reading a full board: long cards, finding, zoom, versions, a low window."""

import msgspec
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, log
from crisisdesk.plan.content import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.board.card_history import CardHistory
from tests.support.board_hands import Hands, Hung
from tests.support.incident_play import Incident
from tests.ui.kit.hands import CTRL, click, press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
add = board.commands.AddCard


def long_card(hands: Hands) -> "Hung":
    hands.incident.do(board.commands.EditCard(card=1, text="Många ord om branden. " * 30))
    hands.show()
    return hands.card(1)


def test_a_long_card_is_folded_until_space_is_pressed(hands: Hands) -> None:
    folded = long_card(hands).rect.height()
    hands.key(Key.Key_Space)
    assert hands.card(1).rect.height() > 2 * folded
    hands.key(Key.Key_Space)
    assert hands.card(1).rect.height() == folded


def test_a_click_on_what_is_folded_away_unfolds_it(hands: Hands) -> None:
    hung = long_card(hands)
    column = hands.screen.columns.column_of(1)
    assert column is not None
    one = column.stack.place_of(1)
    assert one is not None
    more = one.inside.more
    assert more is not None
    click(hung.stack, hung.at(round(more.x) + 4, round(more.y) + 4))
    assert hands.card(1).rect.height() > 2 * hung.rect.height()


def find(hands: Hands, text: str) -> QLineEdit:
    hands.key(Key.Key_F3)
    edit = hands.screen.finder.bar.edit
    write(edit, text)
    return edit


def test_f3_finds_cards_and_enter_goes_between_them(hands: Hands) -> None:
    edit = find(hands, "r")
    assert edit.accessibleDescription() == "2 kort"
    press(edit, Key.Key_Return)
    assert (hands.current(), edit.accessibleDescription()) == ("tre", "1 av 2")
    press(edit, Key.Key_Return)
    assert (hands.current(), edit.accessibleDescription()) == ("Varför?", "2 av 2")
    press(edit, Key.Key_Return, SHIFT)
    assert hands.current() == "tre"
    press(edit, Key.Key_Escape)
    assert hands.screen.columns.hasFocus()


def test_a_hit_is_shown_whole(hands: Hands) -> None:
    folded = long_card(hands).rect.height()
    edit = find(hands, "branden")
    press(edit, Key.Key_Return)
    assert hands.card(1).rect.height() > 2 * folded
    press(edit, Key.Key_Return)
    assert hands.card(1).rect.height() > 2 * folded


def test_what_is_sought_and_not_there_is_told(hands: Hands) -> None:
    assert find(hands, "xyz").accessibleDescription() == "inget kort"


def test_ctrl_shift_f_finds_too(hands: Hands) -> None:
    hands.key(Key.Key_F, CTRL | SHIFT)
    assert hands.screen.finder.bar.edit.hasFocus()


def test_alt_plus_makes_cards_bigger_and_alt_0_as_they_were(hands: Hands) -> None:
    before = hands.card(1).rect.height()
    hands.key(Key.Key_Plus, ALT)
    hands.key(Key.Key_Plus, ALT)
    assert hands.card(1).rect.height() > before
    hands.key(Key.Key_0, ALT)
    assert hands.card(1).rect.height() == before


def test_ctrl_and_the_wheel_zoom(hands: Hands) -> None:
    wheel(hands, 120)
    assert hands.screen.zoom.button.text() == "115 %"
    wheel(hands, -120)
    assert hands.screen.zoom.button.isHidden()


def wheel(hands: Hands, turn: int) -> None:
    port = hands.screen.columns.views()[0].scroller.viewport()
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    at = QPointF(20, 20)
    event = QWheelEvent(at, at, QPoint(), QPoint(0, turn), none, CTRL, phase, False)
    QApplication.sendEvent(port, event)


def test_ctrl_h_shows_every_version_of_a_card(hands: Hands) -> None:
    hands.incident.do(board.commands.EditCard(card=1, text="ett till", source="rektor"))
    hands.show()
    hands.key(Key.Key_H, CTRL)
    (shown,) = hands.screen.findChildren(CardHistory)
    assert shown.hasFocus()
    assert shown.accessibleDescription().split("\n") == [
        "Version 2, 13:05, MK: ett till. rektor",
        "Version 1, 13:05, MK: ett",
    ]
    press(shown, Key.Key_Escape)
    assert hands.screen.columns.hasFocus()


def test_a_card_of_several_versions_says_so_where_it_is_clicked(hands: Hands) -> None:
    hands.incident.do(board.commands.EditCard(card=1, text="ett till"))
    hands.show()
    hung = hands.card(1)
    one = hung.stack.place_of(1)
    assert one is not None
    assert one.inside.versions is not None
    click(hung.stack, hung.at(round(one.inside.versions.x) + 3, round(one.inside.versions.y) + 8))
    assert len(hands.screen.findChildren(CardHistory)) == 1


def test_ctrl_e_writes_the_card_in_the_log(hands: Hands) -> None:
    hands.key(Key.Key_E, CTRL)
    assert hands.last == log.commands.Record(text="ett", links=("card:1",))


def test_a_card_far_down_is_gone_to_in_a_board_of_hundreds(hands: Hands) -> None:
    for number in range(300):
        hands.incident.do(add(column="handelse", text=f"kort {number}"))
    hands.show()
    assert hands.screen.go_to("card:250")
    column = hands.screen.columns.column_of(250)
    assert column is not None
    rect = column.rect_of(250)
    assert rect is not None
    port = column.scroller.viewport()
    assert port.rect().contains(rect.translated(0, column.stack.y()))


def test_the_time_axis_is_folded_in_a_low_window_until_it_is_asked_for(hands: Hands) -> None:
    hands.screen.resize(1158, 400)
    assert hands.screen.axis.isHidden()
    (button,) = [b for b in hands.screen.findChildren(Button) if b.accessibleName() == "Visa tidsaxeln (F8)"]
    button.click()
    assert not hands.screen.axis.isHidden()


def test_looking_elsewhere_does_not_scroll_back_by_itself(hands: Hands, qtbot: QtBot) -> None:
    for number in range(30):
        hands.incident.do(add(column="handelse", text=f"kort {number}"))
    hands.show()
    column = hands.screen.columns.column_view("handelse")
    assert column is not None
    bar = column.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    hands.incident.do(add(column="handelse", text="nytt"))
    hands.show()
    assert bar.value() > 0


def test_six_columns_fit_without_scrolling_sideways(theme: Theme, qtbot: QtBot) -> None:
    columns = tuple(Column(id=f"k{n}", title=f"Kolumn {n}") for n in range(6))
    made = Hands(theme, Incident(msgspec.structs.replace(Incident().state.plan, columns=columns)))
    qtbot.addWidget(made.screen)
    made.screen.resize(838, 632)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    views = [made.screen.columns.column_view(column.id) for column in columns]
    assert all(view is not None and view.geometry().right() < 838 for view in views)
    assert len({view.y() for view in views if view is not None}) == 2
