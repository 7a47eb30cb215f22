"""Measures and wraps text without a screen: the advance widths of the three bundled fonts."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from crisisdesk.base import resources, syllables

REGULAR: Final = 400
MEDIUM: Final = 500
STRONG: Final = 600

ASCENT: Final = 1984 / 2048
DESCENT: Final = 494 / 2048
"""Over and under the baseline, in parts of the size: the same in all three weights."""

ELLIPSIS: Final = "…"

_FILES: Final = {REGULAR: "Regular", MEDIUM: "Medium", STRONG: "SemiBold"}
_FOREIGN: Final = 1.3
"""Width of a sign that the font lacks: another font draws it, an emoji is about this wide."""
_SOFT: Final = "-/–—"  # a line may break after these
_HYPHEN: Final = "\u2010"  # in our own lines: a hyphen that we put there, not the writer
_SPACES: Final = re.compile("[ \t]+")  # no-break spaces keep what they join
_SLACK: Final = 1e-6


def width(text: str, weight: int, size: float) -> float:
    """Return the width of one line of text, in the unit of `size`; kerning is not counted.

    A weight that is not bundled is a KeyError.
    """
    return face(weight).width(text) * size


def elide(text: str, weight: int, size: float, room: float) -> str:
    """Return the text if it fits in `room`, else its beginning with …"""
    found = face(weight)
    return text if found.width(text) * size <= room + _SLACK else found.cut(text, room / size)


def wrap(text: str, weight: int, size: float, room: float, max_lines: int = 0) -> list[str]:
    """Return the lines of the text in `room`, at most `max_lines` (0: all), the last then with …

    Lines break at spaces and after hyphens and dashes; a word that is wider than a line is broken with a
    hyphen. An empty text is one empty line. No line is wider than `room`, unless one sign alone is.
    """
    return [line for line, _ in wrapped(text, weight, size, room, max_lines)]


def wrapped(text: str, weight: int, size: float, room: float, max_lines: int = 0) -> list[tuple[str, float]]:
    """Return the lines as `wrap` does, each with its width."""
    found, most = face(weight), room / size + _SLACK
    lines = found.lines(text, most)
    if max_lines and len(lines) > max_lines:
        last = found.cut(_put_together(lines[max_lines - 1][0], lines[max_lines][0]), most, always=True)
        lines = [*lines[: max_lines - 1], (last, found.width(last))]
    return [(_plain(line), wide * size) for line, wide in lines]


def _put_together(line: str, following: str) -> str:
    """Return two lines as one, as the writer wrote it."""
    if line.endswith(_HYPHEN):
        return line[:-1] + following
    return line + following if line.endswith(tuple(_SOFT)) else f"{line} {following}"


def _plain(line: str) -> str:
    return f"{line[:-1]}-" if line.endswith(_HYPHEN) else line


class _Word(NamedTuple):
    """A word, its width, whether a line may break in it."""

    text: str
    width: float
    soft: bool


_Line = tuple[str, float]


class Face:
    """One weight: widths in parts of the size."""

    def __init__(self, advances: dict[str, float]) -> None:
        self._own = frozenset(advances)
        self._advances = _Advances(advances)
        self._advances[_HYPHEN] = self._advances["-"]
        self.space = self._advances[" "]
        self._known: dict[str, float] = {}
        self._texts: dict[str, list[list[_Word]]] = {}

    @property
    def codes(self) -> frozenset[int]:
        """Return the code points that the font has."""
        return frozenset(map(ord, self._own))

    def width(self, text: str) -> float:
        """Return the width of the text on one line, remembered: words come again and again."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            found = self._known[text] = sum(map(self._advances.__getitem__, text))
        return found

    def lines(self, text: str, room: float) -> list[_Line]:
        """Return the lines of the text in `room` (parts of the size), each with its width."""
        found: list[_Line] = []
        for words in self._words(text):
            self._wrap(words, room, found)
        return found

    def cut(self, text: str, room: float, *, always: bool = False) -> str:
        """Return as much of the text as fits in `room` with … after it; `always` when it fits as well."""
        if not always and self.width(text) <= room:
            return text
        left = room - self._advances[ELLIPSIS]
        return f"{text[: self._fitting(text, left)].rstrip()}{ELLIPSIS}"

    def _words(self, text: str) -> list[list[_Word]]:
        """Return the words between the line breaks, remembered: a board is laid out many times."""
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            parts = text.splitlines() or [""]
            found = self._texts[text] = [self._measured(part) for part in parts]
        return found

    def _measured(self, text: str) -> list[_Word]:
        words = filter(None, _SPACES.split(text))
        return [_Word(word, self.width(word), any(sign in word for sign in _SOFT)) for word in words]

    def _wrap(self, words: list[_Word], room: float, found: list[_Line]) -> None:
        """Add the lines of the words to what is found."""
        start, used = 0, 0.0
        for at, (_, wide, soft) in enumerate(words):
            if at == start:
                before = wide
            elif (before := used + self.space + wide) > room:
                line = " ".join([one.text for one in words[start:at]])
                if soft or wide > room:
                    return self._wrap_hard(line, used, words[at:], room, found)
                found.append((line, used))
                start, before = at, wide
            if before > room:
                return self._wrap_hard("", 0.0, words[at:], room, found)
            used = before
        found.append((" ".join([one.text for one in words[start:]]), used))
        return None

    def _wrap_hard(self, line: str, used: float, words: list[_Word], room: float, found: list[_Line]) -> None:
        """Go on in a line with a word that must be broken, or may be at a hyphen; then as usual."""
        *full, rest = self._pieces(line, words[0].text, room - used - self.space if line else room, room)
        found += [(one, self.width(one)) for one in full]
        self._wrap([_Word(rest, self.width(rest), False), *words[1:]], room, found)

    def _soft(self, word: str, room: float) -> tuple[str, str]:
        """Return the part of the word, up to a hyphen, that fits in `room`, and the rest."""
        for at in range(len(word) - 1, 1, -1):
            if word[at - 1] in _SOFT and not word[at].isdigit() and self.width(word[:at]) <= room:
                return word[:at], word[at:]
        return "", word

    def _pieces(self, line: str, word: str, before: float, room: float) -> Iterator[str]:
        """Yield the lines of a word that does not fit after `line`, the first beginning with it."""
        head, rest = self._soft(word, before)
        if head:
            yield f"{line} {head}" if line else head
        elif line:
            yield line
        whole = not syllables.takes_hyphen(word)
        while self.width(rest) > room:
            head, after = self._soft(rest, room)
            if not head:
                head, after = self._hard(rest, room, whole=whole)
            yield head
            if not after:
                return
            rest = after
        yield rest

    def _hard(self, word: str, room: float, *, whole: bool) -> tuple[str, str]:
        """Return the part of a word that fits in `room`, with a hyphen unless it is `whole`, and the rest."""
        fitting = 0 if whole else self._fitting(word, room - self._advances[_HYPHEN])
        at = syllables.last_break(word, fitting)
        if at:
            return word[:at] + _HYPHEN, word[at:]
        at = max(self._fitting(word, room), 1)
        return word[:at], word[at:]

    def _fitting(self, text: str, room: float) -> int:
        """Return how many of the first signs fit in `room`."""
        used = 0.0
        for at, sign in enumerate(text):
            used += self._advances[sign]
            if used > room:
                return at
        return len(text)


