"""Which lines of the log are wanted: what is ticked and what is typed. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from crisisdesk.base import certainty
from crisisdesk.kernel.fact import LINE_WORDS

Order = Literal["number", "happened"]

FLAGS: Final[dict[str, tuple[str, str, str]]] = {
    "open": ("Öppet", "öppen", "circle-dot"),
    "changed": ("Ändrat sedan jag tittade", "ändrad", "bell"),
    "late": ("Sen", "sen", "history"),
    "paper": ("Från papper", "papper", "file-text"),
    "secret": ("Sekretess", "sekretess", "lock"),
    "attached": ("Har bilaga", "bilaga", "paperclip"),
    "struck": ("Bara strukna", "struken", "strikethrough"),
    "standing": ("Utan strukna", "giltig", "check"),
}
"""What can be true of a line: as a chip says it, as it is typed after `är:`, its icon."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The lines that are wanted. `text` is what stands in the search field, words and operators alike
    (`asked.read`); the rest is ticked in the panel. Parts of one kind widen, parts of different kinds narrow.

    `since` and `until` are times as people write them; they are understood when lines are looked for.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    keepers: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    reliabilities: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    flags: frozenset[str] = frozenset()

    @property
    def filters(self) -> int:
        """Return how many filters are ticked, the text not counted."""
        sets = (self.kinds, self.functions, self.keepers, self.channels, self.reliabilities, self.flags)
        return sum(len(found) for found in sets) + bool(self.since) + bool(self.until)

    @property
    def everything(self) -> bool:
        """Return whether nothing is left out."""
        return not self.filters and not self.text.strip()

    def turned(self, part: str, value: str) -> "Choice":
        """Return the choice with a value of one of its sets put in or taken out."""
        held: frozenset[str] = getattr(self, part)
        turned = held ^ {value}
        if part == "flags" and value in _EITHER and value in turned:
            turned -= _EITHER - {value}
        return replace(self, **{part: turned})

    def only(self, part: str, value: str) -> "Choice":
        """Return the choice with this value alone in one of its sets, with none for ""."""
        return replace(self, **{part: frozenset({value} if value else ())})


_EITHER: Final = frozenset({"struck", "standing"})


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the words of a choice are understood by: functions and keepers by name."""

    functions: tuple[tuple[str, str], ...] = ()
    keepers: tuple[str, ...] = ()

    def function(self, id: str) -> str:
        """Return the title of a function, its id when it is not known."""
        return next((title for known, title in self.functions if known == id), id)


def written(choice: Choice, known: Known) -> str:
    """Return the whole choice as it would be typed: the form in which it is saved under a name."""
    said = [
        *(f"typ:{_typed(LINE_WORDS[kind])}" for kind in LINE_WORDS if kind in choice.kinds),
        *(f"@{spelled(known.function(id))}" for id in sorted(choice.functions)),
        *(f"förare:{_quoted(sign)}" for sign in sorted(choice.keepers)),
        *(f"kanal:{_quoted(channel)}" for channel in sorted(choice.channels)),
        *(f"är:{word}" for key, word in certainty.WORDS.items() if key in choice.reliabilities),
        *(f"är:{typed}" for key, (_word, typed, _icon) in FLAGS.items() if key in choice.flags),
    ]
    said += [f"från:{_quoted(choice.since)}"] if choice.since else []
    said += [f"till:{_quoted(choice.until)}"] if choice.until else []
    return " ".join([*said, choice.text.strip()]).strip()


def spelled(name: str) -> str:
    """Return a name as it is typed after @: small letters, no spaces."""
    return "".join(name.casefold().split())


def _typed(word: str) -> str:
    return word.casefold().replace(" ", "-")


def _quoted(value: str) -> str:
    return f'"{value}"' if any(letter.isspace() for letter in value) else value


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing that is asked for, as a chip: `part` and `value` say what is taken away with it.

    A part that was typed has `part` typed and the text itself as `value`; one that is not understood warns.
    """

    part: str
    value: str
    word: str
    icon: str = ""
    token: str = "ink"
    warns: bool = False


def parts(
    choice: Choice, known: Known, typed: Sequence[Part] = (), period: tuple[str, str] = ("", "")
) -> tuple[Part, ...]:
    """Return everything that is on, in the order of the panel, then what was typed; `period` words the
    bounds as they were understood.
    """
    found = [
        *(kind_part("kinds", kind, kind) for kind in LINE_WORDS if kind in choice.kinds),
        *(_part("functions", id, known.function(id), "id-card") for id in sorted(choice.functions)),
        *(_part("keepers", sign, f"Förd av {sign}", "pen-line") for sign in sorted(choice.keepers)),
        *(_part("channels", channel, f"Kanal {channel}", "phone") for channel in sorted(choice.channels)),
        *(
            _part("reliabilities", key, word.capitalize(), "badge-check")
            for key, word in certainty.WORDS.items()
            if key in choice.reliabilities
        ),
        *(_part("flags", key, look[0], look[2]) for key, look in FLAGS.items() if key in choice.flags),
    ]
    begins, ends = period[0] or choice.since, period[1] or choice.until
    found += [_bound("since", f"Från {begins}")] if choice.since else []
    found += [_bound("until", f"Till {ends}")] if choice.until else []
    return (*found, *typed)


def kind_part(part: str, value: str, kind: str) -> Part:
    """Return the chip of a kind of lines."""
    words = {str(known): word for known, word in LINE_WORDS.items()}
    return Part(part=part, value=value, word=words[kind], icon="", token=f"k_{_TOKENS.get(kind, kind)}")


_TOKENS: Final = {"step": "sys"}


def _part(part: str, value: str, word: str, icon: str) -> Part:
    return Part(part=part, value=value, word=word, icon=icon)


def _bound(part: str, word: str) -> Part:
    return Part(part=part, value="", word=word, icon="clock", warns=word.endswith("?"))


def without(choice: Choice, part: str, value: str) -> Choice:
    """Return the choice without one of its parts."""
    if part == "typed":
        return replace(choice, text=" ".join(choice.text.replace(value, " ", 1).split()))
    if part in ("since", "until"):
        return replace(choice, **{part: ""})
    held: frozenset[str] = getattr(choice, part)
    return replace(choice, **{part: held - {value}})


def named(found: Sequence[Part], words: Sequence[str] = ()) -> str:
    """Return the parts of a choice in words, as they stand over a print: `beslut, kanal telefon, ”rök”`.

    A part that was not understood filters nothing, so it is not said.
    """
    said = [part.word[:1].lower() + part.word[1:] for part in found if not part.warns]
    return ", ".join([*said, *(f"”{word}”" for word in words)])
