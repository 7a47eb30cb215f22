"""Swedish as it is written: dates, 24-hour times with zone in the repeated hour, lists, plurals."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def local(moment: datetime, zone: str) -> datetime:
    """Return the moment (aware) as local time in the named zone."""
    return moment.astimezone(ZoneInfo(zone))


def clock(moment: datetime, zone: str, *, seconds: bool = False) -> str:
    """Return `14:10`; in the hour that the autumn night repeats, `02:30 (sommartid)` or `(normaltid)`."""
    here = local(moment, zone)
    text = here.strftime("%H:%M:%S" if seconds else "%H:%M")
    return f"{text} ({_season(here)})" if _repeated(here) else text


def _repeated(here: datetime) -> bool:
    naive = here.replace(tzinfo=None)
    offsets = {naive.replace(tzinfo=here.tzinfo, fold=fold).utcoffset() for fold in (0, 1)}
    # In the spring gap the two folds differ as well, but no real moment falls there.
    return len(offsets) > 1


def _season(here: datetime) -> str:
    return "sommartid" if here.dst() else "normaltid"


def date(moment: datetime, zone: str) -> str:
    """Return `14 januari 2027`."""
    here = local(moment, zone)
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}"


def long_date(moment: datetime, zone: str) -> str:
    """Return `Torsdag 14 januari 2027`."""
    return f"{WEEKDAYS[local(moment, zone).weekday()].capitalize()} {date(moment, zone)}"


def stamp(moment: datetime, zone: str) -> str:
    """Return `2027-01-14 14:10`."""
    return f"{local(moment, zone):%Y-%m-%d} {clock(moment, zone)}"


def near(moment: datetime, zone: str, today: datetime) -> str:
    """Return `14:10` on the same local day, `fre 08:00` within six days, `2027-01-14 14:10` otherwise."""
    here, now = local(moment, zone), local(today, zone)
    if here.date() == now.date():
        return clock(moment, zone)
    if abs((here.date() - now.date()).days) < 7:
        return f"{WEEKDAYS[here.weekday()][:3]} {clock(moment, zone)}"
    return stamp(moment, zone)


def duration(span: timedelta) -> str:
    """Return `35 min`, `2 h 5 min` or `3 dygn 4 h`; less than a minute is `0 min`."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return f"{days} dygn {hours} h" if hours else f"{days} dygn"
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min"


def elapsed(span: timedelta) -> str:
    """Return `01:27` as hours and minutes, `2 dygn 03:05` after a day."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, rest = divmod(minutes, 24 * 60)
    clock = f"{rest // 60:02}:{rest % 60:02}"
    return f"{days} dygn {clock}" if days else clock


def countdown(at: datetime, now: datetime) -> str:
    """Return `om 8 min`, `nu`, or `sen 12 min`: a minute begun counts before, a minute passed after."""
    minute = timedelta(minutes=1)
    minutes = -((now - at) // minute) if at > now else -int((now - at) / minute)
    if minutes == 0:
        return "nu"
    span = duration(abs(minutes) * minute)
    return f"om {span}" if minutes > 0 else f"sen {span}"


def late(moment: datetime | None, now: datetime) -> str:
    """Return `sen 12 min` when the moment has passed, "" otherwise."""
    return f"sen {duration(now - moment)}" if moment is not None and moment < now else ""


def listed(parts: Sequence[str]) -> str:
    """Return `a, b och c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} och {parts[-1]}"


def plural(count: int, one: str, many: str) -> str:
    """Return `1 uppgift` or `3 uppgifter`."""
    return f"{count} {one if count == 1 else many}"


def sentence(text: str) -> str:
    """Return the text with a full stop at its end, unless it ends a sentence already."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning and … when it has more than `most` letters."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def in_one_line(text: str, most: int) -> str:
    """Return the text without its line breaks, shortened."""
    return shortened(" ".join(text.split()), most)


def file_size(size: int) -> str:
    """Return the size of a file (bytes) as people say it: `340 byte`, `12 kB`, `3,4 MB`."""
    if size < 1000:
        return f"{size} byte"
    if size < 1_000_000:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
