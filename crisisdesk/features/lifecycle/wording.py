"""The Swedish sentences of the incident's life."""

from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.features.lifecycle import facts
from crisisdesk.features.lifecycle.state import LifecycleState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.given import Given

UNNAMED = "Ny händelse"
ALREADY_STARTED = "Händelsen är redan startad."
NAME_MISSING = "Skriv ett namn på händelsen."
SIGN_MISSING = "Skriv loggförarens signatur, till exempel MK."
SIGN_LONG = "Signaturen är för lång. Skriv högst tolv tecken."
SIGN_FROM_MISSING = "{before} signerar överlämningen. Går det inte: skriv varför."
NOT_READ_OVER = "Läs igenom det öppna tillsammans, och kryssa för att ni har gjort det."
ALREADY_CLOSED = "Händelsen är redan avslutad."
NOT_CLOSED = "Händelsen är inte avslutad."
CHAIR_MISSING = "Ordföranden behöver signera. Skriv ordförandens signatur."
KEEPER_MISSING = "Loggföraren behöver signera. Skriv loggförarens signatur."
REASON_MISSING = "Skriv varför händelsen öppnas igen."

_REF_WORDS = {"decision": "beslut", "task": "uppgift", "uncertainty": "oklarhet"}


def _started(state: LifecycleState, fact: facts.IncidentStarted, given: Given) -> Line:
    what = "Övning" if fact.exercise else "Händelse"
    return Line(kind="sys", text=f"Larm. {what} {fact.own_number} startad: {swedish.sentence(fact.name)}")


def _named(state: LifecycleState, fact: facts.IncidentNamed, given: Given) -> Line:
    return Line(kind="sys", text=f"Händelsen heter nu {swedish.sentence(fact.name)}")


def _registered(state: LifecycleState, fact: facts.RegistryNumberSet, given: Given) -> Line:
    number = fact.registry_number or "inget"
    return Line(kind="sys", text=f"Diarienummer: {number}.")


def _keeper(state: LifecycleState, fact: facts.KeeperChanged, given: Given) -> Line:
    if not fact.before:
        return Line(kind="sys", text=f"Loggförare: {fact.sign}.")
    return Line(kind="sys", text=f"Loggförare byter från {fact.before} till {fact.sign}.")


def _handed_over(state: LifecycleState, fact: facts.KeeperHandedOver, given: Given) -> Line:
    change = f"Loggförare byter från {fact.before} till {fact.sign}."
    return Line(kind="sys", text=f"{change} Båda har läst igenom det öppna och signerat.")


def _taken_over(state: LifecycleState, fact: facts.KeeperTakenOver, given: Given) -> Line:
    who = f"{fact.sign} tar över loggen efter {fact.before}, som inte har signerat."
    return Line(kind="sys", text=f"{who} Skäl: {swedish.sentence(fact.reason)}")


def _interrupted(state: LifecycleState, fact: facts.LogInterrupted, given: Given) -> Line:
    span = _span(fact.since, fact.until, given.zone)
    reason = f" ({fact.reason})" if fact.reason else ""
    return Line(kind="sys", text=f"Avbrott {span}{reason}. Loggen fortsätter.")


def _moved(state: LifecycleState, fact: facts.ClockMoved, given: Given) -> Line:
    way = "framåt" if fact.seconds > 0 else "bakåt"
    return Line(kind="sys", text=f"Datorns klocka flyttades {_size(fact.seconds)} {way}.")


def _slept(state: LifecycleState, fact: facts.ComputerSlept, given: Given) -> Line:
    return Line(kind="sys", text=f"Datorn sov {_span(fact.since, fact.until, given.zone)}.")


def _closed(state: LifecycleState, fact: facts.IncidentClosed, given: Given) -> Line:
    carried = swedish.listed([_ref(r) for r in fact.carries])
    parts = [
        f"Krisledningen avslutas. Ordförande {fact.chair}, loggförare {fact.keeper}.",
        f"Förs över: {carried}." if carried else "",
        swedish.sentence(fact.note),
    ]
    return Line(kind="sys", text=" ".join(p for p in parts if p), refs=fact.carries)


def _reopened(state: LifecycleState, fact: facts.IncidentReopened, given: Given) -> Line:
    return Line(kind="sys", text=f"Händelsen öppnas igen: {swedish.sentence(fact.reason)}")


def _span(since: datetime, until: datetime, zone: str) -> str:
    return f"{swedish.clock(since, zone)}–{swedish.near(until, zone, since)}"


def _size(seconds: int) -> str:
    if abs(seconds) < 120:
        return f"{abs(seconds)} sekunder"
    return swedish.duration(timedelta(seconds=abs(seconds)))


def _ref(ref: str) -> str:
    kind, _, number = ref.partition(":")
    return f"{_REF_WORDS.get(kind, kind)} {number}"


WORDINGS: Wordings[LifecycleState] = {
    facts.IncidentStarted: _started,
    facts.IncidentNamed: _named,
    facts.RegistryNumberSet: _registered,
    facts.KeeperChanged: _keeper,
    facts.KeeperHandedOver: _handed_over,
    facts.KeeperTakenOver: _taken_over,
    facts.LogInterrupted: _interrupted,
    facts.ClockMoved: _moved,
    facts.ComputerSlept: _slept,
    facts.IncidentClosed: _closed,
    facts.IncidentReopened: _reopened,
}
