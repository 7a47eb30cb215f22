"""What a step of the past costs, as a ratio to a fold of the whole board in the same run.

`QT_QPA_PLATFORM=offscreen python -m tests.bench.slider`. Nothing here passes or fails: the goals stand beside
the figures. A step is the board of the minute before, its rows, and all of it painted.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from crisisdesk.features import board
from crisisdesk.features.board.facts import CardAdded, CardEdited, Content
from crisisdesk.features.board.state import as_it_stood
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Fact, Recorded
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.past_rows import board_at, moment_at, past_rows
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import ALARM, Incident

SIZES = (200, 2_000)
SIZE = (1158, 632)
TIMES = 40


def main() -> None:
    """Measure and print one row a figure."""
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=False)
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for size in SIZES:
        measure(app, theme, size)


def measure(app: QApplication, theme: Theme, size: int) -> None:
    """Print the figures of a board of `size` cards, each written anew twice."""
    state, minutes = long_board(size)
    past = BoardPast()
    past.follow(state[board.FEATURE])
    floor = timed(lambda: as_it_stood(state[board.FEATURE].recorded, state.facts))
    now = ALARM + timedelta(minutes=minutes)
    stops = random.Random(7).sample(range(minutes), TIMES)
    moments = [moment_at(state, ALARM + timedelta(minutes=stop), now) for stop in stops]
    board_at(past, moment_at(state, now, now))
    jumps = median([timed(lambda m=m: board_at(past, m)) for m in moments])
    row(f"the board of any minute, {size} cards", jumps, floor)
    rows = median([timed(lambda m=m: past_rows(state, past, m, now)) for m in moments])
    row(f"  with its rows, {size} cards", rows, floor)
    screen = BoardScreen(theme)
    screen.resize(*SIZE)
    screen.show_state(state, now)
    screen.show()
    screen.go_to("past")
    app.processEvents()
    late = [moment_at(state, now - timedelta(minutes=n), now) for n in range(1, TIMES + 1)]
    steps = median([timed(lambda m=m: step(app, screen, m.at)) for m in late])
    row(f"a step of the slider, painted, {size} cards", steps, floor, "≤ 33 ms")
    screen.deleteLater()
    app.processEvents()


def step(app: QApplication, screen: BoardScreen, at: object) -> None:
    """Go to the minute and wait until the pixels are there."""
    screen.past.bar.moved.emit(at)
    app.processEvents()
    screen.grab()


def long_board(size: int) -> tuple[State, int]:
    """Return an incident with so many cards, and how many minutes it took."""
    state = Incident().state
    columns = [column.id for column in state.plan.columns]
    for version in range(3):
        for card in range(1, size + 1):
            content = Content(text=f"Kort {card}: det här står på kortet nu ({version})", source="rektor")
            fact: Fact = CardEdited(card=card, version=version + 1, content=content)
            if version == 0:
                column = columns[card % len(columns)]
                fact = CardAdded(card=card, column=column, position=card // len(columns), content=content)
            at = ALARM + timedelta(seconds=20 * (version * size + card))
            state.fold(
                Recorded(seq=state.facts + 1, fact=fact, happened_at=at, recorded_at=at, zone=state.zone)
            )
    return state, size


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(values: list[float]) -> float:
    """Return the one in the middle."""
    return sorted(values)[len(values) // 2]


def row(what: str, value: float, floor: float, goal: str = "") -> None:
    """Print one figure."""
    print(f"{what:<44} {value * 1000:>7.2f} ms {floor * 1000:>7.2f} ms {value / floor:>6.2f}  {goal}")


if __name__ == "__main__":
    main()
