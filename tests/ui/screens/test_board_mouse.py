"""The board with the mouse, and several cards at once: dragged, chosen, struck, put up where one points."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from crisisdesk.features import board
from crisisdesk.ui.screens.board.card_stack import CardStack
from tests.support.board_hands import Hands
from tests.ui.kit.hands import CTRL, click, press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
add = board.commands.AddCard


def drag(hands: Hands, card: int, to: QPoint) -> None:
    """Take hold of the card and let go at the place on the screen."""
    hung = hands.card(card)
    stack, start = hung.stack, hung.at(40, 12)
    draw(stack, start, stack.mapFromGlobal(to))


def draw(stack: CardStack, start: QPoint, end: QPoint) -> None:
    """Press the left button at the start and let go at the end."""
    QTest.mousePress(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in (start + QPoint(30, 0), end):
        QTest.mouseMove(stack, at)
    QTest.mouseRelease(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_double_click_edits(hands: Hands) -> None:
    two = hands.card(2)
    click(two.stack, two.at(40, 12), double=True)
    assert hands.edit().toPlainText() == "två"


def test_a_card_is_dragged_within_its_column(hands: Hands) -> None:
    below = hands.card(3)
    drag(hands, 1, below.on_screen(30, below.rect.height() - 2))
    assert hands.last == board.commands.MoveCard(card=1, column="handelse", position=2)
    assert hands.texts("handelse") == ["två", "tre", "ett"]


def test_a_card_is_dragged_to_another_column(hands: Hands) -> None:
    over = hands.card(4)
    drag(hands, 2, over.on_screen(30, 2))
    assert hands.last == board.commands.MoveCard(card=2, column="konsekvenser", position=0)
    assert hands.texts("konsekvenser") == ["två", "följd"]


def test_a_card_put_down_where_it_was_wishes_for_nothing(hands: Hands) -> None:
    drag(hands, 2, hands.card(2).on_screen(60, 14))
    assert hands.asked == []


def test_escape_puts_a_dragged_card_back(hands: Hands) -> None:
    two, over = hands.card(2), hands.card(4)
    stack, start = two.stack, two.at(40, 12)
    QTest.mousePress(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(stack, start + QPoint(50, 0))
    QTest.mouseMove(stack, stack.mapFromGlobal(over.on_screen(30, 2)))
    hands.key(Key.Key_Escape)
    QTest.mouseRelease(
        stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(50, 0)
    )
    assert hands.asked == []


def test_shift_and_arrows_choose_several_that_move_together(hands: Hands) -> None:
    hands.key(Key.Key_Down, SHIFT)
    assert hands.screen.columns.chosen() == (1, 2)
    hands.key(Key.Key_Down, CTRL)
    assert hands.texts("handelse") == ["tre", "ett", "två"]
    assert hands.screen.columns.chosen() == (1, 2)
    hands.key(Key.Key_Right, CTRL)
    assert hands.texts("konsekvenser") == ["följd", "ett", "två"]
    assert hands.texts("handelse") == ["tre"]


def test_several_are_struck_with_one_reason(hands: Hands) -> None:
    hands.key(Key.Key_Down, SHIFT)
    hands.key(Key.Key_Delete)
    reason = hands.line("Varför stryks de 2 korten?")
    write(reason, "dubbla")
    press(reason, Key.Key_Return)
    assert hands.asked == [board.commands.StrikeCards(cards=(1, 2), reason="dubbla")]
    assert hands.texts("handelse") == ["tre"]


def test_escape_leaves_one_of_several(hands: Hands) -> None:
    hands.key(Key.Key_Down, SHIFT)
    hands.key(Key.Key_Escape)
    assert hands.screen.columns.chosen() == (2,)


def test_the_board_says_how_many_are_chosen(hands: Hands) -> None:
    hands.key(Key.Key_Down, SHIFT)
    assert hands.screen.columns.accessibleDescription().startswith("2 kort valda. Händelse, två")


def pick(hands: Hands, card: int, modifiers: Qt.KeyboardModifier) -> None:
    hung = hands.card(card)
    QTest.mouseClick(hung.stack, Qt.MouseButton.LeftButton, modifiers, hung.at(40, 12))


def test_ctrl_and_a_click_picks_cards_and_shift_reaches_them(hands: Hands) -> None:
    pick(hands, 3, CTRL)
    assert hands.screen.columns.chosen() == (1, 3)
    pick(hands, 1, CTRL)
    assert hands.screen.columns.chosen() == (3,)
    pick(hands, 4, SHIFT)
    assert hands.screen.columns.chosen() == (3, 4)


def test_a_click_on_one_of_several_leaves_it_alone(hands: Hands) -> None:
    pick(hands, 3, CTRL)
    pick(hands, 3, Qt.KeyboardModifier.NoModifier)
    assert hands.screen.columns.chosen() == (3,)


def test_several_cards_are_dragged_together(hands: Hands) -> None:
    pick(hands, 3, CTRL)
    drag(hands, 3, hands.card(4).on_screen(30, 2))
    assert hands.texts("konsekvenser") == ["ett", "tre", "följd"]
    assert hands.texts("handelse") == ["två"]


def test_a_band_from_the_ground_chooses_what_it_reaches(hands: Hands) -> None:
    stack, below = hands.card(3).stack, hands.card(3).rect.bottom() + 40
    draw(stack, QPoint(12, below), QPoint(80, hands.card(2).rect.center().y()))
    assert hands.screen.columns.chosen() == (2, 3)


def test_a_double_click_between_cards_puts_one_up_there(hands: Hands) -> None:
    two = hands.card(2)
    click(two.stack, QPoint(80, two.rect.top() - 4), double=True)
    write(hands.edit(), "mellan")
    press(hands.edit(), Key.Key_Return)
    assert hands.texts("handelse") == ["ett", "mellan", "två", "tre"]
    assert hands.current() == "mellan"


def test_a_double_click_on_empty_ground_puts_a_card_up_last(hands: Hands) -> None:
    column = hands.screen.columns.column_view("konsekvenser")
    assert column is not None
    click(column.stack, QPoint(80, column.stack.height() - 10), double=True)
    write(hands.edit(), "sist")
    press(hands.edit(), Key.Key_Return)
    assert hands.texts("konsekvenser") == ["följd", "sist"]
