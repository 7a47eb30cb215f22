"""Finds the lines of a choice among all lines of the log: 100 000 in tens of milliseconds. No Qt here."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from crisisdesk.features import lifecycle, log
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.ui.screens.log import rows, since
from crisisdesk.ui.screens.log.asked import Asked, Wanted, folded, read, wanted
from crisisdesk.ui.screens.log.choice import Choice, Known, Order
from crisisdesk.ui.screens.log.period import reference, worded

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Sieve:
    """Texts are folded for searching once each, as lines arrive. `looked` is the fact up to which the user
    has looked, for what has changed since.
    """

    def __init__(self) -> None:
        self._lines: Sequence[Recorded] = ()
        self._state: State | None = None
        self._now = self._today = _NEVER
        self._folded: list[str] = []
        self._sets: dict[str, tuple[tuple[int, int], frozenset[int]]] = {}
        self.known = Known()
        self.looked = 0

    def take(self, state: State, now: datetime | None = None) -> None:
        """Look through the lines of this state from now on."""
        if state is not self._state:
            self._folded.clear()
            self._sets.clear()
        self._state, self._lines = state, state.timeline.lines
        self._today = now or (self._lines[-1].recorded_at if self._lines else _NEVER)
        self._now = reference(self._today, self._lines)
        self.known = known(state)

    def fold_some(self, count: int) -> bool:
        """Prepare the texts of `count` more lines for searching; return whether any are left."""
        start = len(self._folded)
        self._folded += [searched(recorded) for recorded in self._lines[start : start + count]]
        return len(self._folded) < len(self._lines)

    def read(self, text: str) -> Asked:
        """Return what the text asks for, as the incident stands."""
        return read(text, self.known, self._now, self._zone(), self._today)

    def period(self, choice: Choice) -> tuple[str, str]:
        """Return the bounds that are ticked, in the words that they were understood by."""
        now, zone = self._now, self._zone()
        return (
            worded(choice.since, "since", now, zone, self._today) if choice.since else "",
            worded(choice.until, "until", now, zone, self._today) if choice.until else "",
        )

    def numbers(self, choice: Choice, order: Order, *, oldest_first: bool = False) -> list[int]:
        """Return the numbers of the lines of the choice, newest first or oldest first."""
        found = list(self._chosen(choice, range(len(self._lines), 0, -1)))
        if order == "happened":
            lines = self._lines
            found.sort(key=lambda number: (lines[number - 1].happened_at, number), reverse=True)
        return found[::-1] if oldest_first else found

    def passes(self, choice: Choice, number: int) -> bool:
        """Return whether the line is one of the choice."""
        return bool(self._chosen(choice, [number]))

    def place(self, numbers: Sequence[int], number: int, order: Order, *, oldest_first: bool = False) -> int:
        """Return where the line belongs among the numbers, which are in the order."""
        way = 1 if oldest_first else -1

        def by_number(held: int) -> tuple[float, int]:
            return 0.0, way * held

        def by_time(held: int) -> tuple[float, int]:
            return way * self._lines[held - 1].happened_at.timestamp(), way * held

        key = by_number if order == "number" else by_time
        return bisect_left(numbers, key(number), key=key)

    def _zone(self) -> str:
        return self._state.zone if self._state is not None else "UTC"

    def _chosen(self, choice: Choice, numbers: Sequence[int]) -> Sequence[int]:
        if choice.everything:
            return numbers
        asked = wanted(choice, self.known, self._now, self._zone())
        numbers = self._by_text(asked, numbers)
        numbers = self._by_time(asked, numbers)
        lines = self._lines
        if kinds := asked.choice.kinds:
            numbers = [n for n in numbers if (line := lines[n - 1].line) and line.kind in kinds]
        if keepers := asked.choice.keepers:
            numbers = [n for n in numbers if lines[n - 1].recorded_by in keepers]
        if channels := frozenset(channel.casefold() for channel in asked.choice.channels):
            numbers = [n for n in numbers if _channel(lines[n - 1]) in channels]
        if asked.choice.functions:
            numbers = [n for n in numbers if self._concerns(lines[n - 1], asked.choice.functions)]
        if asked.choice.reliabilities:
            numbers = [n for n in numbers if self._reliability(n) in asked.choice.reliabilities]
        for flag in sorted(asked.choice.flags):
            numbers = self._by_flag(flag, numbers)
        return numbers

    def _by_flag(self, flag: str, numbers: Sequence[int]) -> Sequence[int]:
        state = self._state
        if state is None:
            return ()
        if flag == "secret":
            # Asked for 100 000 lines: each call between costs as much as the answer.
            provision = state.marks.of
            return [n for n in numbers if provision(f"line:{n}")] if state.marks.any else ()
        if flag in self._sought:
            held = self._found(flag, state)
            return [n for n in numbers if n in held]
        return [n for n in numbers if self._tests[flag](self, n)]

    def _by_text(self, asked: Wanted, numbers: Sequence[int]) -> Sequence[int]:
        if not asked.words and not asked.without:
            return numbers
        self.fold_some(len(self._lines))
        texts = self._folded
        for word in asked.words:
            if isinstance(numbers, range) and len(numbers) == len(texts):
                # All lines, newest first: walking both lists is twice as fast as looking each text up.
                numbers = [n for n, text in zip(numbers, reversed(texts), strict=True) if word in text]
            else:
                numbers = [n for n in numbers if word in texts[n - 1]]
        for word in asked.without:
            numbers = [n for n in numbers if word not in texts[n - 1]]
        return numbers

    def _by_time(self, asked: Wanted, numbers: Sequence[int]) -> Sequence[int]:
        lines, begins, ends = self._lines, asked.since, asked.until
        if begins is not None:
            numbers = [n for n in numbers if lines[n - 1].happened_at >= begins]
        if ends is not None:
            numbers = [n for n in numbers if lines[n - 1].happened_at < ends]
        return numbers

    def _concerns(self, recorded: Recorded, functions: frozenset[str]) -> bool:
        """Return whether the line names one of the functions, or comes from or goes to it."""
        refs = recorded.line.refs if recorded.line is not None else ()
        if any(ref.startswith("function:") and ref[9:] in functions for ref in refs):
            return True
        fact = recorded.fact
        if not isinstance(fact, log.facts.EntryRecorded):
            return False
        named = {self.known.function(id).casefold() for id in functions}
        return fact.sender.casefold() in named or fact.receiver.casefold() in named

    def _reliability(self, number: int) -> str:
        held = self._state[log.FEATURE].entries.get(number) if self._state is not None else None
        return held.reliability if held is not None else ""

    def _found(self, flag: str, state: State) -> frozenset[int]:
        """Return the lines that the flag stands for; they are looked for once a change."""
        age = (state.facts, self.looked)
        held = self._sets.get(flag)
        if held is None or held[0] != age:
            held = self._sets[flag] = (age, self._sought[flag](self, state))
        return held[1]

    def _struck(self, number: int) -> bool:
        return self._state is not None and number in self._state.timeline.struck_by

    def _late(self, number: int) -> bool:
        """A correction is late when its reason stands open still; else the line that it stands for is."""
        unexplained = self._state is not None and number in self._state[log.FEATURE].unexplained
        return unexplained or rows.is_late(self._lines[number - 1])

    _tests: dict[str, Callable[["Sieve", int], bool]] = {  # noqa: RUF012 - never changed
        "paper": lambda self, n: _from_paper(self._lines[n - 1]),
        "late": _late,
        "struck": _struck,
        "standing": lambda self, n: not self._struck(n),
    }
    _sought: dict[str, Callable[["Sieve", State], frozenset[int]]] = {  # noqa: RUF012 - never changed
        "open": lambda _, state: since.open_lines(state),
        "attached": lambda _, state: since.with_files(state),
        "changed": lambda self, state: since.changed(state, self.looked),
    }


def changes_itself(choice: Choice, asked: Asked) -> bool:
    """Return whether lines come into the choice and leave it by what is said elsewhere."""
    return bool(choice.flags or choice.reliabilities or asked.more.flags or asked.more.reliabilities)


def known(state: State) -> Known:
    """Return the functions and keepers that a choice can name."""
    held = state[lifecycle.FEATURE]
    functions = tuple((f.id, f.title) for f in held.plan.functions) if held.plan is not None else ()
    return Known(
        functions=functions, keepers=tuple(dict.fromkeys(sign for _at, sign in held.keepers if sign))
    )


def searched(recorded: Recorded) -> str:
    """Return what a search looks through: the number, the sentence, from, to, channel and source, why the
    line was written anew and who wrote it on paper.
    """
    fact = recorded.fact
    said = [f"nr {recorded.number}", recorded.line.text if recorded.line is not None else ""]
    if isinstance(fact, log.facts.EntryRecorded):
        said += [fact.sender, fact.receiver, fact.channel, fact.source, fact.reason]
        said += [fact.paper.writer] if fact.paper is not None else []
    return "\n".join(folded(part) for part in said if part)


def _channel(recorded: Recorded) -> str:
    fact = recorded.fact
    return fact.channel.casefold() if isinstance(fact, log.facts.EntryRecorded) else ""


def _from_paper(recorded: Recorded) -> bool:
    return isinstance(recorded.fact, log.facts.EntryRecorded) and recorded.fact.paper is not None
