"""Where one can go by typing: screens, steps, fields, functions, lines of the log. No Qt here."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crisisdesk.base.record import Record
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Phase, Plan
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.shell.navigation import ScreenSpec

MOST = 12
"""How many targets are shown at once."""

_LINE = re.compile(r"(?:(?:rad|nr|line)\s*)?(\d{1,6})$", re.IGNORECASE)


class Target(Record, kw_only=True):
    """Somewhere to go: the place, its words, what kind of thing it is, an icon; `also` it is found by."""

    place: str
    words: str
    kind: str
    icon: str
    also: str = ""


DEEDS: Final = (
    Target(
        place="do:print",
        words="Skriv ut …",
        kind="Ctrl P",
        icon="printer",
        also="utskrift print papper pdf maskerad",
    ),
    Target(
        place="do:wall", words="Storbild …", kind="F5", icon="presentation", also="projektor skärm visa vägg"
    ),
    Target(
        place="do:secrecy",
        words="Märk sekretess …",
        kind="Ctrl Shift S",
        icon="lock",
        also="sekretessmärk hemlig maskera osl lagrum",
    ),
    Target(
        place="do:keeper",
        words="Signera som loggförare, byt …",
        kind="Sidhuvudet",
        icon="pen-line",
        also="signatur sign keeper",
    ),
    Target(
        place="do:menu",
        words="Händelsens meny …",
        kind="Sidhuvudet",
        icon="folder-open",
        also="byt namn diarienummer kopia usb mörkt ljust tema täck startfönstret",
    ),
    Target(place="do:keys", words="Alla kortkommandon", kind="F1", icon="info", also="hjälp tangenter"),
)
"""What can be done from anywhere; the key stands where others say what they are."""

_ALSO: Final = {
    "board": "tavla jämför frys gå bakåt i tiden prognos",
    "closing": "avsluta stäng överlämna",
    "forms": "papper pappersblankett",
    "information": "budskap media anhöriga",
    "log": "sök filter bilaga foto rätta",
    "meetings": "lägesavstämning protokoll",
    "sketch": "rita karta ritning foto",
    "tasks": "påminn påminnelse",
}
"""Other words that a screen is looked for by."""


def targets(specs: Sequence[ScreenSpec], plan: Plan) -> tuple[Target, ...]:
    """Return every place that has a name: screens, steps and fields of the phases, functions; and deeds."""
    return (*_screens(specs), *DEEDS, *_steps(plan), *_functions(plan))


def matching(found: Sequence[Target], typed: str, state: State) -> tuple[Target, ...]:
    """Return the targets that the typed words mean, best first; a number is also a line of the log."""
    wanted = typed.casefold().split()
    if not wanted:
        return tuple(target for target in found if target.kind == "Skärm")[:MOST]
    line = _line(typed, state)
    return (*line, *best(found, typed))[:MOST]


def best(found: Sequence[Target], typed: str) -> tuple[Target, ...]:
    """Return the targets that the typed words mean, best first; all of them when nothing is typed."""
    wanted = typed.casefold().split()
    ranked = [
        (rank, place) for place, target in enumerate(found) if (rank := _rank(target, wanted)) is not None
    ]
    return tuple(found[place] for _, place in sorted(ranked))


def _rank(target: Target, wanted: Sequence[str]) -> int | None:
    """Return 0 when the words begin the target, 1 when each begins a word in it, 2 inside, None if not."""
    text = target.words.casefold()
    if text.startswith(" ".join(wanted)):
        return 0
    starts = text.split()
    if all(any(word.startswith(part) for word in starts) for part in wanted):
        return 1
    if all(part in text for part in wanted):
        return 2
    other = (*starts, *target.also.split())
    return 3 if all(any(word.startswith(part) for word in other) for part in wanted) else None


def _screens(specs: Sequence[ScreenSpec]) -> Iterator[Target]:
    for spec in specs:
        also = _ALSO.get(spec.key, "")
        yield Target(place=spec.key, words=spec.words, kind="Skärm", icon=spec.icon, also=also)


def _steps(plan: Plan) -> Iterator[Target]:
    for phase in plan.phases:
        yield from _parts(phase)


def _parts(phase: Phase) -> Iterator[Target]:
    for step in phase.steps:
        yield Target(place=f"step:{step.id}", words=f"{step.id} {step.text}", kind="Steg", icon="list-checks")
    for field in phase.fields:
        words = f"{field.id} {field.text}"
        yield Target(place=f"field:{field.id}", words=words, kind="Fält", icon="clipboard-list")


def _functions(plan: Plan) -> Iterator[Target]:
    for function in plan.functions:
        yield Target(
            place=f"function:{function.id}", words=function.title, kind="Funktion", icon=function.icon
        )


def _line(typed: str, state: State) -> tuple[Target, ...]:
    found = _LINE.match(typed.strip())
    number = int(found[1]) if found else 0
    if not 0 < number <= len(state.timeline.lines):
        return ()
    line = state.timeline.says(number)
    said = line.text.splitlines()[0]
    return (
        Target(
            place=f"line:{number}", words=f"Rad {number}: {said}", kind="Logg", icon=KINDS[line.kind].icon
        ),
    )
