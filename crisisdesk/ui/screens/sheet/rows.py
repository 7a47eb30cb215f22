"""The fact sheet's fields as ready rows: what is asked, what was saved, and when. No Qt here."""

from collections.abc import Iterable
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import checklists, intake, lifecycle
from crisisdesk.features.intake.state import IntakeState
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Field, FieldKind, Phase

NO_SIGN = "–"
TICKED = "ja"
"""What a ticked field says."""

FEEDS_BOARD = "Blir prognosen på lägesbilden."


class LeafRow(Record, kw_only=True):
    """A field that takes an answer. `label` is "" when it is the whole question; `saved` says when it was.

    `cells` are the rows of a table by their number.
    """

    key: str
    kind: FieldKind
    name: str
    label: str = ""
    hint: str = ""
    note: str = ""
    value: str = ""
    saved: str = ""
    columns: tuple[str, ...] = ()
    cells: tuple[tuple[int, tuple[str, ...]], ...] = ()


class QuestionRow(Record, kw_only=True):
    """A numbered question with the fields that answer it."""

    key: str
    number: str
    text: str
    answered: bool
    leaves: tuple[LeafRow, ...]


class SheetRows(Record, kw_only=True):
    """The whole sheet. `signed` says who signed it and when, "" while nobody has."""

    title: str
    done: int
    total: int
    questions: tuple[QuestionRow, ...]
    keeper: str
    stamp: str
    signed: str = ""
    onward: str = ""
    onward_place: str = ""

    def leaves(self) -> list[LeafRow]:
        """Return every field that takes an answer, in order."""
        return [leaf for question in self.questions for leaf in question.leaves]


def sheet_rows(state: State, phase_id: str, now: datetime) -> SheetRows:
    """Return the sheet as it stands at the moment (UTC); KeyError when the plan has no such phase."""
    phase = state.plan.phase(phase_id)
    progress = queries.progress(state, phase)
    after = _after(state, phase)
    return SheetRows(
        title=f"{phase.number} {phase.title}",
        done=progress.done,
        total=progress.total,
        questions=tuple(_question(state, field, now) for field in phase.fields),
        keeper=state[lifecycle.FEATURE].keeper or NO_SIGN,
        stamp=swedish.stamp(now, state.zone),
        signed=_signed(state, phase, now),
        onward=f"{after.number} {after.short}" if after is not None else "",
        onward_place=f"phase:{after.id}" if after is not None else "",
    )


def _question(state: State, field: Field, now: datetime) -> QuestionRow:
    leaves = tuple(_leaves(state, field, now))
    return QuestionRow(
        key=field.id,
        number=field.number,
        text=field.text,
        answered=any(leaf.value or leaf.cells for leaf in leaves),
        leaves=leaves,
    )


def _leaves(state: State, field: Field, now: datetime) -> Iterable[LeafRow]:
    answers = state[intake.FEATURE]
    for leaf in field.leaves():
        part = leaf is not field
        letter = leaf.number.removeprefix(field.number)
        yield LeafRow(
            key=leaf.id,
            kind=leaf.kind,
            name=f"{leaf.number} {leaf.text}",
            label=f"{letter}) {leaf.text}" if part else "",
            hint=leaf.hint,
            note=FEEDS_BOARD if leaf.feeds is not None else "",
            value=answers.value(leaf.id),
            saved=_saved(answers, leaf.id, state.zone, now),
            columns=leaf.columns,
            cells=tuple(answers.table(leaf.id)),
        )


def _saved(answers: IntakeState, field: str, zone: str, now: datetime) -> str:
    answer = answers.answers.get(field)
    return f"sparat {swedish.near(answer.at, zone, now)}" if answer is not None else ""


def _signed(state: State, phase: Phase, now: datetime) -> str:
    mark = state[checklists.FEATURE].mark(phase.id)
    return f"{swedish.near(mark.at, state.zone, now)} {mark.done_by or NO_SIGN}" if mark is not None else ""


def _after(state: State, phase: Phase) -> Phase | None:
    order = state.plan.phases
    named = next((each for each in order if each.after == phase.id), None)
    at = order.index(phase) + 1
    return named or (order[at] if at < len(order) and not order[at].after else None)
