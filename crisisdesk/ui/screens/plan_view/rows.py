"""The plan as sections of lines to read, and what is missing in it. No Qt here."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from msgspec.structs import replace

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.plan import checks, freshness
from crisisdesk.plan.content import (
    Agenda,
    Card,
    Contact,
    Field,
    Function,
    Item,
    ListKind,
    Phase,
    Plan,
    Point,
    Question,
    Step,
)

Tone = Literal["plain", "quiet", "strong", "warn", "alarm"]

NOT_GIVEN = "ej angivet"
VACANT = "vakant"
NO_NUMBER = "nummer saknas"
REPEATS = "löpande"
MORE_HITS = "Fler rader passar. Skriv ett ord till."
MOST_HITS = 60
MISSING = "missing"
"""The key of the section that says what is missing."""

_TABLES = {
    "phases": "Steg utan ansvarig",
    "functions": "Funktioner",
    "agendas": "Dagordningar",
    "columns": "Lägesbild",
    "cards": "Kort",
    "contacts": "Kontakter",
}


class Line(Record, kw_only=True):
    """A line to read. `side` stands at the right, such as who is responsible or a telephone number; `place`
    is where the line is worked with.
    """

    key: str
    text: str
    number: str = ""
    note: str = ""
    side: str = ""
    tone: Tone = "quiet"
    depth: int = 0
    head: bool = False
    place: str = ""


class Section(Record, kw_only=True):
    """A part of the plan; `short` names it in a list. `count` is how much is missing, where it lists that."""

    key: str
    title: str
    short: str
    icon: str
    lines: tuple[Line, ...]
    count: int = 0


def sections(plan: Plan, today: date) -> tuple[Section, ...]:
    """Return the plan's sections in its order, what is missing last."""
    found = [
        _about(plan),
        *(_phase(phase) for phase in plan.phases),
        *(_agenda(agenda) for agenda in plan.agendas),
        *_cards(plan),
        _functions(plan),
        _contacts(plan, today),
        _evaluation(plan),
        _blank(plan),
        _missing(plan, today),
    ]
    return tuple(section for section in found if section.lines)


def search(found: Sequence[Section], words: str) -> tuple[Line, ...]:
    """Return the lines that hold every word, under the title of their section; nothing for no words.

    At most `MOST_HITS` lines: more say nothing, and a last heading says that there are more.
    """
    wanted = words.casefold().split()
    if not wanted:
        return ()
    lines: list[Line] = []
    for section in found:
        hits = [line for line in section.lines if not line.head and _holds(line, wanted)]
        if hits and section.key != MISSING:
            lines.append(Line(key=f"in:{section.key}", text=section.title, head=True))
            lines += [_renamed(section, line) for line in hits]
    if len(lines) <= MOST_HITS:
        return tuple(lines)
    return (*lines[:MOST_HITS], Line(key="more", text=MORE_HITS, head=True))


def _holds(line: Line, wanted: Sequence[str]) -> bool:
    said = f"{line.number} {line.text} {line.note} {line.side}".casefold()
    return all(word in said for word in wanted)


def _renamed(section: Section, line: Line) -> Line:
    """Return the line with a key of its own among the lines of all sections."""
    return replace(line, key=f"{section.key}/{line.key}")


def _about(plan: Plan) -> Section:
    head = plan.plan
    said = (
        ("Förvaltning", head.organisation),
        ("Kommun", head.municipality),
        ("Diarienummer", head.case),
        ("Version", head.version),
        *((adoption.by, adoption.on) for adoption in head.adopted),
        ("Ledningsplats", head.place),
        ("Nödläge", head.emergency),
    )
    lines = [Line(key=name, text=name, note=value) for name, value in said if value]
    return Section(key="about", title=head.title, short="Om planen", icon="book-open", lines=tuple(lines))


