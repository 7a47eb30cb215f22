"""What the hand does on a page: draws, rubs out, takes back; each a wish for a command."""

from collections.abc import Callable
from typing import Final

from crisisdesk.base.drawing import Stroke
from crisisdesk.features import sketch
from crisisdesk.features.sketch.facts import MarkDrawn
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident.sketch_drawing import hit, strokes
from crisisdesk.kernel.command import Command
from crisisdesk.ui.screens.sketch.history import Deed, History
from crisisdesk.ui.screens.sketch.tools import Tools

_REACH: Final = 25  # units round the eraser

Points = list[tuple[int, int]]


class Hand:
    """Draws with the tool in hand; `do` carries a command out and returns whether it was done."""

    def __init__(self, tools: Tools, do: Callable[[Command], bool]) -> None:
        self._tools = tools
        self._do = do
        self._history = History()

    def preview(self, points: Points) -> list[Stroke]:
        """Return what the tool would leave along the points."""
        tool = self._tools.tool
        ends = points if tool in ("pen", "marker") else [points[0], points[-1]][: len(points)]
        mark = MarkDrawn(
            page=0,
            mark=1,
            tool=tool,
            points=_flat(ends),
            colour=self._tools.colour,
            width=self._tools.thickness,
            symbol=self._symbol(),
        )
        return list(strokes(mark))

    def draw(self, page: Page, points: Points, text: str = "") -> None:
        """Draw along the points; an arrow without length is none."""
        if self._tools.tool == "arrow" and len(points) < 2:
            return
        command = sketch.commands.Draw(
            page=page.page,
            tool=self._tools.tool,
            points=_flat(points),
            colour=self._tools.colour,
            width=self._tools.thickness,
            text=text,
            symbol=self._symbol(),
        )
        if self._do(command):
            self._history.note(Deed(page=page.page, marks=(len(page.marks),), drawn=True))

    def wipe(self, page: Page, x: int, y: int) -> None:
        """Rub out the topmost mark at the place."""
        mark = hit(page, x, y, _REACH)
        if mark and self._do(sketch.commands.Erase(page=page.page, marks=(mark,))):
            self._history.note(Deed(page=page.page, marks=(mark,), drawn=False))

    def undo(self, page: int) -> None:
        """Take the last deed on the page back."""
        deed = self._history.to_undo(page)
        if deed is not None and self._do(deed.undo()):
            self._history.undid(deed)

    def redo(self, page: int) -> None:
        """Do again what was taken back last on the page."""
        deed = self._history.to_redo(page)
        if deed is not None and self._do(deed.redo()):
            self._history.redid(deed)

    def _symbol(self) -> str:
        return self._tools.symbol if self._tools.tool == "symbol" else ""


def _flat(points: Points) -> tuple[int, ...]:
    return tuple(value for point in points for value in point)
