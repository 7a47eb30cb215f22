"""The three weights of the shipped font: measuring text, and the styles that text is set in."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from crisisdesk.base import resources
from crisisdesk.report.pdf.legible import legible
from crisisdesk.report.pdf.palette import EXERCISE, INK, INK2, Colour

# Words come again and again; longer texts do not.
_LONGEST_WORD = 24
_CACHED_WORDS = 20_000
EM = 1000.0


class Face:
    """One weight of the font: widths in thousandths of the size, and which characters it has."""

    def __init__(self, weight: str) -> None:
        self.name = f"CrisisSans-{weight}"
        # The stubs of reportlab leave the font untyped.
        self._font: Any = TTFont(self.name, str(resources.path(f"fonts/{self.name}.ttf")))
        self._widths: dict[str, float] = {chr(c): w for c, w in self._font.face.charWidths.items()}
        codes: list[int] = list(self._font.face.charToGlyph)
        self._known = frozenset(chr(code) for code in codes if code >= 32) | {"\n"}
        self._codes = frozenset(map(ord, self._known))
        self._words: dict[str, float] = {}

    def register(self) -> None:
        """Make the face one that a canvas can begin with: it looks it up by name."""
        pdfmetrics.registerFont(self._font)  # pyright: ignore[reportUnknownMemberType]

    def width(self, text: str) -> float:
        """Return the width of the text (one line, legible) in thousandths of the size."""
        if len(text) > _LONGEST_WORD:
            return sum(map(self._widths.__getitem__, text))
        found = self._words.get(text)
        if found is None:
            if len(self._words) > _CACHED_WORDS:
                self._words.clear()
            found = self._words[text] = sum(map(self._widths.__getitem__, text))
        return found

    def split(self, text: str, document: object) -> list[tuple[int, bytes]]:
        """Return the text as codes in the subsets of the font that the document holds."""
        return self._font.splitString(text, document)

    def subset_name(self, subset: int, document: object) -> str:
        """Return the name of the subset in the document's pages."""
        return self._font.getSubsetInternalName(subset, document)

    def legible(self, text: str) -> str:
        """Return the text with what the font lacks replaced by something that can be seen."""
        return text if self._known.issuperset(text) else legible(text, self._codes)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: face, size, leading (both pt) and colour."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK

    @property
    def drop(self) -> float:
        """The distance from the top of a line to its baseline, in pt."""
        # Capitals are 0.73 of the size: they stand in the middle of the line.
        return (self.leading + 0.73 * self.size) / 2

    def width(self, text: str) -> float:
        """Return the width of the text in pt."""
        return self.face.width(text) * self.size / EM

    def coloured(self, colour: Colour) -> "Style":
        """Return the style in another colour."""
        return Style(self.face, self.size, self.leading, colour)


class Styles(NamedTuple):
    """Every style that the writer sets text in: look.md's sizes, a px being 0.75 pt."""

    faces: tuple[Face, Face, Face]
    body: Style
    quiet: Style
    strong: Style
    h1: Style
    h2: Style
    h3: Style
    figure: Style
    label: Style
    cell: Style
    cell_quiet: Style
    cell_strong: Style
    small: Style
    head: Style
    tag: Style
    page: Style
    page_mark: Style
    title: Style
    title_lower: Style
    subtitle: Style


def load_styles() -> Styles:
    """Read the fonts and return the styles. For one document: a font object must not serve two at once."""
    faces = (Face("Regular"), Face("Medium"), Face("SemiBold"))
    regular, medium, bold = faces
    regular.register()
    return Styles(
        faces=faces,
        body=Style(regular, 9.75, 14.25),
        quiet=Style(regular, 9.75, 14.25, INK2),
        strong=Style(bold, 9.75, 14.25),
        h1=Style(bold, 16.5, 21),
        h2=Style(bold, 13, 17),
        h3=Style(bold, 10.5, 14.25),
        figure=Style(bold, 19.5, 24),
        label=Style(regular, 8.25, 11.25, INK2),
        cell=Style(regular, 9, 12.5),
        cell_quiet=Style(regular, 9, 12.5, INK2),
        cell_strong=Style(bold, 9, 12.5),
        small=Style(regular, 7.75, 11, INK2),
        head=Style(bold, 8.5, 12.5, INK2),
        tag=Style(medium, 7.75, 14.5),
        page=Style(regular, 8.25, 11.25, INK2),
        page_mark=Style(bold, 8.25, 11.25, EXERCISE),
        title=Style(bold, 30, 36),
        title_lower=Style(bold, 22, 28),
        subtitle=Style(regular, 15.5, 21, INK2),
    )
