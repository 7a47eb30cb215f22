"""Holes: what a usable plan still lacks and somebody should fill before it is needed."""

from collections.abc import Collection, Iterator
from datetime import date

from crisisdesk.base.swedish import listed
from crisisdesk.plan import freshness
from crisisdesk.plan.checks.problem import Place, Problem, at
from crisisdesk.plan.checks.texts import contacts
from crisisdesk.plan.content import Contact, Duty, Function, Plan
from crisisdesk.plan.words import field, quoted

_NEEDED: dict[Duty, str] = {"chair": "leder gruppen", "log_keeper": "för loggen"}
_DEPUTIES: tuple[Duty, ...] = ("deputy_chair", "deputy_chief_of_staff")


def check(plan: Plan, today: date | None, icons: Collection[str] | None) -> Iterator[Problem]:
    """Yield a warning for each hole."""
    yield from _steps(plan)
    yield from _functions(plan)
    yield from _agendas(plan)
    yield from _contacts(plan, today)
    yield from _icons(plan, icons)


def _steps(plan: Plan) -> Iterator[Problem]:
    """Yield a warning for each step that nobody is responsible for."""
    for phase in plan.phases:
        for step in phase.steps:
            if not step.responsible:
                yield at("phases", step).warning("ingen ansvarig är angiven.")


def _functions(plan: Plan) -> Iterator[Problem]:
    """Yield warnings for vacant functions, missing deputies and duties that nobody has."""
    appointed = {step.appoints for phase in plan.phases for step in phase.steps}
    deputised = {function.deputy_of for function in plan.functions}
    for function in plan.functions:
        place = Place("functions", function.id, f"funktion {function.title}")
        if not function.post and function.id not in appointed:
            yield place.warning("vakant, ingen befattning är angiven.")
        if _needs_deputy(function) and function.id not in deputised:
            yield place.warning("ingen ersättare är angiven.")
    for duty, does in _NEEDED.items():
        if plan.functions and plan.function_with(duty) is None:
            yield Place("functions", "", "funktionerna").warning(f"ingen {does} (duty = {quoted(duty)}).")


def _needs_deputy(function: Function) -> bool:
    """Tell whether the function has a duty that cannot wait for somebody who is away."""
    return function.duty != "plain" and function.duty not in _DEPUTIES and bool(function.post)


def _agendas(plan: Plan) -> Iterator[Problem]:
    """Yield warnings for meetings without a first, and an agenda that does not ask for the next meeting."""
    if plan.agendas and not any(agenda.first for agenda in plan.agendas):
        yield Place("agendas", "", "dagordningarna").warning(
            "ingen är märkt för första mötet (first = true)."
        )
    for agenda in plan.agendas:
        if all(point.purpose != "next_meeting" for point in agenda.walk()):
            yield at("agendas", agenda).warning("ingen punkt frågar efter tid för nästa möte (next_meeting).")


def _contacts(plan: Plan, today: date | None) -> Iterator[Problem]:
    """Yield one warning a card or group for old contacts, one for those without any way to reach them."""
    places: dict[Place, list[Contact]] = {}
    for place, contact in contacts(plan):
        places.setdefault(place, []).append(contact)
    for place, found in places.items():
        missing = [each.title for each in found if not _reachable(each)]
        if missing:
            yield place.warning(f"telefon och e-post saknas för {listed(missing)}.")
        old = [each for each in found if today and freshness.is_old(each.checked, today)]
        if old:
            yield place.warning(_age(old))


def _reachable(contact: Contact) -> bool:
    """Tell whether the contact says any way to reach it."""
    return bool(contact.phone or contact.email or contact.web or contact.note)


def _age(old: list[Contact]) -> str:
    """Return how many contacts are old, and how old the oldest is."""
    oldest = min(each.checked for each in old) or "aldrig"
    if len(old) == 1:
        return f"en kontakt är inte kontrollerad på över ett år (senast {oldest})."
    return f"{len(old)} kontakter är inte kontrollerade på över ett år (äldst {oldest})."


def _icons(plan: Plan, icons: Collection[str] | None) -> Iterator[Problem]:
    """Yield a warning for each icon that the program does not have."""
    tables = (
        ("phases", plan.phases),
        ("functions", plan.functions),
        ("columns", plan.columns),
        ("cards", plan.cards),
    )
    for table, parts in tables:
        for part in parts:
            if icons is not None and part.icon not in icons:
                yield at(table, part).warning(
                    f"{field('icon')}: {quoted(part.icon)} finns inte i programmet."
                )
