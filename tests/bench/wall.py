"""What Storbild costs, as a ratio to a window of its size that paints as much plain text in the same run.

`QT_QPA_PLATFORM=offscreen python -m tests.bench.wall`. Nothing here passes or fails: the goals stand beside
the figures. Every value goes until the pixels are there.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.features import board, log
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.wall.modes import MODES
from crisisdesk.ui.wall.window import WallWindow
from tests.support.incident_play import Incident

CARDS = (200, 2_000)
SIZE = (1920, 1080)
TIMES = 20
PURPOSES = ("event", "consequence", "uncertainty", "resource")


def main() -> None:
    """Measure and print one row a figure."""
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=False)
    opened(app, theme, Incident())  # fonts and icons are read once a program, not once a wall
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    for cards in CARDS:
        measure(app, theme, cards)


def measure(app: QApplication, theme: Theme, cards: int) -> None:
    """Print the figures of an incident with so many cards and lines."""
    incident = crowded(cards)
    shown, wall = opened(app, theme, incident)
    texts = len(wall.scene().texts())
    plain_shown, plain = plain_opened(app, texts)
    row(f"open, {cards} cards", shown, plain_shown, "≤ 200 ms")
    plain_again = at([timed(lambda: (plain.update(), app.processEvents())) for _ in range(TIMES)], 0.5)
    for mode in MODES:
        wall.show_mode(mode.key)
        app.processEvents()
        new_line = at([with_a_new_line(app, wall, incident) for _ in range(TIMES)], 0.95)
        row(f"a new line, {mode.key}, {cards} cards, p95", new_line, plain_again, "≤ 50 ms")
    nothing = at([timed(lambda: wall.show_state(incident.state, incident.now)) for _ in range(TIMES)], 0.95)
    row(f"a minute with nothing new, {cards} cards, p95", nothing, plain_again, "≤ 50 ms")
    wall.end()
    plain.close()


def crowded(cards: int) -> Incident:
    """Return an incident with so many cards, which each made a line."""
    incident = Incident()
    for number in range(cards):
        text = f"Kort {number}: ersättningslokaler för 140 elever från och med fredag"
        purpose = PURPOSES[number % len(PURPOSES)]
        incident.do(
            board.commands.AddCard(text=text, purpose=purpose, source="rektor", certainty="confirmed")
        )
    return incident


def opened(app: QApplication, theme: Theme, incident: Incident) -> tuple[float, WallWindow]:
    """Make the wall and show it; return the seconds until it is painted."""
    begun = time.perf_counter()
    wall = WallWindow(theme)
    wall.resize(*SIZE)
    wall.show_state(incident.state, incident.now)
    wall.show()
    app.processEvents()
    return time.perf_counter() - begun, wall


def with_a_new_line(app: QApplication, wall: WallWindow, incident: Incident) -> float:
    """Log a line and show it; the logging itself is not counted."""
    incident.do(log.commands.Record(text="Räddningsledaren: hus B är utrymt."))
    return timed(lambda: (wall.show_state(incident.state, incident.now), app.processEvents()))


# ---------------------------------------------------------------- the floor


class PlainText(QWidget):
    """A window of the wall's size with so many texts on a ground: what painting costs at the least."""

    def __init__(self, texts: int) -> None:
        super().__init__()
        self._texts = texts
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        font = self.font()
        font.setPixelSize(32)
        painter.setFont(font)
        for number in range(self._texts):
            painter.drawText(40 + 460 * (number % 4), 40 + 40 * (number // 4), "Kort 7: ersättningslokaler")
        painter.end()


def plain_opened(app: QApplication, texts: int) -> tuple[float, PlainText]:
    begun = time.perf_counter()
    plain = PlainText(texts)
    plain.show()
    app.processEvents()
    return time.perf_counter() - begun, plain


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
    print(f"{name:<44} {value * 1000:>7.2f} ms {floor * 1000:>7.2f} ms {value / floor:>5.1f}×  {goal}")


if __name__ == "__main__":
    main()
