"""Lines of the log as plain text, for an e-mail. No Qt here."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.base import swedish
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS
from crisisdesk.ui.screens.log import rows
from crisisdesk.ui.screens.log.detail import fields

MOST: Final = 2000
"""Lines that are copied at once: more than these no e-mail holds, and the window would wait for them."""


def as_text(state: State, numbers: Sequence[int]) -> str:
    """Return the lines in the order given, a blank line between them: number, time and kind on the first
    line of each, then the text, then what the pane knows of it. A struck line says so before its text.
    """
    said = [_line(state, number) for number in numbers[:MOST]]
    if len(numbers) > MOST:
        said.append(f"… och {len(numbers) - MOST} rader till. Skriv ut loggen för att få med alla.")
    return "\n\n".join(said)


def _line(state: State, number: int) -> str:
    recorded = state.timeline.line(number)
    row = rows.row(state, number)
    word = LINE_WORDS[state.timeline.says(number).kind]
    head = f"Nr {number} · {swedish.stamp(recorded.happened_at, state.zone)} · {word}"
    text = f"{row.text} {row.secondary}".strip()
    if row.struck:
        text = f"STRUKEN ({row.replaced_note}): {text}"
    known = fields(state, recorded, recorded.happened_at)
    said = " · ".join(f"{name}: {value}" for name, value in known if name != "Hände")
    return "\n".join(part for part in (head, text, said) if part)
