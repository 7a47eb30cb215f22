"""Functions, their deputies and the call list: every name leads to a function, every duty to one."""

from collections.abc import Iterator

from crisisdesk.plan.checks.phases import unknown
from crisisdesk.plan.checks.problem import Place, Problem, at
from crisisdesk.plan.content import CallList, Duty, Function, Plan
from crisisdesk.plan.words import field


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the errors of the functions, the call list and the columns' purposes."""
    known = {function.id: function for function in plan.functions}
    held: dict[Duty, str] = {}
    for function in plan.functions:
        yield from _deputy(function, known)
        if function.duty != "plain" and function.duty in held:
            yield at("functions", function).error(
                f"{field('duty')}: {function.duty} finns redan på funktion {held[function.duty]}."
            )
        held.setdefault(function.duty, function.id)
    if plan.call_list:
        yield from _calls(plan.call_list, set(known))


def _deputy(function: Function, known: dict[str, Function]) -> Iterator[Problem]:
    """Yield an error for a deputy of nobody, or of itself by way of others."""
    if not function.deputy_of:
        return
    if function.deputy_of not in known:
        what = unknown("deputy_of", function.deputy_of, "funktionen", known)
        yield at("functions", function).error(what)
    elif _circles(function, known):
        yield at("functions", function).error(
            f"{field('deputy_of')}: funktionen ersätter till slut sig själv."
        )


def _circles(function: Function, known: dict[str, Function]) -> bool:
    """Tell whether following `deputy_of` comes back to the function."""
    passed: set[str] = set()
    here = function
    while here.deputy_of in known and here.deputy_of not in passed:
        passed.add(here.deputy_of)
        here = known[here.deputy_of]
    return function.id in passed


def _calls(calls: CallList, known: set[str]) -> Iterator[Problem]:
    """Yield the errors of the call list."""
    place = Place("call_list", "", "larmlistan")
    if not calls.order:
        yield place.error(f"{field('order')} är tom. Förväntade minst en funktion.")
    for index, id in enumerate(calls.order):
        if id not in known:
            yield place.error(unknown("order", id, "funktionen", known))
        elif id in calls.order[:index]:
            yield place.error(f"{field('order')}: funktionen {id} står två gånger.")
    for index, title in enumerate(calls.others):
        if not title.strip() or title in calls.others[:index]:
            yield place.error(f"{field('others')}: nr {index + 1} är tom eller står två gånger.")
