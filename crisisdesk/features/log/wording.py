"""The Swedish sentences of the log."""

from crisisdesk.base import certainty, swedish
from crisisdesk.features.log import facts
from crisisdesk.features.log.state import LogState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

TEXT_MISSING = "Skriv vad som ska stå i loggen."
REASON_MISSING = "Skriv varför raden ändras."
LATE_REASON_MISSING = "Skriv varför raden skrevs i efterhand."
RELIABILITY_MISSING = "Välj bekräftad, obekräftad eller motsagd."
NO_LINE = "Det finns ingen rad {number} i loggen."
NOT_AN_ENTRY = "Rad {number} är ingen anteckning, så den kan inte ändras här."
STRUCK = "Rad {number} är redan struken, se rad {by}."
FORM_NUMBER = "Blankettens nummer är ett tal från 1."
FORM_TAKEN = "Blankett {form} är redan införd, se rad {number}."

CHANNELS = ("telefon", "Rakel", "e-post", "sms", "muntligt", "media", "egen iakttagelse")
"""How a message comes; any other word can be written."""


def _recorded(state: LogState, fact: facts.EntryRecorded, given: Given) -> Line:
    refs = tuple(fact.links)
    if fact.corrects:
        refs = (f"line:{fact.corrects}", *refs)
    refs += tuple(f"function:{f}" for f in fact.functions)
    return Line(kind=fact.kind, text=fact.text, strikes=fact.corrects, refs=refs, secrecy=fact.secrecy)


def _struck(state: LogState, fact: facts.EntryStruck, given: Given) -> Line:
    text = f"Rad {fact.number} stryks: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, strikes=fact.number, refs=(f"line:{fact.number}",))


def _reliability(state: LogState, fact: facts.ReliabilitySet, given: Given) -> Line:
    entry = state.entries[fact.number]
    because = f", se rad {fact.because}" if fact.because else ""
    refs = (f"line:{fact.number}", *((f"line:{fact.because}",) if fact.because else ()))
    quoted = "" if entry.secrecy else f" ({swedish.shortened(entry.fact.text.splitlines()[0], 60)})"
    text = f"Rad {fact.number}{quoted} är {certainty.WORDS[fact.reliability]}{because}."
    return Line(kind="ass", text=text, refs=refs)


WORDINGS: Wordings[LogState] = {
    facts.EntryRecorded: _recorded,
    facts.EntryStruck: _struck,
    facts.ReliabilitySet: _reliability,
}
