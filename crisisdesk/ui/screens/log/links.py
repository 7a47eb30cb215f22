"""What a line is about and what is about it, as places to go to: links both ways."""

from collections.abc import Iterator

from crisisdesk.features import attachments, board, calls, decisions, log, tasks
from crisisdesk.features.calls.wording import name
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.pane_look import Link
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.screens.log.rows import short

MOST = 8
"""More links than these are left to the thing's own screen."""

_THINGS = ("decision", "task", "card", "message", "board")


def links(state: State, number: int) -> tuple[Link, ...]:
    """Return where the line leads, then what leads to it, each place once; `MOST` at the most each way."""
    out = _distinct(_outward(state, number))
    known = {link.place for link in out} | {f"line:{number}"}
    inward = [link for link in _distinct(_inward(state, number)) if link.place not in known]
    return (*out[:MOST], *inward[-MOST:])


def left_out(state: State, number: int) -> int:
    """Return how many links there are beside those that `links` names."""
    out = _distinct(_outward(state, number))
    known = {link.place for link in out} | {f"line:{number}"}
    inward = [link for link in _distinct(_inward(state, number)) if link.place not in known]
    return max(len(out) - MOST, 0) + max(len(inward) - MOST, 0)


def _distinct(found: Iterator[Link]) -> list[Link]:
    return list({link.place: link for link in found}.values())


def _outward(state: State, number: int) -> Iterator[Link]:
    line = state.timeline.says(number)
    for ref in line.refs:
        kind, _, id = ref.partition(":")
        link = _line_link(state, number, int(id)) if kind == "line" else _thing_link(state, kind, id)
        if link is not None:
            yield link
    entry = state[log.FEATURE].entries.get(number)
    if entry is not None and entry.fact.paper is not None:
        form = entry.fact.paper.form
        yield Link(place=f"form:{form}", text=f"Blankett {form}", icon=_ICONS["form"])
    if entry is not None and entry.because:
        said = short(state.timeline.says(entry.because).text)
        yield Link(
            place=f"line:{entry.because}", text=f"Enligt nr {entry.because}: {said}", icon="badge-check"
        )


def _line_link(state: State, number: int, other: int) -> Link | None:
    if not 0 < other <= len(state.timeline.lines):
        return None
    strikes = state.timeline.says(number).strikes == other
    text = f"{'Stryker nr' if strikes else 'Nr'} {other}: {short(state.timeline.says(other).text)}"
    return Link(place=f"line:{other}", text=text, icon="strikethrough" if strikes else "scroll-text")


def _thing_link(state: State, kind: str, id: str) -> Link | None:
    icon = _ICONS.get(kind, "link")
    match kind:
        case "decision":
            return Link(place=f"decision:{id}", text=f"Beslut {id}", icon=icon, token="k_dec")
        case "task":
            return Link(place=f"task:{id}", text=_task_words(state, int(id)), icon=icon, token="k_task")
        case "step":
            return _item_link(state.plan, id)
        case "call":
            return _call_link(state, int(id))
        case "card":
            return Link(place=f"card:{id}", text=card_words(state, int(id)), icon=icon)
        case "meeting":
            return Link(place=f"meeting:{id}", text=f"Möte {id}", icon=icon, token="k_meet")
        case "function":
            return Link(place=f"function:{id}", text=_function_words(state.plan, id), icon=icon)
        case "message":
            return Link(place=f"message:{id}", text=f"Budskap {id}", icon=icon, token="k_out")
        case "board" | "form":
            word = "Lägesbild" if kind == "board" else "Blankett"
            return Link(place=f"{kind}:{id}", text=f"{word} {id}", icon=icon)
        case _:
            # An uncertainty is reached through its card, a point through its meeting, which stand beside.
            return None


_ICONS = {
    "decision": "gavel",
    "task": "square-check-big",
    "card": "layout-dashboard",
    "meeting": "users",
    "function": "id-card",
    "message": "megaphone",
    "board": "snowflake",
    "form": "file-text",
}


