"""Every numbered thing of a plan in one list: for `crisisdesk plan show` and checks that concern them all."""

from collections.abc import Iterable, Iterator
from typing import Literal

from crisisdesk.base.record import Record
from crisisdesk.plan.content import (
    Agenda,
    Blank,
    CallList,
    Card,
    Evaluation,
    Field,
    Function,
    Item,
    Phase,
    Plan,
    Point,
    Question,
    Step,
)

Kind = Literal[
    "phase",
    "heading",
    "step",
    "ground",
    "field",
    "point",
    "card",
    "item",
    "call_list",
    "function",
    "material",
    "question",
    "summary",
    "blank_field",
]


class Listed(Record, kw_only=True):
    """A numbered thing of the plan; `part` is the part that holds it, such as `3 Bedömning och larmfas`."""

    id: str
    number: str
    text: str
    responsible: str = ""
    part: str
    kind: Kind


def items(plan: Plan) -> tuple[Listed, ...]:
    """Return every numbered thing in the plan's own order: what a person can point at."""
    return tuple(_all(plan))


def _all(plan: Plan) -> Iterator[Listed]:
    """Yield the parts in the order of the paper: phases, agendas, cards, call list, evaluation, blank."""
    for phase in plan.phases:
        yield from _phase(phase)
    for agenda in plan.agendas:
        yield from _agenda(agenda)
    for card in plan.cards:
        yield from _card(card)
    yield from _people(plan.functions, plan.call_list)
    if plan.evaluation:
        yield from _evaluation(plan.evaluation)
    if plan.blank:
        yield from _blank(plan.blank)


def _phase(phase: Phase) -> Iterator[Listed]:
    """Yield the phase, its headings where their first step is, its steps with their grounds, its fields."""
    part = _part(phase.number, phase.title)
    yield Listed(id=phase.id, number=phase.number, text=phase.title, part=part, kind="phase")
    shown = {""}
    for step in phase.steps:
        if step.group not in shown:
            yield from _heading(phase, step.group, part)
        shown.add(step.group)
        yield from _step(step, part)
    for field in phase.fields:
        yield from _field(field, part)


def _heading(phase: Phase, id: str, part: str) -> Iterator[Listed]:
    """Yield the heading with the id, if the phase has it."""
    for group in phase.groups:
        if group.id == id:
            yield Listed(id=id, number=group.number, text=group.text, part=part, kind="heading")


def _step(step: Step, part: str) -> Iterator[Listed]:
    """Yield the step and the grounds of its branch."""
    yield Listed(
        id=step.id, number=step.number, text=step.text, responsible=step.responsible, part=part, kind="step"
    )
    for ground in step.branch.grounds if step.branch else ():
        yield Listed(id=ground.id, number=ground.number, text=ground.text, part=part, kind="ground")


def _field(field: Field, part: str) -> Iterator[Listed]:
    """Yield the field and its parts."""
    yield Listed(id=field.id, number=field.number, text=field.text, part=part, kind="field")
    for each in field.parts:
        yield from _field(each, part)


def _agenda(agenda: Agenda) -> Iterator[Listed]:
    """Yield the points; the agenda itself often shares its id with the step that leads to it."""
    for point in agenda.walk():
        yield _point(point, agenda.title)


def _point(point: Point, part: str) -> Listed:
    """Return the point as listed."""
    return Listed(id=point.id, number=point.number, text=point.text, part=part, kind="point")


def _card(card: Card) -> Iterator[Listed]:
    """Yield the card and its items."""
    part = _part(card.number, card.title)
    yield Listed(id=card.id, number=card.number, text=card.title, part=part, kind="card")
    yield from _items(card.walk(), part, "item")


def _people(functions: tuple[Function, ...], calls: CallList | None) -> Iterator[Listed]:
    """Yield the call list and the functions; a function's post stands as who is responsible."""
    part = _part(calls.number, calls.title) if calls else "Funktioner"
    if calls:
        yield Listed(id=calls.id, number=calls.number, text=calls.title, part=part, kind="call_list")
    for each in functions:
        yield Listed(
            id=each.id, number="", text=each.title, responsible=each.post, part=part, kind="function"
        )


def _evaluation(evaluation: Evaluation) -> Iterator[Listed]:
    """Yield the material, the questions with their parts, and the points of the summary."""
    part = _part(evaluation.number, evaluation.title)
    yield from _items(_walk(evaluation.material), part, "material")
    for question in evaluation.questions:
        yield from _question(question, part)
    yield from _items(_walk(evaluation.summary), part, "summary")


def _question(question: Question, part: str) -> Iterator[Listed]:
    """Yield the question and its parts."""
    yield Listed(id=question.id, number=question.number, text=question.text, part=part, kind="question")
    for each in question.parts:
        yield from _question(each, part)


def _blank(blank: Blank) -> Iterator[Listed]:
    """Yield the headings of the blank form."""
    yield from _items(_walk(blank.fields), _part(blank.number, blank.title), "blank_field")


def _items(found: Iterable[Item], part: str, kind: Kind) -> Iterator[Listed]:
    """Yield items as listed."""
    for item in found:
        yield Listed(id=item.id, number=item.number, text=item.text, part=part, kind=kind)


def _walk(found: tuple[Item, ...]) -> Iterator[Item]:
    """Yield the items and all below them."""
    for item in found:
        yield from item.walk()


def _part(number: str, title: str) -> str:
    """Return `3 Bedömning och larmfas`."""
    return f"{number} {title}".strip()
