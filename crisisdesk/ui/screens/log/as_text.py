"""Lines of the log as plain text, for an e-mail. No Qt here."""

from collections.abc import Sequence

from crisisdesk.base import swedish
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import LINE_WORDS
from crisisdesk.ui.screens.log import rows


def as_text(state: State, numbers: Sequence[int]) -> str:
    """Return the lines in the order given, a blank line between them: number, times, kind and keeper on the
    first line of each, then the text, then what else is known. A struck line says so before its text.
    """
    return "\n\n".join(_line(state, number) for number in numbers)


def _line(state: State, number: int) -> str:
    recorded = state.timeline.line(number)
    row = rows.row(state, number)
    word = LINE_WORDS[state.timeline.says(number).kind]
    head = f"Nr {number} · {swedish.stamp(recorded.happened_at, state.zone)} · {word}"
    head += f" · förd av {row.sign}" if row.sign else ""
    text = f"{row.text} {row.secondary}".strip()
    if row.struck:
        text = f"STRUKEN ({row.replaced_note}): {text}"
    marks = ", ".join(tag.word for tag in row.tags)
    return "\n".join(part for part in (head, text, row.route, marks) if part)
