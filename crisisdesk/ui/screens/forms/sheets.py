"""The sheets of the paper forms: print new ones, type one in, say that one is void or turned up."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, forms, log, tasks
from crisisdesk.features.log.facts import EntryKind
from crisisdesk.features.log.wording import CHANNELS
from crisisdesk.incident import paper_forms
from crisisdesk.incident.paper_forms import from_paper, spans
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.secrecy_field import offer_provisions
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.typed import moment_that_was, offer, whole_number
from crisisdesk.ui.kit.widgets import Button

Made = tuple[Sheet, Callable[[], object]]
"""A sheet, and the wish that turns what was typed in it into a command."""

_KINDS: Final = ("note", "in", "out", "dec", "task", "ass", "unc")
_UNDER_NOTE: Final = 2
SKIP: Final = "Ctrl+PgDown"
"""The key that leaves a form for later and goes on to the next."""


class FormSheets(QObject):
    """Builds the sheets; each comes with the wish that turns its form into a command.

    `skipped` when a form is left for later and the next one wanted.
    """

    skipped = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def print_new(self, state: State) -> Made:
        """Print so many blank forms, whose numbers are taken."""
        first = paper_forms.next_free(state)
        form = Form(self._theme)
        form.line("count", self.tr("Hur många?"), "10", hint=self.tr("1 till 200"))
        note = self.tr("Numren börjar på {0}. Var och en blir ett blad, och numren står i loggen.").format(
            first
        )
        sheet = Sheet(
            self._theme,
            self.tr("Skriv ut tomma blanketter"),
            form,
            primary=self.tr("Skriv ut"),
            icon="printer",
            note=note,
        )
        return sheet, lambda: forms.commands.Reserve(
            count=whole_number(form.text_of("count"), "count"), first=first
        )

    def enter(self, state: State, number: int, now: datetime) -> Made:
        """Type a form in as it is written: the time on it is when it happened."""
        form = Form(self._theme)
        writer = form.line("writer", self.tr("Skriven av"))
        offer(writer.edit, [function.title for function in state.plan.functions])
        form.line("time", self.tr("Tid på blanketten"), placeholder=self.tr("14:56, igår 23.50"), beside=True)
        kinds = [(kind, KINDS[kind].word) for kind in _KINDS]
        form.choice("kind", self.tr("Slag"), kinds, "note", segmented=False)
        channels = [("", "–"), *((channel, channel) for channel in CHANNELS)]
        form.choice("channel", self.tr("Kanal"), channels, segmented=False, beside=True)
        form.line("sender", self.tr("Från"), hint=self.tr("Beslut: vem som beslutade"))
        responsible = self.tr("Beslut och uppgift: ansvarig")
        form.line("receiver", self.tr("Till"), hint=responsible, beside=True)
        form.text("text", self.tr("Text, som den står"), lines=4)
        offer_provisions(form.line("secrecy", self.tr("Sekretess enligt"), placeholder="OSL 18:1").edit)
        sheet = Sheet(
            self._theme,
            self.tr("För in blankett {0}").format(number),
            form,
            primary=self.tr("För in"),
            icon="pen-line",
            note=self._left(state, number),
        )
        if any(other != number for other in paper_forms.missing(state)):
            self._offer_to_skip(sheet)
        return sheet, lambda: _entered(form, state, number, now)

    def _offer_to_skip(self, sheet: Sheet) -> None:
        skip = Button(self._theme, self.tr("Hoppa över"), key_hint=self.tr("Ctrl PgDn"))
        # Under the note: three buttons with their keys are wider than the sheet.
        sheet.body.insertWidget(_UNDER_NOTE, skip, 0, Qt.AlignmentFlag.AlignLeft)
        skip.clicked.connect(self.skipped)
        pressed = QShortcut(QKeySequence(SKIP), sheet)
        pressed.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pressed.activated.connect(self.skipped)

    def _left(self, state: State, number: int) -> str:
        others = [form for form in paper_forms.missing(state) if form != number]
        if not others:
            return self.tr("Den sista som saknas.")
        return self.tr("Saknas också: {0}. Nästa kommer av sig själv, Ctrl PgDn hoppar över.").format(
            spans(others)
        )

    def void(self, number: int) -> Made:
        """Say that the form will never come in."""
        form = Form(self._theme)
        hint = self.tr("Till exempel: spilld, felskriven, bortkommen.")
        form.text("reason", self.tr("Varför makuleras den?"), lines=2, hint=hint)
        title = self.tr("Makulera blankett {0}").format(number)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Makulera"), icon="ban", danger=True)
        return sheet, lambda: forms.commands.Void(form=number, reason=form.text_of("reason"))

    def restore(self, number: int) -> Made:
        """Say that a void form turned up."""
        form = Form(self._theme)
        form.text("reason", self.tr("Vad hände?"), lines=1, hint=self.tr("Kan vara tomt."))
        title = self.tr("Blankett {0} gäller igen").format(number)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Gäller igen"), icon="rotate-ccw")
        return sheet, lambda: forms.commands.Restore(form=number, reason=form.text_of("reason"))


def _entered(form: Form, state: State, number: int, now: datetime) -> object:
    happened = moment_that_was(form.text_of("time"), "", now, state.zone, "time")
    if happened is None:
        said = QCoreApplication.translate("FormSheets", "Skriv tiden som står på blanketten.")
        raise RuleBroken(said, "time")
    kind, writer = form.text_of("kind"), form.text_of("writer")
    if kind in _MAKERS:
        return from_paper(number, writer, _MAKERS[kind](form, happened))
    return log.commands.Record(
        text=form.text_of("text"),
        kind=cast(EntryKind, kind),
        happened_at=happened,
        sender=form.text_of("sender"),
        receiver=form.text_of("receiver"),
        channel=form.text_of("channel"),
        secrecy=form.text_of("secrecy"),
        paper=log.facts.Paper(form=number, writer=writer),
    )


def _decision(form: Form, happened: datetime) -> Command:
    return decisions.commands.Record(
        text=form.text_of("text"),
        decider=form.text_of("sender"),
        responsible=form.text_of("receiver"),
        secrecy=form.text_of("secrecy"),
        happened_at=happened,
    )


def _task(form: Form, happened: datetime) -> Command:
    return tasks.commands.Add(
        text=form.text_of("text"),
        owner=form.text_of("receiver"),
        secrecy=form.text_of("secrecy"),
        happened_at=happened,
    )


def _uncertainty(form: Form, happened: datetime) -> Command:
    return board.commands.AddCard(
        text=form.text_of("text"),
        purpose="uncertainty",
        source=form.text_of("sender"),
        owner=form.text_of("receiver"),
        secrecy=form.text_of("secrecy"),
        happened_at=happened,
    )


_MAKERS: Final[dict[str, Callable[[Form, datetime], Command]]] = {
    "dec": _decision,
    "task": _task,
    "unc": _uncertainty,
}
"""What is no entry of the log: a decision, a task, a card of the board."""
