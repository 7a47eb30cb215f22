"""The drawing surface: text, lines, icons, links and forms on the pages of one PDF."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import IO, Any, Final, NamedTuple

from reportlab import rl_config
from reportlab.lib import rl_accel
from reportlab.pdfgen import canvas

from crisisdesk.report.pdf import icons
from crisisdesk.report.pdf.fonts import Face, Style, Styles
from crisisdesk.report.pdf.palette import Colour

WIDTH: Final = 595.28
HEIGHT: Final = 841.89
"""A4 in pt."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in pt."""


class Place(NamedTuple):
    """Where an anchor is: the page, from 0, and how high on it."""

    page: int
    top: float


# The stubs of reportlab leave most of this untyped.
_Canvas: Any = canvas.Canvas
_accel: Any = rl_accel
_config: Any = rl_config
# Once and for all: compressed streams stay bytes, and are not made to ASCII besides.
_config.useA85 = 0

_OTHER: Final = "\x01"
# How far a circle's control points stand from its ends, as part of the radius.
_ROUND: Final = 0.5523


class _Codes(dict[int, str]):
    """Characters as they stand in a PDF string of the face's first subset; `_OTHER` for all later ones."""

    def __init__(self, face: Face, document: object) -> None:
        super().__init__()
        self._face = face
        self._document = document

    def __missing__(self, code: int) -> str:
        (subset, raw), *_ = self._face.split(chr(code), self._document)
        found = self[code] = _OTHER if subset else _accel.escapePDF(raw)
        return found


