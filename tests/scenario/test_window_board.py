"""The board by keyboard: put up, move, write anew, strike, answer; what was frozen stays to be looked at."""

from crisisdesk.features import board
from tests.support.in_sight import texts_in_sight
from tests.support.keyboard import choose, focused, press, spoken, tab_to, write
from tests.support.program_play import Program


def hangs(program: Program, column: str) -> list[str]:
    """Return the texts of the cards that hang in the column, from the top."""
    return [card.content.text for card in program.state[board.FEATURE].in_column(column)]


def put_up(program: Program, text: str) -> None:
    """Put up a card in the column where one is."""
    press("Ins")
    write(text)
    press("Ctrl+Return")


def test_insert_puts_up_a_card_and_ctrl_arrow_moves_it(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    assert program.screen == "board"
    put_up(program, "Hus B stängt")
    assert hangs(program, "handelse") == ["Hus B stängt"]
    before = len(program.lines())
    press("Ctrl+Right")
    assert (hangs(program, "handelse"), hangs(program, "konsekvenser")) == ([], ["Hus B stängt"])
    assert len(program.lines()) == before + 1
    assert "Hus B stängt" in program.lines(1)[0]


def test_cards_change_places_within_a_column_without_a_line(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    put_up(program, "först")
    put_up(program, "sedan")
    before = len(program.lines())
    press("Ctrl+Up")
    assert hangs(program, "handelse") == ["sedan", "först"]
    assert len(program.lines()) == before


def test_f2_writes_a_card_anew_and_delete_strikes_it_with_a_reason(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    put_up(program, "Brand i hus B")
    press("F2", "Ctrl+A")
    write("Brand i hus B, utrymt 13:10")
    press("Ctrl+Return")
    assert hangs(program, "handelse") == ["Brand i hus B, utrymt 13:10"]
    press("Del", "Ctrl+Return")
    assert spoken(focused()) == "Varför stryks kortet?"
    write("släckt")
    press("Ctrl+Return")
    assert hangs(program, "handelse") == []
    assert "släckt" in program.lines(1)[0]


def test_all_the_chosen_cards_are_made_secret_together(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    for text in ("Brand i hus B", "Rök i hus A", "Trapphus 2 blockerat"):
        put_up(program, text)
    press("Shift+Up")
    before = len(program.lines())
    press("Ctrl+Shift+S")
    assert "Sekretess: Kort 2 och 3" in texts_in_sight(program.window)
    write("18:1")
    press("Ctrl+Return")
    marks = program.state.marks
    assert [marks.of(f"card:{card}") for card in (1, 2, 3)] == ["", "OSL 18:1", "OSL 18:1"]
    assert len(program.lines()) == before + 1


def test_escape_leaves_the_form_and_nothing_hangs(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    press("Ins")
    write("halvt kort")
    press("Escape")
    assert spoken(focused()) == "Tavlan"
    assert program.state[board.FEATURE].pinned() == ()
    assert program.screen == "board"


def test_an_uncertainty_is_answered_and_becomes_a_card(program: Program) -> None:
    program.begin_exercise()
    program.at("13:17")
    program.log("o: var är den som saknas? @ordförande")
    program.go("lägesbild")
    while "saknas" not in focused().accessibleDescription():
        press("Right")
    program.at("13:29")
    press("Ctrl+Return")
    write("Hittad, hade gått hem 12:30")
    press("Ctrl+Return")
    asked = program.state[board.FEATURE].uncertainty(1)
    assert asked is not None
    assert asked.answer is not None
    became = program.state[board.FEATURE].cards[asked.answer.became]
    assert became.became_from == 1
    assert became.content.text in hangs(program, "handelse")
    assert program.state[board.FEATURE].open_uncertainties() == []


def test_the_forecast_is_written_on_the_board(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    tab_to("Farligast", "Shift+Tab")
    press("Return")
    write("Branden sprider sig till hus A")
    press("Tab")
    assert program.state[board.FEATURE].forecast["worst"] == "Branden sprider sig till hus A"


def test_a_frozen_board_stays_as_it_was(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    put_up(program, "Brand i hus B")
    tab_to("Frys nr 1", "Shift+Tab")
    press("Return")
    assert program.lines(1)[0].startswith("13:05 ass LS: Lägesbild 1")
    program.go("lägesbild")
    put_up(program, "Nytt kort")
    frozen = program.state[board.FEATURE].frozen[0]
    assert [pinned.content.text for pinned in frozen.cards] == ["Brand i hus B"]


def test_the_menu_key_opens_what_can_be_done_with_a_card(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    put_up(program, "Brand i hus B")
    press("Menu")
    choose("Stryk")
    assert spoken(focused()) == "Varför stryks kortet?"


def test_one_comes_back_to_the_cards_not_to_a_button_over_them(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    put_up(program, "Brand i hus B")
    tab_to("Visa på Storbild", "Shift+Tab")
    program.go("möten")
    program.go("lägesbild")
    assert spoken(focused()) == "Tavlan"
    tab_to("Frys nr 1", "Shift+Tab")
    press("Ctrl+L", "Escape")
    assert spoken(focused()) == "Tavlan"


def test_from_the_head_insert_puts_up_a_card_and_down_goes_to_the_cards(program: Program) -> None:
    program.begin_exercise()
    program.go("lägesbild")
    tab_to("Frys nr 1", "Shift+Tab")
    press("Down")
    assert spoken(focused()) == "Tavlan"
    tab_to("Frys nr 1", "Shift+Tab")
    put_up(program, "Brand i hus B")
    assert hangs(program, "handelse") == ["Brand i hus B"]
