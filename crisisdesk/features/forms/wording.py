"""The Swedish sentences of the paper forms."""

from crisisdesk.base import swedish
from crisisdesk.features.forms import facts
from crisisdesk.features.forms.state import FormsState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

COUNT = "Skriv hur många blanketter, 1 till {most}."
TAKEN = "Numren till och med {last} är redan tagna."
REASON_MISSING = "Skriv varför blanketten makuleras."
NOT_PRINTED = "Blankett {form} är inte utskriven här, så den kan inte makuleras."
ALREADY_VOID = "Blankett {form} är redan makulerad."
FORM_NUMBER = "Blankettens nummer är ett tal från 1."
NOT_VOID = "Blankett {form} är inte makulerad."


def named(first: int, last: int) -> str:
    """Return `Blankett 4` or `Blanketter 4–8`."""
    return f"Blankett {first}" if first == last else f"Blanketter {first}–{last}"


def _reserved(state: FormsState, fact: facts.FormsReserved, given: Given) -> Line:
    return Line(kind="sys", text=f"{named(fact.first, fact.last)} skrivs ut.")


def _voided(state: FormsState, fact: facts.FormVoided, given: Given) -> Line:
    text = f"Blankett {fact.form} makuleras: {swedish.sentence(fact.reason)}"
    return Line(kind="sys", text=text, refs=(f"form:{fact.form}",))


def _restored(state: FormsState, fact: facts.FormRestored, given: Given) -> Line:
    why = f": {swedish.sentence(fact.reason)}" if fact.reason else "."
    text, voided = f"Blankett {fact.form} gäller igen{why}", state.voided.get(fact.form)
    strikes = voided.number if voided is not None else 0
    return Line(kind="sys", text=text, strikes=strikes, refs=(f"form:{fact.form}",))


def _entered(state: FormsState, fact: facts.FormEntered, given: Given) -> Line:
    by = f", skriven av {fact.writer}" if fact.writer else ""
    text = swedish.sentence(f"Från pappersblankett {fact.form}{by}")
    return Line(kind="note", text=text, refs=(f"form:{fact.form}",))


WORDINGS: Wordings[FormsState] = {
    facts.FormsReserved: _reserved,
    facts.FormVoided: _voided,
    facts.FormRestored: _restored,
    facts.FormEntered: _entered,
}