def _phase(phase: Phase) -> Section:
    lines = list(_steps(phase)) if phase.kind == "steps" else list(_fields(phase.fields))
    return Section(
        key=f"phase:{phase.id}",
        title=f"{phase.number} {phase.title}",
        short=f"{phase.number} {phase.short}",
        icon=phase.icon,
        lines=tuple(lines),
    )


def _steps(phase: Phase) -> Iterable[Line]:
    groups = {group.id: group for group in phase.groups}
    over = ""
    for step in phase.steps:
        if step.group and step.group != over:
            group = groups[step.group]
            yield Line(key=group.id, text=f"{group.number} {group.text}", head=True)
        over = step.group
        yield Line(
            key=step.id,
            number=step.number,
            text=step.text,
            note=" ".join(part for part in (_grounds(step), step.note) if part),
            side=step.responsible or NOT_GIVEN,
            tone="quiet" if step.responsible else "warn",
            place=f"step:{step.id}",
        )


def _grounds(step: Step) -> str:
    grounds = step.branch.grounds if step.branch is not None else ()
    named = [f"{ground.number}) {ground.text[:1].lower()}{ground.text[1:]}" for ground in grounds]
    return f"Grund: {swedish.listed(named)}." if named else ""


def _fields(fields: Sequence[Field], depth: int = 0) -> Iterable[Line]:
    for field in fields:
        note = field.hint or (f"Tabell: {swedish.listed(field.columns)}" if field.columns else "")
        yield Line(
            key=field.id,
            number=field.number,
            text=field.text,
            note=note,
            depth=depth,
            place=f"field:{field.id}",
        )
        yield from _fields(field.parts, depth + 1)


def _agenda(agenda: Agenda) -> Section:
    lines = tuple(_points(agenda.points))
    return Section(
        key=f"agenda:{agenda.id}",
        title=agenda.title,
        short=agenda.short,
        icon="calendar-clock",
        lines=lines,
    )


def _points(points: Sequence[Point], depth: int = 0) -> Iterable[Line]:
    for point in points:
        yield Line(key=point.id, number=point.number, text=point.text, depth=depth)
        yield from _points(point.points, depth + 1)


def _cards(plan: Plan) -> Iterable[Section]:
    kinds: tuple[tuple[ListKind, str, str], ...] = (
        ("role_card", "Rollkort", "book-user"),
        ("action_card", "Åtgärdskort", "flame"),
        ("room", "Krisledningsrummet", "presentation"),
    )
    for kind, title, icon in kinds:
        cards = [card for card in plan.cards if card.kind == kind]
        lines = tuple(line for card in cards for line in _card(card))
        yield Section(key=kind, title=title, short=title, icon=icon, lines=lines)


def _card(card: Card) -> Iterable[Line]:
    yield Line(key=card.id, text=card.title, head=True)
    yield from _items(card.items, card)


def _items(items: Sequence[Item], card: Card, depth: int = 0) -> Iterable[Line]:
    for item in items:
        yield Line(
            key=item.id,
            number=item.number,
            text=item.text,
            side=REPEATS if item.repeats else "",
            depth=depth,
            place=f"{card.kind}:{card.id}",
        )
        yield from _items(item.items, card, depth + 1)


def _functions(plan: Plan) -> Section:
    listed = plan.call_list
    title = listed.title if listed is not None else "Funktioner"
    titles = {function.id: function.title for function in plan.functions}
    lines = [_function(function, titles) for function in plan.functions]
    if listed is not None and listed.others:
        lines.append(Line(key="others", text="Andra som larmas", head=True))
        lines += [Line(key=f"other:{name}", text=name) for name in listed.others]
    short = listed.short if listed is not None else title
    return Section(key="functions", title=title, short=short, icon="id-card", lines=tuple(lines))


def _function(function: Function, titles: dict[str, str]) -> Line:
    stands_in = f"Ersättare för {titles[function.deputy_of].lower()}" if function.deputy_of else ""
    return Line(
        key=function.id,
        text=function.title,
        note=stands_in,
        side=function.post or VACANT,
        tone="quiet" if function.post else "alarm",
        place=f"function:{function.id}",
    )


