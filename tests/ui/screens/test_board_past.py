"""The board's past with keys: the slider, playing, two boards side by side, a name for a frozen one."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import board, decisions
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import ALARM, Incident
from tests.ui.kit.hands import CTRL, Heard, press

Key = Qt.Key
add = board.commands.AddCard


class Hands:
    """The screen in an incident: what it wishes for is carried out, as the window does."""

    def __init__(self, theme: Theme, incident: Incident) -> None:
        self.incident = incident
        self.screen = BoardScreen(theme)
        self.past = self.screen.past
        self.track = self.past.bar.track
        self.asked: list[Command] = []
        self.screen.command_requested.connect(self._carry_out)
        self.show()

    def show(self) -> None:
        self.screen.show_state(self.incident.state, self.incident.now)

    def _carry_out(self, command: Command, screen: BoardScreen) -> None:
        self.asked.append(command)
        try:
            self.incident.do(command)
        except RuleBroken as refusal:
            screen.answer(False, refusal.sentence, refusal.field)
            return
        self.show()
        screen.answer(True)

    def cards(self) -> list[str]:
        """What the cards in sight say, column by column."""
        views = [self.screen.columns.column_view(c.id) for c in self.incident.state.plan.columns]
        return [card.text for view in views if view is not None for card in view.row.cards]

    def said(self) -> str:
        return self.past.bar.accessibleName()

    def key(
        self, key: Qt.Key, on: QWidget | None = None, modifiers: Qt.KeyboardModifier | None = None
    ) -> None:
        none = Qt.KeyboardModifier.NoModifier
        press(on or self.screen.columns, key, none if modifiers is None else modifiers)


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    incident = Incident()
    incident.wait(10).do(add(column="handelse", text="Rök"))
    incident.wait(5).do(board.commands.Freeze(name="första"))
    incident.wait(5).do(decisions.commands.Record(text="Utrym"))
    incident.wait(10).do(board.commands.EditCard(card=1, text="Eld"))
    incident.wait(10).do(add(column="resurser", text="POSOM"))
    incident.wait(5)
    made = Hands(theme, incident)
    qtbot.addWidget(made.screen)
    made.screen.resize(1158, 632)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    made.screen.focus_first()
    return made


def test_keys_go_a_minute_ten_minutes_from_change_to_change_and_to_the_ends(hands: Hands) -> None:
    hands.key(Key.Key_F6)
    assert hands.track.hasFocus()
    for key, modifiers, clock in (
        (Key.Key_Left, None, "13:49"),
        (Key.Key_PageDown, None, "13:39"),
        (Key.Key_Left, CTRL, "13:35"),
        (Key.Key_Right, CTRL, "13:45"),
        (Key.Key_Home, None, "13:05"),
        (Key.Key_PageUp, None, "13:15"),
        (Key.Key_Right, None, "13:16"),
        (Key.Key_End, None, "13:50"),
        (Key.Key_Right, None, "13:50"),
    ):
        hands.key(key, hands.track, modifiers)
        assert hands.said().startswith(f"Tavlan {clock}."), key


def test_the_board_of_the_minute_is_seen_and_cannot_be_changed(hands: Hands) -> None:
    assert hands.screen.go_to("past:13:20")
    assert hands.cards() == ["Rök"]
    for key in (Key.Key_Insert, Key.Key_F2, Key.Key_Delete):
        hands.key(key)
    hands.key(Key.Key_F7)
    assert hands.asked == []
    hands.key(Key.Key_Escape)
    assert hands.cards() == ["Eld", "POSOM"]
    assert hands.said() == ""
    assert hands.screen.columns.hasFocus()


def test_the_axis_shows_the_same_moment(hands: Hands) -> None:
    axis = hands.screen.axis.axis
    assert axis is not None
    before = axis.grab().toImage()
    hands.screen.go_to("past:13:20")
    assert axis.grab().toImage() != before
    hands.past.leave()
    assert axis.grab().toImage() == before


def test_a_decision_opens_the_board_as_it_stood_then(hands: Hands) -> None:
    assert hands.screen.go_to("past:decision:1")
    assert hands.cards() == ["Rök"]
    assert hands.said().startswith("Tavlan 13:25, beslut 1.")
    assert not hands.screen.go_to("past:decision:9")


def test_what_happens_meanwhile_does_not_disturb_the_past(hands: Hands) -> None:
    hands.screen.go_to("past:13:20")
    hands.incident.do(add(column="handelse", text="Nytt"))
    hands.show()
    assert hands.cards() == ["Rök"]
    hands.past.leave()
    assert hands.cards() == ["Eld", "Nytt", "POSOM"]


def test_space_plays_to_the_end_and_stops(hands: Hands) -> None:
    hands.screen.go_to("past:13:42")
    hands.key(Key.Key_Space, hands.track)
    assert hands.past.bar.playing()
    seen: list[list[str]] = []
    for _ in range(40):
        hands.past.bar.advance()
        seen.append(hands.cards())
    assert ["Eld"] in seen
    assert seen[-1] == ["Eld", "POSOM"]
    assert not hands.past.bar.playing(), "it stops at now"
    hands.key(Key.Key_Space, hands.track)
    assert hands.said().startswith("Tavlan 13:05."), "from now it plays from the start"
    hands.key(Key.Key_Left, hands.track)
    assert not hands.past.bar.playing(), "a hand on the slider stops it"


def test_two_boards_stand_beside_each_other(hands: Hands) -> None:
    hands.key(Key.Key_J, modifiers=CTRL)
    pane = hands.past.compare
    assert pane.isVisible()
    assert hands.screen.columns.isHidden()
    assert pane.list.hasFocus()
    row = pane.list.current()
    assert row is not None
    assert row.left is not None
    assert row.right is not None
    assert (row.left.text, row.right.text, row.change) == ("Rök", "Eld", "changed")
    assert pane.list.accessibleDescription().startswith("ändrad. förut: Rök")
    hands.key(Key.Key_Down, pane.list)
    row = pane.list.current()
    assert row is not None
    assert (row.left, row.change) == (None, "new")
    assert not pane.grab().isNull()
    hands.key(Key.Key_Escape, pane.list)
    assert pane.isHidden()
    assert hands.screen.columns.hasFocus()


def test_enter_goes_to_the_card_that_hangs_or_to_the_line_of_one_that_is_gone(hands: Hands) -> None:
    hands.incident.do(board.commands.StrikeCard(card=1, reason="släckt"))
    hands.show()
    places = Heard(hands.screen.go_requested)
    hands.key(Key.Key_J, modifiers=CTRL)
    hands.key(Key.Key_Return, hands.past.compare.list)
    line = hands.incident.state[board.FEATURE].cards[1].number
    assert places.all == [(f"line:{line}",)]
    hands.key(Key.Key_Down, hands.past.compare.list)
    hands.key(Key.Key_Return, hands.past.compare.list)
    assert hands.past.compare.isHidden()
    current = hands.screen.columns.current()
    assert current is not None
    assert current.text == "POSOM"


def test_a_minute_that_is_looked_at_is_compared_with_now(hands: Hands) -> None:
    hands.screen.go_to("past:13:20")
    hands.past.bar.compare_wished.emit()
    row = hands.past.compare.list.current()
    assert row is not None
    assert row.left is not None
    assert row.left.text == "Rök"
    hands.key(Key.Key_Escape, hands.past.compare.list)
    assert hands.cards() == ["Eld", "POSOM"]


def test_f7_freezes_and_asks_for_a_name(hands: Hands) -> None:
    hands.key(Key.Key_F7)
    assert hands.past.name.field.hasFocus()
    hands.past.name.field.setText("efter utrymningen")
    hands.key(Key.Key_Return, hands.past.name.field)
    assert hands.asked == [
        board.commands.Freeze(),
        board.commands.NameFrozen(number=2, name="efter utrymningen"),
    ]
    assert hands.past.name.isHidden()
    assert hands.screen.columns.hasFocus()
    hands.key(Key.Key_F7)
    hands.key(Key.Key_Escape, hands.past.name.field)
    assert hands.asked[-1] == board.commands.Freeze(), "a name can be left out"


def test_a_board_of_the_past_that_is_covered_meanwhile_is_shown_covered(hands: Hands) -> None:
    hands.screen.go_to("past:13:20")
    other = Incident()
    other.wait(10).do(add(column="handelse", text="███"))
    hands.screen.show_state(other.state, ALARM + timedelta(minutes=45))
    assert hands.cards() == ["███"]


def test_what_is_new_changed_and_gone_is_listed_and_leads_to_the_card(hands: Hands) -> None:
    hands.incident.do(add(column="handelse", text="Larm i hus C"))
    hands.incident.do(board.commands.Freeze())
    hands.incident.wait(1).do(board.commands.EditCard(card=1, text="Elden släckt"))
    hands.incident.do(board.commands.EditCard(card=3, text="Falsklarm i hus C"))
    hands.incident.do(board.commands.StrikeCard(card=3, reason="gällde övning"))
    hands.incident.do(add(column="resurser", text="Buss"))
    hands.show()
    changes = hands.screen.changes
    hands.key(Key.Key_F4)
    assert changes.list.hasFocus()
    assert changes.accessibleName() == "Ändrad sedan nr 2: 1 ny, 1 ändrad, 1 borta"
    assert changes.list.keys() == ["4:new", "1:changed", "3:gone"]
    hands.key(Key.Key_Down, changes.list)
    hands.key(Key.Key_Return, changes.list)
    current = hands.screen.columns.current()
    assert current is not None
    assert current.card == 1
    assert hands.screen.columns.hasFocus()


def test_a_card_that_is_gone_shows_all_it_said(hands: Hands) -> None:
    hands.incident.do(board.commands.EditCard(card=1, text="Elden släckt"))
    hands.incident.do(board.commands.StrikeCard(card=1, reason="inget kvar"))
    hands.show()
    changes = hands.screen.changes
    hands.key(Key.Key_F4)
    hands.key(Key.Key_End, changes.list)
    hands.key(Key.Key_Return, changes.list)
    shown = hands.screen.focusWidget()
    assert shown is not None
    said = shown.accessibleDescription().splitlines()
    assert [line.partition(", ")[0] for line in said] == ["Version 3", "Version 2", "Version 1"]
    hands.key(Key.Key_Escape, shown)
    assert changes.list.hasFocus()
    hands.key(Key.Key_Escape, changes.list)
    assert changes.isHidden()
    assert hands.screen.columns.hasFocus()


def test_the_list_says_when_nothing_is_new(hands: Hands) -> None:
    hands.incident.do(board.commands.Freeze())
    hands.show()
    hands.key(Key.Key_F4)
    assert hands.screen.changes.accessibleName() == "Inget nytt sedan nr 2"
    assert hands.screen.changes.hasFocus()
    hands.key(Key.Key_F4, hands.screen.changes)
    assert hands.screen.changes.isHidden()


def test_a_frozen_board_is_named_later_and_printed(hands: Hands) -> None:
    hands.screen.go_to("board:1")
    hands.past.bar.rename_wished.emit()
    field = hands.past.name.field
    assert field.text() == "första"
    field.setText("i skolan")
    hands.key(Key.Key_Return, field)
    assert hands.asked == [board.commands.NameFrozen(number=1, name="i skolan")]
    assert hands.said().startswith("Lägesbild 1 (i skolan), fryst")
    printed = Heard(hands.screen.print_requested)
    hands.past.bar.print_wished.emit()
    assert printed.all == [(PrintWish(part="boards", number=1),)]


def test_playing_passes_over_what_there_was_no_time_to_paint(hands: Hands) -> None:
    hands.screen.go_to("past:13:06")
    hands.key(Key.Key_Space, hands.track)
    hands.past.bar.advance(3_000)
    assert hands.said().startswith("Tavlan 13:21.")
    assert hands.past.bar.playing()


def test_the_forecast_with_the_focus_is_what_a_mark_is_put_on(hands: Hands) -> None:
    hands.incident.do(board.commands.SetForecast(which="worst", text="Branden sprids"))
    hands.show()
    assert hands.screen.chosen_ref().startswith("card:")
    hands.screen.forecast.worst.setFocus()
    assert hands.screen.chosen_ref() == "forecast:worst"
    hands.screen.forecast.likely.setFocus()
    assert hands.screen.chosen_ref().startswith("card:"), "an empty one has nothing to hide"


def test_the_head_says_briefly_how_much_has_changed_and_leaves_room_for_the_buttons(
    hands: Hands,
) -> None:
    hands.screen.resize(1158, 632)
    hands.show()
    buttons = hands.screen.findChildren(Button)
    (button,) = (b for b in buttons if b.accessibleName().startswith("ändrad sedan"))
    assert button.text() == "2 ändringar"
    assert "ändrad sedan nr 1: 1 ny, 1 ändrad" in button.toolTip()
    named = {b.text() for b in buttons if b.isVisible()}
    assert {"Storbild", "Jämför"} <= named
