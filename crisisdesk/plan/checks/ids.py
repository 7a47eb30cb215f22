"""Ids: each is there, can be written in a reference, and belongs to one part alone."""

import re
from collections.abc import Iterable, Iterator

from crisisdesk.plan import listing
from crisisdesk.plan.checks.problem import Place, Problem, at
from crisisdesk.plan.content import Plan
from crisisdesk.plan.words import quoted

_ID = re.compile(r"[\w.\-]+")
_TABLES: dict[listing.Kind, tuple[str, str]] = {
    "phase": ("phases", "fas"),
    "heading": ("phases", "rubrik"),
    "step": ("phases", "steg"),
    "ground": ("phases", "grund"),
    "field": ("phases", "fråga"),
    "point": ("agendas", "punkt"),
    "card": ("cards", "kort"),
    "item": ("cards", "punkt"),
    "call_list": ("call_list", "larmlistan"),
    "function": ("functions", "funktion"),
    "material": ("evaluation", "underlag"),
    "question": ("evaluation", "utvärderingsfråga"),
    "summary": ("evaluation", "sammanfattningspunkt"),
    "blank_field": ("blank", "blankettruta"),
}
_OWN_SPACE = ("function", "call_list")
"""Kinds that are pointed at by another word, so that their ids may equal those of numbered parts."""


def place_of(part: listing.Listed) -> Place:
    """Return the place of a listed part."""
    table, noun = _TABLES[part.kind]
    return Place(table, part.id, f"{noun} {part.id}")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield an error for each id that is empty, unwritable or taken."""
    every = listing.items(plan)
    numbered = [place_of(part) for part in every if part.kind not in _OWN_SPACE]
    headings = [at("phases", group) for phase in plan.phases for group in phase.groups]
    unused = [each for each in headings if each not in numbered]
    spaces = (
        (*numbered, *unused),
        [place_of(part) for part in every if part.kind == "function"],
        [at("agendas", each) for each in plan.agendas],
        [at("columns", each) for each in plan.columns],
        [at("contacts", each) for each in plan.contacts],
    )
    for space in spaces:
        yield from _space(space)


def _space(places: Iterable[Place]) -> Iterator[Problem]:
    """Yield an error for each bad id among parts whose ids must differ."""
    first: dict[str, Place] = {}
    for place in places:
        if not _ID.fullmatch(place.target):
            what = "förväntade bokstäver, siffror, punkt eller bindestreck"
            yield place.error(f"beteckningen {quoted(place.target)} går inte att använda; {what}.")
        elif place.target in first:
            yield place.error(f"beteckningen finns redan på {first[place.target].words}. Förväntade en egen.")
        first.setdefault(place.target, place)
