"""A document as the texts that a reader finds in it, and its parts by kind: for tests of what is printed."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

import msgspec

from crisisdesk.report.document import Document, Heading, LogTable

_B = TypeVar("_B")


def texts(thing: Any) -> Iterator[str]:
    """Yield every text in the document or a part of it, in order; the log's rows are made."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, LogTable):
        yield from texts((*thing.rows(), thing.note))
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from texts(getattr(thing, name))
    elif isinstance(thing, tuple | list):
        for part in cast(Iterable[Any], thing):
            yield from texts(part)


def whole_text(thing: Any) -> str:
    """Return all of the texts, a line each."""
    return "\n".join(text for text in texts(thing) if text)


def blocks_of(document: Document, kind: type[_B]) -> list[_B]:
    """Return the blocks of a kind, in order."""
    return [block for block in document.blocks if isinstance(block, kind)]


def headings(document: Document, level: int) -> list[str]:
    """Return the headings of a level as they are printed."""
    found = [block for block in blocks_of(document, Heading) if block.level == level]
    return [f"{block.number} {block.text}".strip() for block in found]


def under(document: Document, title: str) -> tuple[Any, ...]:
    """Return the blocks between the heading with the title and the next of its level or above."""
    found = ((i, b) for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.text == title)
    start, heading = next(found)
    level, rest = heading.level, document.blocks[start + 1 :]
    end = next((i for i, b in enumerate(rest) if isinstance(b, Heading) and b.level <= level), len(rest))
    return rest[:end]


def pairs(blocks: tuple[Any, ...]) -> dict[str, str]:
    """Return the labels and values of the blocks' lists."""
    return {p.label: p.value for block in blocks for p in getattr(block, "pairs", ())}


def cells(row: Any) -> list[str]:
    """Return a table row's texts, a cell each; a tag's text where there is no other."""
    return [c if isinstance(c, str) else c.text or (c.tag.text if c.tag else "") for c in row.cells]
