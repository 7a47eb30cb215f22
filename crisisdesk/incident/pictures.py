"""Which attachments are pictures that may be seen, and which of them go on paper: one rule for all."""

from collections.abc import Iterator
from typing import Final

from crisisdesk.base import media, provisions
from crisisdesk.features import attachments, sketch
from crisisdesk.features.attachments.facts import FileAttached
from crisisdesk.incident.state import State

UNDERLAYS: Final = (media.PNG, "image/jpeg", media.PDF)
"""Media types that can lie under a drawing."""

PRINTED: Final = media.PICTURES | {media.PDF}
"""Media types that have a picture to print: of a PDF its first page."""

MOST_BYTES: Final = 20_000_000
"""A larger file is not printed."""

ALL_BYTES: Final = 64_000_000
"""So much of attachments goes with a print, at most: the window hands them over while it works on."""


def seen_media(state: State, attachment: str) -> str:
    """Return the media type of the attachment when it may be seen, else "".

    A struck one may not. In a covered state the name of a secret one is a bar.
    """
    held = state[attachments.FEATURE].attachments.get(attachment)
    if held is None or held.struck_by or provisions.BAR in held.fact.name:
        return ""
    return held.fact.media


def to_print(state: State) -> tuple[FileAttached, ...]:
    """Return the attachments whose picture goes on paper: first those under sketches, while there is room."""
    chosen: list[FileAttached] = []
    left = ALL_BYTES
    for fact in _pictures(state):
        if fact.size <= min(left, MOST_BYTES):
            left -= fact.size
            chosen.append(fact)
    return tuple(chosen)


def _pictures(state: State) -> Iterator[FileAttached]:
    held = state[attachments.FEATURE].attachments
    under = [page.background for page in state[sketch.FEATURE].pages.values() if page.background]
    for id in dict.fromkeys((*under, *held)):
        if seen_media(state, id) in PRINTED:
            yield held[id].fact
