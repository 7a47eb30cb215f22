"""The evaluation on screen: its parts at the left, the chosen one beside, saved as it is written."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from crisisdesk.features import evaluation
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.open_list import key_cap
from crisisdesk.ui.kit.refusal_line import RefusalLine
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Card, EmptyState, Label, ProgressBar, Scroller, Tag
from crisisdesk.ui.screens.evaluation import rows as parts
from crisisdesk.ui.screens.evaluation.entry_list import EntryList
from crisisdesk.ui.screens.evaluation.measures_page import MeasuresPage
from crisisdesk.ui.screens.evaluation.question_page import QuestionPage
from crisisdesk.ui.screens.evaluation.rows import EvaluationRows, evaluation_rows
from crisisdesk.ui.screens.evaluation.sign_page import SignPage
from crisisdesk.ui.screens.evaluation.text_page import TextPage

_LIST: Final = 258
_LIST_NARROW: Final = 196
_WIDE: Final = 740
_GRADES: Final = ("0", "1", "2", "3", "4", "5")


class EvaluationScreen(Screen):
    """The plan's questions with their facts. In the list 1-5 grade the chosen question and 0 takes the grade
    away; Enter writes, Escape goes back, Ctrl+Enter goes to the next part. Works when the incident is closed.
    Places: `question:8.2.1`, `measure:2`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._rows: EvaluationRows | None = None
        self._title = Label(theme, "", "title")
        self._count = Label(theme, "", "digits")
        self._bar = ProgressBar(theme, name=self.tr("Besvarade frågor:"))
        self._saved = Tag(theme, "")
        self._refused = RefusalLine(theme)
        self._none = EmptyState(theme, self.tr("Planen har ingen utvärdering."), icon="file-check")
        self.list = EntryList(theme, self.tr("Utvärderingens delar"))
        self.question = QuestionPage(theme)
        self.material = TextPage(theme, self.tr("Vad som är hämtat in, och var det finns."))
        self.summary = TextPage(theme, self.tr("Det viktigaste, för den som bara läser detta."))
        self.measures = MeasuresPage(theme, self)
        self.sign = SignPage(theme)
        self._pages: dict[str, QuestionPage | TextPage | MeasuresPage | SignPage] = {
            parts.MATERIAL: self.material,
            parts.SUMMARY: self.summary,
            parts.MEASURES: self.measures,
            parts.SIGN: self.sign,
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the evaluation as it stands; what is being written stays."""
        self._state, self._now = state, now
        rows = evaluation_rows(state, now)
        if rows is not None and rows != self._rows:
            first = self._rows is None
            self._rows = rows
            self._show_rows(rows)
            if first:
                self.list.rows.focus_key(rows.first_open())
        self._none.setVisible(rows is None)
        self._body.setVisible(rows is not None)
        self._show_facts()

    def go_to(self, place: str) -> bool:
        """Go to a question, a measure, or the list."""
        if place in ("evaluation", "screen:evaluation"):
            self.focus_first()
            return True
        key = parts.MEASURES if place.startswith("measure:") else place
        if self.list.rows.widget_of(key) is None:
            return False
        self.list.rows.focus_key(key, take_focus=True)
        if key != place:
            self.measures.list.focus_key(place, take_focus=True)
        return True

    def focus_first(self) -> None:
        """Go to the list of parts."""
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the screen from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Grade, go on to the next part, or go back to the list."""
        cap = key_cap(event)
        if event.isAutoRepeat() or not self._ours(event):
            super().keyPressEvent(event)
        elif cap in _GRADES:
            self._grade(int(cap))
        elif cap == "Esc":
            self.focus_first()
        elif cap == "Ins":
            self.measures.add()
        else:
            self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is not saved when another screen comes up."""
        self._page().flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list less room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self.theme.dp(_WIDE)
        self.list.setFixedWidth(self.theme.dp(_LIST if wide else _LIST_NARROW))

    def _ours(self, event: QKeyEvent) -> bool:
        cap, in_list = key_cap(event), self.list.rows.hasFocus()
        if cap in _GRADES:
            return in_list and self.list.rows.focused_key().startswith("question:")
        if cap == "Esc":
            return not in_list
        if cap == "Ins":
            return in_list and self.list.rows.focused_key() == parts.MEASURES
        return cap in ("Ctrl Return", "Ctrl Enter")

    def _page(self) -> QuestionPage | TextPage | MeasuresPage | SignPage:
        return self._pages.get(self.list.rows.focused_key(), self.question)

    def _lay_out(self) -> None:
        head = HeadBar(self.theme, (self._title, self._saved), (self._count, self._bar))
        hold_size(self.theme, self._bar, width=160)
        for page in (self.question, self.material, self.summary, self.measures, self.sign):
            self._stack.addWidget(self._framed(page))
        self._body = QWidget()
        body = Row(self.theme, self._body, gap=Space.M)
        body.addWidget(self.list)
        body.addWidget(self._stack, 1)
        column = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        column.addWidget(head)
        column.addWidget(self._refused)
        column.addWidget(self._none)
        column.addWidget(self._body, 1)
        self._saved.hide()
        self._none.hide()

    def _framed(self, page: QWidget) -> QWidget:
        card = Card(self.theme, margin=0)
        inner = QWidget()
        Column(self.theme, inner, margin=Space.L, gap=0).addWidget(page, 1)
        card.add(inner if isinstance(page, MeasuresPage) else Scroller(self.theme, inner), 1)
        return card

    def _connect(self) -> None:
        self.theme.changed.connect(self._fit)
        self.list.rows.focus_moved.connect(self._choose)
        self.list.rows.row_activated.connect(self._write)
        self.question.to_save.connect(self._save_answer)
        self.question.graded.connect(self._grade)
        self.question.facts.line_asked.connect(self._go_to_line)
        self.material.to_save.connect(self._note)
        self.summary.to_save.connect(self._sum_up)
        self.sign.signed.connect(self._sign)
        self.sign.print_asked.connect(lambda: self.print_requested.emit(""))

    def _show_rows(self, rows: EvaluationRows) -> None:
        self._title.setText(rows.title)
        self._count.setText(self.tr("{0} av {1}").format(rows.answered, rows.asked))
        self._bar.set_progress(rows.answered, rows.asked)
        self.list.set_entries(rows.entries)
        titles = {entry.key: entry.title for entry in rows.entries}
        self.material.show_rows(titles[parts.MATERIAL], rows.material)
        self.summary.show_rows(titles[parts.SUMMARY], rows.summary)
        self.measures.show_rows(rows)
        self.sign.show_rows(rows)
        self._show_question()

    def _choose(self, key: str) -> None:
        """Show the chosen part; what was written in the one before is saved first."""
        self.question.flush()
        self._show_question()
        page = self._pages.get(key, self.question)
        frame = page.parentWidget()
        while frame is not None and self._stack.indexOf(frame) < 0:
            frame = frame.parentWidget()
        if frame is not None:
            self._stack.setCurrentWidget(frame)

    def _write(self) -> None:
        self._page().focus_first()

    def _go_to_line(self, number: int) -> None:
        self.go_requested.emit(f"line:{number}")

    def _show_question(self) -> None:
        row = self._rows.question(self.list.rows.focused_key()) if self._rows is not None else None
        if row is not None:
            self.question.show_row(row)
            self._show_facts()

    def _show_facts(self) -> None:
        row = self.question.row
        if row is not None and self._state is not None and self._now is not None:
            self.question.show_facts(parts.facts(self._state, row.id, self._now))

    def _go_on(self) -> None:
        self._page().flush()
        if self._rows is not None:
            self.list.rows.focus_key(self._rows.after(self.list.rows.focused_key()))
            self._page().focus_first()

    def _save_answer(self, field: str, text: str) -> None:
        row = self.question.row
        if row is not None:
            strengths, weaknesses = (text, None) if field == "strengths" else (None, text)
            answer = evaluation.commands.AnswerQuestion(
                question=row.id, strengths=strengths, weaknesses=weaknesses
            )
            self._save(answer)

    def _grade(self, grade: int) -> None:
        row = self.question.row
        if row is not None:
            self._save(evaluation.commands.AnswerQuestion(question=row.id, grade=grade))

    def _note(self, item: str, text: str) -> None:
        self._save(evaluation.commands.NoteMaterial(item=item, text=text))

    def _sum_up(self, item: str, text: str) -> None:
        self._save(evaluation.commands.SaveSummary(item=item, text=text))

    def _save(self, command: Command) -> None:
        """Save, and say it when it could not be: the text stays where it is."""
        done = self.request(command)
        self._refused.say("" if done else self.refusal[0])
        if done:
            self._saved.hide()
        else:
            self._saved.set_state(self.tr("inte sparat"), "triangle-alert", "alarm")
            self._saved.show()

    def _sign(self, by: tuple[str, ...]) -> None:
        if self.request(evaluation.commands.SignEvaluation(by=by)):
            self.sign.done()
        else:
            self.sign.refuse(*self.refusal)
