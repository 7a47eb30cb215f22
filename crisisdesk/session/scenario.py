"""An exercise as data: timed injects, commands with their fields, names to link by, what is expected.

Times are local, `13:05` on the day before it in the file or `2027-01-20 09:00`. A value `$name` is the
number of what the entry called `name` made; `$name.line` is its line in the log, `$name.uncertainty` and the
like another number of it.
"""

import re
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from crisisdesk.base import resources
from crisisdesk.base.errors import BadInput
from crisisdesk.base.record import Record
from crisisdesk.incident.registry import COMMANDS

_FORMAT = 1
_YEARS = range(1970, 2200)
"""Years a scenario may play in: at the calendar's ends a time has no local or UTC counterpart."""
_NAME = re.compile(r"\w[\w -]{0,59}")
"""The name becomes the names of the files that are written: it must not lead out of their folder."""


class Expect(Record, kw_only=True):
    """What the entry's command must lead to; None is not looked at."""

    line: int | None = None
    number: int | None = None
    text: str | None = None
    refused: str | None = None


class Entry(Record, kw_only=True):
    """One thing in the scenario: an inject that reaches the group, a command, or an outage."""

    at: str
    inject: str = ""
    do: str = ""
    with_: dict[str, Any] = msgspec.field(default_factory=dict[str, Any])
    by: str = ""
    happened: str = ""
    name: str = ""
    expect: Expect = Expect()
    outage_until: str = ""
    reason: str = ""


class File(Record, kw_only=True):
    """A scenario file as it is written."""

    format: int
    name: str
    title: str
    summary: str = ""
    own_number: str = ""
    zone: str = "Europe/Stockholm"
    day: date
    entries: list[dict[str, Any]]


class Timed(Record, kw_only=True):
    """An entry with its time (UTC)."""

    index: int
    at: datetime
    entry: Entry


class Scenario(Record, kw_only=True):
    """A whole scenario, ready to play."""

    name: str
    title: str
    summary: str
    own_number: str
    zone: str
    entries: tuple[Timed, ...]

    @property
    def start(self) -> datetime:
        """Return when it begins (UTC)."""
        return self.entries[0].at

    def injects(self) -> tuple[Timed, ...]:
        """Return what reaches the group from outside, in order."""
        return tuple(t for t in self.entries if t.entry.inject)


def shipped() -> list[str]:
    """Return the names of the shipped scenarios."""
    return resources.names("scenarios", ".toml")


