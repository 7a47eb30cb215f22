"""What a line can be linked to by typing: lines, steps, cards, decisions, tasks, meetings. No Qt here."""

from collections.abc import Iterator

from crisisdesk.features import board, decisions, meetings, tasks
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State

Choice = tuple[str, str]  # ref, words
_LONGEST = 90


def link_choices(state: State) -> list[Choice]:
    """Return every ref with its words, the newest first among those of a kind; secret ones say only so."""
    found = [*_decisions(state), *_tasks(state), *_cards(state), *_meetings(state), *_steps(state)]
    return [*((ref, _open(state, ref, head, text)) for ref, head, text in found), *_lines(state)]


def link_words(state: State, ref: str) -> str:
    """Return a ref's short words, as on a chip: `Rad 23`, `Steg 4.2`, `Beslut 7`."""
    kind, _, id = ref.partition(":")
    if kind == "point":
        id = id.partition("/")[2]
    return f"{_HEADS.get(kind, kind)} {id}"


_HEADS = {
    "line": "Rad",
    "step": "Steg",
    "card": "Kort",
    "decision": "Beslut",
    "task": "Uppgift",
    "meeting": "Möte",
    "function": "Funktion",
    "message": "Budskap",
    "sketch": "Skiss",
    "point": "Punkt",
}
_Named = tuple[str, str, str]  # ref, short words, text


def _open(state: State, ref: str, head: str, text: str) -> str:
    if secrecy.of_ref(state, ref):
        return f"{head}: Sekretess"
    first = next(iter(text.strip().splitlines()), "")
    return f"{head}: {first}" if len(first) <= _LONGEST else f"{head}: {first[: _LONGEST - 1].rstrip()}…"


def _decisions(state: State) -> Iterator[_Named]:
    for number, decision in reversed(state[decisions.FEATURE].decisions.items()):
        yield f"decision:{number}", f"Beslut {number}", decision.text


def _tasks(state: State) -> Iterator[_Named]:
    for number, task in reversed(state[tasks.FEATURE].tasks.items()):
        yield f"task:{number}", f"Uppgift {number}", task.text


def _cards(state: State) -> Iterator[_Named]:
    for number, card in reversed(state[board.FEATURE].cards.items()):
        if not card.struck:
            yield f"card:{number}", f"Kort {number}", card.content.text


def _meetings(state: State) -> Iterator[_Named]:
    for number in reversed(state[meetings.FEATURE].meetings):
        yield f"meeting:{number}", f"Möte {number}", "lägesavstämning"


def _steps(state: State) -> Iterator[_Named]:
    for phase in state.plan.phases:
        for step in phase.steps:
            yield f"step:{step.id}", f"Steg {step.id}", step.text


def _lines(state: State) -> Iterator[Choice]:
    for number in range(len(state.timeline.lines), 0, -1):
        recorded = state.timeline.line(number)
        text = recorded.line.text if recorded.line is not None else ""
        yield f"line:{number}", _line_words(state, number, text)


def _line_words(state: State, number: int, text: str) -> str:
    if secrecy.of_line(state, number):
        return f"Rad {number}: Sekretess"
    first = next(iter(text.splitlines()), "")
    return f"Rad {number}: {first[:_LONGEST]}"
