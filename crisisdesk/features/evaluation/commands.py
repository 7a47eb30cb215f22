"""What can be asked of the evaluation."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class NoteMaterial(Command, kw_only=True):
    """Write down what was gathered for an item of the material."""

    NAME: ClassVar[str] = "evaluation.note_material"

    item: str
    text: str


class AnswerQuestion(Command, kw_only=True):
    """Answer a question, or change parts of the answer: None leaves a field as it is."""

    NAME: ClassVar[str] = "evaluation.answer_question"

    question: str
    strengths: str | None = None
    weaknesses: str | None = None
    grade: int | None = None


class SaveSummary(Command, kw_only=True):
    """Write a point of the summary; `item` "" is the summary itself."""

    NAME: ClassVar[str] = "evaluation.save_summary"

    item: str = ""
    text: str


class AddMeasure(Command, kw_only=True):
    """Add a measure; it needs an owner and a date."""

    NAME: ClassVar[str] = "evaluation.add_measure"

    text: str
    area: str = ""
    owner: str = ""
    due_on: str = ""


class ChangeMeasure(Command, kw_only=True):
    """Change a measure: None leaves a field as it is."""

    NAME: ClassVar[str] = "evaluation.change_measure"

    measure: int
    text: str | None = None
    area: str | None = None
    owner: str | None = None
    due_on: str | None = None


class StrikeMeasure(Command, kw_only=True):
    """Take a measure off the list."""

    NAME: ClassVar[str] = "evaluation.strike_measure"

    measure: int
    reason: str


class SignEvaluation(Command, kw_only=True):
    """Sign the evaluation as it stands."""

    NAME: ClassVar[str] = "evaluation.sign"

    by: tuple[str, ...]
