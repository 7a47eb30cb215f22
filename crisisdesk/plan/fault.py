"""Says in Swedish what is wrong where the decoder stopped: place, what stands there, what was expected."""

import re
from datetime import date, time
from types import NoneType, UnionType
from typing import Literal, NamedTuple, TypeGuard, Union, cast, get_args, get_origin

import msgspec

from crisisdesk.base.record import Record
from crisisdesk.plan.content import Plan
from crisisdesk.plan.source import Source, Table
from crisisdesk.plan.words import FIELDS, NOUNS, field, nearest, quoted

_SHOWN = 40
"""Letters of a wrong value that are shown."""

_LARGEST = 10**15
"""Larger numbers are not written out: Python refuses to write one of thousands of digits."""


class _Spot(NamedTuple):
    """Where the decoder stopped: the type wanted there, what stands there, the way to it in words."""

    wanted: object
    value: object
    place: str
    field: str


def sentence(source: Source, fault: msgspec.ValidationError) -> str:
    """Return `40-atgarder.toml, steg 4.2, fältet action (åtgärd): … Förväntade ett av: tick, form, …`."""
    path = _path(str(fault))
    spot = _walk(source, path)
    name, what = _diagnose(spot)
    where = [_file(source, path or [name]) or "planen", spot.place, field(name) if name else ""]
    return f"{', '.join(part for part in where if part)}: {what}"


def _path(message: str) -> list[str | int]:
    """Return the steps of the path that the decoder's message ends with; empty for the whole plan."""
    found = re.search(r" - at `\$(.*)`$", message)
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", found[1]) if found else []
    return [name or int(index) for name, index in steps]


def _walk(source: Source, path: list[str | int]) -> _Spot:
    """Follow the path through the table and the types, naming the parts passed."""
    wanted: object = Plan
    value: object = source.table
    places: list[str] = []
    name = ""
    for step in path:
        if isinstance(step, int):
            wanted, value = _element(wanted), _inside(value, step)
        else:
            wanted, value, name = _bare(_types(wanted)[step]), _inside(value, step), step
        if _is_record(wanted) and _is_table(value):
            places, name = _place(places, wanted, value, step), ""
    return _Spot(wanted, value, ", ".join(places), name)


def _inside(value: object, step: str | int) -> object:
    """Return the value one step further in: a table's field or a list's element."""
    return cast("list[object]", value)[step] if isinstance(step, int) else cast("Table", value)[step]


def _place(places: list[str], kind: type[Record], value: Table, step: str | int) -> list[str]:
    """Return the places with this part added; a part with an id needs none of those above it."""
    if isinstance(step, str):
        return [*places, NOUNS[kind]]
    name, title = value.get("id"), value.get("title")
    if isinstance(name, str) and name:
        return [f"{NOUNS[kind]} {name}"]
    if isinstance(title, str) and title:
        return [*places, f"{NOUNS[kind]} {title}"]
    return [*places, f"{NOUNS[kind]} nr {step + 1}"]


def _file(source: Source, path: list[str | int]) -> str:
    """Return the file that the path leads into; for a part that stands nowhere the only file, if any."""
    place = path[1] if len(path) > 1 else 0
    file = source.file_of(str(path[0]), place if isinstance(place, int) else 0)
    files = {file for known in source.files.values() for file in known}
    return file or (files.pop() if len(files) == 1 else "")


def _diagnose(spot: _Spot) -> tuple[str, str]:
    """Return the field at fault and what is wrong with it."""
    if _is_record(spot.wanted) and _is_table(spot.value):
        return _keys(spot.wanted, spot.value)
    words = _words(spot.wanted)
    if words and isinstance(spot.value, str):
        known = ", ".join(words)
        hint = nearest(spot.value, words)
        return spot.field, f"okänt ord {_shown(spot.value)}.{hint} Förväntade ett av: {known}."
    return spot.field, f"hittade {found(spot.value)}. Förväntade {_expected(spot.wanted)}."


def _keys(kind: type[Record], value: Table) -> tuple[str, str]:
    """Return the first unknown field of a table, else the first that is missing."""
    known = [each.name for each in msgspec.structs.fields(kind)]
    unknown = next((name for name in value if name not in known), None)
    if unknown is not None:
        return unknown, f"okänt fält.{_meant(unknown, known)} Förväntade ett av: {', '.join(known)}."
    needed = (each for each in msgspec.structs.fields(kind) if each.required)
    missing = next(each for each in needed if each.name not in value)
    return missing.name, f"saknas. Förväntade {_expected(_bare(missing.type))}."


def _meant(name: str, known: list[str]) -> str:
    """Return which field an unknown one is near, also when its Swedish word was written."""
    swedish = [each for each in known if FIELDS.get(each) == name.lower()]
    return f" Menade du {swedish[0]}?" if swedish else nearest(name, known)


def _expected(wanted: object) -> str:
    """Return what a type is called."""
    words = _words(wanted)
    if words:
        return f"ett av: {', '.join(words)}"
    if get_origin(wanted) is tuple:
        return f"en lista med {_members(_element(wanted))}"
    if _is_record(wanted):
        return "en tabell"
    names: dict[object, str] = {str: "text inom citattecken", bool: "true eller false", int: "ett heltal"}
    return names[wanted]


def _members(wanted: object) -> str:
    """Return what the elements of a list are called."""
    words = _words(wanted)
    if words:
        return f"ord ur: {', '.join(words)}"
    return "tabeller" if _is_record(wanted) else "texter"


def found(value: object) -> str:
    """Return what a wrong value is called: `talet 4`, `texten ”tik”`, `en lista`."""
    if isinstance(value, dict):
        return "en tabell"
    if isinstance(value, list):
        return "en lista"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, time)):
        return "ett datum eller en tid utan citattecken"
    return f"texten {_shown(value)}" if isinstance(value, str) else _number(value)


def _number(value: object) -> str:
    """Return what a number is called."""
    return (
        f"talet {value}"
        if isinstance(value, (int, float)) and abs(value) < _LARGEST
        else "ett mycket stort tal"
    )


def _shown(value: str) -> str:
    """Return the text in quotation marks, its end left out when it is long."""
    return quoted(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")


def _types(kind: object) -> dict[str, object]:
    """Return the type of each field of a record."""
    return {each.name: each.type for each in msgspec.structs.fields(cast("type[Record]", kind))}


def _element(kind: object) -> object:
    """Return the type of the elements of a `tuple[X, ...]`."""
    return _bare(get_args(kind)[0])


def _bare(kind: object) -> object:
    """Return the type without its `| None`."""
    if get_origin(kind) in (Union, UnionType):
        return next(each for each in get_args(kind) if each is not NoneType)
    return kind


def _words(kind: object) -> tuple[str, ...]:
    """Return the words of a Literal, nothing for another type."""
    return get_args(kind) if get_origin(kind) is Literal else ()


def _is_record(kind: object) -> TypeGuard[type[Record]]:
    """Tell whether the type is a part of the plan."""
    return isinstance(kind, type) and issubclass(kind, Record)


def _is_table(value: object) -> TypeGuard[Table]:
    """Tell whether a value of the file is a table."""
    return isinstance(value, dict)
