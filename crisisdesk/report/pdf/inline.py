"""Text and small drawings in one flow: runs with styles, broken into lines of pieces."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crisisdesk.report.pdf.fonts import EM, Style
from crisisdesk.report.pdf.sheet import Sheet
from crisisdesk.report.pdf.wrap import split_word, wrap

_PARTS = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of legible text in one style; `link` is the anchor that it leads to."""

    text: str
    style: Style
    struck: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Inset:
    """Something drawn in the flow as if it were a word: an icon, a tag, the bar over a secret text.

    `draw` gets the sheet and where the baseline begins; `style` is that of the text around it.
    """

    width: float
    style: Style
    draw: Callable[[Sheet, float, float], None]


class Piece(NamedTuple):
    """A part of a line, at `x` from its beginning."""

    x: float
    width: float
    text: str
    run: Run | Inset


class Line(NamedTuple):
    """A line of pieces: its height, how far down its baseline is, and its width."""

    pieces: Sequence[Piece]
    height: float
    drop: float
    width: float


def set_lines(runs: Sequence[Run | Inset], room: float) -> list[Line]:
    """Return the lines of the runs in `room` pt. Runs follow each other without a space of their own.

    No runs are no lines; an empty text is one empty line.
    """
    if len(runs) == 1 and isinstance(runs[0], Run):
        return _plain(runs[0], room)
    setter = _Setter(room)
    for word in _words(runs):
        setter.add(word)
    return setter.done()


def height_of(lines: Iterable[Line]) -> float:
    """Return the height of the lines together."""
    return sum(line.height for line in lines)


def _plain(run: Run, room: float) -> list[Line]:
    """Set a single run: most texts of a report are one, so this way is kept short."""
    style = run.style
    per_em = style.size / EM
    width, height, drop = style.face.width, style.leading, style.drop
    lines: list[Line] = []
    for text in wrap(run.text, width, room / per_em):
        wide = width(text) * per_em
        lines.append(Line((Piece(0.0, wide, text, run),), height, drop, wide))
    return lines


class _Atom(NamedTuple):
    """What never breaks: the part of a word in one style, or an inset."""

    text: str
    width: float
    run: Run | Inset


@dataclass(slots=True)
class _Word:
    """Atoms that stand together, after so many line breaks."""

    breaks: int
    atoms: list[_Atom] = field(default_factory=list[_Atom])

    @property
    def width(self) -> float:
        return sum(atom.width for atom in self.atoms)


def _words(runs: Iterable[Run | Inset]) -> Iterator[_Word]:
    word = _Word(0)
    for token in _tokens(runs):
        if isinstance(token, _Atom):
            word.atoms.append(token)
            continue
        if word.atoms:
            yield word
            word = _Word(0)
        if token == "\n":
            word.breaks += 1
    if word.atoms:
        yield word


def _tokens(runs: Iterable[Run | Inset]) -> Iterator[_Atom | str]:
    """Yield atoms, and between words a space or a newline."""
    for run in runs:
        if isinstance(run, Inset):
            yield " "
            yield _Atom("", run.width, run)
            yield " "
            continue
        for part in _PARTS.findall(run.text):
            yield part[0] if part[0] in " \n" else _Atom(part, run.style.width(part), run)


class _Setter:
    """Fills lines with words."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._used = 0.0

    def add(self, word: _Word) -> None:
        """Put the word on this line if it fits, else on the next, in pieces if it is longer than a line."""
        for _ in range(word.breaks):
            self._close(word.atoms[0].run.style)
        gap = word.atoms[0].run.style.width(" ") if self._pieces else 0.0
        if self._pieces and self._used + gap + word.width > self._room:
            self._close(word.atoms[0].run.style)
            gap = 0.0
        if word.width > self._room:
            self._add_long(word)
            return
        self._used += gap
        for atom in word.atoms:
            self._append(atom)

    def _add_long(self, word: _Word) -> None:
        for atom in word.atoms:
            for part in _cut(atom, self._room):
                if self._pieces and self._used + part.width > self._room:
                    self._close(part.run.style)
                self._append(part)

    def _append(self, atom: _Atom) -> None:
        self._pieces.append(Piece(self._used, atom.width, atom.text, atom.run))
        self._used += atom.width

    def _close(self, style: Style) -> None:
        """End the line; `style` is that of an empty one."""
        pieces = _merged(self._pieces)
        styles = [piece.run.style for piece in pieces] or [style]
        height, drop = max(s.leading for s in styles), max(s.drop for s in styles)
        self._lines.append(Line(pieces, height, drop, self._used))
        self._pieces, self._used = [], 0.0

    def done(self) -> list[Line]:
        """Return the lines."""
        if self._pieces:
            self._close(self._pieces[0].run.style)
        return self._lines


def _cut(atom: _Atom, room: float) -> Iterator[_Atom]:
    if atom.width <= room or isinstance(atom.run, Inset):
        yield atom
        return
    style = atom.run.style
    for text in split_word(atom.text, style.width, room):
        yield _Atom(text, style.width(text), atom.run)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """Join the words of one run, so that they are drawn, struck and linked as one."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last is None or last.run is not piece.run or isinstance(piece.run, Inset):
            merged.append(piece)
            continue
        gap = " " if piece.x > last.x + last.width + 0.01 else ""
        merged[-1] = Piece(last.x, piece.x + piece.width - last.x, f"{last.text}{gap}{piece.text}", last.run)
    return merged