class Sheet:
    """Pages to draw on: y upwards from the foot, in pt. Text is set by style and must be legible.

    Page content is written as PDF operators, which is many times faster than the canvas' own text objects.
    """

    def __init__(self, out: IO[bytes], styles: Styles, size: tuple[float, float] = (WIDTH, HEIGHT)) -> None:
        self._canvas: Any = _Canvas(
            out,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=styles.faces[0].name,
        )
        self._document: object = self._canvas._doc  # the name that fonts know their subsets by
        self._codes = {face.name: _Codes(face, self._document) for face in styles.faces}
        self._icons_used: set[str] = set()
        self._ops: list[str] = []
        self._pages_left = 0
        self.places: dict[str, Place] = {}
        self._forget()

    # ------------------------------------------------------------ operators

    def _forget(self) -> None:
        """Take font and colour as unknown: a page or form begins, or a state was put back."""
        self._font_set = ("", 0, 0.0)
        self._fill_set = ""

    def _flush(self) -> None:
        """Hand over what was drawn: before the canvas writes something itself."""
        if self._ops:
            self._canvas.addLiteral("\n".join(self._ops))
            self._ops.clear()

    def _set_fill(self, colour: Colour) -> None:
        if colour != self._fill_set:
            self._fill_set = colour
            self._ops.append(f"{colour} rg")

    # ------------------------------------------------------------ text

    def put(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw a line of text with its baseline beginning at x, y."""
        if not text:
            return
        self._set_fill(style.colour)
        code = text.translate(self._codes[style.face.name])
        if _OTHER in code:
            self._put_mixed(x, y, text, style)
        else:
            self._ops.append(f"BT {self._font(style, 0)}1 0 0 1 {x:.2f} {y:.2f} Tm ({code}) Tj ET")

    def _put_mixed(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw text whose characters lie in several subsets of the font."""
        parts = style.face.split(text, self._document)
        shown = (f"{self._font(style, subset)}({_accel.escapePDF(raw)}) Tj" for subset, raw in parts)
        self._ops.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {' '.join(shown)} ET")

    def _font(self, style: Style, subset: int) -> str:
        wanted = (style.face.name, subset, style.size)
        if self._font_set == wanted:
            return ""
        self._font_set = wanted
        return f"{style.face.subset_name(subset, self._document)} {style.size:g} Tf "

    def put_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw text that ends at x."""
        self.put(x - style.width(text), y, text, style)

    def put_centred(self, x: float, y: float, text: str, style: Style) -> None:
        """Draw text with its middle at x."""
        self.put(x - style.width(text) / 2, y, text, style)

    def put_spaced(self, x: float, y: float, text: str, style: Style, spacing: float) -> None:
        """Draw text with `spacing` pt more between its letters."""
        self._ops.append(f"{spacing:g} Tc")
        self.put(x, y, text, style)
        self._ops.append("0 Tc")

    # ------------------------------------------------------------ lines and boxes

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: Colour, width: float = 0.5) -> None:
        """Draw a straight line."""
        self._ops.append(f"{colour} RG {width:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def block(self, box: Box, colour: Colour, radius: float = 0) -> None:
        """Fill a box."""
        self._set_fill(colour)
        self._ops.append(f"{_outline(box, radius)} f")

    def frame(self, box: Box, colour: Colour, width: float = 0.5, radius: float = 0) -> None:
        """Draw the outline of a box."""
        self._ops.append(f"{colour} RG {width:g} w {_outline(box, radius)} S")

    def path(self, points: Sequence[tuple[float, float]], colour: Colour, width: float, alpha: float) -> None:
        """Draw a line through the points, with round ends; one point is a dot. `alpha` 1 covers."""
        first, *rest = points
        moves = " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest or [first])
        start = f"{first[0]:.2f} {first[1]:.2f} m"
        with self.kept():
            if alpha < 1:
                self._canvas.setStrokeAlpha(alpha)
            self._ops.append(f"1 J 1 j {colour} RG {width:.2f} w {start} {moves} S")

    def area(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """Fill the area inside the points, without an outline."""
        first, *rest = points
        moves = " ".join(f"{x:.2f} {y:.2f} l" for x, y in rest)
        self._set_fill(colour)
        self._ops.append(f"{first[0]:.2f} {first[1]:.2f} m {moves} h f")

    def clip(self, box: Box) -> None:
        """Draw nothing outside the box, until the end of the `kept` block."""
        self._ops.append(f"{_outline(box, 0)} W n")

    def picture(self, reader: object, box: Box) -> None:
        """Draw a picture (reportlab's ImageReader) into the box; OSError when it cannot be decoded."""
        self._flush()
        left, bottom, right, top = box
        self._canvas.drawImage(reader, left, bottom, right - left, top - bottom, mask="auto")

    def icon(self, name: str, x: float, y: float, size: float, colour: Colour) -> None:
        """Draw a shipped icon in a square of `size` whose lower left corner is x, y."""
        scale = size / icons.SIDE
        self._ops.append(f"q {colour} RG {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y + size:.2f} cm")
        self.show_form(f"icon-{name}")
        self._ops.append("Q")
        self._icons_used.add(name)

    @contextmanager
    def kept(self) -> Generator[None]:
        """Put the graphics state back at the end of the block."""
        self._flush()
        self._canvas.saveState()
        yield
        self._flush()
        self._canvas.restoreState()
        self._forget()

    # ------------------------------------------------------------ pages and forms

    def show_form(self, name: str) -> None:
        """Show a form that is drawn now or later."""
        self._flush()
        self._canvas.doForm(name)

    @contextmanager
    def form(self, name: str, box: Box = (0, 0, WIDTH, HEIGHT)) -> Generator[None]:
        """Draw what follows into the form of this name. Only between pages."""
        self._canvas.beginForm(name, *box)
        self._forget()
        yield
        self._flush()
        self._canvas.endForm()
        self._forget()

    def forsake(self) -> None:
        """Drop what was drawn on the page since something was last handed over: it will not be a page."""
        self._ops.clear()

    def leave(self) -> None:
        """End the page."""
        self._flush()
        self._canvas.showPage()
        self._pages_left += 1
        self._forget()

    # ------------------------------------------------------------ ways through the document

    def anchor(self, name: str, top: float) -> None:
        """Make the place on this page one that links and bookmarks can lead to."""
        self.places[name] = Place(self._pages_left, round(top, 2))
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=round(top, 2))

    def link(self, name: str, box: Box, says: str) -> None:
        """Lead from the box to the anchor, which must be set by the end."""
        rounded = tuple(round(side, 2) for side in box)
        self._canvas.linkAbsolute(says, name, rounded, Border="[0 0 0]")

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """Add a bookmark; its level (from 0) is at most one more than that of the one before."""
        self._canvas.addOutlineEntry(title, anchor, level, closed=level > 0)

    def finish(self) -> None:
        """Draw the icons that were used, and write the file."""
        for name in sorted(self._icons_used):
            with self.form(f"icon-{name}", (0, 0, icons.SIDE, icons.SIDE)):
                self._ops.append(f"2 w 1 J 1 j {icons.operators(name)} S")
        self._canvas.save()


def _outline(box: Box, radius: float) -> str:
    left, bottom, right, top = box
    if not radius:
        return f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re"
    corners = ((right, bottom, 1j), (right, top, -1), (left, top, -1j), (left, bottom, 1))
    ops = [f"{left + radius:.2f} {bottom:.2f} m"]
    before: complex = 1
    for x, y, after in corners:
        # The line comes along `before`, turns the corner, and goes on along `after`.
        corner = complex(x, y)
        start, end = corner - before * radius, corner + after * radius
        first, second = corner - before * radius * (1 - _ROUND), corner + after * radius * (1 - _ROUND)
        ops.append(f"{start.real:.2f} {start.imag:.2f} l")
        ops.append(" ".join(f"{p.real:.2f} {p.imag:.2f}" for p in (first, second, end)) + " c")
        before = after
    return f"{' '.join(ops)} h"
