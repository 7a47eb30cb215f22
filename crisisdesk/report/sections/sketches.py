"""The sketches, drawn as vectors over the picture that lies under them."""

from crisisdesk.features import sketch
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident.sketch_drawing import drawing
from crisisdesk.report.document import Block, Heading, LogTable, Paragraph
from crisisdesk.report.pictures import PAGE, Printed
from crisisdesk.report.sections import log
from crisisdesk.report.sketch import Sketch
from crisisdesk.report.source import Source, in_brackets


def blocks(source: Source) -> tuple[Block, ...]:
    """Return every page that was drawn on, struck ones too; nothing when there are none."""
    pages = list(source.state[sketch.FEATURE].pages.values())
    if not pages:
        return ()
    found: list[Block] = [Heading(level=1, text="Skisser", new_page=True)]
    for page in pages:
        found += _page(source, page)
    return tuple(found)


def _page(source: Source, page: Page) -> list[Block]:
    number = f"Skissblad {page.page}"
    if source.hidden(source.mark("sketch", page.page)):
        covered = LogTable(rows=lambda: (log.row(source, page.number),), anchors=False)
        return [Heading(level=2, text=number), covered]
    seen, under = drawing(page), _under(source, page)
    block = Sketch(
        width=seen.width,
        height=seen.height,
        picture=under.picture,
        strokes=seen.strokes,
        texts=seen.texts,
        caption=_caption(source, page),
    )
    struck = f"Används inte längre{in_brackets(page.struck_by)}." if page.struck_by else ""
    told: list[Block] = [Paragraph(text=text) for text in (struck, under.why) if text]
    return [Heading(level=2, text=page.title, number=number), *told, block]


def _under(source: Source, page: Page) -> Printed:
    if source.pictures is None or not page.background:
        return Printed()
    return source.pictures.of(page.background, PAGE, page.sheet)


def _caption(source: Source, page: Page) -> str:
    begun = f"Påbörjad {source.clock(page.added_at)}{in_brackets(page.number)}"
    changed = f"ritad till {source.clock(page.changed_at)}"
    under = f"under skissen bilaga {page.background}" if page.background else ""
    return f"{', '.join(part for part in (begun, changed, under) if part)}."
