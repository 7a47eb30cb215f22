"""The forms of a step that sign it, drop it, take it back or make it a task."""

from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import checklists, tasks
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_that_was, moment_to_come
from crisisdesk.ui.screens.phase.rows import NOT_GIVEN, PhaseRows, StepRow
from crisisdesk.ui.screens.phase.step_form import StepForm


class SignForms(QObject):
    """Makes them, filled with what is known."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sign_as(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form for who did it, and when, if it was not the keeper and now."""
        form = Form(self._theme)
        form.line("sign", self.tr("Vem gjorde det?"), placeholder=self.tr("sign"))
        form.clock("at", self.tr("När? Tomt: nu"), beside=True)
        form.line("note", self.tr("Anteckning"))
        title = self.tr("Signera {0} åt någon annan").format(row.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Signera"), icon="pen-line")
        return StepForm(inline, lambda now: self._ask_sign(form, row, rows, now), undoable=True)

    def drop(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form for why the step is not called for: a reason, or a decision that says so."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför är steget inte aktuellt?"))
        if rows.decisions:
            options = (("", self.tr("inget beslut")), *rows.decisions)
            form.choice("decision", self.tr("Eller enligt beslut"), options, segmented=False)
        title = self.tr("{0} är ej aktuellt").format(row.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Ej aktuellt"), icon="minus")
        return StepForm(inline, lambda _now: _ask_drop(form, row, rows), undoable=True)

    def withdraw(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form for why the sign is taken back."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför?"))
        title = self.tr("Ta tillbaka signeringen av {0}").format(row.number)
        stands = self.tr("Beslut {0} gäller tills det återkallas.").format(row.standing_decision)
        inline = InlineForm(
            self._theme,
            title,
            form,
            primary=self.tr("Ta tillbaka"),
            icon="rotate-ccw",
            danger=True,
            note=stands if row.standing_decision else "",
        )
        return StepForm(inline, lambda _now: self._ask_withdraw(form, row), settles=False)

    def task(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form of a task that comes from the step."""
        form = Form(self._theme)
        form.text("text", self.tr("Uppgift"), row.text)
        form.line("owner", self.tr("Ansvarig"), "" if row.responsible == NOT_GIVEN else row.responsible)
        form.line("due", self.tr("Klart senast"), placeholder=self.tr("16:00, fre 08:00"), beside=True)
        inline = InlineForm(
            self._theme,
            self.tr("Gör {0} till en uppgift").format(row.number),
            form,
            primary=self.tr("Lägg till uppgiften"),
            icon="square-check-big",
            note=self.tr("Steget signeras för sig."),
        )
        return StepForm(inline, lambda now: _ask_task(form, row, rows, now), {"due_at": "due"}, settles=False)

    def _ask_sign(self, form: Form, row: StepRow, rows: PhaseRows, now: datetime) -> Command:
        sign = form.text_of("sign")
        if not sign:
            raise RuleBroken(self.tr("Skriv signaturen för den som gjorde det."), "sign")
        at = moment_that_was(form.text_of("at"), "", now, rows.zone, "at")
        note = form.text_of("note")
        return checklists.commands.Sign(item=row.key, done_by=sign, note=note, happened_at=at)

    def _ask_withdraw(self, form: Form, row: StepRow) -> Command:
        reason = form.text_of("reason")
        if not reason:
            raise RuleBroken(self.tr("Skriv varför signeringen tas tillbaka."), "reason")
        return checklists.commands.Undo(item=row.key, reason=reason)


def _ask_task(form: Form, row: StepRow, rows: PhaseRows, now: datetime) -> Command:
    return tasks.commands.Add(
        text=form.text_of("text"),
        owner=form.text_of("owner"),
        due_at=moment_to_come(form.text_of("due"), now, rows.zone, "due"),
        source=f"step:{row.key}",
    )


def _ask_drop(form: Form, row: StepRow, rows: PhaseRows) -> Command:
    chosen = form.text_of("decision") if rows.decisions else ""
    return checklists.commands.Drop(
        item=row.key, reason=form.text_of("reason"), decision=int(chosen) if chosen else 0
    )
