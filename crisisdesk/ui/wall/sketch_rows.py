"""A sketch page on the wall: which one, its title, what is drawn on it, what lies under it. No Qt here."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.base import provisions
from crisisdesk.base.drawing import Drawing
from crisisdesk.base.record import Record
from crisisdesk.features import sketch
from crisisdesk.features.sketch.facts import HEIGHT, WIDTH
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident.pictures import seen_media
from crisisdesk.incident.sketch_drawing import drawing
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.wall_tokens import WallSize, WallType
from crisisdesk.ui.wall.scene import STRONG, Rect, Scene

NONE: Final = "Ingen skiss är ritad."
_EMPTY: Final = Drawing(width=WIDTH, height=HEIGHT)


class SketchRow(Record, kw_only=True):
    """The page. `background` is the attachment under it and `media` what it is, both "" when there is none or
    none that may be seen; `hidden` when the page itself may not.
    """

    page: int = 0
    title: str = NONE
    drawing: Drawing = _EMPTY
    background: str = ""
    media: str = ""
    sheet: int = 1
    hidden: bool = False


def sketch_row(state: State, page: int) -> SketchRow:
    """Return the page with the number, else the one that was drawn on last."""
    standing = state[sketch.FEATURE].standing()
    latest = max(standing, key=lambda one: (one.changed_at, one.page), default=None)
    found = next((one for one in standing if one.page == page), latest)
    return _row(state, found) if found is not None else SketchRow()


def _row(state: State, page: Page) -> SketchRow:
    hidden = provisions.BAR in page.title
    media = "" if hidden else seen_media(state, page.background)
    return SketchRow(
        page=page.page,
        title=f"Skiss {page.page} · {page.title}",
        drawing=_EMPTY if hidden else drawing(page),
        background=page.background if media else "",
        media=media,
        sheet=page.sheet,
        hidden=hidden,
    )


def sketch_pages(state: State) -> list[tuple[int, str]]:
    """Return the pages to choose from."""
    return [(page.page, f"Skiss {page.page} {page.title}") for page in state[sketch.FEATURE].standing()]


def sketch_texts(row: SketchRow) -> Sequence[str]:
    """Return the texts that are drawn."""
    return [text.text for text in row.drawing.texts]


def lay_sketch(scene: Scene, rect: Rect, row: SketchRow) -> None:
    """Put the title; the page is painted under it."""
    face = scene.face(WallType.READ, STRONG)
    scene.words(rect.x, rect.y, face.elide(row.title, rect.width), face)


def page_room(scene: Scene, rect: Rect) -> Rect:
    """Return the room of the page under its title."""
    top = rect.y + scene.face(WallType.READ, STRONG).pitch + scene.px(WallSize.SMALL_GAP)
    return Rect(rect.x, top, rect.width, rect.bottom - top)
