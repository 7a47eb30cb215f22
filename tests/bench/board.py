"""What the board costs on screen: to drag a card, to zoom, to scroll, to move on, at 200 and 2 000 cards.

`QT_QPA_PLATFORM=offscreen python -m tests.bench.board`. Nothing here passes or fails: the goals stand beside
the figures. The floor is a widget of the same size that paints as many plain boxes with two lines of text as
are in sight, in the same run. Every value goes until the pixels are there.
"""

import gc
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.features import board
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.screen import BoardScreen
from tests.support.incident_play import ALARM, Incident

SIZE = (1158, 632)
TIMES = 60
GOALS = {200: "≤ 16.7 ms (60 a second)", 2000: "≤ 33.3 ms (30 a second)"}
TEXTS = (
    "Räddningsledaren: hus B är utrymt, en person saknas i räkningen.",
    "POSOM på plats.",
    "Ambulansledaren: två elever till sjukhus, lindriga rökskador, inga döda. " * 3,
)


def main() -> None:
    """Measure and print one row a figure."""
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=False)
    floor = plain(app)
    print(f"{'operation':<34} {'p50':>9} {'p95':>9} {'floor':>9} {'ratio':>7}  goal")
    for size, goal in GOALS.items():
        measure(app, theme, size, goal, floor)


def measure(app: QApplication, theme: Theme, size: int, goal: str, floor: float) -> None:
    """Print the figures of a board of `size` cards."""
    state = full_board(size)
    screen = BoardScreen(theme)
    screen.resize(*SIZE)
    row(f"first show, {size} cards", [timed(lambda: show(app, screen, state))], floor, "")
    gc.freeze()  # as the program does once its window is up
    row(f"drag, {size} cards", drag(app, screen), floor, goal)
    row(f"zoom, {size} cards", zoom(app, screen), floor, goal)
    row(f"scroll, {size} cards", scroll(app, screen), floor, goal)
    row(f"arrow down, {size} cards", [timed(lambda: down(app, screen)) for _ in range(TIMES)], floor, goal)
    screen.deleteLater()
    app.processEvents()


# ---------------------------------------------------------------- the board


def full_board(size: int) -> State:
    """Return a started incident whose board has so many cards, without a journal."""
    state = Incident().state
    columns = [column.id for column in state.plan.columns]
    for number in range(1, size + 1):
        column = columns[number % len(columns)]
        position = len(state[board.FEATURE].columns.get(column, []))
        content = board.facts.Content(
            text=f"{number} {TEXTS[number % 3]}",
            source="rektor",
            certainty=("confirmed", "unconfirmed", "")[number % 3],
        )
        fact = board.facts.CardAdded(card=number, column=column, position=position, content=content)
        at = ALARM + timedelta(seconds=number)
        state.fold(
            Recorded(
                seq=state.facts + 1,
                fact=fact,
                happened_at=at,
                recorded_at=at,
                zone="Europe/Stockholm",
                done_by="MK",
                recorded_by="MK",
                number=0,
            )
        )
    return state


def show(app: QApplication, screen: BoardScreen, state: State) -> None:
    """Show the board until it is painted."""
    screen.show_state(state, ALARM)
    screen.show()
    app.processEvents()


def drag(app: QApplication, screen: BoardScreen) -> list[float]:
    """Carry a card over the columns; return what each step took."""
    column = screen.columns.views()[0]
    stack = column.stack
    rect = column.rect_of(column.numbers()[1])
    assert rect is not None
    start = rect.center()
    mouse(app, stack, QEvent.Type.MouseButtonPress, start)
    steps = [start + QPoint(14 * step, 3 * step) for step in range(1, TIMES + 1)]
    taken = [timed(lambda: mouse(app, stack, QEvent.Type.MouseMove, at)) for at in steps]  # noqa: B023
    press(app, screen.columns, Qt.Key.Key_Escape)
    mouse(app, stack, QEvent.Type.MouseButtonRelease, steps[-1])
    return taken[2:]


def mouse(app: QApplication, widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Do one thing with the left button."""
    left = Qt.MouseButton.LeftButton
    over = QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(kind, QPointF(at), over, left, left, Qt.KeyboardModifier.NoModifier)
    app.sendEvent(widget, event)
    app.processEvents()


def zoom(app: QApplication, screen: BoardScreen) -> list[float]:
    """Zoom in and out; every size is laid out anew the first time."""
    screen.zoom.go(-2)
    app.processEvents()
    steps = [1, 1, 1, 1, 1, -1, -1, -1, -1, -1] * (TIMES // 10)
    taken = [timed(lambda: (screen.zoom.go(step), app.processEvents())) for step in steps]  # noqa: B023
    screen.zoom.go(0)
    app.processEvents()
    return taken


def scroll(app: QApplication, screen: BoardScreen) -> list[float]:
    """Scroll a column by a wheel step at a time."""
    bar = screen.columns.views()[0].scroller.verticalScrollBar()
    return [timed(lambda: (bar.setValue(bar.value() + 60), app.processEvents())) for _ in range(TIMES)]


def down(app: QApplication, screen: BoardScreen) -> None:
    """Go to the next card."""
    press(app, screen.columns, Qt.Key.Key_Down)


def press(app: QApplication, widget: QWidget, key: Qt.Key) -> None:
    """Press a key on the widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    app.processEvents()


# ---------------------------------------------------------------- the floor


class Plain(QWidget):
    """As many boxes with text as are in sight of the board, and nothing else."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for column in range(4):
            for place in range(6):
                box = QRect(16 + 284 * column, 110 + 64 * place, 260, 56)
                painter.drawRect(box)
                painter.drawText(box.adjusted(12, 6, 0, 0), 0, TEXTS[0][:40])
                painter.drawText(box.adjusted(12, 28, 0, 0), 0, "13:05 rektor")
        painter.end()


def plain(app: QApplication) -> float:
    """Return the median seconds of painting the floor once."""
    widget = Plain()
    widget.resize(*SIZE)
    widget.show()
    app.processEvents()
    return at([timed(lambda: (widget.update(), app.processEvents())) for _ in range(TIMES)], 0.5)


# ---------------------------------------------------------------- figures


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def at(times: list[float], share: float) -> float:
    """Return the time below which the share of all times lies."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def row(name: str, times: list[float], floor: float, goal: str) -> None:
    """Print one figure in ms, its floor, their ratio and the goal."""
    half, most = at(times, 0.5), at(times, 0.95)
    print(
        f"{name:<34} {half * 1000:>6.2f} ms {most * 1000:>6.2f} ms {floor * 1000:>6.2f} ms"
        f" {most / floor:>6.1f}×  {goal}"
    )


if __name__ == "__main__":
    main()
