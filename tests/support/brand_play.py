"""The shipped exercise played in memory, once for all the tests of a run that only read it."""

from functools import cache
from pathlib import Path

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import MemoryJournals
from crisisdesk.plan import loader
from crisisdesk.session import scenario
from crisisdesk.session.exercise import Player
from crisisdesk.session.library import Library
from crisisdesk.session.session import Session


@cache
def brand() -> Session:
    """Return the exercise `brand` after its evaluation; look at it, change nothing."""
    script = scenario.load("brand")
    clock = SetClock(script.start, script.zone)
    library = Library(Path("memory"), MemoryJournals(), clock)
    path = Path("memory/brand.crisisdesk")
    session = library.start(
        path,
        loader.load_shipped(),
        script.own_number,
        name=script.title,
        exercise=True,
        scenario=script.name,
    )
    player = Player(script, session, clock, lambda held: library.open(path))
    for _ in player.play():
        pass
    assert player.result.slips == ()
    return player.session
