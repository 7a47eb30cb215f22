"""The sheets of decisions: a new one, what was missing, how it goes, taking it back."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject

from crisisdesk.base import swedish
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, people, tasks
from crisisdesk.features.decisions.facts import Progress
from crisisdesk.features.decisions.state import Decision
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.moment_field import to_come
from crisisdesk.ui.kit.secrecy_field import offer_provisions
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_to_come, offer, value_named

Made = tuple[Sheet, Callable[[], object]]
"""A sheet, and the wish that turns what was typed in it into a command."""


class DecisionSheets(QObject):
    """Builds the sheets; each comes with the wish that turns its form into a command."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def new(
        self,
        state: State,
        now: datetime,
        replaces: Decision | None = None,
        *,
        links: tuple[str, ...] = (),
    ) -> Made:
        """Record a decision, also one in the place of another; `links` say what it belongs to."""
        form = Form(self._theme)
        form.text("text", self.tr("Vad beslutas?"), lines=2)
        form.check("waits", self.tr("Ett beslut att avvakta"))
        self._fields(form, state, None, now)
        self._rests_on(form, state)
        offer_provisions(form.line("secrecy", self.tr("Sekretess enligt"), placeholder="OSL 18:1").edit)
        old = replaces.decision if replaces is not None else 0
        title = self.tr("Ersätt beslut {0}").format(old) if old else self.tr("Nytt beslut")
        note = replaces.text if replaces is not None else self.tr("Bara texten behövs nu. Resten kan vänta.")
        sheet = Sheet(self._theme, title, form, primary=self.tr("Logga beslut"), icon="gavel", note=note)
        return sheet, lambda: _recorded(form, state, now, old, links)

    def complete(self, state: State, decision: Decision, now: datetime) -> Made:
        """Fill in what is missing; what stands there can be written better."""
        form = Form(self._theme)
        self._fields(form, state, decision, now)
        title = self.tr("Komplettera beslut {0}").format(decision.decision)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Spara"), icon="pen-line", note=decision.text)
        return sheet, lambda: _completed(form, state, decision, now)

    def progress(self, decision: Decision) -> Made:
        """Say how far it has come."""
        form = Form(self._theme)
        words = [
            ("open", self.tr("öppet")),
            ("ongoing", self.tr("pågår")),
            ("done", self.tr("genomfört")),
        ]
        form.choice("progress", self.tr("Beslutet är"), words, decision.standing)
        form.text("note", self.tr("Anteckning"), decision.progress_note, lines=2)
        title = self.tr("Läget för beslut {0}").format(decision.decision)
        sheet = Sheet(
            self._theme, title, form, primary=self.tr("Logga"), icon="circle-check", note=decision.text
        )
        return sheet, lambda: decisions.commands.SetProgress(
            decision=decision.decision,
            progress=cast(Progress, form.text_of("progress")),
            note=form.text_of("note"),
        )

    def revoke(self, decision: Decision) -> Made:
        """Take it back."""
        form = Form(self._theme)
        form.text("reason", self.tr("Varför återkallas beslutet?"), lines=2)
        title = self.tr("Återkalla beslut {0}").format(decision.decision)
        sheet = Sheet(
            self._theme,
            title,
            form,
            primary=self.tr("Återkalla"),
            icon="ban",
            danger=True,
            note=decision.text,
        )
        return sheet, lambda: decisions.commands.Revoke(
            decision=decision.decision, reason=form.text_of("reason")
        )

    def task(self, state: State, decision: Decision, now: datetime) -> Made:
        """Give a task that comes from it."""
        form = Form(self._theme)
        form.text("text", self.tr("Vad ska göras?"), lines=2)
        names = _functions(state)
        owner = form.line("owner", self.tr("Ansvarig"), decision.responsible)
        offer(owner.edit, [title for _ref, title in names])
        example, says = self.tr("16:00, fre 08:00, om 20 min"), to_come(now, state.zone)
        form.moment("due_at", self.tr("Klart senast"), says=says, placeholder=example)
        title = self.tr("Uppgift från beslut {0}").format(decision.decision)
        sheet = Sheet(
            self._theme,
            title,
            form,
            primary=self.tr("Ge uppgiften"),
            icon="square-check-big",
            note=decision.text,
        )
        return sheet, lambda: tasks.commands.Add(
            text=form.text_of("text"),
            owner=value_named(form.text_of("owner"), names),
            due_at=moment_to_come(form.text_of("due_at"), now, state.zone, "due_at"),
            source=f"decision:{decision.decision}",
            secrecy=decision.secrecy,
        )

    def _fields(self, form: Form, state: State, decision: Decision | None, now: datetime) -> None:
        def before(name: str) -> str:
            return str(getattr(decision, name)) if decision is not None else ""

        decider = form.line("decider", self.tr("Beslutat av"), before("decider"))
        form.line("mandate", self.tr("Mandat"), before("mandate"))
        form.text("reason", self.tr("Motivering"), before("reason"), lines=2)
        form.text("options", self.tr("Alternativ, och varför inte"), before("options"), lines=1)
        form.text("uncertain", self.tr("Osäkert"), before("uncertain"), lines=1)
        form.text("affected", self.tr("Berörda"), before("affected"), lines=1)
        responsible = form.line("responsible", self.tr("Ansvarig"), before("responsible"))
        due = decision.follow_up_at if decision is not None else None
        shown = swedish.near(due, state.zone, now) if due is not None else ""
        example = self.tr("16:00, fre 08:00, om 20 min")
        says = to_come(now, state.zone)
        form.moment("follow_up_at", self.tr("Uppföljning"), shown, says=says, placeholder=example)
        for field in (decider, responsible):
            offer(field.edit, _names(state))

    def _rests_on(self, form: Form, state: State) -> None:
        asked = state[board.FEATURE].open_uncertainties()
        if asked:
            named = "\n".join(f"{card.uncertainty}: {card.content.text}" for card in asked)
            form.line("rests_on", self.tr("Vilar på oklarhet"), placeholder=self.tr("1, 2"), hint=named)


