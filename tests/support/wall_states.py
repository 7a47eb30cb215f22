"""Incidents for Storbild: empty, played, overfull, and one in which everything that can be is secret."""

from datetime import timedelta

from crisisdesk.features import board, decisions, log, meetings, secrecy, sketch, tasks
from crisisdesk.incident.state import State
from tests.support.brand_play import brand
from tests.support.incident_play import Incident

LONG = (
    "Räddningstjänsten, ambulansen och polisen samlas vid brytpunkten norr om skolan och väntar på besked om "
    "när huset får beträdas igen av vår egen personal. "
)
WORD = "Mordbrandsutredning"
"""What must not be seen."""
PROVISION = "OSL 18:1"


def empty() -> Incident:
    """Return an incident that has just begun."""
    return Incident()


def played() -> State:
    """Return the shipped exercise at its end."""
    return brand().state


def overfull(rounds: int = 9) -> Incident:
    """Return an incident with more of everything than a wall has room for, and a meeting that is on."""
    incident = Incident()
    for number in range(rounds):
        _cards(incident, number)
        due = incident.now + timedelta(minutes=20 * number)
        incident.do(tasks.commands.Add(text=f"{LONG}{number}", owner="Fastighet", due_at=due))
        incident.do(log.commands.Record(kind="in", text=LONG * 4, reliability="confirmed"))
        incident.wait(7)
        if number == rounds // 2:
            incident.do(board.commands.Freeze(name="Läget"))
    incident.do(log.commands.Record(text="fel"))
    number = len(incident.state.timeline.lines)
    incident.do(log.commands.Strike(number=number, reason="skrevs två gånger"))
    incident.do(meetings.commands.Begin(agenda=incident.state.plan.agendas[0].id))
    return incident


def _cards(incident: Incident, number: int) -> None:
    text = LONG if number == 2 else f"Kort {number}: ersättningslokaler för {20 * number} elever"
    later = incident.now + timedelta(hours=20)
    incident.do(board.commands.AddCard(text=text, purpose="event", certainty="unconfirmed", source="rektor"))
    incident.do(board.commands.AddCard(text=text, purpose="consequence", certainty="contradicted"))
    incident.do(
        board.commands.AddCard(
            text=text,
            purpose="uncertainty",
            owner="Stabschefen",
            needed_by=incident.now + timedelta(minutes=5),
        )
    )
    incident.do(
        board.commands.AddCard(
            text=text, purpose="resource", resource="promised", until=later, suffices="no", shortage="en sal"
        )
    )


def open_secrets() -> tuple[Incident, tuple[str, ...]]:
    """Return an incident with the word wherever a person can write it, and the refs by which it is marked.

    Nothing is marked yet.
    """
    incident = Incident()
    soon = incident.now + timedelta(minutes=30)
    incident.do(log.commands.Record(kind="in", text=WORD, sender=WORD, source=WORD))
    entry = len(incident.state.timeline.lines)
    incident.do(decisions.commands.Record(text=WORD, responsible=WORD, follow_up_at=soon))
    incident.do(tasks.commands.Add(text=WORD, owner=WORD, due_at=soon))
    incident.do(
        board.commands.AddCard(text=WORD, purpose="uncertainty", owner=WORD, source=WORD, needed_by=soon)
    )
    incident.do(board.commands.AddCard(text=WORD, purpose="resource", suffices="no", shortage=WORD))
    incident.do(board.commands.Freeze())
    incident.do(sketch.commands.AddPage(title=WORD))
    incident.do(sketch.commands.Draw(page=1, tool="text", points=(400, 400), text=WORD))
    incident.do(meetings.commands.Begin(agenda=incident.state.plan.agendas[0].id))
    cards = tuple(f"card:{number}" for number in incident.state[board.FEATURE].cards)
    return incident, (f"line:{entry}", "decision:1", "task:1", "sketch:1", *cards)


def mark(incident: Incident, refs: tuple[str, ...]) -> None:
    """Mark them all secret."""
    for ref in refs:
        incident.do(secrecy.commands.Mark(ref=ref, provision=PROVISION))
