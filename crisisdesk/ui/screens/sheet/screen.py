"""The fact sheet: a telephone script from top to bottom, saved field by field (krisplan 2)."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import checklists, intake
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.refusal_line import RefusalLine
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, Label, ProgressBar, Scroller, WrapLabel
from crisisdesk.ui.screens.sheet.editors import PAUSE_MS, Editor, LineEditor, TextEditor, TickEditor
from crisisdesk.ui.screens.sheet.question import Question
from crisisdesk.ui.screens.sheet.rows import LeafRow, SheetRows, sheet_rows
from crisisdesk.ui.screens.sheet.table_editor import TableEditor

AnyEditor = Editor | TableEditor


class SheetScreen(Screen):
    """One sheet of the plan. Enter and Tab go on to the next field; a field saves itself when it is left, or
    after a pause.
    """

    def __init__(
        self, theme: Theme, phase_id: str, parent: QWidget | None = None, *, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(theme, parent)
        self.phase_id = phase_id
        self._pause_ms = pause_ms
        self._rows: SheetRows | None = None
        self._editors: dict[str, AnyEditor] = {}
        self._title = WrapLabel(theme, "", "title")
        self._count = Label(theme, "", "digits")
        self._bar = ProgressBar(theme, name=self.tr("Ifyllda frågor:"))
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._refused = RefusalLine(theme)
        self._card = Card(theme, margin=1, gap=0)
        self._sign = Button(theme, "", "pen-line")
        self._signed = Label(theme, "", "mark", token="ok")
        self._onward = Button(theme, "", "arrow-right", primary=True)
        self._lay_out()
        self._print.clicked.connect(lambda: self.print_requested.emit("sheet"))
        self._sign.clicked.connect(self._sign_sheet)
        self._onward.clicked.connect(self._go_onward)

    def show_state(self, state: State, now: datetime) -> None:
        """Show what was saved; what is being written stays."""
        rows = sheet_rows(state, self.phase_id, now)
        if rows == self._rows:
            return
        if self._rows is None:
            self._build(rows)
        self._rows = rows
        self._show_head(rows)
        for leaf in rows.leaves():
            self._editors[leaf.key].show_leaf(leaf)
            self._offer(leaf, rows)
        self._show_foot(rows)

    def go_to(self, place: str) -> bool:
        """Go to the sheet, or to one of its fields."""
        kind, _, key = place.partition(":")
        if place == f"phase:{self.phase_id}":
            self.focus_first()
            return True
        found = next((each for each in self._editors if key and each.startswith(key)), "")
        if kind not in ("field", "step") or not found:
            return False
        self._editors[found].control().setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def focus_first(self) -> None:
        """Go to the first question without an answer, else to the first."""
        if self._rows is None or not self._rows.questions:
            return
        questions = self._rows.questions
        question = next((each for each in questions if not each.answered), questions[0])
        self._editors[question.leaves[0].key].control().setFocus(Qt.FocusReason.TabFocusReason)

    def save(self) -> None:
        """Save every field that is not saved."""
        for editor in self._editors.values():
            editor.save()

    def showEvent(self, event: QShowEvent) -> None:
        """Hear of the window's closing before it closes the file."""
        self.window().installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save before the window closes."""
        if event.type() == QEvent.Type.Close:
            self.save()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another screen comes up."""
        self.save()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Enter in a box to tick; the rest is not ours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = Row(self.theme, gap=Space.M)
        head.addWidget(self._title, 1)
        for widget in (self._count, self._bar, self._print):
            head.addWidget(widget)
        content = QWidget()
        column = Column(self.theme, content, gap=Space.M)
        column.addWidget(self._card)
        column.addLayout(self._foot())
        column.addStretch(1)
        self._scroller = Scroller(self.theme, content)
        whole = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        whole.addLayout(head)
        whole.addWidget(self._refused)
        whole.addWidget(self._scroller, 1)

    def _foot(self) -> Row:
        foot = Row(self.theme, gap=Space.S)
        foot.addWidget(self._onward)
        foot.addWidget(self._sign)
        foot.addWidget(self._signed)
        foot.addStretch(1)
        return foot

    def _build(self, rows: SheetRows) -> None:
        for question in rows.questions:
            self._card.add(Question(self.theme, question, [self._editor(leaf) for leaf in question.leaves]))
        # The foot was made before the fields: Tab comes to it after them.
        last = self._editors[rows.leaves()[-1].key].last_control()
        QWidget.setTabOrder(last, self._onward)
        QWidget.setTabOrder(self._onward, self._sign)

    def _editor(self, leaf: LeafRow) -> QWidget:
        if leaf.kind == "table":
            table = TableEditor(self.theme, leaf, self._pause_ms)
            table.save_asked.connect(partial(self._save_row, leaf.key))
            table.show_leaf(leaf)
            self._editors[leaf.key] = table
            return table
        editor = self._editors[leaf.key] = self._field(leaf)
        editor.save_asked.connect(partial(self._save_field, leaf.key))
        return editor

    def _field(self, leaf: LeafRow) -> Editor:
        if leaf.kind == "tick":
            return TickEditor(self.theme, leaf, self._pause_ms)
        if leaf.kind == "long":
            return TextEditor(self.theme, leaf, self._pause_ms)
        return LineEditor(self.theme, leaf, self._pause_ms)

    def _offer(self, leaf: LeafRow, rows: SheetRows) -> None:
        """Offer the time now and the keeper's sign: most often they are the answer."""
        editor = self._editors[leaf.key]
        if isinstance(editor, LineEditor) and leaf.kind == "time":
            editor.set_offer(self.tr("Nu"), rows.stamp)
        elif isinstance(editor, LineEditor) and leaf.kind == "sign" and rows.keeper != "–":
            editor.set_offer(rows.keeper, rows.keeper)

    def _show_head(self, rows: SheetRows) -> None:
        self._title.setText(rows.title)
        self._count.setText(self.tr("{0} av {1}").format(rows.done, rows.total))
        self._bar.set_progress(rows.done, rows.total)

    def _show_foot(self, rows: SheetRows) -> None:
        self._onward.setVisible(bool(rows.onward))
        self._onward.set_text(self.tr("Fortsätt till {0}").format(rows.onward))
        self._sign.setVisible(not rows.signed)
        self._sign.set_text(self.tr("Signera faktabladet {0}").format(rows.keeper))
        self._signed.setVisible(bool(rows.signed))
        self._signed.setText(self.tr("Faktabladet signerat {0}").format(rows.signed))

    def _save_field(self, key: str, cells: tuple[str, ...]) -> None:
        self._ask(key, intake.commands.SaveField(field=key, value=cells[0]))

    def _save_row(self, key: str, cells: tuple[str, ...], row: int) -> None:
        self._ask(key, intake.commands.SaveRow(field=key, cells=cells, row=row))

    def _ask(self, key: str, command: Command) -> None:
        done = self.request(command)
        self._editors[key].show_error("" if done else self.refusal[0] or self.tr("Svaret är inte sparat."))

    def _sign_sheet(self) -> None:
        self.save()
        done = self.request(checklists.commands.Sign(item=self.phase_id))
        self._refused.say("" if done else self.refusal[0])

    def _go_onward(self) -> None:
        if self._rows is not None:
            self.go_requested.emit(self._rows.onward_place)
