"""What may be written in the evaluation."""

from collections.abc import Iterable
from datetime import date

from crisisdesk.base import swedish
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.evaluation import commands, facts, wording
from crisisdesk.features.evaluation.state import (
    BEST_GRADE,
    EvaluationState,
    Measure,
    material_items,
    questions,
    summary_items,
)
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Item, Plan
from crisisdesk.plan.given import Given


def _material(state: EvaluationState, command: commands.NoteMaterial, given: Given) -> tuple[Fact, ...]:
    item = _item(material_items(given.plan), command.item)
    text = command.text.strip()
    return () if text == state.material.get(item, "") else (facts.MaterialNoted(item=item, text=text),)


def _answer(state: EvaluationState, command: commands.AnswerQuestion, given: Given) -> tuple[Fact, ...]:
    question = _question(given.plan, command.question)
    old = state.answers.get(question)
    new = facts.QuestionAnswered(
        question=question,
        strengths=_changed(command.strengths, old.strengths if old else ""),
        weaknesses=_changed(command.weaknesses, old.weaknesses if old else ""),
        grade=_grade(command.grade, old.grade if old else 0),
    )
    before = (old.strengths, old.weaknesses, old.grade) if old else ("", "", 0)
    return () if before == (new.strengths, new.weaknesses, new.grade) else (new,)


def _summary(state: EvaluationState, command: commands.SaveSummary, given: Given) -> tuple[Fact, ...]:
    item = _item(summary_items(given.plan), command.item) if command.item.strip() else ""
    text = command.text.strip()
    return () if text == state.summary.get(item, "") else (facts.SummarySaved(item=item, text=text),)


def _add_measure(state: EvaluationState, command: commands.AddMeasure, given: Given) -> tuple[Fact, ...]:
    added = facts.MeasureAdded(
        measure=len(state.measures) + 1,
        text=_required(command.text, wording.MEASURE_MISSING, "text"),
        area=command.area.strip(),
        owner=_required(command.owner, wording.OWNER_MISSING, "owner"),
        due_on=_day(command.due_on),
    )
    return (added,)


def _change_measure(
    state: EvaluationState, command: commands.ChangeMeasure, given: Given
) -> tuple[Fact, ...]:
    old = _measure(state, command.measure)
    new = facts.MeasureChanged(
        measure=old.measure,
        text=_required(_changed(command.text, old.text), wording.MEASURE_MISSING, "text"),
        area=_changed(command.area, old.area),
        owner=_required(_changed(command.owner, old.owner), wording.OWNER_MISSING, "owner"),
        due_on=_day(_changed(command.due_on, old.due_on)),
    )
    before = (old.text, old.area, old.owner, old.due_on)
    return () if before == (new.text, new.area, new.owner, new.due_on) else (new,)


def _strike_measure(
    state: EvaluationState, command: commands.StrikeMeasure, given: Given
) -> tuple[Fact, ...]:
    measure = _measure(state, command.measure)
    reason = _required(command.reason, wording.STRIKE_REASON_MISSING, "reason")
    return (facts.MeasureStruck(measure=measure.measure, reason=reason),)


def _sign(state: EvaluationState, command: commands.SignEvaluation, given: Given) -> tuple[Fact, ...]:
    by = tuple(dict.fromkeys(sign.strip() for sign in command.by if sign.strip()))
    if not by:
        raise RuleBroken(wording.SIGN_MISSING, "by")
    if not state.begun:
        raise RuleBroken(wording.NOTHING_TO_SIGN)
    if state.finished and state.signed is not None and state.signed.by == by:
        return ()
    return (facts.EvaluationSigned(by=by),)


def _required(text: str, sentence: str, field: str) -> str:
    if not text.strip():
        raise RuleBroken(sentence, field)
    return text.strip()


def _changed(new: str | None, old: str) -> str:
    return old if new is None else new.strip()


def _grade(new: int | None, old: int) -> int:
    if new is None:
        return old
    if not 0 <= new <= BEST_GRADE:
        raise RuleBroken(wording.BAD_GRADE, "grade")
    return new


def _day(text: str) -> str:
    text = _required(text, wording.DAY_MISSING, "due_on")
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise RuleBroken(wording.BAD_DAY, "due_on") from None


def _item(known: Iterable[Item], id: str) -> str:
    if all(item.id != id.strip() for item in known):
        raise RuleBroken(wording.NO_ITEM.format(item=id), "item")
    return id.strip()


def _question(plan: Plan, id: str) -> str:
    id = id.strip()
    if any(question.id == id for question in questions(plan)):
        return id
    asked = plan.evaluation.questions if plan.evaluation is not None else ()
    whole = next((question for question in asked if question.id == id), None)
    if whole is None:
        raise RuleBroken(wording.NO_QUESTION.format(question=id), "question")
    parts = swedish.listed([part.number for part in whole.parts])
    raise RuleBroken(wording.IN_PARTS.format(question=whole.number, parts=parts), "question")


def _measure(state: EvaluationState, number: int) -> Measure:
    measure = state.measures.get(number)
    if measure is None:
        raise RuleBroken(wording.NO_MEASURE.format(number=number), "measure")
    if measure.struck:
        raise RuleBroken(wording.STRUCK.format(number=number), "measure")
    return measure


RULES: Rules[EvaluationState] = {
    commands.NoteMaterial: _material,
    commands.AnswerQuestion: _answer,
    commands.SaveSummary: _summary,
    commands.AddMeasure: _add_measure,
    commands.ChangeMeasure: _change_measure,
    commands.StrikeMeasure: _strike_measure,
    commands.SignEvaluation: _sign,
}
