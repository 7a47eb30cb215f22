"""Breaks text into lines: plain arithmetic over word widths."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]
"""Returns the width of a text on one line."""

# A word that is longer than a line is broken after one of these, if one comes late enough.
_BREAK_AFTER = re.compile(r"[-–/_.,;:@?=&)\]]")


def wrap(text: str, measure: Measure, room: float) -> list[str]:
    """Return the lines of the text, none wider than `room` unless a single character is.

    Newlines break; runs of spaces inside a line stay as they are; a word longer than a line is broken.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        part = part.rstrip(" ")
        if measure(part) <= room:
            lines.append(part)
        else:
            lines.extend(_lines(part, measure, room))
    return lines


def _lines(part: str, measure: Measure, room: float) -> Iterator[str]:
    space = measure(" ")
    line: list[str] = []
    used = 0.0
    for word in part.split(" "):
        wide = measure(word)
        if line and used + space + wide > room:
            yield " ".join(line).rstrip(" ")
            line, used = [], 0.0
        if wide > room:
            *full, word = split_word(word, measure, room)
            yield from full
            wide = measure(word)
        used += wide if not line else space + wide
        line.append(word)
    yield " ".join(line)


def split_word(word: str, measure: Measure, room: float) -> list[str]:
    """Return the pieces of a word that is wider than `room`, each as long as fits, at least a character."""
    pieces: list[str] = []
    start, used = 0, 0.0
    for at, char in enumerate(word):
        wide = measure(char)
        if at > start and used + wide > room:
            cut = _at_sign(word, start, at)
            pieces.append(word[start:cut])
            used = sum(map(measure, word[cut:at]))
            start = cut
        used += wide
    return [*pieces, word[start:]]


def _at_sign(word: str, start: int, end: int) -> int:
    """Return where to cut: after the last sign in the second half of what fits, else at its end."""
    signs = [found.end() for found in _BREAK_AFTER.finditer(word, (start + end) // 2, end)]
    return signs[-1] if signs else end
