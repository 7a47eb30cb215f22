"""The sheets of the log: correction, withdrawal, and what else is said of a line."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from crisisdesk.base import certainty, provisions, swedish, times
from crisisdesk.base.certainty import Certainty
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, log, tasks
from crisisdesk.features.log.facts import EntryKind
from crisisdesk.features.log.state import Entry
from crisisdesk.features.log.wording import CHANNELS
from crisisdesk.incident.link_choices import link_choices, link_words
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.moment_field import MomentField, to_come
from crisisdesk.ui.kit.pick_field import PickField
from crisisdesk.ui.kit.secrecy_field import offer_provisions
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.typed import moment_that_was, moment_to_come, offer, value_named, whole_number
from crisisdesk.ui.screens.log import withdrawals

Made = tuple[Sheet, Callable[[], object]]
"""A sheet, and the wish that turns what was typed in it into a command."""
_ENTRY_KINDS: tuple[EntryKind, ...] = ("note", "in", "out", "ass", "unc")


class LineSheets(QObject):
    """Builds the sheets for a line; each comes with the wish that turns its form into a command."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def correct(self, state: State, entry: Entry, now: datetime) -> Made:
        """Write another line in the entry's place; what is not changed is kept."""
        fact = entry.fact
        form = Form(self._theme)
        form.text("text", self.tr("Ny text"), fact.text, lines=3)
        form.text("reason", self.tr("Varför ändras raden?"), lines=1)
        form.check("strike", self.tr("Stryk raden utan ny text"))
        self._correct_fields(form, state, entry, now)
        form.field("strike").changed.connect(lambda: form.field("text").setEnabled(not form.ticked("strike")))
        title = self.tr("Rätta rad {0}").format(entry.number)
        note = self.tr("Den gamla texten stryks men står kvar:\n{0}").format(fact.text)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Rätta"), icon="strikethrough", note=note)
        return sheet, lambda: _corrected(form, state, entry, now)

    def _correct_fields(self, form: Form, state: State, entry: Entry, now: datetime) -> None:
        fact = entry.fact
        kinds = [(kind, KINDS[kind].word) for kind in _ENTRY_KINDS]
        form.choice("kind", self.tr("Slag"), kinds, fact.kind, segmented=False)
        form.add(
            MomentField(
                self._theme,
                "time",
                self.tr("Hände"),
                times.said(entry.happened_at, now, state.zone),
                says=lambda typed: _said(typed, now, state.zone),
            ),
            beside=True,
        )
        form.line("sender", self.tr("Från"), fact.sender)
        form.line("receiver", self.tr("Till"), fact.receiver, beside=True)
        channel = form.line("channel", self.tr("Kanal"), fact.channel)
        offer(channel.edit, CHANNELS, on_down=True)
        form.line("source", self.tr("Källa"), fact.source, beside=True)
        titles = {function.id: function.title for function in state.plan.functions}
        people = PickField(
            self._theme,
            "functions",
            self.tr("Funktioner"),
            list(titles.items()),
            named=lambda id: titles.get(id, id),
        )
        links = PickField(
            self._theme,
            "links",
            self.tr("Hör till"),
            link_choices(state),
            named=lambda ref: link_words(state, ref),
            numbered=self.tr("Rad"),
            placeholder=self.tr("rad, steg, kort, beslut, uppgift"),
        )
        people.choose(fact.functions)
        links.choose(fact.links)
        form.add(people)
        form.add(links)

    def withdraw(self, found: withdrawals.Withdrawal, told: str) -> Made:
        """Take back what the line tells of, with the reason."""
        form = Form(self._theme)
        if found.options:
            form.choice("which", self.tr("Vilket?"), found.options, found.options[0][0], segmented=False)
        form.text("reason", self.tr("Varför?"), lines=2)
        sheet = Sheet(
            self._theme, found.title, form, primary=found.verb, icon="rotate-ccw", danger=True, note=told
        )
        return sheet, lambda: _withdrawn(form, found)

    def board(self, state: State, number: int, text: str, entry: Entry | None) -> Made:
        """Put a card up that comes from the line."""
        form = Form(self._theme)
        form.text("text", self.tr("Kort"), _seen(text), lines=2)
        columns = [(column.id, column.title) for column in state.plan.columns]
        form.choice("column", self.tr("Kolumn"), columns, columns[0][0] if columns else "", segmented=False)
        form.line("source", self.tr("Källa"), _seen(entry.fact.sender or entry.fact.source) if entry else "")
        reliability = entry.reliability if entry else ""
        form.choice("certainty", self.tr("Uppgiften är"), certainty.choices(), reliability, segmented=False)
        mark = state.marks.of(f"line:{number}")
        offer_provisions(form.line("secrecy", self.tr("Sekretess"), mark, placeholder="OSL …").edit)
        title = self.tr("Kort från rad {0}").format(number)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Sätt upp"), icon="layout-dashboard")
        return sheet, lambda: board.commands.AddCard(
            text=form.text_of("text"),
            column=form.text_of("column"),
            source=form.text_of("source"),
            certainty=cast(Certainty, form.text_of("certainty")),
            secrecy=form.text_of("secrecy"),
            origin=number,
        )

    def task(self, state: State, number: int, text: str, secrecy: str, now: datetime) -> Made:
        """Give a task that comes from the line."""
        form = Form(self._theme)
        form.text("text", self.tr("Vad ska göras?"), _seen(text), lines=2)
        owner = form.line("owner", self.tr("Ansvarig"), hint=self.tr("En funktion eller ett namn."))
        offer(owner.edit, [title for _ref, title in _functions(state.plan)])
        example, says = self.tr("16:00, fre 08:00, om 20 min"), to_come(now, state.zone)
        form.moment("due_at", self.tr("Klart senast"), says=says, placeholder=example)
        sheet = Sheet(
            self._theme,
            self.tr("Uppgift från rad {0}").format(number),
            form,
            primary=self.tr("Ge uppgiften"),
            icon="square-check-big",
        )
        return sheet, lambda: tasks.commands.Add(
            text=form.text_of("text"),
            owner=value_named(form.text_of("owner"), _functions(state.plan)),
            due_at=moment_to_come(form.text_of("due_at"), now, state.zone, "due_at"),
            source=f"line:{number}",
            secrecy=secrecy,
        )

    def reliability(self, entry: Entry) -> Made:
        """Say that the entry is confirmed, unconfirmed or contradicted, and by which line."""
        form = Form(self._theme)
        form.choice("reliability", self.tr("Uppgiften är"), certainty.choices()[1:], entry.reliability)
        because = str(entry.because) if entry.because else ""
        form.line("because", self.tr("Enligt rad"), because, hint=self.tr("Numret på raden som säger det."))
        title = self.tr("Tillförlitlighet, rad {0}").format(entry.number)
        sheet = Sheet(
            self._theme, title, form, primary=self.tr("Logga"), icon="badge-check", note=entry.fact.text
        )
        return sheet, lambda: log.commands.SetReliability(
            number=entry.number,
            reliability=cast(Certainty, form.text_of("reliability")),
            because=whole_number(form.text_of("because"), "because"),
        )

    def explain(self, entry: Entry) -> Made:
        """Say why the entry was written late."""
        form = Form(self._theme)
        reason = _seen(entry.late_reason)
        form.text("reason", self.tr("Varför skrevs raden i efterhand?"), reason, lines=2)
        title = self.tr("Sen rad {0}").format(entry.number)
        late = swedish.duration(entry.recorded_at - entry.happened_at)
        note = self.tr("Raden skrevs {0} efter att det hände.").format(late)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Spara skälet"), icon="history", note=note)
        return sheet, lambda: log.commands.ExplainLateness(number=entry.number, reason=form.text_of("reason"))