def load(name_or_path: str) -> Scenario:
    """Return the scenario by path or shipped name; BadInput says where and what is wrong."""
    path = Path(name_or_path)
    if not path.exists() and name_or_path in shipped():
        return decode(resources.read_text(f"scenarios/{name_or_path}.toml"), f"{name_or_path}.toml")
    if not path.is_file():
        known = ", ".join(shipped())
        raise BadInput(f"Scenariot {name_or_path} finns inte. Ange en fil eller ett namn: {known}.")
    try:
        return decode(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError:
        raise BadInput(f"{path.name}: filen är inte skriven i UTF-8.") from None
    except OSError as error:
        raise BadInput(f"{path.name} går inte att läsa: {error.strerror}.") from error


def decode(text: str, where: str) -> Scenario:
    """Return the scenario that the TOML text holds; BadInput names the file and the place in it."""
    import tomllib  # with the first exercise: a start needs none

    try:
        file = msgspec.convert(tomllib.loads(text), File)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{where}, {_spot(str(error))}: går inte att läsa som TOML.") from error
    except msgspec.ValidationError as error:
        raise BadInput(f"{where}{in_swedish(error)}") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or hundreds of brackets in each other.
        raise BadInput(f"{where}: ett tal är för långt, eller listor ligger för djupt i varandra.") from error
    if file.format != _FORMAT:
        raise BadInput(f"{where}: format {file.format} stöds inte, {_FORMAT} väntades.")
    if not _NAME.fullmatch(file.name):
        raise BadInput(
            f"{where}, fältet name: {file.name[:60]!r} går inte som filnamn. "
            "Skriv högst 60 bokstäver, siffror, bindestreck eller mellanslag."
        )
    if not file.entries:
        raise BadInput(f"{where}: scenariot har inga poster.")
    try:
        zone = ZoneInfo(file.zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise BadInput(f"{where}: zonen {file.zone} finns inte.") from None
    return Scenario(
        name=file.name,
        title=file.title,
        summary=file.summary,
        own_number=file.own_number,
        zone=file.zone,
        entries=tuple(_timed(file, zone, where)),
    )


def _timed(file: File, zone: ZoneInfo, where: str) -> list[Timed]:
    found: list[Timed] = []
    day = file.day
    for index, raw in enumerate(file.entries, 1):
        place = f"{where}: post {index}"
        entry = _entry(raw, place)
        at = moment(entry.at, day, zone, f"{place}, fältet at")
        day = at.astimezone(zone).date()
        if found and at < found[-1].at:
            raise BadInput(f"{place}, fältet at: {entry.at} är före posten innan. Poster står i tidsordning.")
        found.append(Timed(index=index, at=at, entry=entry))
    return found


def _entry(raw: dict[str, Any], place: str) -> Entry:
    named = {("with_" if key == "with" else key): value for key, value in raw.items()}
    try:
        entry = msgspec.convert(named, Entry)
    except msgspec.ValidationError as error:
        raise BadInput(f"{place}{in_swedish(error)}") from error
    if entry.do and entry.do not in COMMANDS:
        raise BadInput(
            f"{place}, fältet do: {entry.do} finns inte. Välj bland {', '.join(sorted(COMMANDS))}."
        )
    if not (entry.do or entry.inject or entry.outage_until):
        raise BadInput(f"{place}: ange inject, do eller outage_until.")
    return entry


def moment(text: str, day: date, zone: ZoneInfo, place: str) -> datetime:
    """Return local `13:05` (on `day`) or `2027-01-20 09:00` as UTC; BadInput otherwise."""
    before, _, after = text.strip().rpartition(" ")
    try:
        on, time = date.fromisoformat(before) if before else day, clock_time.fromisoformat(after)
        if time.tzinfo is not None or on.year not in _YEARS:
            raise ValueError(text)
        return datetime.combine(on, time, zone).astimezone(UTC)
    except ValueError:
        raise BadInput(f"{place}: {text!r} är ingen tid. Skriv 13:05 eller 2027-01-20 09:00.") from None


_WRONG = (
    (r"Object contains unknown field `(\w+)`", r"fältet \1 finns inte"),
    (r"Object missing required field `(\w+)`", r"fältet \1 saknas"),
    (r"Expected (`.+`), got `(\w+)`", r"värdet är av slaget \2, \1 väntades"),
    (r"Invalid enum value (.+)", r"värdet \1 finns inte att välja"),
    (r"Expected (.+)", r"värdet passar inte, \1 väntades"),
)
"""What the decoder says, and what it means. The names of the kinds are those of TOML, near enough."""


def in_swedish(error: msgspec.ValidationError) -> str:
    """Return `, fältet text: värdet är av slaget int, str väntades.`: what follows the place of the fault."""
    what, _, path = str(error).partition(" - at `$")
    path = path.rstrip("`").lstrip(".")
    for pattern, swedish in _WRONG:
        if found := re.fullmatch(pattern, what):
            what = found.expand(swedish).replace("`", "").replace(" | ", " eller ")
            break
    else:
        what = "värdet går inte att tolka"
    return f"{f', fältet {path}' if path else ''}: {what}."


def _spot(message: str) -> str:
    found = re.search(r"at line (\d+), column (\d+)\)$", message)
    return f"rad {found[1]}, tecken {found[2]}" if found else "sista raden"