def _names(state: State) -> list[str]:
    """Return who can decide and be responsible: functions, and those in place."""
    titles = [title for _ref, title in _functions(state)]
    return list(dict.fromkeys([*titles, *(p.person for p in state[people.FEATURE].present())]))


def _functions(state: State) -> list[tuple[str, str]]:
    return [(f"function:{function.id}", function.title) for function in state.plan.functions]


def _recorded(form: Form, state: State, now: datetime, replaces: int, links: tuple[str, ...]) -> object:
    return decisions.commands.Record(
        text=form.text_of("text"),
        waits=form.ticked("waits"),
        decider=form.text_of("decider"),
        mandate=form.text_of("mandate"),
        reason=form.text_of("reason"),
        options=form.text_of("options"),
        uncertain=form.text_of("uncertain"),
        affected=form.text_of("affected"),
        responsible=form.text_of("responsible"),
        follow_up_at=moment_to_come(form.text_of("follow_up_at"), now, state.zone, "follow_up_at"),
        replaces=replaces,
        rests_on=_numbers(form) if "rests_on" in form.values() else (),
        secrecy=form.text_of("secrecy"),
        links=links,
    )


def _numbers(form: Form) -> tuple[int, ...]:
    parts = form.text_of("rests_on").replace(",", " ").split()
    if not all(part.isdecimal() for part in parts):
        sentence = QCoreApplication.translate("DecisionSheets", "Skriv oklarheternas nummer: 1, 2.")
        raise RuleBroken(sentence, "rests_on")
    return tuple(int(part) for part in parts)


def _completed(form: Form, state: State, decision: Decision, now: datetime) -> object:
    def changed(name: str) -> str | None:
        typed = form.text_of(name)
        return typed if typed != getattr(decision, name) else None

    return decisions.commands.Complete(
        decision=decision.decision,
        decider=changed("decider"),
        mandate=changed("mandate"),
        reason=changed("reason"),
        options=changed("options"),
        uncertain=changed("uncertain"),
        affected=changed("affected"),
        responsible=changed("responsible"),
        follow_up_at=_follow_up(form.text_of("follow_up_at"), state, decision, now),
        no_follow_up=not form.text_of("follow_up_at") and decision.follow_up_at is not None,
    )


def _follow_up(typed: str, state: State, decision: Decision, now: datetime) -> datetime | None:
    """Return the new time, None when it was not touched: `16:00` of today is not read anew tomorrow."""
    due = decision.follow_up_at
    if due is not None and typed == swedish.near(due, state.zone, now):
        return None
    return moment_to_come(typed, now, state.zone, "follow_up_at")
