"""Sleep and moved clocks are told apart, and small steps are no news."""

from datetime import UTC, datetime, timedelta

from crisisdesk.session.clock_watch import ClockWatch, Moved, Slept

START = datetime(2027, 1, 14, 12, 0, tzinfo=UTC)


class Computer:
    """A computer whose clocks are moved by hand."""

    def __init__(self) -> None:
        self.wall = START
        self.counted = 100.0
        self.awake = 50.0

    def work(self, seconds: float) -> None:
        self.sleep(seconds)
        self.awake += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.counted += seconds

    def watch(self, *, tells_sleep: bool = True) -> ClockWatch:
        return ClockWatch(
            lambda: self.wall, lambda: self.counted, (lambda: self.awake) if tells_sleep else None
        )


def test_work_is_no_news() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.work(1)
    assert watch.look() == ()


def test_a_long_silence_while_awake_is_no_sleep() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.work(3600)
    assert watch.look() == ()


def test_sleep_is_told_with_its_span() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.sleep(600)
    assert watch.look() == (Slept(since=START, until=START + timedelta(seconds=600)),)
    assert watch.look() == ()


def test_a_moved_clock_is_told_with_its_size() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.work(1)
    computer.wall -= timedelta(hours=1)
    assert watch.look() == (Moved(seconds=-3600),)


def test_a_step_of_the_time_service_is_no_news() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.wall += timedelta(seconds=2)
    assert watch.look() == ()


def test_a_clock_moved_during_sleep_is_told_beside_it() -> None:
    computer = Computer()
    watch = computer.watch()
    computer.sleep(600)
    computer.wall += timedelta(seconds=120)
    assert watch.look() == (Slept(since=START, until=START + timedelta(seconds=600)), Moved(seconds=120))


def test_where_no_clock_tells_sleep_a_long_silence_is_taken_for_it() -> None:
    computer = Computer()
    watch = computer.watch(tells_sleep=False)
    computer.sleep(61)
    assert watch.look() == (Slept(since=START, until=START + timedelta(seconds=61)),)
