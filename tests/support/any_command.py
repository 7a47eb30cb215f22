"""Every command, drawn: a field gets its values by its name, so a new command is drawn at once."""

from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from crisisdesk.features import calls, lifecycle, log, people
from crisisdesk.features.sketch.symbols import SYMBOLS
from crisisdesk.incident.registry import FEATURE_OF_COMMAND
from crisisdesk.kernel.command import Command
from tests.support.incident_play import ALARM

PLAIN = "Branden är släckt"
SAID = st.sampled_from(["", "  ", PLAIN, "a & b <c>", "å\nä", "x" * 300])
NAMES = st.sampled_from(["", PLAIN, "POSOM", "MK"])
FUNCTIONS = st.sampled_from(["stabschef", "function:hr", "ingen"])
SMALL = st.integers(min_value=0, max_value=4)
LINES = st.integers(min_value=0, max_value=20)
MOMENTS = st.integers(min_value=-600, max_value=6000).map(lambda minutes: ALARM + timedelta(minutes=minutes))
SECRECY = st.sampled_from(["", "OSL 18:1"])
REFS = st.sampled_from(
    [
        *(f"{kind}:{number}" for kind in ("line", "card", "decision", "task") for number in (1, 2, 3)),
        *(
            "message:1",
            "attachment:1-1",
            "sketch:1",
            "point:1/5.2.3",
            "uncertainty:1",
            "form:1",
            "nope:1",
            "",
        ),
    ]
)


def _several(one: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=most).map(tuple)


_TEXTS = (
    *("text", "reason", "note", "answer", "shortage", "name", "title", "mandate", "options", "uncertain"),
    *("affected", "strengths", "weaknesses", "handover", "value", "registry_number"),
)
_WHO = (
    *(
        "sender",
        "receiver",
        "channel",
        "source",
        "owner",
        "decider",
        "responsible",
        "appoints",
        "person",
        "to",
    ),
    *("spokesperson", "chair", "keeper", "area", "who", "writer", "number_used", "authority", "person_to"),
)
_SIGNS = ("sign", "sign_from", "sign_to", "appointed_sign")
_MOMENTS = (
    "needed_by",
    "until",
    "since",
    "follow_up_at",
    "latest_at",
    "due_at",
    "next_at",
    "at",
    "coming_at",
)
_NUMBERS = (
    *(
        "card",
        "decision",
        "task",
        "message",
        "meeting",
        "call",
        "page",
        "measure",
        "mark",
        "origin",
        "by_card",
    ),
    *("uncertainty", "replaces", "row", "position", "form", "count", "sheet", "parts", "sheets"),
)
_LINES = ("line", "number", "because", "by_line", "answer_line", "first", "last")

_OUTCOMES = st.builds(calls.commands.Outcome, target=NAMES, outcome=st.just("reached"), note=SAID)

