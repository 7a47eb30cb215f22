"""Every text that people write is named by its fact: what is not named would never be covered."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from crisisdesk.base.record import Record
from crisisdesk.incident.registry import FACTS
from crisisdesk.kernel.fact import Fact

NO_TEXT = {
    # Ids of the plan, of things and of files.
    "agenda",
    "column",
    "field",
    "function",
    "functions",
    "deputy_for",
    "grounds",
    "id",
    "incident",
    "item",
    "key",
    "own_number",
    "plan",
    "point",
    "question",
    "registry_number",
    "scenario",
    "program",
    "step",
    # Refs such as `decision:7`.
    "carries",
    "links",
    "ref",
    "source",
    # The mark itself stays to be read, with who decided.
    "authority",
    "provision",
    "secrecy",
    # A day, a media type, a digest, the title that the plan gives an agenda.
    "due_on",
    "media",
    "sha256",
    "title",
    # A word of the sketch's own signs.
    "symbol",
    "attachment",
}
"""Names of fields that hold no text of people's. `source` and `title` are texts in the parts named below."""

TEXTS_ALL_THE_SAME = {"content.source", "persons.title"}
SOURCE_IS_TEXT = {"log.entry_recorded"}


def strings(kind: Any, path: str = "") -> Iterator[str]:
    """The paths to every field that can hold a str, also in parts and tuples."""
    if kind is str:
        yield path
        return
    if isinstance(kind, type) and issubclass(kind, Record):
        # The plan is the organisation's own and public: never a secret of the incident.
        if kind.__name__ == "Plan":
            return
        for name, inner in get_type_hints(kind).items():
            if name in kind.__struct_fields__:
                yield from strings(inner, f"{path}.{name}".lstrip("."))
        return
    for inner in get_args(kind):
        if not isinstance(inner, str):
            yield from strings(inner, path)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_each_text_is_named_or_known_to_be_none(fact: type[Fact]) -> None:
    open_to_doubt = {
        path
        for path in set(strings(fact)) - set(fact.TEXTS)
        if path.rpartition(".")[2] not in NO_TEXT
        or path in TEXTS_ALL_THE_SAME
        or (path == "source" and fact.KIND in SOURCE_IS_TEXT)
    }
    assert open_to_doubt == set()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.KIND)
def test_what_is_named_is_there(fact: type[Fact]) -> None:
    drawn = {name for name, kind in get_type_hints(fact).items() if kind == tuple[int, ...]}
    assert set(fact.TEXTS) <= set(strings(fact)) | drawn
