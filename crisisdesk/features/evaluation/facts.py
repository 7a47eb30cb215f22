"""What can have happened to the evaluation (krisplan 8)."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class MaterialNoted(Fact, kw_only=True):
    """What was gathered for an item of the material (krisplan 8, step 1)."""

    KIND: ClassVar[str] = "evaluation.material_noted"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    item: str
    text: str


class QuestionAnswered(Fact, kw_only=True):
    """The whole answer to a question or part of one as it now reads. `grade` is 1-5, 0 for none."""

    KIND: ClassVar[str] = "evaluation.question_answered"
    TEXTS: ClassVar[tuple[str, ...]] = ("strengths", "weaknesses")

    question: str
    strengths: str = ""
    weaknesses: str = ""
    grade: int = 0


class SummarySaved(Fact, kw_only=True):
    """The text of a point of the summary; `item` "" is the summary itself."""

    KIND: ClassVar[str] = "evaluation.summary_saved"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    item: str
    text: str


class MeasureAdded(Fact, kw_only=True):
    """A measure to take. `area` is a point of the summary (its id) or free text; `due_on` an ISO date."""

    KIND: ClassVar[str] = "evaluation.measure_added"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "area", "owner")

    measure: int
    text: str
    area: str
    owner: str
    due_on: str


class MeasureChanged(Fact, kw_only=True):
    """The whole measure as it now reads."""

    KIND: ClassVar[str] = "evaluation.measure_changed"
    TEXTS: ClassVar[tuple[str, ...]] = ("text", "area", "owner")

    measure: int
    text: str
    area: str
    owner: str
    due_on: str


class MeasureStruck(Fact, kw_only=True):
    """The measure is not to be taken."""

    KIND: ClassVar[str] = "evaluation.measure_struck"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    measure: int
    reason: str


class EvaluationSigned(Fact, kw_only=True):
    """The evaluation was signed as it stood, by these functions or signs."""

    KIND: ClassVar[str] = "evaluation.evaluation_signed"
    TEXTS: ClassVar[tuple[str, ...]] = ("by",)

    by: tuple[str, ...]
