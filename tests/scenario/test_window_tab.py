"""Tab goes on from everywhere: no screen keeps the keyboard, whatever there is on it."""

import pytest

from tests.support.keyboard import MOST_TABS, focused, press, spoken
from tests.support.program_play import Program

HOME = "Brand, vuxenutbildningen hus B, meny"


def traps(program: Program) -> list[str]:
    """Return the screens from which Tab or Shift+Tab does not lead to the incident's name."""
    found: list[str] = []
    for spec in program.window.frame.deck.specs():
        for key in ("Tab", "Shift+Tab"):
            program.go(spec.words)
            if not _leads_on(key):
                found.append(f"{program.screen}: {key} stays at {spoken(focused())}")
    return found


def _leads_on(key: str) -> bool:
    for _ in range(MOST_TABS):
        press(key)
        if spoken(focused()) == HOME:
            return True
    return False


def test_tab_leads_on_from_every_screen_of_a_new_incident(program: Program) -> None:
    program.begin_exercise()
    assert traps(program) == []


@pytest.mark.parametrize("until", ["14 13:50", "14 15:30", "21 00:00"])
def test_tab_leads_on_from_every_screen_later(program: Program, until: str) -> None:
    program.begin_played(until)
    assert traps(program) == []
