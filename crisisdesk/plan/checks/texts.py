"""Texts and dates: nothing that is shown is empty, a day is a day."""

from collections.abc import Iterator
from datetime import date

from crisisdesk.plan import listing
from crisisdesk.plan.checks.ids import place_of
from crisisdesk.plan.checks.problem import Place, Problem
from crisisdesk.plan.content import Contact, Plan
from crisisdesk.plan.words import field, quoted

_HEADER = Place("plan", "", "tabellen plan")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield an error for each empty text and each day that is none."""
    yield from _header(plan)
    for part in listing.items(plan):
        if not part.text.strip():
            yield place_of(part).error("texten är tom. Förväntade minst ett ord.")
    for place, contact in contacts(plan):
        yield from _contact(place, contact)


def contacts(plan: Plan) -> Iterator[tuple[Place, Contact]]:
    """Yield every contact of the action cards and of the groups, with the place of its card or group."""
    for card in plan.cards:
        place = Place("cards", card.id, f"kort {card.title}")
        yield from ((place, contact) for contact in card.contacts)
    for group in plan.contacts:
        place = Place("contacts", group.id, f"kontaktgrupp {group.title}")
        yield from ((place, contact) for contact in group.contacts)


def _header(plan: Plan) -> Iterator[Problem]:
    """Yield errors for the plan's own name and days."""
    for name in ("title", "organisation", "short", "version"):
        if not getattr(plan.plan, name).strip():
            yield _HEADER.error(f"{field(name)} är tomt. Förväntade minst ett ord.")
    for adoption in plan.plan.adopted:
        if not _is_day(adoption.on):
            yield _HEADER.error(_not_a_day("on", adoption.on))


def _contact(place: Place, contact: Contact) -> Iterator[Problem]:
    """Yield errors for one contact."""
    if not contact.title.strip():
        yield place.error("en kontakt har tom rubrik. Förväntade funktion eller organisation.")
    if contact.checked and not _is_day(contact.checked):
        yield place.error(f"kontakt {contact.title}, {_not_a_day('checked', contact.checked)}")


def _not_a_day(name: str, text: str) -> str:
    """Return what is wrong with a day."""
    return f"{field(name)}: {quoted(text)} är inget datum. Förväntade ett som ”2027-01-14”."


def _is_day(text: str) -> bool:
    """Tell whether the text is a day such as 2027-01-14; the basic form 20270114 is not taken."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
