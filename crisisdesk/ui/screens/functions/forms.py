"""The forms of functions: appoint, make vacant, plan a relief, cancel it, note who came."""

from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import people
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.open_list import RowForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_to_come, offer, value_named
from crisisdesk.ui.screens.functions.rows import FunctionRow, FunctionsRows


class FunctionForms(QObject):
    """Makes them, each with the command that it asks for."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def appoint(self, row: FunctionRow, rows: FunctionsRows) -> RowForm:
        """Return the form for who gets the function."""
        form = Form(self._theme)
        suggested = row.suggestions[0] if row.vacant and row.suggestions else ""
        person = form.line("person", self.tr("Vem?"), suggested, placeholder=self.tr("namn eller befattning"))
        offer(person.edit, dict.fromkeys((*row.suggestions, *rows.names)))
        form.line("sign", self.tr("Sign"), beside=True)
        title = self.tr("Utse {0}").format(_running(row.title))
        inline = InlineForm(self._theme, title, form, primary=self.tr("Utse"), icon="user-plus")
        return RowForm(inline, lambda: _appointed(form, row))

    def vacate(self, row: FunctionRow) -> RowForm:
        """Return the form for why nobody holds the function any more."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför?"), placeholder=self.tr("kan lämnas tomt"))
        title = self.tr("{0} blir vakant").format(row.title)
        inline = InlineForm(
            self._theme, title, form, primary=self.tr("Gör vakant"), icon="user-x", danger=True
        )
        return RowForm(inline, lambda: people.commands.Vacate(function=row.id, reason=form.text_of("reason")))

    def plan(self, row: FunctionRow, rows: FunctionsRows, now: datetime) -> RowForm:
        """Return the form for who takes over, and when."""
        form = Form(self._theme)
        before = row.planned
        person = form.line("person", self.tr("Vem tar över?"), before.person if before is not None else "")
        offer(person.edit, dict.fromkeys((*row.suggestions, *rows.names)))
        at = before.at if before is not None else ""
        form.line("at", self.tr("När?"), at, placeholder=self.tr("18:00, fre 08:00"), beside=True)
        title = self.tr("Planera avlösning av {0}").format(_running(row.title))
        inline = InlineForm(self._theme, title, form, primary=self.tr("Planera"), icon="calendar-clock")
        return RowForm(inline, lambda: self._planned(form, row, rows, now))

    def cancel(self, row: FunctionRow) -> RowForm:
        """Return the form for why a planned relief will not be."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför?"), placeholder=self.tr("kan lämnas tomt"))
        title = self.tr("Ställ in den planerade avlösningen")
        inline = InlineForm(self._theme, title, form, primary=self.tr("Ställ in"), icon="x", danger=True)
        return RowForm(
            inline, lambda: people.commands.CancelRelief(function=row.id, reason=form.text_of("reason"))
        )

    def arrive(self, rows: FunctionsRows) -> RowForm:
        """Return the form for somebody who came."""
        form = Form(self._theme)
        person = form.line("person", self.tr("Vem har kommit?"))
        offer(person.edit, rows.names)
        function = form.line("function", self.tr("För vilken funktion?"), beside=True)
        offer(function.edit, [row.title for row in rows.rows])
        inline = InlineForm(
            self._theme, self.tr("På plats"), form, primary=self.tr("Anteckna"), icon="map-pin"
        )
        return RowForm(inline, lambda: _arrived(form, rows))

    def _planned(self, form: Form, row: FunctionRow, rows: FunctionsRows, now: datetime) -> Command:
        at = moment_to_come(form.text_of("at"), now, rows.zone, "at")
        if at is None:
            raise RuleBroken(self.tr("Skriv när, till exempel 18:00."), "at")
        return people.commands.PlanRelief(function=row.id, person=form.text_of("person"), at=at)


def _appointed(form: Form, row: FunctionRow) -> Command:
    return people.commands.Appoint(function=row.id, person=form.text_of("person"), sign=form.text_of("sign"))


def _arrived(form: Form, rows: FunctionsRows) -> Command:
    known = [(row.id, row.title) for row in rows.rows]
    function = value_named(form.text_of("function"), known)
    return people.commands.SignIn(person=form.text_of("person"), function=function)


def _running(title: str) -> str:
    return title[:1].lower() + title[1:]
