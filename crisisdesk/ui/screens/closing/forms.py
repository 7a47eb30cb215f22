"""The forms of closing: what came of an open thing, where it goes, who signs, why it is opened again."""

from PySide6.QtCore import QObject

from crisisdesk.features import board, decisions, lifecycle, tasks
from crisisdesk.features.tasks.wording import ORDINARY_ORGANISATION
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.open_list import RowForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.closing.rows import OpenThing


class ClosingForms(QObject):
    """Makes them, each with the command that it asks for."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def done(self, thing: OpenThing) -> RowForm:
        """Return the form for what came of it."""
        build = {"task": self._task, "decision": self._decision, "uncertainty": self._uncertainty}
        return build[thing.kind](thing)

    def carry(self, thing: OpenThing) -> RowForm:
        """Return the form for who goes on with the task."""
        form = Form(self._theme)
        form.line("to", self.tr("Till vem?"), placeholder=ORDINARY_ORGANISATION)
        form.line("note", self.tr("Anteckning"), beside=True)
        title = self.tr("För över uppgift {0}").format(thing.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("För över"), icon="arrow-right")
        return RowForm(inline, lambda: _carried(form, thing))

    def sign(self, chair: str, keeper: str) -> Form:
        """Return the form in which chair and keeper sign; both signs are typed, never filled in."""
        form = Form(self._theme)
        form.line("chair", self.tr("Ordförande: sign"), placeholder=chair)
        form.line("keeper", self.tr("Loggförare: sign"), placeholder=keeper, beside=True)
        form.line("note", self.tr("Anteckning"), placeholder=self.tr("kan lämnas tomt"), beside=True)
        return form

    def reopen(self) -> InlineForm:
        """Return the form for why the closed incident is opened again."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför öppnas den igen?"))
        note = self.tr("Det som är signerat står kvar. Öppnandet blir en rad i loggen.")
        title = self.tr("Öppna händelsen igen")
        return InlineForm(
            self._theme, title, form, primary=self.tr("Öppna igen"), icon="rotate-ccw", danger=True, note=note
        )

    def _task(self, thing: OpenThing) -> RowForm:
        form = Form(self._theme)
        form.line("answer", self.tr("Vad blev det?"), placeholder=self.tr("kan lämnas tomt"))
        title = self.tr("Uppgift {0} är klar").format(thing.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Klar"), icon="check")
        return RowForm(
            inline, lambda: tasks.commands.Answer(task=thing.number, answer=form.text_of("answer"))
        )

    def _decision(self, thing: OpenThing) -> RowForm:
        form = Form(self._theme)
        form.line("note", self.tr("Vad blev det?"), placeholder=self.tr("kan lämnas tomt"))
        title = self.tr("Beslut {0} är genomfört").format(thing.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Genomfört"), icon="check")
        return RowForm(inline, lambda: _carried_out(form, thing))

    def _uncertainty(self, thing: OpenThing) -> RowForm:
        form = Form(self._theme)
        form.line("answer", self.tr("Vad är svaret?"))
        title = self.tr("Besvara oklarhet {0}").format(thing.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Besvara"), icon="check")
        return RowForm(inline, lambda: _answered(form, thing))


def asked_close(form: Form, carries: tuple[str, ...]) -> Command:
    """Return the command that closes the incident."""
    return lifecycle.commands.Close(
        chair=form.text_of("chair"),
        keeper=form.text_of("keeper"),
        carries=carries,
        note=form.text_of("note"),
    )


def _carried(form: Form, thing: OpenThing) -> Command:
    return tasks.commands.CarryOver(task=thing.number, to=form.text_of("to"), note=form.text_of("note"))


def _carried_out(form: Form, thing: OpenThing) -> Command:
    return decisions.commands.SetProgress(decision=thing.number, progress="done", note=form.text_of("note"))


def _answered(form: Form, thing: OpenThing) -> Command:
    return board.commands.AnswerUncertainty(uncertainty=thing.number, answer=form.text_of("answer"))
