"""The sketch pages as rows, and one with all that is drawn on it. No Qt here."""

from crisisdesk.base import provisions
from crisisdesk.base.drawing import Drawing
from crisisdesk.base.record import Record
from crisisdesk.features import attachments, lifecycle, sketch
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident import secrecy
from crisisdesk.incident.pictures import UNDERLAYS, seen_media
from crisisdesk.incident.sketch_drawing import drawing
from crisisdesk.incident.state import State


class PageRow(Record, kw_only=True):
    """A page in the row of pages."""

    page: int
    title: str


class Underlay(Record, kw_only=True):
    """An attachment that can lie under a drawing: its id (`41-1`), its name, whether it has pages."""

    id: str
    name: str
    pdf: bool


class PageLook(Record, kw_only=True):
    """A page as it is seen. `number` is its line in the log, `secrecy` its provision ("" when open).

    `covered`: its text and drawing are not in the state that is shown, and no picture may be either.
    """

    page: int
    number: int
    title: str
    drawing: Drawing
    marks: int
    background: str = ""
    media: str = ""
    sheet: int = 1
    secrecy: str = ""
    covered: bool = False


class SketchRows(Record, kw_only=True):
    """The pages in use and what can lie under them; `closed` when nothing may be drawn."""

    pages: tuple[PageRow, ...]
    underlays: tuple[Underlay, ...]
    closed: bool = False


def sketch_rows(state: State) -> SketchRows:
    """Return the pages in use and the pictures that are attached to the incident."""
    return SketchRows(
        pages=tuple(PageRow(page=p.page, title=p.title) for p in state[sketch.FEATURE].standing()),
        underlays=tuple(_underlays(state)),
        closed=state[lifecycle.FEATURE].closed,
    )


def _underlays(state: State) -> list[Underlay]:
    found: list[Underlay] = []
    for held in state[attachments.FEATURE].attachments.values():
        fact = held.fact
        if seen_media(state, fact.id) in UNDERLAYS:
            found.append(Underlay(id=fact.id, name=fact.name, pdf=fact.media == "application/pdf"))
    return found


def page_look(state: State, page: Page) -> PageLook:
    """Return the page as it is seen in the state, which may be a covered one."""
    covered = provisions.BAR in page.title
    under = "" if covered else seen_media(state, page.background)
    return PageLook(
        page=page.page,
        number=page.number,
        title=page.title,
        drawing=drawing(page),
        marks=len(page.marks),
        background=page.background if under else "",
        media=under,
        sheet=page.sheet,
        secrecy=secrecy.of_ref(state, f"sketch:{page.page}"),
        covered=covered,
    )


def arrived(state: State, page: Page, before: int) -> tuple[str, str]:
    """Return id and media type of the attachment that came beside the page's line after the first `before`
    ones, both "" when none has."""
    fresh = state[attachments.FEATURE].of_line(page.number)[before:]
    return (fresh[-1].fact.id, fresh[-1].fact.media) if fresh else ("", "")


def attached(state: State, page: Page) -> int:
    """Return how many attachments stand beside the page's line."""
    return len(state[attachments.FEATURE].of_line(page.number))
