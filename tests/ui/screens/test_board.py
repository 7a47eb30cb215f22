"""The board with keys and the mouse: what each wishes for, and what stays while one works."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, lifecycle, log, secrecy
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button, ComboBox, Tag
from crisisdesk.ui.screens.board.card_history import CardHistory
from crisisdesk.ui.screens.board.card_stack import CardStack
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import Incident
from tests.ui.kit.hands import CTRL, Heard, click, press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
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


def test_enter_saves_from_the_field_that_chooses_as_well(hands: Hands) -> None:
    hands.key(Key.Key_Insert)
    write(hands.edit(), "brand")
    (certainty,) = hands.screen.columns.findChildren(ComboBox)
    press(certainty, Key.Key_Down)
    press(certainty, Key.Key_Return)
    assert hands.last == add(column="handelse", text="brand", certainty="confirmed", position=1)


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


def test_a_secret_forecast_wears_its_lock(hands: Hands) -> None:
    hands.incident.do(board.commands.SetForecast(which="worst", text="Hot mot skolan"))
    hands.show()
    field = hands.screen.forecast.worst
    assert [tag.word() for tag in field.findChildren(Tag) if tag.isVisible()] == []
    hands.incident.do(secrecy.commands.Mark(ref="forecast:worst", provision="OSL 18:1"))
    hands.show()
    assert [tag.word() for tag in field.findChildren(Tag) if tag.isVisible()] == ["OSL 18:1"]
    assert field.accessibleDescription() == "Hot mot skolan, OSL 18:1"
    assert [tag for tag in hands.screen.forecast.likely.findChildren(Tag) if tag.isVisible()] == []


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
    key, text = drafts.all[-1]
    assert "halv" in str(text)
    press(hands.edit(), Key.Key_Return)
    assert drafts.all[-1] == (key, "")


def test_a_half_written_card_waits_while_a_frozen_board_is_looked_at(hands: Hands) -> None:
    freeze(hands)
    hands.screen.focus_first()
    hands.key(Key.Key_Insert)
    write(hands.edit(), "halv")
    assert hands.screen.go_to("board:1")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Insert)
    assert hands.edit().toPlainText() == ""
    press(hands.edit(), Key.Key_Escape)
    hands.key(Key.Key_Left)
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


def long_card(hands: Hands) -> "Hung":
    hands.incident.do(board.commands.EditCard(card=1, text="Många ord om branden. " * 30))
    hands.show()
    return hands.card(1)


def test_a_form_stands_last_when_its_card_goes(hands: Hands) -> None:
    hands.key(Key.Key_Delete)
    hands.incident.do(board.commands.StrikeCard(card=1, reason="av en annan"))
    hands.show()
    line = hands.line("Varför stryks kortet?")
    column = hands.screen.columns.column_view("handelse")
    assert column is not None
    assert line.mapTo(column.stack, QPoint()).y() > hands.card(3).rect.bottom()


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
