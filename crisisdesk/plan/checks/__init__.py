"""What is wrong with a plan: errors that stop it from being used, and holes to fill before it is needed."""

from collections.abc import Collection
from datetime import date

from crisisdesk.plan.checks import agendas, cards, holes, ids, numbering, people, phases, sheets, texts
from crisisdesk.plan.checks.problem import Problem, Severity
from crisisdesk.plan.content import Plan

__all__ = ["Problem", "Severity", "errors", "problems"]


def errors(plan: Plan) -> tuple[Problem, ...]:
    """Return what makes the plan unusable: broken references, ids that collide, an agenda without an end …"""
    rooms = (ids, texts, phases, sheets, agendas, people, cards, numbering)
    return tuple(problem for room in rooms for problem in room.check(plan))


def problems(
    plan: Plan, *, today: date | None = None, icons: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Return every error and then every warning, in the plan's order.

    `today` lets old contacts be found, `icons` (the names that the program has) unknown icons; without them
    these two are not looked at.
    """
    return (*errors(plan), *holes.check(plan, today, icons))
