"""Walks whatever hangs on an object and yields every text in it: for tests that look for a word."""

from collections.abc import Iterator
from typing import Any, cast

import msgspec

from crisisdesk.plan.content import Plan


def every_text(value: Any, *skipped: type) -> Iterator[str]:
    """Yield each str in the value: keys, items, attributes, fields of records; plan and `skipped` are not."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif id(one) not in seen and not isinstance(one, (Plan, type, *skipped)):
            seen.add(id(one))
            waiting.extend(_inside(one))


def _inside(one: Any) -> Iterator[Any]:
    if isinstance(one, dict):
        for key, item in cast("dict[Any, Any]", one).items():
            yield from (key, item)
    elif isinstance(one, list | tuple | set | frozenset):
        yield from cast("tuple[Any, ...]", one)
    elif isinstance(one, msgspec.Struct):
        yield from (getattr(one, name) for name in one.__struct_fields__)
    elif hasattr(one, "__dict__"):
        yield from cast("dict[str, Any]", vars(one)).values()
