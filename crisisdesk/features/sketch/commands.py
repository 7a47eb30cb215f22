"""What can be asked of sketches."""

from typing import ClassVar

from crisisdesk.base.drawing import Colour
from crisisdesk.features.sketch.facts import Tool
from crisisdesk.kernel.command import Command


class AddPage(Command, kw_only=True):
    """Take up a new page; without a title it is called by its number."""

    NAME: ClassVar[str] = "sketch.add_page"

    title: str = ""


class RenamePage(Command, kw_only=True):
    """Give a page another title."""

    NAME: ClassVar[str] = "sketch.rename_page"

    page: int
    title: str


class StrikePage(Command, kw_only=True):
    """Take a page out of use, with the reason."""

    NAME: ClassVar[str] = "sketch.strike_page"

    page: int
    reason: str


class SetBackground(Command, kw_only=True):
    """Lay an attachment under the drawing (of a PDF its page `sheet`, from 1), or take it away with ""."""

    NAME: ClassVar[str] = "sketch.set_background"

    page: int
    attachment: str = ""
    sheet: int = 1


class Draw(Command, kw_only=True):
    """Draw a stroke, an arrow, a text or a symbol. Points are x and y in turn, in units of the page."""

    NAME: ClassVar[str] = "sketch.draw"

    page: int
    tool: Tool
    points: tuple[int, ...]
    colour: Colour = "ink"
    width: int = 0
    text: str = ""
    symbol: str = ""


class Erase(Command, kw_only=True):
    """Rub marks out."""

    NAME: ClassVar[str] = "sketch.erase"

    page: int
    marks: tuple[int, ...]


class Restore(Command, kw_only=True):
    """Bring marks back that were rubbed out."""

    NAME: ClassVar[str] = "sketch.restore"

    page: int
    marks: tuple[int, ...]
