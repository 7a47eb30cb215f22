"""The window is the plan's, whatever the plan: every screen comes up on another one, and on the shipped."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.features import checklists, decisions
from crisisdesk.plan import loader
from crisisdesk.plan.content import Plan
from tests.support.keyboard import focused, press, spoken, tab_to, write
from tests.support.program_play import Program

OTHER_PLAN = Path(__file__).parent.parent / "support" / "other_plan"


@pytest.fixture
def other(program: Program) -> Program:
    """Return the program on an incident of the other plan, just started."""
    _start(program, loader.load(OTHER_PLAN))
    return program


def _start(program: Program, plan: Plan) -> None:
    path, session = compose.library(program.folder).create(plan)
    session.close()
    program.begin(path)


def visit(program: Program) -> list[str]:
    """Go to every screen by its name, and return the keys of those that came up."""
    seen: list[str] = []
    for spec in program.window.frame.deck.specs():
        program.go(spec.words)
        QApplication.processEvents()
        seen.append(program.screen)
        assert focused() is not None
    return seen


def test_the_navigation_shows_the_plans_own_phases(other: Program) -> None:
    titles = [spec.words for spec in other.window.frame.deck.specs() if spec.section == "during"]
    assert titles == ["A Varna", "B Rädda", "C Öppna"]
    for number, phase in enumerate(("phase:upptack", "phase:radda", "phase:oppna"), 1):
        press(f"Alt+{number}")
        assert other.screen == phase


def test_every_screen_comes_up_on_the_other_plan(other: Program) -> None:
    assert visit(other) == [spec.key for spec in other.window.frame.deck.specs()]


def test_the_other_plans_judgement_leads_where_that_plan_says(other: Program) -> None:
    press("Space", "Space", "Space")
    assert spoken(focused()) == "Ja"
    press("Space")
    tab_to("a) Vatten")
    press("Space", "Ctrl+Return")
    assert other.state[decisions.FEATURE].decisions[1].grounds == ("upptack.val.vatten",)
    assert other.state[checklists.FEATURE].marks["upptack.vakt"].kind == "dropped"
    tab_to("Fortsätt till B")
    press("Return")
    assert other.screen == "phase:radda"


def test_its_board_has_its_columns(other: Program) -> None:
    other.go("lägesbild")
    press("End", "Right", "Right", "Right", "Ins")
    write("Håller taket?")
    press("Ctrl+Return")
    assert other.lines(1)[0].split()[1] == "unc"


def test_every_screen_comes_up_on_the_shipped_plan(program: Program) -> None:
    program.begin_exercise()
    assert visit(program) == [spec.key for spec in program.window.frame.deck.specs()]


@pytest.mark.parametrize("until", ["14 13:50", "14 14:32", "14 16:30", "21 00:00"])
def test_every_screen_comes_up_in_the_middle_of_the_exercise_and_after_it(
    program: Program, until: str
) -> None:
    program.begin_played(until)
    assert visit(program) == [spec.key for spec in program.window.frame.deck.specs()]
