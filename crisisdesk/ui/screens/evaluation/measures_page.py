"""The measures on their page: what is to be done, by whom, until when; added, changed, struck."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import evaluation
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.open_list import OpenList, RowForm
from crisisdesk.ui.kit.row_look import ActionLook, NoteLook, RowLook, TagLook
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, EmptyState, Label
from crisisdesk.ui.screens.evaluation.rows import EvaluationRows, MeasureRow

NEW = "new"
CHANGE = "change"
STRIKE = "strike"


class MeasuresPage(QWidget):
    """Insert adds a measure, Enter changes the focused one, Delete strikes it."""

    def __init__(self, theme: Theme, screen: Screen) -> None:
        super().__init__()
        self._theme = theme
        self._rows: EvaluationRows | None = None
        self._writing = False
        self._new = Button(theme, self.tr("Ny åtgärd"), "plus", key_hint="Ins")
        self._empty = EmptyState(
            theme, self.tr("Varje åtgärd har en ägare och ett datum. Skriv den första med"), "Ins"
        )
        self.list = OpenList(theme, screen, self.tr("Åtgärder"))
        self._lay_out()
        self._new.clicked.connect(self.add)
        self.list.acted.connect(self._act)
        self.list.activated.connect(self._change)
        self.list.form_closed.connect(self._closed)

    def show_rows(self, rows: EvaluationRows) -> None:
        """Show the measures."""
        self._rows = rows
        looks = [RowLook(NEW, "")] if self._writing else []
        looks += [self._look(row) for row in rows.measures]
        self.list.set_rows(looks)
        self._empty.setVisible(not looks)

    def add(self) -> None:
        """Open the form of a new measure."""
        if self._rows is None:
            return
        self._writing = True
        self.show_rows(self._rows)
        form = self._form(None, self._rows)
        inline = InlineForm(
            self._theme, self.tr("Ny åtgärd"), form, primary=self.tr("Lägg till"), icon="plus"
        )
        self.list.open_form(NEW, RowForm(inline, lambda: _added(form)))

    def focus_first(self) -> None:
        """Go to the measures, or to the button that makes one."""
        if self.list.focused_key():
            self.list.focus_first()
        else:
            self._new.setFocus()

    def flush(self) -> None:
        """Nothing is half saved here: a measure is added with its owner and its date."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert adds a measure."""
        if event.key() == Qt.Key.Key_Insert and not event.isAutoRepeat():
            self.add()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = HeadBar(self._theme, (Label(self._theme, self.tr("Åtgärder"), "heading"),), (self._new,))
        column = Column(self._theme, self, gap=Space.M)
        column.addWidget(head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def _look(self, row: MeasureRow) -> RowLook:
        change = ActionLook(CHANGE, self.tr("Ändra …"), "pencil", "Enter")
        strike = ActionLook(STRIKE, self.tr("Stryk …"), "strikethrough", "Del")
        struck = NoteLook(self.tr("Struken: {0}").format(row.struck), token="ink")
        late = TagLook(self.tr("sen"), "triangle-alert", "alarm")
        return RowLook(
            key=row.key,
            number=str(row.measure),
            title=row.text,
            reading=True,
            said=" · ".join(part for part in (row.owner, row.area) if part),
            struck=bool(row.struck),
            tags=(late,) if row.late else (),
            mark=row.day,
            mark_token="alarm" if row.late else "ink2",
            notes=(struck,) if row.struck else (),
            actions=() if row.struck else (change, strike),
        )

    def _change(self, key: str) -> None:
        self._act(key, CHANGE)

    def _act(self, key: str, action: str) -> None:
        row = self._rows.measure(key) if self._rows is not None else None
        if row is None or self._rows is None or row.struck:
            return
        if action == STRIKE:
            self.list.open_form(key, self._strike(row))
        else:
            form = self._form(row, self._rows)
            title = self.tr("Ändra åtgärd {0}").format(row.measure)
            inline = InlineForm(self._theme, title, form, primary=self.tr("Spara"), icon="save")
            self.list.open_form(key, RowForm(inline, lambda: _changed(form, row)))

    def _strike(self, row: MeasureRow) -> RowForm:
        form = Form(self._theme)
        form.line("reason", self.tr("Varför stryks den?"))
        title = self.tr("Stryk åtgärd {0}").format(row.measure)
        inline = InlineForm(
            self._theme, title, form, primary=self.tr("Stryk"), icon="strikethrough", danger=True
        )
        return RowForm(inline, lambda: _struck(form, row))

    def _form(self, row: MeasureRow | None, rows: EvaluationRows) -> Form:
        form = Form(self._theme)
        form.text("text", self.tr("Vad ska göras?"), row.text if row is not None else "", lines=2)
        form.line("owner", self.tr("Vem ansvarar?"), row.owner if row is not None else "")
        form.date("due_on", self.tr("Klart"), row.day if row is not None else "", beside=True)
        area = row.area_id if row is not None else ""
        options = [("", self.tr("inget område")), *rows.areas]
        if area and all(area != value for value, _word in options):
            options.append((area, area))
        form.choice("area", self.tr("Område"), options, area, segmented=False)
        return form

    def _closed(self, key: str) -> None:
        if key == NEW and self._rows is not None:
            self._writing = False
            self.show_rows(self._rows)


def _added(form: Form) -> Command:
    return evaluation.commands.AddMeasure(
        text=form.text_of("text"),
        area=form.text_of("area"),
        owner=form.text_of("owner"),
        due_on=form.text_of("due_on"),
    )


def _changed(form: Form, row: MeasureRow) -> Command:
    return evaluation.commands.ChangeMeasure(
        measure=row.measure,
        text=form.text_of("text"),
        area=form.text_of("area"),
        owner=form.text_of("owner"),
        due_on=form.text_of("due_on"),
    )


def _struck(form: Form, row: MeasureRow) -> Command:
    return evaluation.commands.StrikeMeasure(measure=row.measure, reason=form.text_of("reason"))