_MOST_KNOWN: Final = 50_000
_MOST_TEXTS: Final = 10_000


class _Advances(dict[str, float]):
    """The widths of single signs; those that the font lacks are found out when they are met."""

    def __missing__(self, sign: str) -> float:
        # A mark over another letter, or a sign that shows nothing, takes no room.
        silent = unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn", "Me")
        found = self[sign] = 0.0 if silent else _FOREIGN
        return found


@lru_cache(maxsize=len(_FILES))
def face(weight: int) -> Face:
    """Return the face of the weight, read once; KeyError when it is not bundled."""
    return Face(_advances(resources.read_bytes(f"fonts/CrisisSans-{_FILES[weight]}.ttf")))


def _advances(font: bytes) -> dict[str, float]:
    """Read the width of every sign from a TrueType file (ISO/IEC 14496-22: cmap format 4, hmtx)."""
    tables = _tables(font)
    (per_em,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    metrics = struct.unpack_from(f">{2 * count}H", font, tables["hmtx"])
    glyphs = _glyphs(font, tables["cmap"])
    wide = {chr(code): metrics[2 * min(glyph, count - 1)] / per_em for code, glyph in glyphs.items()}
    return {sign: found for sign, found in wide.items() if not unicodedata.combining(sign)}


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Return the glyph of each code point, from the Windows Unicode table that every bundled font has."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    entries = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * at) for at in range(count))
    table = cmap + next(offset for platform, kind, offset in entries if (platform, kind) == (3, 1))
    segments = struct.unpack_from(">H", font, table + 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{segments}H", font, table + 14 + 2 * segments * part + (2 if part else 0))
        for part in range(4)
    )
    found: dict[int, int] = {}
    offsets_at = table + 16 + 6 * segments
    for at, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets_at + 2 * at + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return found
