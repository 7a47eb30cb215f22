"""What the window asks of the computer: handed in by the program, so that the shell asks no system itself."""

from collections.abc import Callable
from datetime import UTC, datetime

from crisisdesk.base.record import Value
from crisisdesk.ui.shell.second_copy import MirrorFor
from crisisdesk.ui.shell.status_rows import Battery
from crisisdesk.ui.tasks import Export


def _no_battery() -> Battery | None:
    return None


def _wall() -> datetime:
    return datetime.now(UTC)


class Host(Value):
    """`battery` gives None where it cannot be read. `export` writes the incident's facts for a report,
    `mirror_for` makes its second copy: without them nothing is printed or copied.
    """

    wall: Callable[[], datetime] = _wall
    battery: Callable[[], Battery | None] = _no_battery
    export: Export | None = None
    mirror_for: MirrorFor | None = None
