"""The evaluation as ready rows: its parts in order, answers, facts, texts, measures. No Qt here."""

from collections.abc import Iterable
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import evaluation
from crisisdesk.features.evaluation.state import BEST_GRADE as BEST_GRADE
from crisisdesk.features.evaluation.state import EvaluationState, Measure, material_items, summary_items
from crisisdesk.features.evaluation.wording import GRADE_WORDS, area_name
from crisisdesk.incident import evidence
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Item, Plan, Question

MATERIAL = "material"
SUMMARY = "summary"
MEASURES = "measures"
SIGN = "sign"


class Entry(Record, kw_only=True):
    """A part of the evaluation in the list at the left. A `head` stands over those after it."""

    key: str
    title: str
    number: str = ""
    mark: str = ""
    done: bool = False
    head: bool = False


class QuestionRow(Record, kw_only=True):
    """A question with its answer; `over` is the question that it is a part of, "" for none."""

    key: str
    id: str
    number: str
    text: str
    over: str = ""
    strengths: str = ""
    weaknesses: str = ""
    grade: int = 0


class TextRow(Record, kw_only=True):
    """An item to write about; `item` "" is the summary itself."""

    item: str
    label: str
    text: str
    deep: bool = False


class MeasureRow(Record, kw_only=True):
    """A measure; `day` is its ISO date, `struck` why it was taken off."""

    key: str
    measure: int
    text: str
    area: str
    area_id: str
    owner: str
    day: str
    late: bool
    struck: str = ""


class Fact(Record, kw_only=True):
    """A figure beside a question, what it means, and the lines it rests on."""

    value: str
    label: str
    lines: tuple[int, ...] = ()


class EvaluationRows(Record, kw_only=True):
    """The whole evaluation. `signed` says who signed and when, `changed` that it was changed after that."""

    title: str
    entries: tuple[Entry, ...]
    questions: tuple[QuestionRow, ...]
    material: tuple[TextRow, ...]
    summary: tuple[TextRow, ...]
    measures: tuple[MeasureRow, ...]
    areas: tuple[tuple[str, str], ...]
    answered: int
    asked: int
    average: str = ""
    signed: str = ""
    changed: bool = False
    begun: bool = False

    def question(self, key: str) -> QuestionRow | None:
        """Return the question, None when there is none."""
        return next((row for row in self.questions if row.key == key), None)

    def measure(self, key: str) -> MeasureRow | None:
        """Return the measure, None when there is none."""
        return next((row for row in self.measures if row.key == key), None)

    def after(self, key: str) -> str:
        """Return the part after `key`, the last one for the last."""
        keys = [entry.key for entry in self.entries if not entry.head]
        at = keys.index(key) if key in keys else 0
        return keys[min(at + 1, len(keys) - 1)]

    def first_open(self) -> str:
        """Return the first question without an answer, else the first part."""
        found = (row.key for row in self.questions if not (row.strengths or row.weaknesses or row.grade))
        return next(found, MATERIAL)


def evaluation_rows(state: State, now: datetime) -> EvaluationRows | None:
    """Return the evaluation as it stands, None when the plan has none."""
    plan = state.plan
    if plan.evaluation is None:
        return None
    held = state[evaluation.FEATURE]
    answered, asked = held.answered(plan)
    average = held.average_grade()
    questions = tuple(_questions(plan, held))
    return EvaluationRows(
        title=plan.evaluation.title,
        entries=tuple(_entries(plan, held, questions)),
        questions=questions,
        material=tuple(_texts(material_items(plan), held.material)),
        summary=(
            TextRow(item="", label=plan.evaluation.summary_title, text=held.summary.get("", "")),
            *_texts(summary_items(plan), held.summary),
        ),
        measures=tuple(_measure(plan, m, now, state.zone) for m in held.measures.values()),
        areas=tuple((item.id, item.text) for item in summary_items(plan)),
        answered=answered,
        asked=asked,
        average=f"{average:.1f}".replace(".", ",") if average is not None else "",
        signed=_signed(state, held, now),
        changed=held.signed is not None and held.changed_since,
        begun=held.begun,
    )


