"""What a card is said to belong to must be there: tasks and decisions, which the board does not know."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, tasks
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command

NO_TASK = "Det finns ingen uppgift {number}."
NO_DECISION = "Det finns inget beslut {number}."


def check(state: State, command: Command) -> None:
    """Raise RuleBroken when a card would belong to a task or decision that is not there."""
    match command:
        case board.commands.LinkCard():
            _check(state, command.ref, "ref")
        case board.commands.EditCard(links=tuple() as links):
            for link in links:
                _check(state, link, "task" if link.startswith("task:") else "ref")
        case _:
            return


def _check(state: State, ref: str, field: str) -> None:
    kind, _, said = ref.strip().partition(":")
    number = int(said) if said.isdecimal() else 0
    if kind == "task" and number not in state[tasks.FEATURE].tasks:
        raise RuleBroken(NO_TASK.format(number=said), field)
    if kind == "decision" and number not in state[decisions.FEATURE].decisions:
        raise RuleBroken(NO_DECISION.format(number=said), field)
