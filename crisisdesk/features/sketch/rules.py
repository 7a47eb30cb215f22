"""What may be drawn and rubbed out."""

from typing import Final

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.sketch import commands, facts, wording
from crisisdesk.features.sketch.facts import HEIGHT, WIDTH
from crisisdesk.features.sketch.state import Page, SketchState
from crisisdesk.features.sketch.strokes import Point, flat, pairs, simplified
from crisisdesk.features.sketch.symbols import SYMBOLS
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given

LONGEST: Final = 20_000
"""Points of one stroke as it is drawn: minutes of drawing without lifting the pen."""


def _add(state: SketchState, command: commands.AddPage, given: Given) -> tuple[Fact, ...]:
    page = len(state.pages) + 1
    title = command.title.strip() or wording.UNTITLED.format(page=page)
    return (facts.PageAdded(page=page, title=title),)


def _rename(state: SketchState, command: commands.RenamePage, given: Given) -> tuple[Fact, ...]:
    page = _page(state, command.page)
    title = _required(command.title, wording.TITLE_MISSING, "title")
    return () if title == page.title else (facts.PageRenamed(page=page.page, title=title),)


def _strike(state: SketchState, command: commands.StrikePage, given: Given) -> tuple[Fact, ...]:
    page = _page(state, command.page)
    reason = _required(command.reason, wording.REASON_MISSING, "reason")
    return (facts.PageStruck(page=page.page, reason=reason),)


def _background(state: SketchState, command: commands.SetBackground, given: Given) -> tuple[Fact, ...]:
    page = _page(state, command.page)
    if command.sheet < 1:
        raise RuleBroken(wording.SHEET_WRONG, "sheet")
    wanted = (command.attachment.strip(), command.sheet)
    if wanted == (page.background, page.sheet):
        return ()
    return (facts.BackgroundSet(page=page.page, attachment=wanted[0], sheet=wanted[1]),)


def _draw(state: SketchState, command: commands.Draw, given: Given) -> tuple[Fact, ...]:
    page = _page(state, command.page)
    points = _points(command)
    drawn = facts.MarkDrawn(
        page=page.page,
        mark=len(page.marks) + 1,
        tool=command.tool,
        points=flat(points),
        colour=command.colour,
        width=min(max(command.width, 0), WIDTH),
        text=_text(command),
        symbol=_symbol(command),
    )
    return (drawn,)


def _points(command: commands.Draw) -> list[Point]:
    """Return the points on the page, with those left out that say nothing."""
    if not command.points:
        raise RuleBroken(wording.POINTS_MISSING, "points")
    if len(command.points) % 2:
        raise RuleBroken(wording.POINTS_ODD, "points")
    if len(command.points) > 2 * LONGEST:
        raise RuleBroken(wording.TOO_LONG, "points")
    held = [(min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)) for x, y in pairs(command.points)]
    if command.tool in ("pen", "marker"):
        return simplified(held)
    most = 1 if command.tool == "text" else 2
    return [held[0], held[-1]] if most == 2 and len(held) > 1 else held[:1]


def _text(command: commands.Draw) -> str:
    if command.tool != "text":
        return ""
    return _required(command.text, wording.TEXT_MISSING, "text")


def _symbol(command: commands.Draw) -> str:
    if command.tool != "symbol":
        return ""
    if command.symbol not in SYMBOLS:
        known = ", ".join(SYMBOLS)
        raise RuleBroken(wording.NO_SYMBOL.format(symbol=command.symbol, known=known), "symbol")
    return command.symbol


def _erase(state: SketchState, command: commands.Erase, given: Given) -> tuple[Fact, ...]:
    page, marks = _marks(state, command.page, command.marks)
    gone = tuple(mark for mark in marks if mark not in page.erased)
    return (facts.MarksStruck(page=page.page, marks=gone),) if gone else ()


def _restore(state: SketchState, command: commands.Restore, given: Given) -> tuple[Fact, ...]:
    page, marks = _marks(state, command.page, command.marks)
    back = tuple(mark for mark in marks if mark in page.erased)
    return (facts.MarksRestored(page=page.page, marks=back),) if back else ()


def _marks(state: SketchState, number: int, marks: tuple[int, ...]) -> tuple[Page, tuple[int, ...]]:
    page = _page(state, number)
    for mark in marks:
        if mark not in page.marks:
            raise RuleBroken(wording.NO_MARK.format(mark=mark, page=number), "marks")
    return page, tuple(dict.fromkeys(marks))


def _page(state: SketchState, number: int) -> Page:
    page = state.pages.get(number)
    if page is None:
        raise RuleBroken(wording.NO_PAGE.format(page=number), "page")
    if page.struck_by:
        raise RuleBroken(wording.PAGE_STRUCK.format(page=number, by=page.struck_by), "page")
    return page


def _required(text: str, sentence: str, field: str) -> str:
    if not text.strip():
        raise RuleBroken(sentence, field)
    return text.strip()


RULES: Rules[SketchState] = {
    commands.AddPage: _add,
    commands.RenamePage: _rename,
    commands.StrikePage: _strike,
    commands.SetBackground: _background,
    commands.Draw: _draw,
    commands.Erase: _erase,
    commands.Restore: _restore,
}
