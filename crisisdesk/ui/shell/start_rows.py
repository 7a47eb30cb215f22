"""The incidents of this computer as rows of the start window. No Qt here."""

from collections.abc import Iterable

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.session.library import Listed
from crisisdesk.session.scenario import Scenario
from crisisdesk.ui.kit.tokens import Tone

UNREADABLE = "går inte att läsa"
HELD = "redan öppen"


class IncidentRow(Record, kw_only=True):
    """An incident: what it is called, its number, when it began, how it stands."""

    key: str
    name: str
    number: str
    began: str
    standing: str
    tone: Tone
    fault: str = ""
    exercise: bool = False


class ScenarioRow(Record, kw_only=True):
    """A scenario to exercise: its name, what it is about, how long it plays."""

    key: str
    title: str
    summary: str
    lasts: str


def incident_rows(listed: Iterable[Listed]) -> tuple[IncidentRow, ...]:
    """Return the rows in the order listed: real ones first."""
    return tuple(_incident(found) for found in listed)


def _incident(found: Listed) -> IncidentRow:
    standing, tone = _standing(found)
    began = swedish.stamp(found.started_at, found.zone) if found.started_at is not None else ""
    return IncidentRow(
        key=found.path,
        name=found.name,
        number=found.own_number,
        began=began,
        standing=standing,
        tone=tone,
        fault=found.fault,
        exercise=found.exercise,
    )


def _standing(found: Listed) -> tuple[str, Tone]:
    if found.held:
        return HELD, "warn"
    if found.fault:
        return UNREADABLE, "alarm"
    if found.exercise:
        return "ÖVNING", "ex"
    return ("pågår", "accent") if found.open else ("avslutad", "neutral")


def scenario_row(scenario: Scenario) -> ScenarioRow:
    """Return a scenario as a row; it lasts as long as its injects come."""
    injects = scenario.injects()
    span = injects[-1].at - scenario.start if injects else scenario.entries[-1].at - scenario.start
    lasts = f"{swedish.duration(span)}, {swedish.plural(len(injects), 'inspel', 'inspel')}"
    return ScenarioRow(key=scenario.name, title=scenario.title, summary=scenario.summary, lasts=lasts)
