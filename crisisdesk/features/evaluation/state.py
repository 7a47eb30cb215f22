"""The evaluation as it stands, folded from its facts."""

from datetime import date, datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.evaluation import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds
from crisisdesk.plan.content import Item, Plan, Question

BEST_GRADE = 5


class Answer(Kept):
    """The answer to a question or part; `grade` 0 for none, `at` when it was last changed."""

    question: str
    strengths: str
    weaknesses: str
    grade: int
    at: datetime

    @property
    def given(self) -> bool:
        """Return whether anything is answered: strengths, weaknesses or a grade."""
        return bool(self.strengths or self.weaknesses or self.grade)


class Measure(Kept):
    """A measure; `due_on` is an ISO date, `struck` why it was taken off ("" while it stands)."""

    measure: int
    text: str
    area: str
    owner: str
    due_on: str
    struck: str = ""

    def is_late(self, today: date) -> bool:
        """Return whether it stands and its day has passed."""
        return not self.struck and date.fromisoformat(self.due_on) < today


class Signature(Kept):
    """Who signed the evaluation, when, and the line that says so (0: none)."""

    by: tuple[str, ...]
    at: datetime
    number: int


class EvaluationState(Kept):
    """Material and summary by item (`""` is the summary itself), answers by question, measures by number.

    `signed` is the last signature, `changed_since` whether something was changed after it.
    """

    material: dict[str, str] = field(default_factory=dict[str, str])
    answers: dict[str, Answer] = field(default_factory=dict[str, Answer])
    summary: dict[str, str] = field(default_factory=dict[str, str])
    measures: dict[int, Measure] = field(default_factory=dict[int, Measure])
    signed: Signature | None = None
    changed_since: bool = False

    @property
    def begun(self) -> bool:
        """Return whether anything was written."""
        return bool(self.material or self.answers or self.summary or self.measures)

    @property
    def finished(self) -> bool:
        """Return whether it is signed as it stands."""
        return self.signed is not None and not self.changed_since

    def standing_measures(self) -> list[Measure]:
        """Return the measures that were not struck, in order."""
        return [measure for measure in self.measures.values() if not measure.struck]

    def answered(self, plan: Plan) -> tuple[int, int]:
        """Return how many of the plan's questions are answered, and of how many; parts count one each."""
        asked = questions(plan)
        return sum(self._is_answered(question.id) for question in asked), len(asked)

    def unanswered(self, plan: Plan) -> list[Question]:
        """Return the questions and parts that are not answered, in the plan's order."""
        return [question for question in questions(plan) if not self._is_answered(question.id)]

    def average_grade(self) -> float | None:
        """Return the mean of the grades given, None before the first."""
        grades = [answer.grade for answer in self.answers.values() if answer.grade]
        return sum(grades) / len(grades) if grades else None

    def _is_answered(self, question: str) -> bool:
        answer = self.answers.get(question)
        return answer is not None and answer.given


def questions(plan: Plan) -> list[Question]:
    """Return what takes an answer of its own: the parts of a question that has any, else the question."""
    if plan.evaluation is None:
        return []
    return [leaf for question in plan.evaluation.questions for leaf in _leaves(question)]


def _leaves(question: Question) -> list[Question]:
    if not question.parts:
        return [question]
    return [leaf for part in question.parts for leaf in _leaves(part)]


def material_items(plan: Plan) -> list[Item]:
    """Return the items of the material to gather, in order (krisplan 8, step 1)."""
    if plan.evaluation is None:
        return []
    return [item for top in plan.evaluation.material for item in top.walk()]


def summary_items(plan: Plan) -> list[Item]:
    """Return the points of the summary and their sub-points, in order."""
    if plan.evaluation is None:
        return []
    return [item for top in plan.evaluation.summary for item in top.walk()]


def _material(state: EvaluationState, fact: facts.MaterialNoted, recorded: Recorded) -> None:
    state.material[fact.item] = fact.text
    state.changed_since = True


def _answered(state: EvaluationState, fact: facts.QuestionAnswered, recorded: Recorded) -> None:
    at = recorded.happened_at
    state.answers[fact.question] = Answer(fact.question, fact.strengths, fact.weaknesses, fact.grade, at)
    state.changed_since = True


def _summary(state: EvaluationState, fact: facts.SummarySaved, recorded: Recorded) -> None:
    state.summary[fact.item] = fact.text
    state.changed_since = True


def _measure(
    state: EvaluationState, fact: facts.MeasureAdded | facts.MeasureChanged, recorded: Recorded
) -> None:
    state.measures[fact.measure] = Measure(fact.measure, fact.text, fact.area, fact.owner, fact.due_on)
    state.changed_since = True


def _struck(state: EvaluationState, fact: facts.MeasureStruck, recorded: Recorded) -> None:
    state.measures[fact.measure].struck = fact.reason
    state.changed_since = True


def _signed(state: EvaluationState, fact: facts.EvaluationSigned, recorded: Recorded) -> None:
    state.signed = Signature(fact.by, recorded.happened_at, recorded.number)
    state.changed_since = False


FOLDS: Folds[EvaluationState] = {
    facts.MaterialNoted: _material,
    facts.QuestionAnswered: _answered,
    facts.SummarySaved: _summary,
    facts.MeasureAdded: _measure,
    facts.MeasureChanged: _measure,
    facts.MeasureStruck: _struck,
    facts.EvaluationSigned: _signed,
}
