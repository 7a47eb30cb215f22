"""The board with keys: cards and their forms, and what stays while one works."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, lifecycle, secrecy
from crisisdesk.ui.kit.widgets import Button, ComboBox, Tag
from tests.support.board_hands import Hands
from tests.ui.kit.hands import CTRL, Heard, click, press, write

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
add = board.commands.AddCard


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


def test_a_closed_incident_has_a_board_that_is_only_read(hands: Hands) -> None:
    hands.incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Elfel"))
    hands.incident.do(lifecycle.commands.Close(chair="FC", keeper="MK"))
    hands.show()
    hands.key(Key.Key_Insert)
    assert hands.screen.columns.findChildren(QLineEdit) == []


def test_a_form_stands_last_when_its_card_goes(hands: Hands) -> None:
    hands.key(Key.Key_Delete)
    hands.incident.do(board.commands.StrikeCard(card=1, reason="av en annan"))
    hands.show()
    line = hands.line("Varför stryks kortet?")
    column = hands.screen.columns.column_view("handelse")
    assert column is not None
    assert line.mapTo(column.stack, QPoint()).y() > hands.card(3).rect.bottom()