def _seen(text: str) -> str:
    """Return the text that something new begins with, "" when a bar covers it."""
    return "" if provisions.BAR in text else text


def _functions(plan: Plan) -> list[tuple[str, str]]:
    return [(f"function:{function.id}", function.title) for function in plan.functions]


def _said(typed: str, now: datetime, zone: str) -> str:
    found = times.parse_moment(typed, now, zone, future=False)
    return times.said(found, now, zone) if found is not None else ""


def _corrected(form: Form, state: State, entry: Entry, now: datetime) -> object:
    if form.ticked("strike"):
        return log.commands.Strike(number=entry.number, reason=form.text_of("reason"))

    def changed(name: str, before: str) -> str | None:
        return form.text_of(name) if form.text_of(name) != before else None

    fact = entry.fact
    return log.commands.Correct(
        number=entry.number,
        text=form.text_of("text"),
        reason=form.text_of("reason"),
        sender=changed("sender", fact.sender),
        receiver=changed("receiver", fact.receiver),
        channel=changed("channel", fact.channel),
        source=changed("source", fact.source),
        kind=cast(EntryKind | None, changed("kind", fact.kind)),
        functions=_picked(form, "functions"),
        links=_picked(form, "links"),
        happened_at=_happened(form, entry, now, state.zone),
    )


def _picked(form: Form, name: str) -> tuple[str, ...]:
    return tuple(form.text_of(name).splitlines())


def _happened(form: Form, entry: Entry, now: datetime, zone: str) -> datetime:
    """Return when it happened as it is corrected; the entry's own time, to the second, when it is not."""
    typed = form.text_of("time")
    if not typed or typed == times.said(entry.happened_at, now, zone):
        return entry.happened_at
    return moment_that_was(typed, "", now, zone, "time") or entry.happened_at


def _withdrawn(form: Form, found: withdrawals.Withdrawal) -> object:
    reason = form.text_of("reason")
    if not reason:
        raise RuleBroken(QCoreApplication.translate("LineSheets", "Skriv varför."), "reason")
    return found.build(form.text_of("which") if found.options else "", reason)