POOLS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(_TEXTS, SAID),
    **dict.fromkeys(_WHO, NAMES),
    **dict.fromkeys(_SIGNS, st.sampled_from(["MK", "TB", "", "för långt tecken"])),
    **dict.fromkeys(_MOMENTS, MOMENTS),
    **dict.fromkeys(_NUMBERS, SMALL),
    **dict.fromkeys(_LINES, LINES),
    "secrecy": SECRECY,
    "provision": SECRECY,
    "decided_on": st.sampled_from([date(2027, 1, 14), date(2031, 1, 1)]),
    "ref": REFS,
    "refs": _several(REFS),
    "links": _several(REFS),
    "carries": _several(REFS),
    "functions": _several(FUNCTIONS),
    "function": FUNCTIONS,
    "deputy": st.sampled_from(["", "function:hr", PLAIN]),
    "target": st.sampled_from(["POSOM", "function:stabschef", PLAIN, ""]),
    "groups": st.sampled_from([(), ("elever",), (PLAIN,)]),
    "present": _several(NAMES),
    "by": _several(NAMES),
    "persons": _several(st.builds(people.facts.Person, person=NAMES, title=NAMES), 2),
    "outcomes": _several(
        st.builds(calls.commands.Outcome, target=NAMES, outcome=st.just("reached"), note=SAID)
    ),
    "paper": st.one_of(st.none(), st.builds(log.facts.Paper, form=SMALL, writer=NAMES)),
    "clear": _several(st.sampled_from(["needed_by", "until"]), 2),
    "grounds": st.sampled_from([(), ("3.2a",), ("3.2x",)]),
    "cards": _several(SMALL),
    "marks": _several(SMALL),
    "rests_on": _several(LINES),
    "open_uncertainties": _several(SMALL),
    "cells": st.sampled_from([("POSOM", PLAIN), (PLAIN,), ("", "")]),
    "points": st.lists(st.integers(min_value=-10, max_value=5000), max_size=8).map(tuple),
    "step": st.sampled_from(["", "3.2", "4.2", "5.1a"]),
    "item": st.sampled_from(["", "1.1", "3.2", "3.3", "4.3", "5.1a", "6.1.3", "8.1.1", "8.3.1", "nope"]),
    "field": st.sampled_from(["2.1", "2.6a", "2.12", "nope"]),
    "question": st.sampled_from(["8.2.1", "8.2.2", "nope"]),
    "point": st.sampled_from(["5.2.3", "6.1.agenda.2", "nope"]),
    "agenda": st.sampled_from(["5.2", "6.1.agenda", "nope"]),
    "column": st.sampled_from(["", "handelse", "resurser", "oklarheter", "nope"]),
    "id": st.sampled_from(["1-1", "1-2", "2-1", "nope", ""]),
    "media": st.sampled_from(["image/png", "application/pdf", "text/plain"]),
    "size": st.sampled_from([0, 1, 3_000_000]),
    "sha256": st.just("0" * 64),
    "key": st.just("nyckel"),
    "attachment": st.sampled_from(["", "1-1", "nope"]),
    "due_on": st.sampled_from(["2027-03-01", "i mars", ""]),
    "grade": st.integers(min_value=-1, max_value=6),
    "every_minutes": st.sampled_from([0, 5, 30, 1, 5000]),
    "seconds": st.integers(min_value=-90_000, max_value=90_000),
    "width": st.integers(min_value=-5, max_value=9000),
    "symbol": st.sampled_from(["", "nope", next(iter(SYMBOLS))]),
    "incident": st.just("2027-004"),
    "own_number": st.just("2027-004"),
    "plan": st.none(),
    "scenario": st.just(""),
    "program": st.just(""),
    "done_by": st.sampled_from(["", "TB"]),
    "happened_at": MOMENTS,
}
"""What a field may hold, by its name: also what is refused. Choices and yes or no need no pool."""


def strategy(kind: type[Command]) -> st.SearchStrategy[Command]:
    """Return how the command is drawn; LookupError for a field that has no pool."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{name: _field(kind, name, hints[name]) for name in kind.__struct_fields__})


def _field(kind: type[Command], name: str, hint: Any) -> st.SearchStrategy[Any]:
    said = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    if choices := next((get_args(one) for one in said if get_origin(one) is Literal), ()):
        drawn: st.SearchStrategy[Any] = st.sampled_from(choices)
    elif hint is bool:
        drawn = st.booleans()
    elif name in POOLS:
        drawn = POOLS[name]
    else:
        raise LookupError(f"{kind.NAME}: nothing to draw {name} from")
    return st.one_of(st.none(), drawn) if NoneType in said else drawn


STRATEGIES: dict[type[Command], st.SearchStrategy[Command]] = {
    kind: strategy(kind) for kind in FEATURE_OF_COMMAND if kind is not lifecycle.commands.Start
}
"""How each command is drawn. Start is not: what is played has begun."""

COMMANDS: st.SearchStrategy[Command] = st.sampled_from(
    sorted(STRATEGIES, key=lambda kind: kind.NAME)
).flatmap(STRATEGIES.__getitem__)
