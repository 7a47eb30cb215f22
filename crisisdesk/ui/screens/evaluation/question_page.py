"""A question on its page: its facts, strengths, weaknesses and grade, saved as they are written."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.choices import Segmented
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Label, SectionHead, WrapLabel
from crisisdesk.ui.screens.evaluation.fact_grid import FactGrid
from crisisdesk.ui.screens.evaluation.rows import BEST_GRADE, Fact, QuestionRow, grade_words
from crisisdesk.ui.screens.evaluation.saved_text import SavedText


class QuestionPage(QWidget):
    """Shows one question at a time. `to_save(field, text)` when a text should be saved, `graded(grade)` when
    a grade is chosen.
    """

    to_save = Signal(str, str)
    graded = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row: QuestionRow | None = None
        self._over = Label(theme, "", "quiet")
        self._text = WrapLabel(theme, "", "heading")
        self.facts = FactGrid(theme)
        self._facts_head = SectionHead(theme, self.tr("Fakta ur loggen"))
        self.strengths = SavedText(theme, "strengths", self.tr("Styrkor"), lines=2)
        self.weaknesses = SavedText(theme, "weaknesses", self.tr("Svagheter"), lines=2)
        options = [(str(grade), str(grade)) for grade in range(1, BEST_GRADE + 1)]
        self.grade = Segmented(theme, self.tr("Betyg"), options)
        self._words = Label(theme, "", "quiet")
        self._lay_out(theme)
        self.strengths.to_save.connect(partial(self.to_save.emit, "strengths"))
        self.weaknesses.to_save.connect(partial(self.to_save.emit, "weaknesses"))
        self.grade.changed.connect(self._chosen)

    def show_row(self, row: QuestionRow) -> None:
        """Show the question; half-written texts of the same question stay."""
        other = self.row is None or self.row.key != row.key
        self.row = row
        self._over.setText(row.over)
        self._over.setVisible(bool(row.over))
        self._text.setText(f"{row.number} {row.text}")
        for field, text in ((self.strengths, row.strengths), (self.weaknesses, row.weaknesses)):
            (field.become if other else field.set_saved)(text)
        self.grade.blockSignals(True)
        self.grade.set_value(str(row.grade or ""))
        self.grade.blockSignals(False)
        self._words.setText(grade_words(row.grade))

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show the figures beside the question."""
        self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))
        self._facts_head.setVisible(bool(facts))

    def flush(self) -> None:
        """Save now what is not saved."""
        for field in (self.strengths, self.weaknesses):
            field.flush()

    def focus_first(self) -> None:
        """Put the cursor where one writes."""
        self.strengths.edit.setFocus()

    def _chosen(self, grade: str) -> None:
        self.graded.emit(int(grade))

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, self, gap=Space.M)
        column.addWidget(self._over)
        column.addWidget(self._text)
        column.addWidget(self._facts_head)
        column.addWidget(self.facts)
        column.addWidget(self.strengths)
        column.addWidget(self.weaknesses)
        label = Label(theme, self.tr("Betyg"), "field")
        column.addWidget(label)
        grades = Row(theme, gap=Space.M)
        grades.addWidget(self.grade)
        grades.addWidget(self._words)
        grades.addStretch(1)
        column.addLayout(grades)
        column.addStretch(1)
