"""Who is at the meeting, as ready rows: everybody who holds a function, and the others. No Qt here."""

from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import people
from crisisdesk.features.meetings.facts import Attendance
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.incident.state import State

Here = Literal["", "here", "later", "absent"]


class PersonRow(Record, kw_only=True):
    """A person and the functions that they hold; `present` is "" before they are marked."""

    who: str
    functions: str
    present: Here = ""
    note: str = ""


def attendance(state: State, meeting: Meeting) -> tuple[PersonRow, ...]:
    """Return everybody who holds a function, in the plan's order, then the others who were marked."""
    holders: dict[str, list[str]] = {}
    for function in state.plan.functions:
        holder = state[people.FEATURE].holder_or_post(state.plan, function.id)
        if holder:
            holders.setdefault(holder, []).append(function.title)
    others = [who for who in meeting.attendance if who not in holders]
    return tuple(_person(meeting, who, holders.get(who, [])) for who in (*holders, *others))


def _person(meeting: Meeting, who: str, functions: list[str]) -> PersonRow:
    mark = meeting.attendance.get(who)
    return PersonRow(
        who=who,
        functions=", ".join(functions),
        present=mark.present if mark is not None else "",
        note=mark.note if mark is not None else "",
    )


def vacant(state: State) -> str:
    """Return which functions nobody holds, "" when all are held."""
    found = [function.title for function in state[people.FEATURE].vacancies(state.plan)]
    return f"Vakant: {swedish.listed(found)}." if found else ""


def counted(present: tuple[PersonRow, ...]) -> str:
    """Return `5 på plats, 1 kommer senare, 2 frånvarande`, "" before anybody is marked."""
    words: tuple[tuple[Attendance, str], ...] = (
        ("here", "på plats"),
        ("later", "kommer senare"),
        ("absent", "frånvarande"),
    )
    counts = [(sum(1 for p in present if p.present == key), word) for key, word in words]
    return ", ".join(f"{count} {word}" for count, word in counts if count)