def _contacts(plan: Plan, today: date) -> Section:
    lines: list[Line] = []
    for group in plan.contacts:
        lines.append(Line(key=group.id, text=group.title, head=True))
        lines += _contact_lines(group.id, group.contacts, today)
    for card in plan.cards:
        if card.contacts:
            lines.append(Line(key=f"of:{card.id}", text=card.title, head=True))
            lines += _contact_lines(card.id, card.contacts, today)
    return Section(key="contacts", title="Kontakter", short="Kontakter", icon="phone", lines=tuple(lines))


def _contact_lines(owner: str, contacts: Sequence[Contact], today: date) -> Iterable[Line]:
    for place, contact in enumerate(contacts):
        old = freshness.warning(contact.checked, today)
        phones = " · ".join(phone for phone in (contact.phone, contact.alternative) if phone)
        ways = [way for way in (contact.email, contact.web, contact.note, old) if way]
        yield Line(
            key=f"{owner}:{place}",
            text=contact.title,
            note=", ".join(ways),
            side=phones or ("" if contact.email or contact.web else NO_NUMBER),
            tone="strong" if phones else "warn",
        )


def _evaluation(plan: Plan) -> Section:
    evaluation = plan.evaluation
    if evaluation is None:
        return Section(key="evaluation", title="", short="", icon="file-check", lines=())
    lines = [Line(key="material", text=evaluation.material_title, head=True)]
    lines += [Line(key=item.id, number=item.number, text=item.text) for item in evaluation.material]
    lines.append(Line(key="questions", text=evaluation.questions_title, head=True))
    lines += _questions(evaluation.questions)
    lines.append(Line(key="summary", text=evaluation.summary_title, head=True))
    lines += _plain_items(evaluation.summary)
    title = f"{evaluation.number} {evaluation.title}".strip()
    return Section(key="evaluation", title=title, short=title, icon="file-check", lines=tuple(lines))


def _questions(questions: Sequence[Question], depth: int = 0) -> Iterable[Line]:
    for question in questions:
        yield Line(key=question.id, number=question.number, text=question.text, depth=depth)
        yield from _questions(question.parts, depth + 1)


def _plain_items(items: Sequence[Item], depth: int = 0) -> Iterable[Line]:
    for item in items:
        yield Line(key=item.id, number=item.number, text=item.text, depth=depth)
        yield from _plain_items(item.items, depth + 1)


def _blank(plan: Plan) -> Section:
    if plan.blank is None:
        return Section(key="blank", title="", short="", icon="file-text", lines=())
    lines = tuple(_plain_items(plan.blank.fields))
    return Section(
        key="blank",
        title=f"{plan.blank.number} {plan.blank.title}",
        short=plan.blank.number,
        icon="file-text",
        lines=lines,
    )


def _missing(plan: Plan, today: date) -> Section:
    """Say what is wrong and what is missing, gathered by part of the plan."""
    found = checks.problems(plan, today=today)
    steps = {step.id for phase in plan.phases for step in phase.steps}
    lines: list[Line] = []
    for table in dict.fromkeys(problem.table for problem in found):
        lines.append(Line(key=table, text=_TABLES.get(table, table), head=True))
        lines += [
            Line(
                key=f"{table}:{place}",
                text=problem.sentence,
                side="fel" if problem.severity == "error" else "",
                tone="alarm" if problem.severity == "error" else "quiet",
                place=f"step:{problem.target}" if problem.target in steps else "",
            )
            for place, problem in enumerate(found)
            if problem.table == table
        ]
    return Section(
        key=MISSING,
        title="Det som saknas",
        short="Det som saknas",
        icon="triangle-alert",
        lines=tuple(lines),
        count=len(found),
    )
