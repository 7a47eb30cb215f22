"""The Swedish sentences of sketches."""

from crisisdesk.base import swedish
from crisisdesk.features.sketch import facts
from crisisdesk.features.sketch.state import SketchState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

UNTITLED = "Skissblad {page}"
NO_PAGE = "Det finns inget skissblad {page}."
PAGE_STRUCK = "Skissblad {page} används inte längre, se rad {by}."
TITLE_MISSING = "Skriv vad skissen visar."
REASON_MISSING = "Skriv varför skissbladet inte ska användas."
POINTS_MISSING = "Det finns inget att rita."
POINTS_ODD = "Punkterna ska vara x och y i tur och ordning."
TOO_LONG = "Strecket är för långt. Lyft pennan och rita vidare."
TEXT_MISSING = "Skriv texten."
NO_SYMBOL = "Det finns inget tecken {symbol}. Välj bland {known}."
NO_MARK = "Det finns inget streck {mark} på skissblad {page}."
SHEET_WRONG = "Sidan är ett tal från 1."


def _added(state: SketchState, fact: facts.PageAdded, given: Given) -> Line:
    text = f"Skissblad {fact.page}: {swedish.sentence(fact.title)}"
    if fact.title == UNTITLED.format(page=fact.page):
        text = f"Skissblad {fact.page} påbörjat."
    return Line(kind="note", text=text, refs=(f"sketch:{fact.page}",))


def _struck(state: SketchState, fact: facts.PageStruck, given: Given) -> Line:
    page = state.pages[fact.page]
    text = f"Skissblad {fact.page} används inte längre: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, strikes=page.number, refs=(f"sketch:{fact.page}",))


def _background(state: SketchState, fact: facts.BackgroundSet, given: Given) -> Line:
    refs = [f"sketch:{fact.page}", f"attachment:{fact.attachment}" if fact.attachment else ""]
    sheet = f", sidan {fact.sheet}" if fact.sheet > 1 else ""
    text = f"Skissblad {fact.page}: bilaga {fact.attachment}{sheet} ligger under skissen."
    if not fact.attachment:
        text = f"Skissblad {fact.page}: inget ligger under skissen längre."
    return Line(kind="sys", text=text, refs=tuple(ref for ref in refs if ref))


WORDINGS: Wordings[SketchState] = {
    facts.PageAdded: _added,
    facts.PageStruck: _struck,
    facts.BackgroundSet: _background,
}
