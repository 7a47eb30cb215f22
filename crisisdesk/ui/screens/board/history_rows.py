"""All versions of a card as ready rows, the newest first. No Qt here."""

from datetime import datetime

from crisisdesk.base import certainty, swedish
from crisisdesk.base.record import Record
from crisisdesk.features import board
from crisisdesk.features.board.facts import Content
from crisisdesk.features.board.wording import RESOURCE_WORDS, SUFFICES_WORDS
from crisisdesk.incident.state import State


class VersionRow(Record, kw_only=True):
    """A version: its number, when and by whom it was written, its text, and the rest of what it said."""

    version: int
    when: str
    by: str
    text: str
    rest: str


def version_rows(state: State, card: int, now: datetime) -> tuple[VersionRow, ...]:
    """Return the versions of the card, none when there is no such card."""
    found = state[board.FEATURE].cards.get(card)
    versions = found.versions if found is not None else ()
    return tuple(
        VersionRow(
            version=version.version,
            when=swedish.near(version.at, state.zone, now),
            by=version.recorded_by,
            text=version.content.text,
            rest=_rest(version.content, state.zone, now),
        )
        for version in reversed(versions)
    )


def _rest(content: Content, zone: str, now: datetime) -> str:
    needed = content.needed_by
    until = f" {swedish.near(content.until, zone, now)}" if content.until is not None else ""
    parts = (
        content.source,
        certainty.WORDS.get(content.certainty, ""),
        f"ägare: {content.owner}" if content.owner else "",
        f"behövs {swedish.near(needed, zone, now)}" if needed is not None else "",
        RESOURCE_WORDS.get(content.resource, "") + until,
        SUFFICES_WORDS.get(content.suffices, ""),
        content.shortage,
        content.secrecy,
    )
    return " · ".join(part for part in parts if part)
