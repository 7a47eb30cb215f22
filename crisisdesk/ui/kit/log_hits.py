"""Where the words that are searched for stand in a text."""

from collections.abc import Iterator, Sequence


def hits(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the folded words stand in the text, as start and length in letters.

    A text whose letters change their number when folded (ß) has none: the places would be wrong.
    """
    folded = text.casefold()
    if not words or len(folded) != len(text):
        return []
    return [(at, len(word)) for word in words if word for at in _places(folded, word)]


def _places(folded: str, word: str) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + len(word))


def units(text: str) -> int:
    """Return the length of the text as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
