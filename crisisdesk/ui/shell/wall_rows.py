"""What the main window says of Storbild, and what can be chosen for it. No Qt here."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.base.record import Record
from crisisdesk.base.settings import WallChoice
from crisisdesk.ui.shell.status_rows import Instrument

ANY: Final = "any"
WINDOW: Final = "window"
"""In a choice of displays: the other one, whichever it is; a window that is moved by hand."""

EVERY: Final = (15, 30, 60, 120)
"""Seconds between which the user chooses."""

OFF: Final = Instrument(words="Storbild av", icon="presentation")


class Showing(Record, kw_only=True):
    """What Storbild shows now: the mode in words, on which display (0: in a window), which picture of
    several (0: the living one), and whether that one is frozen. `waits` while there is no display to show on.
    """

    word: str
    display: int = 0
    picture: int = 0
    frozen: bool = False
    turns: bool = False
    waits: bool = False


def instrument(showing: Showing | None) -> Instrument:
    """Return what the status line says; None when Storbild is off."""
    if showing is None:
        return OFF
    if showing.waits:
        return Instrument(words="Storbild väntar på skärm", icon="presentation", tone="warn")
    where = f"skärm {showing.display}" if showing.display else "i fönster"
    turns = ", växlar" if showing.turns else ""
    return Instrument(words=f"Storbild: {what(showing)}{turns}, {where}", icon="presentation", tone="accent")


def what(showing: Showing) -> str:
    """Return what is shown, such as `Logg`, `Skiss 2` or `Lägesbild 2 (fryst)`."""
    frozen = " (fryst)" if showing.frozen else ""
    return f"{showing.word} {showing.picture}{frozen}" if showing.picture else showing.word


def said(showing: Showing | None) -> str:
    """Return the sentence at the top of the panel."""
    if showing is None:
        return "Storbilden är av."
    if showing.waits:
        return "Det finns ingen andra skärm. Storbilden visas när projektorn är ansluten."
    where = f"på skärm {showing.display}" if showing.display else "i ett eget fönster"
    return f"Visar {what(showing)} {where}."


def turns(choice: WallChoice, known: Sequence[str]) -> tuple[str, ...]:
    """Return the modes that take turns, one alone when it is fixed."""
    if not choice.rotating:
        return (choice.mode,)
    return tuple(key for key in known if key in choice.rotation) or (choice.mode,)


def interval_words(seconds: int) -> str:
    """Return `30 s` or `2 min`."""
    return f"{seconds} s" if seconds < 120 else f"{seconds // 60} min"


def display_key(value: str) -> str:
    """Return the setting for a choice of displays: an empty one stands for any other display."""
    return "" if value == ANY else value
