"""The cards on screen: choosing, ticking, doing again, copying a number."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.features import checklists, people, tasks
from crisisdesk.plan.content import ListKind
from crisisdesk.ui.kit.row_list import RowList
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, Chip, IconButton, LineEdit
from crisisdesk.ui.screens.cards.screen import CardsScreen
from tests.support.screen_play import CTRL, Play

Open = Callable[[ListKind], Play[CardsScreen]]
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
SIGN = checklists.commands.Sign


@pytest.fixture
def open_cards(qtbot: QtBot, theme: Theme) -> Open:
    """Return what opens the cards of a kind of a fresh incident."""
    return lambda kind: Play(qtbot, CardsScreen(theme, kind))


def rows(play: Play[CardsScreen], name: str) -> RowList:
    """Return the visible list with the name."""
    return play.named(RowList, name)


def test_up_and_down_choose_a_card_and_right_goes_into_it(open_cards: Open) -> None:
    play = open_cards("role_card")
    assert play.focus() is rows(play, "Rollkort")
    play.press(Qt.Key.Key_Down)
    items = rows(play, "Stabschef")
    play.press(Qt.Key.Key_Right)
    assert play.focus() is items
    play.press(Qt.Key.Key_Left)
    assert play.focus() is rows(play, "Rollkort")


def test_space_ticks_the_item_and_moves_on(open_cards: Open) -> None:
    play = open_cards("role_card")
    play.press(Qt.Key.Key_Right)
    play.press(SPACE)
    assert play.wish(SIGN) == SIGN(item="6.1.1")
    assert rows(play, "Ordförande i krisledningsgruppen").focused_key() == "6.1.3"
    assert "1 av 10" in play.texts()
    assert "1/10" in play.texts()


def test_the_tick_carries_the_sign_of_who_holds_the_function(open_cards: Open) -> None:
    play = open_cards("role_card")
    play.do(people.commands.Appoint(function="ordforande", person="Kim Exempel", sign="KE"))
    play.press(Qt.Key.Key_Right)
    play.press(SPACE)
    assert play.wish(SIGN).done_by == "KE"
    assert play.button("Signera KE")


def test_what_repeats_is_done_again_and_stays_in_focus(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, CardsScreen(theme, "role_card", undo_ms=1))
    assert play.screen.go_to("step:6.1.2")
    play.press(SPACE)
    assert rows(play, "Ordförande i krisledningsgruppen").focused_key() == "6.1.2"
    qtbot.waitUntil(lambda: "Ångra" not in play.texts())
    play.incident.wait(70)
    play.show()
    assert "1 h 10 min sedan" in play.texts()
    assert any(text.endswith("Löpande, dags igen") for text in play.texts())
    play.press(SPACE)
    assert len(play.asked) == 2
    assert any("gjort 2 gånger" in text for text in play.texts())


def test_a_minute_leaves_the_buttons_as_they_are(open_cards: Open) -> None:
    play = open_cards("role_card")
    play.screen.go_to("step:6.1.2")
    play.press(SPACE)
    button = play.button("Gjort igen")
    play.incident.wait(1)
    play.show()
    assert play.button("Gjort igen") is button


def test_undo_and_withdraw(open_cards: Open) -> None:
    play = open_cards("action_card")
    play.press(ENTER)
    play.press(SPACE)
    play.press(Qt.Key.Key_Z, CTRL)
    assert play.wish(checklists.commands.Undo).item == "bilaga3.brand.1"
    play.press(SPACE)
    play.press(Qt.Key.Key_Up)
    play.press(Qt.Key.Key_R, CTRL)
    play.write("fel kort")
    play.press(ENTER, CTRL)
    assert play.wish(checklists.commands.Undo).reason == "fel kort"


def test_not_called_for_and_to_task(open_cards: Open) -> None:
    play = open_cards("action_card")
    play.press(ENTER)
    play.button("Ej aktuellt").click()
    play.press(ENTER, CTRL)
    assert "Skriv varför punkten inte är aktuell." in play.texts()
    play.write("inga skador")
    play.press(ENTER, CTRL)
    assert play.wish(checklists.commands.Drop).reason == "inga skador"
    play.button("Till uppgift").click()
    play.press(ENTER, CTRL)
    assert play.wish(tasks.commands.Add).source == "step:bilaga3.brand.2"
    chip = next(chip for chip in play.screen.findChildren(Chip) if chip.text() == "Uppgift 1")
    chip.pressed.emit()
    assert play.places == ["task:1"]


def test_what_is_half_written_stays_when_another_card_is_looked_at(open_cards: Open) -> None:
    play = open_cards("action_card")
    play.press(ENTER)
    play.button("Ej aktuellt").click()
    play.write("inga")
    field = play.focus()
    assert play.screen.go_to("action_card:bilaga3.it")
    assert not field.isVisible()
    assert play.screen.go_to("action_card:bilaga3.brand")
    assert play.focus() is field
    assert isinstance(field, LineEdit)
    assert field.text() == "inga"


def test_the_agenda_leads_to_the_meetings(open_cards: Open) -> None:
    play = open_cards("role_card")
    play.screen.go_to("step:6.1.2")
    play.press(ENTER)
    assert play.places == ["meetings"]


def test_a_number_is_copied_with_one_press(open_cards: Open) -> None:
    play = open_cards("action_card")
    play.named(Button, "Kopiera 08-721 22 00").click()
    assert QGuiApplication.clipboard().text() == "08-721 22 00"
    assert "Kopierat" in play.texts()
    assert "kontrollerad 2016-06-09, mer än ett år sedan" in play.texts()


def test_one_card_alone_needs_no_list(open_cards: Open) -> None:
    play = open_cards("room")
    assert play.focus() is rows(play, "Krisledningsrummet")
    assert play.texts().count("Krisledningsrummet") == 1
    play.named(IconButton, "Skriv ut").click()
    assert play.prints == ["cards"]


def test_a_vacant_function_is_said(open_cards: Open) -> None:
    play = open_cards("role_card")
    play.do(people.commands.Vacate(function="ordforande"))
    assert play.texts().count("vakant") == 2  # in the list and on the card


def test_places_that_are_here(open_cards: Open) -> None:
    play = open_cards("role_card")
    assert play.screen.go_to("role_card:6.3")
    assert rows(play, "Rollkort").focused_key() == "6.3"
    assert not play.screen.go_to("action_card:bilaga3.it")
    assert not play.screen.go_to("step:4.1")


@pytest.mark.parametrize("kind", ["role_card", "action_card", "room"])
def test_everything_has_a_name(open_cards: Open, kind: ListKind) -> None:
    play = open_cards(kind)
    nameless = [
        widget
        for widget in play.screen.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QLabel)
        and not widget.accessibleName()
    ]
    assert nameless == []
