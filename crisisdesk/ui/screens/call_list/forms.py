"""The forms of a call: how it went with everything there is to say, somebody else, and taking it back."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import calls
from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_that_was, moment_to_come, offer, value_named
from crisisdesk.ui.screens.call_list.rows import CallListRows, CallRow, Deputy


class CallForms(QObject):
    """Makes them, filled with what is known."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def call(self, row: CallRow, outcome: CallOutcome, deputy: str = "") -> InlineForm:
        """Return the form for how a call to the one on the row went."""
        form = Form(self._theme)
        self._add_outcome(form, outcome)
        if not row.outside:
            self._add_person(form, row)
        self._add_deputy(form, row.deputies, deputy, beside=not row.outside)
        self._add_number(form, row)
        self._add_end(form)
        title = self.tr("Samtal till {0}").format(_running(row.title))
        return InlineForm(self._theme, title, form, primary=self.tr("Logga samtalet"), icon="phone")

    def other(self) -> InlineForm:
        """Return the form for a call to somebody who is not on the screen."""
        form = Form(self._theme)
        form.line("target", self.tr("Vem ringer ni?"), placeholder=self.tr("en funktion, ett namn"))
        self._add_outcome(form, "reached")
        self._add_deputy(form, (), "")
        self._add_end(form)
        title = self.tr("Samtal till någon annan")
        return InlineForm(self._theme, title, form, primary=self.tr("Logga samtalet"), icon="phone")

    def withdraw(self, row: CallRow) -> InlineForm:
        """Return the form for why a call is taken back; the last one unless another is chosen."""
        form = Form(self._theme)
        if len(row.attempts) > 1:
            options = [(str(made.call), f"{made.at} {made.word}") for made in reversed(row.attempts)]
            form.choice("call", self.tr("Vilket samtal?"), options, options[0][0], segmented=False)
        form.line("reason", self.tr("Varför tas det tillbaka?"))
        title = self.tr("Ta tillbaka ett samtal")
        if len(row.attempts) == 1:
            title = self.tr("Ta tillbaka samtalet {0}, {1}").format(row.attempts[0].at, row.attempts[0].word)
        return InlineForm(
            self._theme, title, form, primary=self.tr("Ta tillbaka"), icon="rotate-ccw", danger=True
        )

    def ask_call(self, form: Form, row: CallRow, now: datetime, zone: str) -> Command:
        """Return the command that the form asks for; RuleBroken at a field."""
        person = "" if row.outside else form.text_of("person")
        if not row.called and not person:
            raise RuleBroken(self.tr("Ingen har funktionen. Skriv vem som söktes."), "person")
        return self._command(form, row.key, person if person != row.called else row.person, row, now, zone)

    def ask_other(self, form: Form, rows: CallListRows, now: datetime) -> Command:
        """Return the command for a call to somebody else."""
        return self._command(form, form.text_of("target"), "", None, now, rows.zone)

    def ask_withdraw(self, form: Form, row: CallRow) -> Command:
        """Return the command that takes the chosen call back."""
        several = len(row.attempts) > 1
        chosen = form.text_of("call") if several else "".join(str(made.call) for made in row.attempts)
        return calls.commands.Withdraw(call=int(chosen), reason=form.text_of("reason"))

    def _command(
        self, form: Form, target: str, person: str, row: CallRow | None, now: datetime, zone: str
    ) -> Command:
        deputies = [(d.value, d.words) for d in row.deputies] if row is not None else []
        outcome = cast(CallOutcome, form.text_of("outcome"))
        return calls.commands.Call(
            target=target,
            outcome=outcome,
            person=person,
            coming_at=moment_to_come(form.text_of("coming_at"), now, zone, "coming_at"),
            deputy=value_named(form.text_of("deputy"), deputies),
            number_used=form.text_of("number_used") if row is not None and row.numbers else "",
            note=form.text_of("note"),
            happened_at=moment_that_was(form.text_of("at"), "", now, zone, "at"),
        )

    def _add_outcome(self, form: Form, outcome: CallOutcome) -> None:
        options = [
            ("reached", self.tr("Nådd")),
            ("no_answer", self.tr("Inget svar")),
            ("message", self.tr("Meddelande")),
            ("coming", self.tr("Kommer")),
        ]
        form.choice("outcome", self.tr("Hur gick det?"), options, outcome, segmented=True)

    def _add_end(self, form: Form) -> None:
        form.line("coming_at", self.tr("Kommer kl."), placeholder=self.tr("14:00, om 20 min"))
        form.line("note", self.tr("Anteckning"), beside=True)
        form.clock("at", self.tr("Ringt. Tomt: nu"), beside=True)

    def _add_person(self, form: Form, row: CallRow) -> None:
        person = form.line("person", self.tr("Vem söktes?"), row.called)
        offer(person.edit, dict.fromkeys(number.owner for number in row.numbers))

    def _add_deputy(
        self, form: Form, deputies: Sequence[Deputy], value: str, *, beside: bool = False
    ) -> None:
        words = next((d.words for d in deputies if d.value == value), value)
        deputy = form.line("deputy", self.tr("Ersätts av"), words, beside=beside)
        offer(deputy.edit, [d.words for d in deputies])

    def _add_number(self, form: Form, row: CallRow) -> None:
        shown = [number.number for number in row.numbers if number.kind == "work"]
        if row.numbers:
            field = form.line("number_used", self.tr("Nummer som ringdes"), beside=True)
            offer(field.edit, shown)


def _running(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