def card_words(state: State, card: int) -> str:
    """Return how a card is named: `Lägesbild: Händelse, kort 4`, an uncertainty by its own number."""
    held = state[board.FEATURE].cards.get(card)
    if held is None:
        return f"Kort {card}"
    if held.uncertainty:
        return f"Lägesbild: oklarhet {held.uncertainty}"
    return f"Lägesbild: {state.plan.column(held.column).title}, kort {card}"


def _task_words(state: State, task: int) -> str:
    held = state[tasks.FEATURE].tasks.get(task)
    return f"Uppgift {task}: {short(held.text)}" if held is not None else f"Uppgift {task}"


def _item_link(plan: Plan, item: str) -> Link | None:
    """Return the link to a thing that is ticked: a step of a phase, a whole sheet, or an item of a card."""
    for phase in plan.phases:
        if phase.id == item:
            return Link(place=f"phase:{item}", text=f"{phase.number} {phase.short}", icon=phase.icon)
        for step in phase.steps:
            if step.id == item:
                return Link(place=f"step:{item}", text=f"Steg {step.number}", icon="list-checks")
    card = next((card for card in plan.cards if any(i.id == item for i in card.walk())), None)
    if card is None or card.kind == "room":
        return None
    return Link(place=f"{card.kind}:{card.id}", text=card.title, icon=card.icon)


def _call_link(state: State, call: int) -> Link:
    held = state[calls.FEATURE].calls[call]
    together = len(state[calls.FEATURE].by_line.get(held.number, ())) > 1
    place, text = "call_list", "Larmlistan"
    if not together:
        place, text = f"call:{call}", f"Samtal: {name(state.plan, held.target)}"
    return Link(place=place, text=text, icon="phone", token="k_call")


def _function_words(plan: Plan, id: str) -> str:
    return next((f.title for f in plan.functions if f.id == id), id)


def _inward(state: State, number: int) -> Iterator[Link]:
    about = state.timeline.about
    for other in about.get(f"line:{number}", ()):
        recorded = state.timeline.line(other)
        if not isinstance(recorded.fact, attachments.facts.FileAttached):  # the attachments stand beside
            yield _naming(state, number, recorded)
    for ref in state.timeline.says(number).refs:
        if ref.partition(":")[0] in _THINGS:
            for other in about.get(ref, ()):
                if other != number:
                    yield _plain(state.timeline.line(other))


def _naming(state: State, number: int, recorded: Recorded) -> Link:
    """Return the link to what a later line says of this one: the thing it led to, or the line."""
    match recorded.fact:
        case board.facts.CardAdded(card=card):
            return Link(place=f"card:{card}", text=card_words(state, card), icon="layout-dashboard")
        case board.facts.UncertaintyAnswered(uncertainty=uncertainty, card=card):
            return Link(
                place=f"card:{card}",
                text=f"Besvarar oklarhet {uncertainty}",
                icon="circle-question-mark",
                token="k_unc",
            )
        case decisions.facts.DecisionRecorded(decision=decision):
            text = f"Underlag för beslut {decision}"
            return Link(place=f"decision:{decision}", text=text, icon="gavel", token="k_dec")
        case tasks.facts.TaskAdded(task=task):
            text = _task_words(state, task)
            return Link(place=f"task:{task}", text=text, icon="square-check-big", token="k_task")
        case log.facts.EntryRecorded(corrects=corrects) if corrects == number:
            text = f"Rättad av nr {recorded.number}: {short(recorded.line.text if recorded.line else '')}"
            return Link(place=f"line:{recorded.number}", text=text, icon="pen-line")
        case _:
            return _plain(recorded)


def _plain(recorded: Recorded) -> Link:
    line = recorded.line
    text = f"Nr {recorded.number}: {short(line.text if line is not None else '')}"
    look = KINDS[line.kind if line is not None else "note"]
    return Link(place=f"line:{recorded.number}", text=text, icon=look.icon, token=look.token)