def facts(state: State, id: str, now: datetime) -> tuple[Fact, ...]:
    """Return the figures beside the question at the moment (UTC)."""
    question = next((q for q in _every(state.plan) if q.id == id), None)
    if question is None:
        return ()
    return tuple(
        Fact(value=figure.value, label=figure.label, lines=figure.lines)
        for figure in evidence.evidence(state, question, now)
    )


def grade_words(grade: int) -> str:
    """Return `4 av 5, bra`, "" for no grade."""
    return f"{grade} av {BEST_GRADE}, {GRADE_WORDS[grade]}" if grade else ""


def _every(plan: Plan) -> Iterable[Question]:
    for question in plan.evaluation.questions if plan.evaluation is not None else ():
        yield question
        yield from question.parts


def _entries(plan: Plan, held: EvaluationState, questions: tuple[QuestionRow, ...]) -> Iterable[Entry]:
    if plan.evaluation is None:
        return
    whole = plan.evaluation
    noted = sum(1 for item in material_items(plan) if held.material.get(item.id))
    yield Entry(
        key=MATERIAL,
        title=whole.material_title,
        mark=f"{noted}/{len(material_items(plan))}",
        done=0 < noted == len(material_items(plan)),
    )
    yield Entry(key="head:questions", title=whole.questions_title, head=True)
    by_id = {row.id: row for row in questions}
    for question in whole.questions:
        if question.parts:
            title = f"{question.number} {question.short or question.text}"
            yield Entry(key=f"head:{question.id}", title=title, head=True)
        for leaf in question.parts or (question,):
            yield _question_entry(leaf, by_id[leaf.id])
    yield Entry(key="head:end", title="Slutsatser", head=True)
    yield Entry(key=SUMMARY, title=whole.summary_title, done=any(held.summary.values()))
    standing = len(held.standing_measures())
    yield Entry(key=MEASURES, title="Åtgärder", mark=str(standing or ""))
    yield Entry(key=SIGN, title="Signera", done=held.finished)


def _question_entry(question: Question, row: QuestionRow) -> Entry:
    return Entry(
        key=row.key,
        number=question.number,
        title=question.short or question.text,
        mark=str(row.grade or ""),
        done=bool(row.strengths or row.weaknesses or row.grade),
    )


def _questions(plan: Plan, held: EvaluationState) -> Iterable[QuestionRow]:
    for question in plan.evaluation.questions if plan.evaluation is not None else ():
        for leaf in question.parts or (question,):
            yield _question(leaf, question, held)


def _question(leaf: Question, over: Question, held: EvaluationState) -> QuestionRow:
    answer = held.answers.get(leaf.id)
    return QuestionRow(
        key=f"question:{leaf.id}",
        id=leaf.id,
        number=leaf.number,
        text=leaf.text,
        over="" if over is leaf else over.text,
        strengths=answer.strengths if answer is not None else "",
        weaknesses=answer.weaknesses if answer is not None else "",
        grade=answer.grade if answer is not None else 0,
    )


def _texts(items: Iterable[Item], written: dict[str, str]) -> Iterable[TextRow]:
    for item in items:
        label = f"{item.number} {item.text}".strip()
        deep = len(item.number) > 1
        yield TextRow(item=item.id, label=label, text=written.get(item.id, ""), deep=deep)


def _measure(plan: Plan, measure: Measure, now: datetime, zone: str) -> MeasureRow:
    return MeasureRow(
        key=f"measure:{measure.measure}",
        measure=measure.measure,
        text=measure.text,
        area=area_name(plan, measure.area),
        area_id=measure.area,
        owner=measure.owner,
        day=measure.due_on,
        late=measure.is_late(swedish.local(now, zone).date()),
        struck=measure.struck,
    )


def _signed(state: State, held: EvaluationState, now: datetime) -> str:
    if held.signed is None:
        return ""
    when = swedish.near(held.signed.at, state.zone, now)
    return f"{swedish.listed(held.signed.by)}, {when}"
