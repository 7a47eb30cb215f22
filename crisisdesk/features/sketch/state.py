"""The sketches as they stand, folded from their facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.sketch import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Page(Kept):
    """A page: the marks by number in the order they were drawn, and which of them are rubbed out.

    `number` is its line in the log, `background` the id of the attachment under it ("" for none), `sheet` the
    page of a PDF. Times are UTC. `struck_by` is the line that takes it out of use (0: none).
    """

    page: int
    number: int
    title: str
    added_at: datetime
    changed_at: datetime
    background: str = ""
    sheet: int = 1
    struck_by: int = 0
    marks: dict[int, facts.MarkDrawn] = field(default_factory=dict[int, facts.MarkDrawn])
    erased: set[int] = field(default_factory=set[int])

    def drawn(self) -> list[facts.MarkDrawn]:
        """Return the marks that are seen, the lowest first."""
        return [mark for number, mark in self.marks.items() if number not in self.erased]


class SketchState(Kept):
    """Pages by number, in order."""

    pages: dict[int, Page] = field(default_factory=dict[int, Page])

    def standing(self) -> list[Page]:
        """Return the pages in use, in order."""
        return [page for page in self.pages.values() if not page.struck_by]


def _added(state: SketchState, fact: facts.PageAdded, recorded: Recorded) -> None:
    at = recorded.recorded_at
    state.pages[fact.page] = Page(
        page=fact.page, number=recorded.number, title=fact.title, added_at=at, changed_at=at
    )


def _renamed(state: SketchState, fact: facts.PageRenamed, recorded: Recorded) -> None:
    state.pages[fact.page].title = fact.title


def _struck(state: SketchState, fact: facts.PageStruck, recorded: Recorded) -> None:
    state.pages[fact.page].struck_by = recorded.number


def _background(state: SketchState, fact: facts.BackgroundSet, recorded: Recorded) -> None:
    page = state.pages[fact.page]
    page.background, page.sheet = fact.attachment, fact.sheet
    page.changed_at = recorded.recorded_at


def _drawn(state: SketchState, fact: facts.MarkDrawn, recorded: Recorded) -> None:
    page = state.pages[fact.page]
    page.marks[fact.mark] = fact
    page.changed_at = recorded.recorded_at


def _erased(state: SketchState, fact: facts.MarksStruck, recorded: Recorded) -> None:
    page = state.pages[fact.page]
    page.erased.update(fact.marks)
    page.changed_at = recorded.recorded_at


def _restored(state: SketchState, fact: facts.MarksRestored, recorded: Recorded) -> None:
    page = state.pages[fact.page]
    page.erased.difference_update(fact.marks)
    page.changed_at = recorded.recorded_at


FOLDS: Folds[SketchState] = {
    facts.PageAdded: _added,
    facts.PageRenamed: _renamed,
    facts.PageStruck: _struck,
    facts.BackgroundSet: _background,
    facts.MarkDrawn: _drawn,
    facts.MarksStruck: _erased,
    facts.MarksRestored: _restored,
}
