"""The sheets of tasks: a new one, its answer, another owner or deadline, carrying over, taking back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base import swedish
from crisisdesk.features import people, tasks
from crisisdesk.features.tasks.state import Task
from crisisdesk.features.tasks.wording import ORDINARY_ORGANISATION, owner_name
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.moment_field import Says, to_come
from crisisdesk.ui.kit.secrecy_field import offer_provisions
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_to_come, offer, value_named

Made = tuple[Sheet, Callable[[], object]]
"""A sheet, and the wish that turns what was typed in it into a command."""


class TaskSheets(QObject):
    """Builds the sheets; each comes with the wish that turns its form into a command."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def new(self, state: State, now: datetime, *, source: str = "") -> Made:
        """Give a task; `source` says what it comes from, such as `meeting:1`."""
        form = Form(self._theme)
        form.text("text", self.tr("Vad ska göras?"), lines=2)
        self._owner(form, state, "")
        self._due(form, "", to_come(now, state.zone))
        offer_provisions(form.line("secrecy", self.tr("Sekretess enligt"), placeholder="OSL 18:1").edit)
        note = self.tr("Bara texten behövs nu. Ansvarig och tid kan komma senare.")
        sheet = Sheet(
            self._theme,
            self.tr("Ny uppgift"),
            form,
            primary=self.tr("Ge uppgiften"),
            icon="square-check-big",
            note=note,
        )
        return sheet, lambda: tasks.commands.Add(
            text=form.text_of("text"),
            owner=_owner_typed(form, state),
            due_at=moment_to_come(form.text_of("due_at"), now, state.zone, "due_at"),
            source=source,
            secrecy=form.text_of("secrecy"),
        )

    def answer(self, task: Task) -> Made:
        """Say that it is done and what came of it."""
        form = Form(self._theme)
        form.text("answer", self.tr("Vad blev svaret?"), task.answer, lines=2, hint=self.tr("Kan vara tomt."))
        sheet = self._sheet(
            self.tr("Uppgift {0} klar").format(task.task), form, self.tr("Klar"), "check", task
        )
        return sheet, lambda: tasks.commands.Answer(task=task.task, answer=form.text_of("answer"))

    def hand_over(self, state: State, task: Task) -> Made:
        """Let another own it."""
        form = Form(self._theme)
        self._owner(form, state, owner_name(state.plan, task.owner))
        title = self.tr("Lämna över uppgift {0}").format(task.task)
        sheet = self._sheet(title, form, self.tr("Lämna över"), "user-plus", task)
        return sheet, lambda: tasks.commands.HandOver(task=task.task, owner=_owner_typed(form, state))

    def due(self, state: State, task: Task, now: datetime) -> Made:
        """Give it another deadline, or none."""
        form = Form(self._theme)
        before = swedish.near(task.due_at, state.zone, now) if task.due_at is not None else ""
        self._due(form, before, to_come(now, state.zone), hint=self.tr("Tomt fält tar bort sluttiden."))
        title = self.tr("Ny sluttid, uppgift {0}").format(task.task)
        sheet = self._sheet(title, form, self.tr("Spara"), "clock", task)

        def wish() -> object:
            typed = form.text_of("due_at")
            # A time that was not touched is not read anew: a bare clock time means the next one to come.
            due = task.due_at if typed == before else moment_to_come(typed, now, state.zone, "due_at")
            return tasks.commands.SetDue(task=task.task, due_at=due)

        return sheet, wish

    def remind(self, task: Task) -> Made:
        """Be reminded of it again and again, in the right column: nothing pops up."""
        form = Form(self._theme)
        form.choice("every", self.tr("Påminn"), self._intervals(), str(task.remind_every))
        title = self.tr("Påminnelse, uppgift {0}").format(task.task)
        sheet = self._sheet(title, form, self.tr("Spara"), "bell", task)
        return sheet, lambda: tasks.commands.SetReminder(
            task=task.task, every_minutes=int(form.text_of("every"))
        )

    def _intervals(self) -> list[tuple[str, str]]:
        return [
            ("0", self.tr("aldrig")),
            ("15", self.tr("var 15:e minut")),
            ("30", self.tr("var 30:e minut")),
            ("60", self.tr("varje timme")),
            ("120", self.tr("varannan timme")),
            ("240", self.tr("var fjärde timme")),
        ]

    def carry(self, task: Task) -> Made:
        """Hand it to somebody outside the crisis group."""
        form = Form(self._theme)
        form.line("to", self.tr("Vem tar över?"), ORDINARY_ORGANISATION)
        form.text("note", self.tr("Anteckning"), lines=1)
        title = self.tr("För över uppgift {0}").format(task.task)
        sheet = self._sheet(title, form, self.tr("För över"), "arrow-right", task)
        return sheet, lambda: tasks.commands.CarryOver(
            task=task.task, to=form.text_of("to"), note=form.text_of("note")
        )

    def reopen(self, task: Task) -> Made:
        """Take it up again."""
        form = Form(self._theme)
        form.text("reason", self.tr("Varför öppnas den igen?"), lines=2)
        title = self.tr("Öppna uppgift {0} igen").format(task.task)
        sheet = self._sheet(title, form, self.tr("Öppna igen"), "rotate-ccw", task)
        return sheet, lambda: tasks.commands.Reopen(task=task.task, reason=form.text_of("reason"))

    def withdraw(self, task: Task) -> Made:
        """Take it back."""
        form = Form(self._theme)
        form.text("reason", self.tr("Varför tas den bort?"), lines=2)
        title = self.tr("Ta bort uppgift {0}").format(task.task)
        sheet = self._sheet(title, form, self.tr("Ta bort"), "strikethrough", task, danger=True)
        return sheet, lambda: tasks.commands.Withdraw(task=task.task, reason=form.text_of("reason"))

    def _sheet(
        self, title: str, form: Form, primary: str, icon: str, task: Task, *, danger: bool = False
    ) -> Sheet:
        return Sheet(self._theme, title, form, primary=primary, icon=icon, danger=danger, note=task.text)

    def _owner(self, form: Form, state: State, before: str) -> None:
        hint = self.tr("En funktion eller ett namn.")
        field = form.line("owner", self.tr("Ansvarig"), before, hint=hint)
        names = [title for _ref, title in _functions(state)]
        offer(field.edit, dict.fromkeys([*names, *(p.person for p in state[people.FEATURE].present())]))

    def _due(self, form: Form, before: str, says: Says, *, hint: str = "") -> None:
        example = self.tr("16:00, fre 08:00, om 20 min")
        form.moment("due_at", self.tr("Klart senast"), before, says=says, placeholder=example, hint=hint)


def _functions(state: State) -> list[tuple[str, str]]:
    return [(f"function:{function.id}", function.title) for function in state.plan.functions]


def _owner_typed(form: Form, state: State) -> str:
    return value_named(form.text_of("owner"), _functions(state))
