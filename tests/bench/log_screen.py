"""What the log costs on screen, as a ratio to the same scroll area painting plain rows in the same run.

`QT_QPA_PLATFORM=offscreen python -m tests.bench.log_screen`. Nothing here passes or fails: the goals stand
beside the figures. Every value goes until the pixels are there.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import cycle

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from crisisdesk.app import garbage
from crisisdesk.features import log
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Line, Recorded
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.log.choice import Choice
from crisisdesk.ui.screens.log.screen import LogScreen
from crisisdesk.ui.screens.log.sieve import Sieve
from tests.support.incident_play import ALARM, Incident

SIZES = (100, 10_000, 100_000)
SIZE = (1158, 632)
TIMES = 40
TEXTS = (
    "Räddningsledaren: hus B är utrymt, en person saknas i räkningen.",
    "Rektor: den saknade är hittad, hade gått hem 12:30. Alla är räknade och på samlingsplatsen vid hus A.",
    "POSOM på plats.",
    "Ambulansledaren: två elever till sjukhus, lindriga rökskador, inga döda. " * 3,
)


def main() -> None:
    """Measure and print one row a figure."""
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=False)
    first_show(app, theme, Incident().state)  # fonts and icons are read once a program, not once a log
    print(f"{'operation':<40} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for size in SIZES:
        measure(app, theme, size)


def measure(app: QApplication, theme: Theme, size: int) -> None:
    """Print the figures of a log of `size` lines."""
    state = long_log(size)
    shown, screen = first_show(app, theme, state)
    garbage.settle()  # as the program does once its window is up
    plain_shown, plain = plain_first_show(app, size)
    row(f"first show, {size} lines", shown, plain_shown, "≤ 100 ms")
    pages = at([timed(lambda: page(app, screen)) for _ in range(TIMES)], 0.95)
    plain_pages = at([timed(lambda: plain_page(app, plain)) for _ in range(TIMES)], 0.95)
    row(f"a page down, {size} lines, p95", pages, plain_pages, "≤ 16 ms")
    screen.go_to(f"line:{size}")
    appended = at([append(app, screen, state) for _ in range(TIMES)], 0.95)
    plain_appended = at([timed(lambda: plain_append(app, plain)) for _ in range(TIMES)], 0.95)
    row(f"a line more, {size} lines, p95", appended, plain_appended, "≤ 50 ms")
    row(f"a letter of a search, {size} lines, p95", at(list(searches(app, screen)), 0.95), plain_pages, "")
    row(f"  of which finding, {size} lines", finding(state, Choice(text="sjukhus")), scan(state), "≤ 30 ms")
    for words in ("elev sjukhus -posom", "typ:info-in från:13.30", "är:öppen", "är:sekretess"):
        row(f"  {words}", finding(state, Choice(text=words)), scan(state), "")
    screen.deleteLater()
    plain.deleteLater()
    app.processEvents()


# ---------------------------------------------------------------- the log


def long_log(size: int) -> State:
    """Return a started incident with entries up to line `size`."""
    state = Incident().state
    texts = cycle(TEXTS)
    while len(state.timeline.lines) < size:
        fold_line(state, next(texts))
    return state


def fold_line(state: State, text: str) -> None:
    """Add one entry, without a journal."""
    number = len(state.timeline.lines) + 1
    at_time = ALARM + timedelta(seconds=7 * number)
    kind: log.facts.EntryKind = "in" if number % 3 else "note"
    fact = log.facts.EntryRecorded(kind=kind, text=text, sender="Räddningsledare" if number % 3 else "")
    state.fold(
        Recorded(
            seq=state.facts + 1,
            fact=fact,
            happened_at=at_time,
            recorded_at=at_time,
            zone="Europe/Stockholm",
            done_by="MK",
            recorded_by="MK",
            number=number,
            line=Line(kind=kind, text=text),
        )
    )


def first_show(app: QApplication, theme: Theme, state: State) -> tuple[float, LogScreen]:
    """Make the screen and show the log on it; return the seconds until it is painted."""
    begun = time.perf_counter()
    screen = LogScreen(theme)
    screen.resize(*SIZE)
    screen.show_state(state, ALARM)
    screen.show()
    painted(app)
    return time.perf_counter() - begun, screen


def page(app: QApplication, screen: LogScreen) -> None:
    """Go a page down with the key, the pane following."""
    area = screen.view.focusProxy()
    assert area is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        app.sendEvent(area, event)
    painted(app)


def append(app: QApplication, screen: LogScreen, state: State) -> float:
    """Add a line and show it; the adding itself is not counted."""
    fold_line(state, TEXTS[0])
    return timed(lambda: (screen.show_state(state, ALARM), painted(app)))


def searches(app: QApplication, screen: LogScreen) -> Iterator[float]:
    """Type words and take them away, letter by letter."""
    for word in ("posom", "räkningen", "finns inte", "sjukhus"):
        for length in (*range(1, len(word) + 1), 0):
            text = word[:length]
            yield timed(lambda: (screen.head.search.setText(text), painted(app)))  # noqa: B023


def finding(state: State, choice: Choice) -> float:
    """Return the median seconds of finding the lines of the choice alone."""
    sieve = Sieve()
    sieve.take(state, ALARM)
    sieve.fold_some(len(state.timeline.lines))
    return at([timed(lambda: sieve.numbers(choice, "number")) for _ in range(TIMES // 2)], 0.5)


def painted(app: QApplication) -> None:
    """Go on until the pixels are there: what is to be painted anew is an event like others."""
    app.processEvents()


# ---------------------------------------------------------------- the floor


class PlainRows(QAbstractScrollArea):
    """The same scroll area with rows of one height and plain text: what painting costs at the least."""

    HEIGHT = 44

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows
        self.grown()

    def grown(self) -> None:
        """Take the new length."""
        self.verticalScrollBar().setRange(0, len(self.rows) * self.HEIGHT - SIZE[1])
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        first = top // self.HEIGHT
        for place in range(first, min(first + SIZE[1] // self.HEIGHT + 2, len(self.rows))):
            y = place * self.HEIGHT - top
            for column, text in enumerate(self.rows[place]):
                painter.drawText(QRect(12 + 80 * column, y, 420, self.HEIGHT), 0, text)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()


def plain_row(number: int) -> tuple[str, ...]:
    return (str(number), "13:05", "Info in", TEXTS[number % len(TEXTS)][:60])


def plain_first_show(app: QApplication, size: int) -> tuple[float, PlainRows]:
    begun = time.perf_counter()
    plain = PlainRows([plain_row(number) for number in range(size)])
    plain.resize(*SIZE)
    plain.show()
    painted(app)
    return time.perf_counter() - begun, plain


def plain_page(app: QApplication, plain: PlainRows) -> None:
    bar = plain.verticalScrollBar()
    bar.setValue(bar.value() + SIZE[1])
    painted(app)


def plain_append(app: QApplication, plain: PlainRows) -> None:
    plain.rows.append(plain_row(len(plain.rows)))
    plain.grown()
    painted(app)


def scan(state: State) -> float:
    """Return the median seconds of looking through the texts in a plain list."""
    texts = [recorded.line.text for recorded in state.timeline.lines if recorded.line is not None]
    return at([timed(lambda: [text for text in texts if "sjukhus" in text]) for _ in range(TIMES)], 0.5)


# ---------------------------------------------------------------- figures


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def at(times: list[float], share: float) -> float:
    """Return the time below which the share of all times lies."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def row(name: str, value: float, floor: float, goal: str) -> None:
    """Print one figure in ms, its floor, their ratio and the goal."""
    print(f"{name:<40} {value * 1000:>7.2f} ms {floor * 1000:>7.2f} ms {value / floor:>5.1f}×  {goal}")


if __name__ == "__main__":
    main()
