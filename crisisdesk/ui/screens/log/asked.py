"""What is typed in the search field: words, "phrases", -not, and operators such as kanal:telefon. No Qt."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from crisisdesk.base import certainty
from crisisdesk.kernel.fact import LINE_WORDS
from crisisdesk.ui.screens.log.choice import FLAGS, Choice, Known, Part, kind_part, spelled
from crisisdesk.ui.screens.log.period import bound, worded

_TOKEN: Final = re.compile(r'(-?)(?:([a-zåäö]+):)?("[^"]*"?|[^\s"]\S*)?', re.IGNORECASE)
_SPACES: Final = ("\n", "  ", "\t", "\u00a0")  # most lines have none, and are folded twice as fast
OPERATORS: Final = ("typ", "kanal", "från", "till", "är", "förare", "funktion")
"""The words that an operator begins with; @name stands for `funktion:name`."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was typed, understood: `words` must all stand in the line, none of `without` may; `more` are the
    filters that were typed; `parts` show them as chips. Words are folded for searching.
    """

    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    more: Choice = field(default_factory=Choice)
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A choice with what was typed worked in, ready to look for lines with; times are moments (UTC)."""

    words: tuple[str, ...]
    without: tuple[str, ...]
    choice: Choice
    since: datetime | None
    until: datetime | None


def read(text: str, known: Known, now: datetime, zone: str, today: datetime | None = None) -> Asked:
    """Return what the text asks for. An operator that is not understood (yet) filters nothing and warns.

    Times are understood from `now`, which weeks later is the end of the incident, and worded for `today`.
    """
    reader = _Reader(known, now, zone, today or now)
    for raw, negative, name, value in _tokens(text):
        reader.take(raw, negative, name, value)
    return reader.asked()


def wanted(choice: Choice, known: Known, now: datetime, zone: str) -> Wanted:
    """Return the choice with what was typed worked in: typed times go before those of the panel."""
    asked = read(choice.text, known, now, zone)
    more = asked.more
    since, until = more.since or choice.since, more.until or choice.until
    whole = Choice(
        kinds=choice.kinds | more.kinds,
        functions=choice.functions | more.functions,
        keepers=choice.keepers | more.keepers,
        channels=choice.channels | more.channels,
        reliabilities=choice.reliabilities | more.reliabilities,
        flags=choice.flags | more.flags,
    )
    return Wanted(
        words=asked.words,
        without=asked.without,
        choice=whole,
        since=bound(since, "since", now, zone) if since else None,
        until=bound(until, "until", now, zone) if until else None,
    )


def folded(text: str) -> str:
    """Return the text as it is searched: its case and its line breaks do not count; a is not å."""
    if any(space in text for space in _SPACES):
        text = " ".join(text.split())
    return text.casefold()


def _tokens(text: str) -> Iterator[tuple[str, bool, str, str]]:
    for found in _TOKEN.finditer(text):
        name, value = (found[2] or "").casefold(), found[3] or ""
        if name and name not in OPERATORS:
            name, value = "", found[0][len(found[1]) :]
        if name or value:
            yield found[0], bool(found[1]), name, value


class _Reader:
    """Takes one token after the other in."""

    def __init__(self, known: Known, now: datetime, zone: str, today: datetime) -> None:
        self._known = known
        self._now = now
        self._today = today
        self._zone = zone
        self._words: list[str] = []
        self._without: list[str] = []
        self._more = Choice()
        self._parts: list[Part] = []
        self._operators: dict[str, Callable[[str, str], bool]] = {
            "typ": self._kind,
            "kanal": self._channel,
            "från": self._since,
            "till": self._until,
            "är": self._flag,
            "förare": self._keeper,
            "funktion": self._function,
        }

    def asked(self) -> Asked:
        """Return all that was taken in."""
        return Asked(
            words=tuple(self._words),
            without=tuple(self._without),
            more=self._more,
            parts=tuple(self._parts),
        )

    def take(self, raw: str, negative: bool, name: str, value: str) -> None:
        """Take a token in: a word, or an operator with its value."""
        if not name and value.startswith("@") and not negative:
            name, value = "funktion", value[1:]
        said = value.strip('"').strip()
        if name:
            if said and (negative or not self._operators[name](said, raw)):
                self._parts.append(Part(part="typed", value=raw, word=f"{raw}?", warns=True))
        elif said:
            (self._without if negative else self._words).append(folded(said))

    def _widen(self, part: str, values: frozenset[str]) -> bool:
        held: frozenset[str] = getattr(self._more, part)
        self._more = replace(self._more, **{part: held | values})
        return bool(values)

    def _show(self, raw: str, word: str, icon: str) -> None:
        self._parts.append(Part(part="typed", value=raw, word=word, icon=icon))

    def _kind(self, said: str, raw: str) -> bool:
        wanted = said.casefold().replace("-", " ")
        kinds = [kind for kind, word in LINE_WORDS.items() if kind == wanted or word.casefold() == wanted]
        kinds = kinds or [kind for kind, word in LINE_WORDS.items() if word.casefold().startswith(wanted)]
        self._parts += [kind_part("typed", raw, kind) for kind in kinds]
        return self._widen("kinds", frozenset(kinds))

    def _channel(self, said: str, raw: str) -> bool:
        self._show(raw, f"Kanal {said}", "phone")
        return self._widen("channels", frozenset({said}))

    def _keeper(self, said: str, raw: str) -> bool:
        found = [sign for sign in self._known.keepers if sign.casefold() == said.casefold()]
        if found:
            self._show(raw, f"Förd av {found[0]}", "pen-line")
        return self._widen("keepers", frozenset(found))

    def _function(self, said: str, raw: str) -> bool:
        name = spelled(said)
        exact = [id for id, title in self._known.functions if name in (id, spelled(title))]
        found = exact or [id for id, title in self._known.functions if spelled(title).startswith(name)]
        for id in found:
            self._show(raw, self._known.function(id), "id-card")
        return self._widen("functions", frozenset(found))

    def _flag(self, said: str, raw: str) -> bool:
        name = said.casefold()
        for key, word in certainty.WORDS.items():
            if word == name:
                self._show(raw, word.capitalize(), "badge-check")
                return self._widen("reliabilities", frozenset({key}))
        for key, (word, typed, icon) in FLAGS.items():
            if typed == name:
                self._show(raw, word, icon)
                return self._widen("flags", frozenset({key}))
        return False

    def _since(self, said: str, raw: str) -> bool:
        if bound(said, "since", self._now, self._zone) is None:
            return False
        self._more = replace(self._more, since=said)
        self._show(raw, f"Från {worded(said, 'since', self._now, self._zone, self._today)}", "clock")
        return True

    def _until(self, said: str, raw: str) -> bool:
        if bound(said, "until", self._now, self._zone) is None:
            return False
        self._more = replace(self._more, until=said)
        self._show(raw, f"Till {worded(said, 'until', self._now, self._zone, self._today)}", "clock")
        return True
