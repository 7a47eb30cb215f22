"""Cards, columns and evaluation: a role card has its function, a purpose its one column."""

from collections.abc import Iterator

from crisisdesk.plan.checks.phases import unknown
from crisisdesk.plan.checks.problem import Place, Problem, at
from crisisdesk.plan.content import Card, Column, ColumnPurpose, Evaluation, Plan, Question
from crisisdesk.plan.words import field


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the errors of the cards, the columns and the evaluation."""
    taken: dict[str, str] = {}
    for card in plan.cards:
        yield from _card(plan, card)
        if card.function and card.function in taken:
            yield at("cards", card).error(f"funktionen har redan kort {taken[card.function]}.")
        taken.setdefault(card.function, card.id)
    yield from _columns(plan.columns)
    if plan.evaluation:
        yield from _evaluation(plan.evaluation)


def _card(plan: Plan, card: Card) -> Iterator[Problem]:
    """Yield the errors of a card and its items."""
    place = at("cards", card)
    functions = {function.id for function in plan.functions}
    if card.kind == "role_card" and card.function not in functions:
        yield place.error(unknown("function", card.function, "rollkortets funktion", functions))
    if card.kind != "role_card" and card.function:
        yield place.error(f"{field('function')} får bara stå på ett rollkort (role_card).")
    if not card.items:
        yield place.error(f"{field('items')} är tom. Förväntade minst en punkt.")
    agendas = {agenda.id for agenda in plan.agendas}
    for item in card.walk():
        if item.agenda and item.agenda not in agendas:
            yield at("cards", item).error(unknown("agenda", item.agenda, "dagordningen", agendas))


def _columns(columns: tuple[Column, ...]) -> Iterator[Problem]:
    """Yield the errors of the board's columns."""
    first: dict[ColumnPurpose, str] = {}
    for column in columns:
        place = at("columns", column)
        if not column.title.strip():
            yield place.error(f"{field('title')} är tomt. Förväntade minst ett ord.")
        if column.purpose != "plain" and column.purpose in first:
            yield place.error(f"{field('purpose')}: {column.purpose} finns redan på {first[column.purpose]}.")
        first.setdefault(column.purpose, column.id)


def _evaluation(evaluation: Evaluation) -> Iterator[Problem]:
    """Yield the errors of the evaluation: no questions, or `none` beside other evidence."""
    if not evaluation.questions:
        place = Place("evaluation", "", "utvärderingen")
        yield place.error(f"{field('questions')} saknas. Förväntade minst en.")
    for question in evaluation.questions:
        for each in (question, *question.parts):
            yield from _question(each)


def _question(question: Question) -> Iterator[Problem]:
    """Yield an error when `none` stands beside other evidence."""
    if "none" in question.evidence and len(question.evidence) > 1:
        yield at("evaluation", question).error(f"{field('evidence')}: none står ensamt eller inte alls.")
