"""The Swedish sentences of information that goes out."""

from crisisdesk.base import swedish
from crisisdesk.features.information import facts
from crisisdesk.features.information.state import InformationState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

TEXT_MISSING = "Skriv vad budskapet säger."
GROUPS_MISSING = "Skriv vilka budskapet går till."
REASON_MISSING = "Skriv varför budskapet dras tillbaka."
BRIEF_MISSING = "Skriv vad växeln ska svara."
NO_MESSAGE = "Det finns inget budskap {message}."
WITHDRAWN = "Budskap {message} är tillbakadraget."


def _sent(state: InformationState, fact: facts.MessageSent, given: Given) -> Line:
    version = f", version {fact.version}" if fact.version > 1 else ""
    channel = f" ({fact.channel})" if fact.channel else ""
    to = swedish.listed(fact.groups)
    text = f"Budskap {fact.message}{version} till {to}{channel}: {swedish.sentence(fact.text)}"
    return Line(kind="out", text=text, refs=(f"message:{fact.message}",), secrecy=fact.secrecy)


def _withdrawn(state: InformationState, fact: facts.MessageWithdrawn, given: Given) -> Line:
    sendings = state.messages[fact.message].sendings
    return Line(
        kind="out",
        text=f"Budskap {fact.message} dras tillbaka: {swedish.sentence(fact.reason)}",
        strikes=sendings[-1].number if sendings else 0,
        refs=(f"message:{fact.message}",),
        secrecy=state.messages[fact.message].current.secrecy,
    )


def _briefed(state: InformationState, fact: facts.SwitchboardBriefed, given: Given) -> Line:
    refs = (f"message:{fact.message}",) if fact.message else ()
    secrecy = state.messages[fact.message].current.secrecy if fact.message else ""
    text = f"Underlag till växeln: {swedish.sentence(fact.text)}"
    return Line(kind="out", text=text, refs=refs, secrecy=secrecy)


WORDINGS: Wordings[InformationState] = {
    facts.MessageSent: _sent,
    facts.MessageWithdrawn: _withdrawn,
    facts.SwitchboardBriefed: _briefed,
}
