"""The loop of an uncertainty by keyboard: asked, late, built on, followed up at meetings, answered."""

from crisisdesk.features import board, decisions, meetings
from crisisdesk.ui.kit.detail import LinkButton
from tests.support.in_sight import texts_in_sight
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program


def write_in(field: str, text: str) -> None:
    """Go on to the field and write in it."""
    tab_to(field)
    write(text)


def ask(program: Program, text: str, owner: str, needed_by: str) -> None:
    """Put up a card in the third column, where uncertainties hang, with who finds out and by when."""
    program.go("lägesbild")
    press("Right", "Right", "Ins")
    assert spoken(focused()) == "Ny oklarhet"
    write(text)
    write_in("Vem tar reda på det?", owner)
    write_in("Behövs senast", needed_by)
    press("Ctrl+Return")


def read_card(program: Program, words: str) -> str:
    """Go along the board, from the left, to the card that says the words, and return how it is read aloud."""
    press("Left", "Left", "Left", "Left")
    for _ in program.state.plan.columns:
        if words in focused().accessibleDescription():
            return focused().accessibleDescription()
        press("Right")
    raise AssertionError(f"no card says {words}")


def open_in_column(program: Program) -> dict[str, bool]:
    """Return what the right column counts of uncertainties, each with whether it stands in red."""
    side = program.window.frame.side
    assert side.isVisibleTo(program.window)
    buttons = side.open.buttons()
    return {spoken(one): one.row().late for one in buttons if "oklarhet" in spoken(one)}


def go_to_follow_up(program: Program) -> None:
    """Go on in the running meeting, point by point, to the one that follows up."""
    points = list(program.state.plan.agenda(program.state[meetings.FEATURE].meetings[2].agenda).walk())
    for point in points[: [point.purpose for point in points].index("follow_up")]:
        press("Ctrl+Return") if point.purpose == "attendance" else press("Return", "Ctrl+Return")


def followed_up(program: Program) -> list[str]:
    """Return the uncertainties that the running meeting's points lead to."""
    screen = program.window.frame.deck.in_sight()
    assert screen is not None
    links = [link for link in screen.findChildren(LinkButton) if link.isVisibleTo(screen)]
    return [spoken(link) for link in links if spoken(link).startswith("Oklarhet")]


def hold_first_meeting(program: Program) -> None:
    """Hold the first meeting and end it with a time for the next."""
    program.go("möten")
    press("Return")
    tab_to("Avsluta mötet", "Shift+Tab")
    press("Return")
    write("14:30")
    press("Ctrl+Return")


def says_open_ground(program: Program) -> bool:
    """Return whether a decision in sight says that it rests on what nobody knows."""
    return any("vilar på öppen oklarhet 1" in text for text in texts_in_sight(program.window))


def test_one_that_is_late_counts_in_red_and_is_answered_in_the_quick_line(program: Program) -> None:
    program.begin_exercise()
    program.at("13:10")
    ask(program, "Var är den som saknas?", "Stabschef", "13:30")
    assert "ägare: Stabschef · behövs 13:30" in read_card(program, "den som saknas")
    program.go("beslut")
    assert open_in_column(program) == {"1 oklarhet": False}
    program.at("13:42")
    assert open_in_column(program) == {"1 oklarhet sen": True}
    tab_to("1 oklarhet sen")
    press("Return")
    assert program.screen == "board"
    assert "sen 12 min" in read_card(program, "den som saknas")
    program.go("beslut")
    program.log("besvarar oklarhet 1: hittad, gick hem 12:30")
    assert open_in_column(program) == {}
    program.go("lägesbild")
    assert read_card(program, "den som saknas").endswith("besvarad, 13:42 hittad, gick hem 12:30")
    asked = program.state[board.FEATURE].uncertainty(1)
    assert asked is not None
    assert asked.answer is not None
    assert asked.answer.text == "hittad, gick hem 12:30"


def test_the_next_meeting_follows_up_what_is_unanswered_by_itself(program: Program) -> None:
    program.begin_exercise()
    program.at("13:10")
    ask(program, "Var är den som saknas?", "Stabschef", "13:30")
    program.log("o: räcker vattnet senast 15.00")
    program.log("o: är alla ute?")
    program.log("alla räknade, besvarar oklarhet 3")
    program.at("13:42")
    hold_first_meeting(program)
    program.at("14:30")
    tab_to("Starta mötet")
    press("Return")
    assert program.state[meetings.FEATURE].meetings[2].agenda == "6.1.agenda"
    go_to_follow_up(program)
    late, ahead = "Oklarhet 1: Var är den som saknas? · Stabschef", "Oklarhet 2: räcker vattnet"
    assert followed_up(program) == [late, ahead]
    assert "sen 1 h" in texts_in_sight(program.window)
    program.log("hemma sedan 12:30, besvarar oklarhet 1")
    assert followed_up(program) == [ahead]


def test_a_decision_that_rests_on_an_open_one_says_so_in_its_row(program: Program) -> None:
    program.begin_exercise()
    program.at("13:10")
    program.log("o: räcker vattnet senast 15.00")
    program.go("beslut")
    tab_to("Nytt beslut")
    press("Return")
    write("Köket håller öppet")
    write_in("Vilar på oklarhet", "1")
    press("Ctrl+Return")
    assert program.state[decisions.FEATURE].decisions[1].rests_on == (1,)
    assert says_open_ground(program)
    program.log("in: vattnet räcker, besvarar oklarhet 1")
    program.go("beslut")
    assert not says_open_ground(program)
