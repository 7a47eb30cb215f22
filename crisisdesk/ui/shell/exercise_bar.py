"""The strip that runs an exercise: its own clock, its injects, and the way out to the real thing."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base import swedish
from crisisdesk.base.clock import SimulatedClock
from crisisdesk.session.scenario import Timed
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, IconView, Label, Panel, Segmented, hold_size
from crisisdesk.ui.shell.inject_queue import InjectQueue

HEIGHT: Final = 46
SPEEDS: Final = (("0", "Paus"), ("1", "1×"), ("5", "5×"), ("20", "20×"))


class ExerciseBar(Panel):
    """`arrived` when unread injects changed; `jumped` when the clock was moved; `real_requested` to leave the
    exercise for a real alarm.
    """

    arrived = Signal()
    jumped = Signal()
    real_requested = Signal()

    def __init__(
        self, theme: Theme, clock: SimulatedClock, queue: InjectQueue, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme,
            "sunken",
            edges=("bottom",),
            edge_token="ex",
            edge_width=2,
            horizontal=True,
            margin=(Space.L, 0, Space.L, 0),
            gap=Space.M,
            parent=parent,
        )
        self._clock = clock
        self.queue = queue
        self.speed = Segmented(theme, self.tr("Övningens klocka"), _speeds(), f"{clock.speed:g}")
        self.jump = Button(theme, self.tr("Hoppa dit"), "fast-forward")
        self.real = Button(theme, self.tr("Avbryt övning, skarpt läge"), "siren", danger=True)
        self._next = Label(theme, "", "medium")
        self._fill(theme)
        hold_size(theme, self, height=HEIGHT)
        self.speed.changed.connect(self._set_speed)
        self.jump.clicked.connect(self._jump)
        self.real.clicked.connect(self.real_requested)
        self._show_next()

    def tick(self) -> None:
        """Let arrive what is due."""
        if self.queue.advance(self._clock.now()):
            self.arrived.emit()
            self._show_next()

    def _fill(self, theme: Theme) -> None:
        self.add(IconView(theme, "graduation-cap", "ink2", 18))
        self.add(Label(theme, self.tr("Övningens klocka"), "medium"))
        self.body.addWidget(self.speed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addSpacing(theme.dp(Space.M))
        self.add(self._next)
        self.add(self.jump)
        self.body.addStretch(1)
        self.add(self.real)

    def _set_speed(self, speed: str) -> None:
        self._clock.set_speed(float(speed))

    def _jump(self) -> None:
        coming = self.queue.next()
        if coming is not None:
            self._clock.jump(coming.at)
            self.jumped.emit()
            self.tick()

    def _show_next(self) -> None:
        coming = self.queue.next()
        self.jump.setEnabled(coming is not None)
        if coming is None:
            self._next.setText(self.tr("Inga fler inspel"))
        else:
            at = swedish.near(coming.at, self._clock.zone, self._clock.now())
            self._next.setText(self.tr("Nästa inspel {0}").format(at))


def _speeds() -> list[tuple[str, str]]:
    return list(SPEEDS)


def told(inject: Timed, zone: str, now: datetime) -> str:
    """Return an inject as it reaches the group: `13:17  Räddningsledaren: …`."""
    return f"{swedish.near(inject.at, zone, now)}  {inject.entry.inject}"
