"""What can have happened to sketches. A page is WIDTH × HEIGHT units, y downwards from the upper left."""

from typing import ClassVar, Final, Literal

from crisisdesk.base.drawing import Colour
from crisisdesk.kernel.fact import Fact

WIDTH: Final = 4000
HEIGHT: Final = 2250
"""The size of every page, in units: as wide as a projector's picture (16:9)."""

Tool = Literal["pen", "marker", "arrow", "text", "symbol"]


class PageAdded(Fact, kw_only=True):
    """A page to draw on came up. `page` is its number: from 1, never used again."""

    KIND: ClassVar[str] = "sketch.page_added"
    TEXTS: ClassVar[tuple[str, ...]] = ("title",)

    page: int
    title: str


class PageRenamed(Fact, kw_only=True):
    """The page got another title. A detail."""

    KIND: ClassVar[str] = "sketch.page_renamed"
    TEXTS: ClassVar[tuple[str, ...]] = ("title",)

    page: int
    title: str


class PageStruck(Fact, kw_only=True):
    """The page is not used any more, and why: gone from the wall, not from the journal."""

    KIND: ClassVar[str] = "sketch.page_struck"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    page: int
    reason: str


class BackgroundSet(Fact, kw_only=True):
    """The attachment (`41-1`) lies under the drawing; of a PDF its page `sheet`, from 1. "" takes it away."""

    KIND: ClassVar[str] = "sketch.background_set"

    page: int
    attachment: str
    sheet: int = 1


class MarkDrawn(Fact, kw_only=True):
    """Something was drawn. A detail. `mark` counts from 1 on the page.

    `points` are x and y in turn, in units: all of a stroke, the two ends of an arrow, where a text begins,
    the middle of a symbol and (when it was drawn out) a point on its edge. `width` is the pen's, or the
    height of a text, in units.
    """

    KIND: ClassVar[str] = "sketch.mark_drawn"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "points")

    page: int
    mark: int
    tool: Tool
    points: tuple[int, ...]
    colour: Colour = "ink"
    width: int = 0
    text: str = ""
    symbol: str = ""


class MarksStruck(Fact, kw_only=True):
    """Marks were rubbed out: they are not drawn any more and stay in the journal. A detail."""

    KIND: ClassVar[str] = "sketch.marks_struck"

    page: int
    marks: tuple[int, ...]


class MarksRestored(Fact, kw_only=True):
    """Marks that were rubbed out are drawn again. A detail."""

    KIND: ClassVar[str] = "sketch.marks_restored"

    page: int
    marks: tuple[int, ...]
