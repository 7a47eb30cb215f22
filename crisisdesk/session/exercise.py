"""Plays a scenario headless, through the same commands as the window, with the scenario's own clock."""

import types
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from crisisdesk.base.clock import SetClock
from crisisdesk.base.errors import BadInput, RuleBroken
from crisisdesk.base.record import Record
from crisisdesk.features import lifecycle
from crisisdesk.incident.registry import COMMANDS
from crisisdesk.kernel.change import Change
from crisisdesk.kernel.command import Command
from crisisdesk.session.scenario import Entry, Scenario, Timed, in_swedish, moment
from crisisdesk.session.session import Session


class Slip(Record, kw_only=True):
    """An entry that did not go as the scenario says: `sentence` says what and why (Swedish)."""

    index: int
    sentence: str


class Played(Record, kw_only=True):
    """How the play went."""

    entries: int
    slips: tuple[Slip, ...]


class Player:
    """Plays a scenario in a session. `reopen` closes the file without ending it and opens it again."""

    def __init__(
        self, scenario: Scenario, session: Session, clock: SetClock, reopen: Callable[[Session], Session]
    ) -> None:
        self.session = session
        self._scenario = scenario
        self._clock = clock
        self._reopen = reopen
        self._zone = ZoneInfo(scenario.zone)
        self._names: dict[str, int] = {}
        self._missing: set[str] = set()
        self._slips: list[Slip] = []

    def play(self) -> Iterator[Timed]:
        """Play entry by entry; yields each when it is done."""
        for timed in self._scenario.entries:
            self._clock.set(timed.at)
            self._one(timed)
            yield timed

    @property
    def result(self) -> Played:
        """Return how it went so far."""
        return Played(entries=len(self._scenario.entries), slips=tuple(self._slips))

    def _one(self, timed: Timed) -> None:
        if timed.entry.outage_until:
            self._outage(timed)
        if timed.entry.do:
            self._command(timed)

    def _outage(self, timed: Timed) -> None:
        until = self._moment(timed.entry.outage_until, timed)
        self.session = self._reopen(self.session)
        self._clock.set(until)
        noted = lifecycle.commands.NoteInterruption(since=timed.at, until=until, reason=timed.entry.reason)
        self.session.execute(noted)

    def _command(self, timed: Timed) -> None:
        entry = timed.entry
        if missing := sorted(self._named_in(entry) & self._missing):
            self._skip(timed, f"hoppas över, eftersom {missing[0]} inte blev av")
            return
        try:
            change = self.session.execute(self._built(timed))
        except RuleBroken as refusal:
            self._refused(timed, refusal)
            return
        except OverflowError as error:
            raise BadInput(f"{self._place(timed)}: ett tal är för stort.") from error
        self._check(timed, change)

    def _refused(self, timed: Timed, refusal: RuleBroken) -> None:
        expected = timed.entry.expect.refused
        if expected is not None and expected in refusal.sentence:
            return
        self._skip(timed, refusal.sentence)

    def _built(self, timed: Timed) -> Command:
        entry = timed.entry
        kind = COMMANDS[entry.do]
        values = {key: self._value(value, timed) for key, value in entry.with_.items()}
        values = self._with_times(kind, values, timed)
        if entry.by:
            values["done_by"] = entry.by
        if entry.happened:
            values["happened_at"] = self._moment(entry.happened, timed)
        try:
            return msgspec.convert(values, kind)
        except msgspec.ValidationError as error:
            raise BadInput(f"{self._place(timed)}{in_swedish(error)}") from error

    def _with_times(self, kind: type[Any], values: dict[str, Any], timed: Timed) -> dict[str, Any]:
        """Turn local times in fields that hold moments into UTC, also in lists of records."""
        hints = typing.get_type_hints(kind)
        return {key: self._typed(hints.get(key), value, timed) for key, value in values.items()}

    def _typed(self, hint: Any, value: Any, timed: Timed) -> Any:
        if isinstance(value, str) and _holds(hint, datetime):
            return self._moment(value, timed)
        record = _record_in(hint)
        if record is not None and isinstance(value, dict):
            return self._with_times(record, typing.cast(dict[str, Any], value), timed)
        if record is not None and isinstance(value, list):
            return [self._typed(record, v, timed) for v in typing.cast(list[Any], value)]
        return value

    def _value(self, value: Any, timed: Timed) -> Any:
        """Put numbers in for `$name`, also inside lists, tables and refs such as `line:$name`."""
        if isinstance(value, str):
            return self._resolved(value, timed)
        if isinstance(value, list):
            return [self._value(v, timed) for v in typing.cast(list[Any], value)]
        if isinstance(value, dict):
            return {k: self._value(v, timed) for k, v in typing.cast(dict[str, Any], value).items()}
        return value

    def _resolved(self, text: str, timed: Timed) -> Any:
        head, sign, name = text.partition("$")
        if not sign or " " in head or not name:
            return text
        if name not in self._names:
            raise BadInput(f"{self._place(timed)}: ${name} finns inte. Ingen tidigare post heter så.")
        number = self._names[name]
        return f"{head}{number}" if head else number

    def _check(self, timed: Timed, change: Change) -> None:
        number = _number(change)
        if timed.entry.name:
            self._names |= _named(timed.entry.name, number, change)
        expect = timed.entry.expect
        if expect.refused is not None:
            self._slip(timed, f"skulle nekas ({expect.refused}), men gick igenom")
        if expect.line is not None and change.number != expect.line:
            self._slip(timed, f"blev rad {change.number}, {expect.line} väntades")
        if expect.number is not None and number != expect.number:
            self._slip(timed, f"fick nummer {number}, {expect.number} väntades")
        said = " ".join(r.line.text for r in change.recorded if r.line is not None)
        if expect.text is not None and expect.text not in said:
            self._slip(timed, f"loggades som «{said}», «{expect.text}» väntades")

    def _named_in(self, entry: Entry) -> set[str]:
        return {name.partition(".")[0] for name in _references(entry.with_)}

    def _slip(self, timed: Timed, sentence: str) -> None:
        self._slips.append(Slip(index=timed.index, sentence=f"{self._place(timed)}: {sentence}"))

    def _skip(self, timed: Timed, sentence: str) -> None:
        """Note that the entry did not happen: what links to it cannot either."""
        self._slip(timed, sentence)
        if timed.entry.name:
            self._missing.add(timed.entry.name)

    def _place(self, timed: Timed) -> str:
        what = timed.entry.do or timed.entry.inject[:40]
        return f"post {timed.index} kl. {timed.entry.at}, {what}"

    def _moment(self, text: str, timed: Timed) -> datetime:
        day: date = timed.at.astimezone(self._zone).date()
        return moment(text, day, self._zone, self._place(timed))


