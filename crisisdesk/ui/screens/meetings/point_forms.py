"""The forms of a running meeting: a decision or a task at a point, the end, the time for the next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.times import parse_moment
from crisisdesk.features import decisions, meetings, tasks
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.moment_field import to_come
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.meetings.rows import RunningRow

Ask = Callable[[datetime], Command]


@dataclass(frozen=True)
class PointForm:
    """A form in a point; `ask(now)` builds the command, or raises RuleBroken at a field.

    `whole` opens the full form of the same thing, where there is one; `new` says which, and its links.
    """

    form: InlineForm
    ask: Ask
    whole: Button | None = None
    new: NewPlace | None = None

    @property
    def place(self) -> str:
        """Return the place of the full form, with what is typed here; "" when there is none."""
        if self.new is None:
            return ""
        typed = {name: str(value) for name, value in self.form.form.values().items()}
        return replace(self.new, values=typed).place


class MeetingForms(QObject):
    """Makes them, filled with what is known."""

    def __init__(self, theme: Theme, zone: str, now: Callable[[], datetime | None], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._says = to_come(now, zone)

    def decision(self, meeting: RunningRow, point: str) -> PointForm:
        """Return the form of a decision made at the point; the rest can be completed later."""
        form = Form(self._theme)
        form.text("text", self.tr("Beslut"))
        form.line("decider", self.tr("Beslutat av"), meeting.chair)
        form.line("responsible", self.tr("Ansvarig"), beside=True)
        form.line("reason", self.tr("Motivering"))
        example = self.tr("16:00, fre 08:00")
        form.moment("follow_up_at", self.tr("Följs upp"), says=self._says, placeholder=example, beside=True)
        whole = Button(self._theme, self.tr("Alla fält"), "file-text", variant="quiet")
        links = (f"meeting:{meeting.meeting}", f"point:{meeting.meeting}/{point}")
        title = self.tr("Beslut vid punkten")
        inline = InlineForm(self._theme, title, form, primary=self.tr("Logga beslutet"), icon="gavel")
        new = NewPlace("decision", links)
        return PointForm(inline, lambda now: self._decide(form, links, now), whole, new)

    def task(self, meeting: RunningRow) -> PointForm:
        """Return the form of a task given at the meeting."""
        form = Form(self._theme)
        form.text("text", self.tr("Uppgift"))
        form.line("owner", self.tr("Ansvarig"))
        example = self.tr("16:00, fre 08:00")
        form.moment("due_at", self.tr("Klart senast"), says=self._says, placeholder=example, beside=True)
        whole = Button(self._theme, self.tr("Alla fält"), "file-text", variant="quiet")
        source = f"meeting:{meeting.meeting}"
        title = self.tr("Uppgift vid punkten")
        inline = InlineForm(
            self._theme, title, form, primary=self.tr("Logga uppgiften"), icon="square-check-big"
        )
        new = NewPlace("task", (source,))
        return PointForm(inline, lambda now: self._give(form, source, now), whole, new)

    def end(self, meeting: RunningRow) -> tuple[Sheet, Ask]:
        """Return the sheet that ends the meeting."""
        form = Form(self._theme)
        form.moment(
            "next_at",
            self.tr("Nästa lägesavstämning"),
            says=self._says,
            placeholder=self.tr("16:00, fre 08:30, om 1 h"),
        )
        form.check("no_more", self.tr("Inga fler lägesavstämningar"))
        form.check("calls_released", self.tr("Ring växeln, släpp på samtal"), meeting.calls_stopped)
        left = meeting.total - meeting.done
        note = self.tr("{0} av {1} punkter är inte klara.").format(left, meeting.total) if left else ""
        title = self.tr("Avsluta möte {0}").format(meeting.meeting)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Avsluta mötet"), icon="flag", note=note)
        return sheet, lambda now: self._end(form, meeting.meeting, now)

    def set_next(self) -> tuple[Sheet, Ask]:
        """Return the sheet with the time for the next meeting, outside one."""
        form = Form(self._theme)
        example = self.tr("16:00, fre 08:30, om 1 h")
        form.moment("at", self.tr("Nästa lägesavstämning"), says=self._says, placeholder=example)
        title = self.tr("Tid för nästa lägesavstämning")
        sheet = Sheet(self._theme, title, form, primary=self.tr("Spara tiden"), icon="calendar-clock")
        return sheet, lambda now: self._next(form, now)

    def _decide(self, form: Form, links: tuple[str, ...], now: datetime) -> Command:
        return decisions.commands.Record(
            text=form.text_of("text"),
            decider=form.text_of("decider"),
            responsible=form.text_of("responsible"),
            reason=form.text_of("reason"),
            follow_up_at=self._moment(form, "follow_up_at", now),
            links=links,
        )

    def _give(self, form: Form, source: str, now: datetime) -> Command:
        return tasks.commands.Add(
            text=form.text_of("text"),
            owner=form.text_of("owner"),
            due_at=self._moment(form, "due_at", now),
            source=source,
        )

    def _end(self, form: Form, meeting: int, now: datetime) -> Command:
        return meetings.commands.End(
            meeting=meeting,
            next_at=self._moment(form, "next_at", now),
            no_more=form.ticked("no_more"),
            calls_released=form.ticked("calls_released"),
        )

    def _next(self, form: Form, now: datetime) -> Command:
        at = self._moment(form, "at", now)
        if at is None:
            raise RuleBroken(self.tr("Skriv när nästa lägesavstämning är."), "at")
        return meetings.commands.SetNext(at=at)

    def _moment(self, form: Form, name: str, now: datetime) -> datetime | None:
        text = form.text_of(name)
        moment = parse_moment(text, now, self._zone) if text else None
        if text and moment is None:
            raise RuleBroken(self.tr("Skriv tiden så här: 16:00, fre 08:00 eller om 20 min."), name)
        return moment
