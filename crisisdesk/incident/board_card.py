"""One card of the board laid out for a width: its text, quiet text and tags, note, answer; folded or not."""

from functools import lru_cache
from typing import Final, NamedTuple

from crisisdesk.base import type_measure
from crisisdesk.base.type_measure import REGULAR, STRONG
from crisisdesk.incident.board_rows import CHANGE_WORDS, CardRow, Signal, TagRow
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Scale, Shape, Sizes, baseline, pitch, sizes

FOLDED_LINES: Final = 4
"""How many lines of its text, and of its answer, a folded card shows."""

_FOLDS_FROM: Final = FOLDED_LINES + 2  # a fold that hides one line saves nothing

SIGNALS: Final[dict[Signal, tuple[str, str]]] = {
    "ok": ("ok", "oksoft"),
    "warn": ("warn", "warnsoft"),
    "alarm": ("alarm", "alarmsoft"),
    "accent": ("accent", "accentsoft"),
    "neutral": ("ink2", "sunken"),
}
"""The tokens of a tag's text and of its ground."""

_KINDS: Final = {"uncertainty": "k_unc"}
_LEAST: Final = 40.0


class CardShapes(NamedTuple):
    """The inside of a card, from its upper left corner. `folds`: it is long enough to be folded;
    `hidden`: lines that are not shown because it is; `more` is where that is said, `versions` where it says
    how many versions there are, each None when it does not.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    folds: bool = False
    hidden: int = 0
    more: Rect | None = None
    versions: Rect | None = None


@lru_cache(maxsize=8192)
def card_shapes(
    row: CardRow, width: float, scale: Scale, unfolded: bool = False, interactive: bool = False
) -> CardShapes:
    """Return the inside of the card at the width (px); long ones are folded unless `unfolded`.

    An `interactive` one says how many versions there are, and that it can be folded again.
    """
    return _Writer(row, width, sizes(scale), unfolded, interactive).write()


def frame(row: CardRow, rect: Rect, scale: Scale, *, ground: str = "surface") -> tuple[Shape, ...]:
    """Return what is behind the inside of a card: ground, hairline, bar of its kind, ring of change."""
    size = sizes(scale)
    bar = Rect(rect.x, rect.y, size.bar, rect.height)
    shapes = (
        Box(rect, ground, "line", size.radius, size.hair),
        Box(bar, _KINDS.get(row.purpose, "k_note"), "", min(size.bar / 2, size.radius)),
    )
    if row.change not in ("new", "changed"):
        return shapes
    return (*shapes, Box(rect.inset(-size.hair), "", "accent", size.radius + size.hair, size.ring))


class _Writer:
    """Writes one card from the top."""

    def __init__(self, row: CardRow, width: float, size: Sizes, unfolded: bool, interactive: bool) -> None:
        self._row, self._size, self._unfolded = row, size, unfolded
        self._width = width
        self._left = size.whole(13)
        self._room = max(width - self._left - size.whole(10), size.px(_LEAST))
        self._y: float = size.whole(8)
        self._shapes: list[Shape] = []
        self._folds = False
        self._hidden = 0
        self._interactive = interactive
        self._versions: Rect | None = None

    def write(self) -> CardShapes:
        """Return the card."""
        row, size = self._row, self._size
        token = "ink3" if row.struck else "ink2" if row.answer else "ink"
        self._text(row.text, size.body, token, struck=row.struck)
        self._gap()
        self._flow()
        if row.note:
            self._gap()
            self._text(row.note, size.quiet, "ink2")
        if row.answer:
            self._gap()
            self._text(row.answer, size.body, "ink")
        more = self._more() if self._hidden or (self._folds and self._interactive) else None
        height = self._y + size.whole(8)
        shapes = tuple(self._shapes)
        return CardShapes(self._width, height, shapes, self._folds, self._hidden, more, self._versions)

    def _gap(self) -> None:
        self._y += self._size.whole(2)

    def _text(self, text: str, size: int, token: str, *, struck: bool = False) -> None:
        lines = type_measure.wrapped(text, REGULAR, size, self._room)
        if len(lines) >= _FOLDS_FROM:
            self._folds = True
            if not self._unfolded:
                self._hidden += len(lines) - FOLDED_LINES
                lines = type_measure.wrapped(text, REGULAR, size, self._room, FOLDED_LINES)
        high = pitch(size)
        for line, wide in lines:
            base = baseline(self._y, high, size)
            self._shapes.append(Run(self._left, base, line, size, REGULAR, token, wide, struck))
            self._y += high

    def _run(self, text: str, x: float, top: float, high: float, size: int, weight: int, token: str) -> float:
        wide = type_measure.width(text, weight, size)
        self._shapes.append(Run(x, baseline(top, high, size), text, size, weight, token, wide))
        return wide

    def _more(self) -> Rect:
        """Say how much is folded away, or that it can be."""
        size = self._size
        word = f"{self._hidden} rader till" if self._hidden else "Visa mindre"
        top, high = self._y, pitch(size.tag)
        wide = self._run(word, self._left, top, high, size.tag, STRONG, "ink2")
        self._y += high
        return Rect(self._left, top, wide, high)

    # ------------------------------------------------------------ quiet text and tags, as words in a text

    def _flow(self) -> None:
        row, line = self._row, _Line(self._left, self._room)
        if row.meta:
            self._flow_text(line, row.meta, REGULAR, "ink2")
        if row.late:
            self._flow_text(line, row.late, STRONG, "alarm")
        for tag in row.tags:
            self._flow_tag(line, tag)
        if row.change:
            self._flow_text(
                line, CHANGE_WORDS[row.change], STRONG, "ink3" if row.change == "gone" else "accent"
            )
        if row.versions > 1 and self._interactive:
            self._flow_versions(line, row.versions)
        self._end(line)

    def _flow_versions(self, line: "_Line", versions: int) -> None:
        """Say how many versions there are, where they can be asked for."""
        size = self._size
        side, word = size.icon_small, str(versions)
        wide = side + size.whole(3) + type_measure.width(word, REGULAR, size.tag)
        x = self._place(line, wide)
        self._versions = Rect(x, self._y, wide, size.tag_height)
        self._shapes.append(
            Icon(Rect(x, self._y + (size.tag_height - side) / 2, side, side), "history", "ink2")
        )
        self._run(word, x + side + size.whole(3), self._y, size.tag_height, size.tag, REGULAR, "ink2")

    def _flow_text(self, line: "_Line", text: str, weight: int, token: str) -> None:
        size = self._size
        wide = type_measure.width(text, weight, size.quiet)
        if wide > self._room:
            self._long_text(line, text, weight, token)
            return
        x = self._place(line, wide)
        self._run(text, x, self._y, size.tag_height, size.quiet, weight, token)

    def _long_text(self, line: "_Line", text: str, weight: int, token: str) -> None:
        """Give a text that is wider than the card lines of its own; what follows begins anew."""
        self._end(line)
        size = self._size.quiet
        for part in type_measure.wrap(text, weight, size, self._room, FOLDED_LINES):
            self._run(part, self._left, self._y, pitch(size), size, weight, token)
            self._y += pitch(size)

    def _flow_tag(self, line: "_Line", tag: TagRow) -> None:
        size = self._size
        pad, lead = size.whole(6), size.icon_small + size.whole(4) if tag.icon else 0
        word = type_measure.elide(tag.word, STRONG, size.tag, self._room - 2 * pad - lead)
        wide = 2 * pad + lead + type_measure.width(word, STRONG, size.tag)
        ink, ground = SIGNALS[tag.signal]
        rect = Rect(self._place(line, wide), self._y, wide, size.tag_height)
        self._shapes.append(Box(rect, ground, "", size.radius))
        if tag.icon:
            top = rect.y + (rect.height - size.icon_small) / 2
            self._shapes.append(
                Icon(Rect(rect.x + pad, top, size.icon_small, size.icon_small), tag.icon, ink)
            )
        self._run(word, rect.x + pad + lead, rect.y, rect.height, size.tag, STRONG, ink)

    def _place(self, line: "_Line", wide: float) -> float:
        """Return the x of what is that wide, on a new line when this one is full."""
        if line.open and line.used + wide > self._room:
            self._end(line)
        x = line.left + line.used
        line.open, line.used = True, line.used + wide + self._size.whole(5)
        return x

    def _end(self, line: "_Line") -> None:
        if line.open:
            self._y += self._size.tag_height + self._size.whole(2)
        line.open, line.used = False, 0.0


class _Line:
    """The line that is being filled."""

    def __init__(self, left: float, room: float) -> None:
        self.left, self.room = left, room
        self.used = 0.0
        self.open = False
