"""How a line is taken back: an entry is corrected, what another feature did is withdrawn there."""

from collections.abc import Callable
from dataclasses import dataclass

from crisisdesk.features import (
    attachments,
    board,
    calls,
    checklists,
    decisions,
    forms,
    information,
    log,
    tasks,
)
from crisisdesk.features.calls.wording import name
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Recorded

Option = tuple[str, str]  # value, word
Build = Callable[[str, str], Command]  # from the chosen option and the reason


@dataclass(frozen=True)
class Withdrawal:
    """What can be taken back: a title, the verb on the button, and how the command is built.

    `options` are the things on the line when there are several (a round through the call list).
    """

    title: str
    verb: str
    build: Build
    options: tuple[Option, ...] = ()


def correctable(state: State, number: int) -> bool:
    """Return whether the line is an entry that stands, so that another can be written in its place."""
    entry = state[log.FEATURE].entries.get(number)
    return entry is not None and not entry.struck_by


def withdrawal(state: State, number: int) -> Withdrawal | None:
    """Return how what the line tells of is taken back, None when it is not taken back."""
    if number in state.timeline.struck_by:
        return None
    recorded = state.timeline.line(number)
    match recorded.fact:
        case decisions.facts.DecisionRecorded(decision=decision):
            return _decision(state, decision)
        case checklists.facts.ItemSigned(item=item) | checklists.facts.ItemDropped(item=item):
            return _item(state, item, number)
        case calls.facts.CallMade() | calls.facts.CallListCalled():
            return _calls(state, number)
        case tasks.facts.TaskAdded(task=task):
            return _task(state, task)
        case information.facts.MessageSent(message=message):
            return _message(state, message)
        case forms.facts.FormVoided(form=form):
            return _form(state, form, number)
        case attachments.facts.FileAttached(id=id):
            return _attachment(state, id)
        case _:
            return _on_board(state, recorded)


def refusal(state: State, number: int) -> str:
    """Return why the line is neither corrected nor taken back, "" when it is."""
    if correctable(state, number) or withdrawal(state, number) is not None:
        return ""
    if by := state.timeline.struck_by.get(number):
        return f"Rad {number} är struken, se rad {by}."
    return f"Rad {number} ändras inte. Skriv en ny rad som säger vad som gäller."


def verb(state: State, number: int) -> str:
    """Return what the correcting button says: *Rätta*, or the withdrawal's own verb."""
    found = withdrawal(state, number)
    return found.verb if found is not None else "Rätta"


def _decision(state: State, decision: int) -> Withdrawal | None:
    if state[decisions.FEATURE].decisions[decision].standing in ("revoked", "replaced"):
        return None

    def build(_chosen: str, reason: str) -> Command:
        return decisions.commands.Revoke(decision=decision, reason=reason)

    return Withdrawal(f"Återkalla beslut {decision}", "Återkalla", build)


def _item(state: State, item: str, number: int) -> Withdrawal | None:
    mark = state[checklists.FEATURE].mark(item)
    if mark is None or mark.number != number:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return checklists.commands.Undo(item=item, reason=reason)

    return Withdrawal(f"Ångra {item}", "Ångra", build)


def _calls(state: State, number: int) -> Withdrawal | None:
    held = state[calls.FEATURE]
    standing = [call for n in held.by_line.get(number, ()) if (call := held.calls[n]).stands]
    if not standing:
        return None

    def build(chosen: str, reason: str) -> Command:
        return calls.commands.Withdraw(call=int(chosen or standing[0].call), reason=reason)

    options = tuple((str(call.call), name(state.plan, call.target)) for call in standing)
    title = f"Ta tillbaka samtalet: {options[0][1]}" if len(options) == 1 else "Ta tillbaka ett samtal"
    return Withdrawal(title, "Ta tillbaka", build, options if len(options) > 1 else ())


def _task(state: State, task: int) -> Withdrawal | None:
    if state[tasks.FEATURE].tasks[task].standing == "withdrawn":
        return None

    def build(_chosen: str, reason: str) -> Command:
        return tasks.commands.Withdraw(task=task, reason=reason)

    return Withdrawal(f"Ta bort uppgift {task}", "Ta bort", build)


def _attachment(state: State, id: str) -> Withdrawal | None:
    if state[attachments.FEATURE].attachments[id].struck_by:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return attachments.commands.Strike(id=id, reason=reason)

    return Withdrawal(f"Stryk bilaga {id}", "Stryk", build)


def _message(state: State, message: int) -> Withdrawal | None:
    if not state[information.FEATURE].messages[message].stands:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return information.commands.WithdrawMessage(message=message, reason=reason)

    return Withdrawal(f"Återkalla budskap {message}", "Återkalla", build)


def _form(state: State, form: int, number: int) -> Withdrawal | None:
    voided = state[forms.FEATURE].voided.get(form)
    if voided is None or voided.number != number:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return forms.commands.Restore(form=form, reason=reason)

    return Withdrawal(f"Blankett {form} gäller igen", "Gäller igen", build)


def _on_board(state: State, recorded: Recorded) -> Withdrawal | None:
    match recorded.fact:
        case (
            board.facts.CardAdded(card=card)
            | board.facts.CardEdited(card=card)
            | board.facts.CardMoved(card=card)
        ):
            return _card(state, card)
        case board.facts.UncertaintyAnswered(uncertainty=uncertainty, card=card):
            return _answer(state, card, uncertainty, recorded.number)
        case _:
            return None


def _card(state: State, card: int) -> Withdrawal | None:
    if state[board.FEATURE].cards[card].struck:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return board.commands.StrikeCard(card=card, reason=reason)

    return Withdrawal(f"Stryk kort {card}", "Stryk kort", build)


def _answer(state: State, card: int, uncertainty: int, number: int) -> Withdrawal | None:
    answer = state[board.FEATURE].cards[card].answer
    if answer is None or answer.number != number:
        return None

    def build(_chosen: str, reason: str) -> Command:
        return board.commands.ReopenUncertainty(uncertainty=uncertainty, reason=reason)

    return Withdrawal(f"Öppna oklarhet {uncertainty} igen", "Öppna igen", build)