def _number(change: Change) -> int:
    """Return the number that the act's first fact gave its thing: decision 1, task 3; 0 without one."""
    if not change.recorded:
        return 0
    fact = change.recorded[0].fact
    name = type(fact).__struct_fields__[0]
    value = getattr(fact, name)
    return value if isinstance(value, int) else 0


def _named(name: str, number: int, change: Change) -> dict[str, int]:
    """Return what `$name`, `$name.line` and `$name.field` stand for, for each number of the first fact."""
    named = {name: number or change.number, f"{name}.line": change.number}
    for recorded in change.recorded[:1]:
        values = {n: getattr(recorded.fact, n) for n in type(recorded.fact).__struct_fields__}
        named |= {f"{name}.{n}": v for n, v in values.items() if isinstance(v, int)}
    return named


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, str) and "$" in value and " " not in value:
        yield value.partition("$")[2]
    elif isinstance(value, list):
        for part in typing.cast(list[Any], value):
            yield from _references(part)
    elif isinstance(value, dict):
        for part in typing.cast(dict[str, Any], value).values():
            yield from _references(part)


def _holds(hint: Any, kind: type) -> bool:
    return hint is kind or (isinstance(hint, types.UnionType) and kind in typing.get_args(hint))


def _record_in(hint: Any) -> type[Record] | None:
    """Return the record class in `X`, `X | None` or `tuple[X, ...]`, if there is one."""
    for part in (hint, *typing.get_args(hint)):
        if isinstance(part, type) and issubclass(part, Record):
            return part
    return None
