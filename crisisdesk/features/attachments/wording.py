"""The Swedish sentences of attachments."""

from crisisdesk.base import media, swedish
from crisisdesk.features.attachments import facts
from crisisdesk.features.attachments.state import AttachmentsState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

NO_LINE = "Det finns ingen rad {number} i loggen."
NO_ATTACHMENT = "Det finns ingen bilaga {id}."
NAME_MISSING = "Bilagan har inget namn."
EMPTY = "Filen {name} är tom."
TEXT_MISSING = "Skriv vad bilagan visar."
REASON_MISSING = "Skriv varför bilagan stryks."
STRUCK = "Bilaga {id} är redan struken, se rad {by}."


def described(fact: facts.FileAttached) -> str:
    """Return what the file is: `PNG-bild, 340 kB`."""
    return f"{media.words(fact.media, fact.name)}, {swedish.file_size(fact.size)}"


def _attached(state: AttachmentsState, fact: facts.FileAttached, given: Given) -> Line:
    text = f"Bilaga {fact.id} till rad {fact.line}: {fact.name} ({described(fact)})."
    if fact.text:
        text += f" {swedish.sentence(fact.text)}"
    if (same := state.first_with.get(fact.sha256)) is not None:
        text += f" Samma fil som bilaga {same}."
    return Line(kind="sys", text=text, refs=(f"line:{fact.line}", f"attachment:{fact.id}"))


def _described(state: AttachmentsState, fact: facts.AttachmentDescribed, given: Given) -> Line:
    text = f"Bilaga {fact.id} visar: {swedish.sentence(fact.text)}"
    return Line(kind="sys", text=text, refs=_refs(state, fact.id))


def _struck(state: AttachmentsState, fact: facts.AttachmentStruck, given: Given) -> Line:
    held = state.attachments[fact.id]
    text = f"Bilaga {fact.id} stryks: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, strikes=held.number, refs=_refs(state, fact.id))


def _refs(state: AttachmentsState, id: str) -> tuple[str, ...]:
    return (f"line:{state.attachments[id].fact.line}", f"attachment:{id}")


WORDINGS: Wordings[AttachmentsState] = {
    facts.FileAttached: _attached,
    facts.AttachmentDescribed: _described,
    facts.AttachmentStruck: _struck,
}
