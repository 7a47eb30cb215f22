"""The window's pulse: seconds, minutes, signs of life, and what happened to the clocks meanwhile."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crisisdesk.base.errors import WorldFault
from crisisdesk.session.clock_watch import ClockWatch, Moved, Slept
from crisisdesk.session.heartbeat import EVERY, Heartbeat

SECOND: Final = 1000  # ms


class Pulse(QObject):
    """`second` each second, `minute` when the incident's minute changes, `rested` with each sign of life.

    `slept(Slept)` and `moved(Moved)` tell of the clocks; `faltered(sentence)` that the sign of life could not
    be given, `recovered` that it can again.
    """

    second = Signal()
    minute = Signal()
    rested = Signal()
    slept = Signal(object)
    moved = Signal(object)
    faltered = Signal(str)
    recovered = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        wall: Callable[[], datetime],
        heartbeat: Heartbeat | None,
        watch: ClockWatch | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._wall = wall
        self._heartbeat = heartbeat
        self._watch = watch
        self._shown_minute = now().replace(second=0, microsecond=0)
        self._beaten_at: datetime | None = None
        self._faltered = False
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self.beat)
        self._first_rest = QTimer(self, interval=SECOND, singleShot=True)
        self._first_rest.timeout.connect(self.rested)

    def start(self) -> None:
        """Begin, with a first sign of life; the first rest waits until the window has been painted."""
        self.beat()
        self._timer.start()
        self._first_rest.start()

    def stop(self) -> None:
        """Stand still: the window closes."""
        self._timer.stop()
        self._first_rest.stop()

    def beat(self) -> None:
        """Do what a second brings."""
        for news in self._watch.look() if self._watch is not None else ():
            self._tell(news)
        minute = self._now().replace(second=0, microsecond=0)
        if minute != self._shown_minute:
            self._shown_minute = minute
            self.minute.emit()
        self.second.emit()
        self._give_sign()

    def _tell(self, news: Moved | Slept) -> None:
        if isinstance(news, Slept):
            self.slept.emit(news)
        else:
            self.moved.emit(news)

    def _give_sign(self) -> None:
        wall = self._wall()
        due = self._beaten_at is None or abs(wall - self._beaten_at) >= EVERY
        if self._heartbeat is None or not due:
            return
        self._beaten_at = wall
        try:
            self._heartbeat.beat(self._now(), wall)
        except WorldFault as fault:
            self._faltered = True
            self.faltered.emit(fault.sentence)
        else:
            if self._faltered:
                self._faltered = False
                self.recovered.emit()
        if self._timer.isActive():
            self.rested.emit()
