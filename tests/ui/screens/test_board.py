"""The board with keys and the mouse: what each wishes for, and what stays while one works."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, lifecycle
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.board.card_stack import CardStack
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import Incident
from tests.ui.kit.hands import CTRL, Heard, click, press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
add = board.commands.AddCard


class Hands:
    """The screen in an incident: what it wishes for is carried out, as the window does."""

    def __init__(self, theme: Theme, incident: Incident) -> None:
        self.incident = incident
        self.screen = BoardScreen(theme)
        self.asked: list[Command] = []
        self.screen.command_requested.connect(self._carry_out)
        self.places = Heard(self.screen.go_requested)
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

    @property
    def last(self) -> Command:
        return self.asked[-1]

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.screen.columns, key, modifiers)

    def edit(self) -> QPlainTextEdit:
        """The text of the form that is open."""
        (found,) = [e for e in self.screen.columns.findChildren(QPlainTextEdit) if e.isVisible()]
        return found

    def line(self, name: str) -> QLineEdit:
        (found,) = [e for e in self.screen.columns.findChildren(QLineEdit) if e.accessibleName() == name]
        return found

    def card(self, number: int) -> "Hung":
        column = self.screen.columns.column_of(number)
        assert column is not None
        rect = column.rect_of(number)
        assert rect is not None
        return Hung(column.stack, rect)

    def current(self) -> str:
        row = self.screen.columns.current()
        return row.text if row is not None else ""

    def texts(self, column: str) -> list[str]:
        view = self.screen.columns.column_view(column)
        assert view is not None
        return [one.row.text for one in view.stack.placed()]


class Hung:
    """A card where it hangs: the stack that paints it, and its place there."""

    def __init__(self, stack: CardStack, rect: QRect) -> None:
        self.stack, self.rect = stack, rect

    def at(self, x: int, y: int) -> QPoint:
        """Return the place in the stack of a place on the card."""
        return self.rect.topLeft() + QPoint(x, y)

    def on_screen(self, x: int, y: int) -> QPoint:
        """Return the place on the screen of a place on the card."""
        return self.stack.mapToGlobal(self.at(x, y))


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    incident = Incident()
    for text in ("ett", "två", "tre"):
        incident.do(add(column="handelse", text=text))
    incident.do(add(column="konsekvenser", text="följd"))
    incident.do(add(column="oklarheter", text="Varför?", owner="stabschef"))
    made = Hands(theme, incident)
    qtbot.addWidget(made.screen)
    made.screen.resize(1158, 632)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    made.screen.focus_first()
    return made


def test_arrows_move_between_cards_and_columns(hands: Hands) -> None:
    assert hands.current() == "ett"
    hands.key(Key.Key_Down)
    assert hands.current() == "två"
    hands.key(Key.Key_End)
    assert hands.current() == "tre"
    hands.key(Key.Key_Right)
    assert hands.current() == "följd"
    hands.key(Key.Key_Left)
    assert hands.current() == "ett"


def test_an_empty_column_can_be_reached_and_filled(hands: Hands) -> None:
    for _ in range(5):
        hands.key(Key.Key_Right)
    assert hands.screen.columns.current_column() == "resurser"
    assert hands.current() == ""
    hands.key(Key.Key_Insert)
    write(hands.edit(), "POSOM")
    press(hands.edit(), Key.Key_Return)
    assert hands.last == add(column="resurser", text="POSOM")
    assert hands.current() == "POSOM"


def test_insert_adds_in_the_column_of_the_focus(hands: Hands) -> None:
    hands.key(Key.Key_Insert)
    write(hands.edit(), "brand")
    press(hands.edit(), Key.Key_Return, SHIFT)
    write(hands.edit(), "i hus B")
    press(hands.edit(), Key.Key_Return)
    assert hands.last == add(column="handelse", text="brand\ni hus B", position=1)
    assert hands.current() == "brand\ni hus B"
    assert hands.screen.columns.hasFocus()


def test_escape_leaves_the_form_without_a_card(hands: Hands) -> None:
    hands.key(Key.Key_Insert)
    write(hands.edit(), "nej")
    press(hands.edit(), Key.Key_Escape)
    assert hands.asked == []
    assert hands.screen.columns.hasFocus()


def test_an_empty_card_is_refused_at_its_field(hands: Hands) -> None:
    hands.key(Key.Key_Insert)
    press(hands.edit(), Key.Key_Return)
    assert hands.edit().accessibleDescription() == "Skriv vad som ska stå på kortet."


def test_f2_writes_a_new_version(hands: Hands) -> None:
    hands.key(Key.Key_F2)
    assert hands.edit().toPlainText() == "ett"
    hands.edit().setPlainText("ett till")
    press(hands.edit(), Key.Key_Return)
    command = hands.last
    assert isinstance(command, board.commands.EditCard)
    assert (command.card, command.text) == (1, "ett till")
    assert hands.texts("handelse") == ["ett till", "två", "tre"]
    assert hands.current() == "ett till"


def test_f2_goes_on_where_the_text_ends(hands: Hands) -> None:
    hands.key(Key.Key_F2)
    write(hands.edit(), " till")
    press(hands.edit(), Key.Key_Return)
    assert hands.texts("handelse") == ["ett till", "två", "tre"]


def test_a_time_that_cannot_be_understood_is_told_at_its_field(hands: Hands) -> None:
    hands.screen.go_to("uncertainty:1")
    hands.key(Key.Key_Return)
    write(hands.line("Behövs senast"), "snart")
    press(hands.line("Behövs senast"), Key.Key_Return)
    assert hands.asked == []
    assert "16:00" in hands.line("Behövs senast").accessibleDescription()
    hands.line("Behövs senast").setText("om 20 min")
    press(hands.line("Behövs senast"), Key.Key_Return)
    assert hands.incident.state[board.FEATURE].cards[5].needed_by is not None


def test_a_time_left_as_it_was_keeps_its_date(hands: Hands) -> None:
    needed = hands.incident.now
    hands.incident.do(board.commands.EditCard(card=5, needed_by=needed))
    hands.incident.wait(60)
    hands.show()
    hands.screen.go_to("card:5")
    hands.key(Key.Key_F2)
    hands.edit().setPlainText("Varför brann det?")
    press(hands.edit(), Key.Key_Return)
    assert hands.incident.state[board.FEATURE].cards[5].needed_by == needed


def test_delete_strikes_with_a_reason(hands: Hands) -> None:
    hands.key(Key.Key_Delete)
    reason = hands.line("Varför stryks kortet?")
    press(reason, Key.Key_Return)
    assert reason.accessibleDescription() == "Skriv varför kortet stryks."
    write(reason, "fel")
    press(reason, Key.Key_Return)
    assert hands.last == board.commands.StrikeCard(card=1, reason="fel")
    assert hands.texts("handelse") == ["två", "tre"]
    assert hands.current() == "två"


def test_ctrl_enter_answers_an_uncertainty(hands: Hands) -> None:
    hands.screen.go_to("uncertainty:1")
    hands.key(Key.Key_Return, CTRL)
    write(hands.edit(), "Elfel")
    press(hands.edit(), Key.Key_Return)
    assert hands.last == board.commands.AnswerUncertainty(uncertainty=1, answer="Elfel", becomes=True)
    assert hands.texts("handelse")[-1] == "Elfel"


def test_ctrl_r_takes_an_answer_back(hands: Hands) -> None:
    hands.incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Elfel"))
    hands.show()
    hands.screen.go_to("uncertainty:1")
    hands.key(Key.Key_R, CTRL)
    write(hands.line("Varför håller inte svaret?"), "rykte")
    press(hands.line("Varför håller inte svaret?"), Key.Key_Return)
    assert hands.last == board.commands.ReopenUncertainty(uncertainty=1, reason="rykte")


def test_ctrl_arrows_move_the_card_and_it_stays_current(hands: Hands) -> None:
    hands.key(Key.Key_Down, CTRL)
    assert hands.last == board.commands.MoveCard(card=1, column="handelse", position=1)
    assert hands.texts("handelse") == ["två", "ett", "tre"]
    hands.key(Key.Key_Right, CTRL)
    assert hands.last == board.commands.MoveCard(card=1, column="konsekvenser", position=1)
    assert hands.current() == "ett"
    assert hands.screen.columns.current_column() == "konsekvenser"


def test_a_card_cannot_move_out_of_the_board(hands: Hands) -> None:
    hands.key(Key.Key_Up, CTRL)
    hands.key(Key.Key_Left, CTRL)
    assert hands.asked == []


def test_letters_are_left_to_the_quick_line(hands: Hands) -> None:
    hands.key(Key.Key_A)
    assert hands.asked == []
    assert hands.screen.columns.findChildren(QPlainTextEdit) == []


def test_double_click_edits(hands: Hands) -> None:
    two = hands.card(2)
    click(two.stack, two.at(40, 12), double=True)
    assert hands.edit().toPlainText() == "två"


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


def test_the_forecast_is_written_in_place(hands: Hands) -> None:
    field = hands.screen.forecast.worst
    press(field, Key.Key_F2)
    write(field.edit, "hus A")
    press(field.edit, Key.Key_Return)
    assert hands.last == board.commands.SetForecast(which="worst", text="hus A")
    assert field.text() == "hus A"


def test_escape_leaves_the_forecast_as_it_was(hands: Hands) -> None:
    field = hands.screen.forecast.likely
    click(field, QPoint(20, 10))
    write(field.edit, "nej")
    press(field.edit, Key.Key_Escape)
    assert hands.asked == []
    assert field.text() == ""


def freeze(hands: Hands) -> None:
    (button,) = [b for b in hands.screen.findChildren(Button) if b.text().startswith("Frys nr")]
    button.click()


def test_freezing_keeps_the_board_with_its_number(hands: Hands) -> None:
    freeze(hands)
    assert hands.last == board.commands.Freeze()
    assert [b.text() for b in hands.screen.findChildren(Button) if "Frys" in b.text()] == ["Frys nr 2"]


def test_a_frozen_board_is_read_and_not_written(hands: Hands) -> None:
    freeze(hands)
    hands.key(Key.Key_Down, CTRL)
    wishes = len(hands.asked)
    assert hands.screen.go_to("board:1")
    assert hands.texts("handelse") == ["ett", "två", "tre"]
    for key in (Key.Key_Insert, Key.Key_F2, Key.Key_Delete):
        hands.key(key)
    hands.key(Key.Key_Down, CTRL)
    assert hands.screen.columns.findChildren(QLineEdit) == []
    assert len(hands.asked) == wishes
    hands.key(Key.Key_Escape)
    assert hands.texts("handelse") == ["två", "ett", "tre"]


def test_a_board_that_is_not_frozen_cannot_be_gone_to(hands: Hands) -> None:
    assert not hands.screen.go_to("board:1")
    assert not hands.screen.go_to("card:99")
    assert not hands.screen.go_to("decision:1")


def test_what_is_typed_stays_when_something_arrives(hands: Hands) -> None:
    hands.key(Key.Key_Insert)
    write(hands.edit(), "halv")
    hands.incident.do(add(column="handelse", text="fyra"))
    hands.incident.wait(1)
    hands.show()
    assert hands.edit().toPlainText() == "halv"
    assert hands.edit().hasFocus()
    assert hands.texts("handelse")[-1] == "fyra"


def test_a_card_that_is_written_anew_stays_current(hands: Hands) -> None:
    hands.key(Key.Key_Down)
    hands.incident.do(board.commands.EditCard(card=2, text="nytt"))
    hands.show()
    assert hands.current() == "nytt"


def test_a_mark_on_the_axis_leads_to_its_line(hands: Hands) -> None:
    axis = hands.screen.axis.axis
    assert axis is not None
    press(axis, Key.Key_Home)
    press(axis, Key.Key_Return)
    assert hands.places.last == "line:1"


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


def test_a_new_card_that_is_not_put_up_survives_a_crash(hands: Hands, qtbot: QtBot) -> None:
    drafts = Heard(hands.screen.draft_changed)
    hands.key(Key.Key_Insert)
    with qtbot.waitSignal(hands.screen.draft_changed):
        write(hands.edit(), "halv")
    assert drafts.all[-1] == ("handelse", "halv")
    press(hands.edit(), Key.Key_Return)
    assert drafts.all[-1] == ("handelse", "")


def test_a_draft_stands_in_the_next_new_card_of_its_column(hands: Hands) -> None:
    hands.screen.restore_draft("konsekvenser", "halv")
    hands.key(Key.Key_Insert)
    assert hands.edit().toPlainText() == ""
    press(hands.edit(), Key.Key_Escape)
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Insert)
    assert hands.edit().toPlainText() == "halv"


def test_the_menu_of_a_card_says_what_can_be_done(hands: Hands) -> None:
    hands.incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Elfel", becomes=True))
    hands.show()
    hands.screen.go_to("uncertainty:1")
    hands.key(Key.Key_Menu)
    (menu,) = hands.screen.findChildren(QMenu)
    words = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(words) == [
        "Ändra",
        "Besvara",
        "Ta tillbaka svaret",
        "Visa versioner",
        "Skriv i loggen",
        "Stryk",
        "Till kortet som svaret blev",
        "Till raden i loggen",
    ]
    words["Till kortet som svaret blev"].trigger()
    assert hands.current() == "Elfel"
    words["Till raden i loggen"].trigger()
    assert hands.places.last == f"line:{hands.incident.state[board.FEATURE].cards[5].number}"
    menu.close()


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


def test_a_closed_incident_has_a_board_that_is_only_read(hands: Hands) -> None:
    hands.incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Elfel"))
    hands.incident.do(lifecycle.commands.Close(chair="FC", keeper="MK"))
    hands.show()
    hands.key(Key.Key_Insert)
    assert hands.screen.columns.findChildren(QLineEdit) == []
