"""Agendas: each begins and ends, one is for the first meeting, and what a point does is done once."""

from collections.abc import Iterator

from crisisdesk.plan.checks.problem import Problem, at
from crisisdesk.plan.content import Agenda, Plan, PointPurpose
from crisisdesk.plan.words import field

_ENDS: tuple[PointPurpose, ...] = ("closing", "next_meeting")
_ONCE: tuple[PointPurpose, ...] = ("opening", "attendance", "board", "follow_up", "next_meeting", "closing")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the errors of the agendas."""
    first = [agenda for agenda in plan.agendas if agenda.first]
    for extra in first[1:]:
        yield at("agendas", extra).error(f"{field('first')} står redan på dagordning {first[0].id}.")
    for agenda in plan.agendas:
        yield from _agenda(plan, agenda)


def _agenda(plan: Plan, agenda: Agenda) -> Iterator[Problem]:
    """Yield the errors of one agenda: its end, its purposes, a board point without a board."""
    place = at("agendas", agenda)
    if not agenda.title.strip():
        yield place.error(f"{field('title')} är tomt. Förväntade minst ett ord.")
    if not agenda.points or agenda.points[-1].purpose not in _ENDS:
        yield place.error(
            "den sista punkten avslutar inte mötet. Förväntade purpose closing eller next_meeting."
        )
    seen: set[PointPurpose] = set()
    for point in agenda.walk():
        if point.purpose in seen and point.purpose in _ONCE:
            yield at("agendas", point).error(
                f"{field('purpose')}: {point.purpose} finns redan i dagordningen."
            )
        if point.purpose == "board" and not plan.columns:
            yield at("agendas", point).error("punkten visar tavlan, men planen har inga kolumner (columns).")
        seen.add(point.purpose)
    last = agenda.points[-1:]
    closing = [each for each in agenda.walk() if each.purpose == "closing" and each not in last]
    for point in closing:
        yield at("agendas", point).error("punkten avslutar mötet men är inte den sista.")
