"""The forms that open inside an item, and the command that each asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import checklists, tasks
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_that_was, moment_to_come
from crisisdesk.ui.screens.cards.item_view import DROP, SIGN_AS, TASK, WITHDRAW
from crisisdesk.ui.screens.cards.rows import ItemRow, OpenCard

Ask = Callable[[datetime], Command]
"""Builds the command at the moment (UTC); RuleBroken with the field that cannot be understood."""


@dataclass(frozen=True)
class ItemForm:
    """A form in an item, and the command that it asks for. `fields` maps a rule's field to the form's."""

    form: InlineForm
    ask: Ask
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    settles: bool = True

    def refuse(self, sentence: str, at: str) -> None:
        """Show why it was refused, at its field."""
        self.form.refuse(sentence, self.fields.get(at, at))


class ItemForms(QObject):
    """Makes them, filled with what is known."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def make(self, name: str, row: ItemRow, card: OpenCard) -> ItemForm:
        """Return the form of the action; an unknown name is a KeyError."""
        makers = {SIGN_AS: self._sign_as, DROP: self._drop, TASK: self._task, WITHDRAW: self._withdraw}
        return makers[name](row, card)

    def _sign_as(self, row: ItemRow, card: OpenCard) -> ItemForm:
        form = Form(self._theme)
        form.line("sign", self.tr("Vem gjorde det?"), placeholder=self.tr("sign"))
        form.clock("at", self.tr("När? Tomt: nu"), beside=True)
        form.line("note", self.tr("Anteckning"))
        title = self.tr("Signera åt någon annan")
        inline = InlineForm(self._theme, title, form, primary=self.tr("Signera"), icon="pen-line")
        return ItemForm(inline, lambda now: self._ask_sign(form, row, card, now))

    def _ask_sign(self, form: Form, row: ItemRow, card: OpenCard, now: datetime) -> Command:
        sign = form.text_of("sign")
        if not sign:
            raise RuleBroken(self.tr("Skriv signaturen för den som gjorde det."), "sign")
        at = moment_that_was(form.text_of("at"), "", now, card.zone, "at")
        note = form.text_of("note")
        return checklists.commands.Sign(item=row.key, done_by=sign, note=note, happened_at=at)

    def _drop(self, row: ItemRow, card: OpenCard) -> ItemForm:
        form = Form(self._theme)
        form.line("reason", self.tr("Varför är punkten inte aktuell?"))
        inline = InlineForm(
            self._theme, self.tr("Ej aktuellt"), form, primary=self.tr("Ej aktuellt"), icon="minus"
        )
        return ItemForm(
            inline, lambda _now: checklists.commands.Drop(item=row.key, reason=form.text_of("reason"))
        )

    def _withdraw(self, row: ItemRow, card: OpenCard) -> ItemForm:
        form = Form(self._theme)
        form.line("reason", self.tr("Varför?"))
        inline = InlineForm(
            self._theme,
            self.tr("Ta tillbaka signeringen"),
            form,
            primary=self.tr("Ta tillbaka"),
            icon="rotate-ccw",
            danger=True,
        )
        return ItemForm(inline, lambda _now: self._ask_withdraw(form, row), settles=False)

    def _ask_withdraw(self, form: Form, row: ItemRow) -> Command:
        reason = form.text_of("reason")
        if not reason:
            raise RuleBroken(self.tr("Skriv varför signeringen tas tillbaka."), "reason")
        return checklists.commands.Undo(item=row.key, reason=reason)

    def _task(self, row: ItemRow, card: OpenCard) -> ItemForm:
        form = Form(self._theme)
        form.text("text", self.tr("Uppgift"), row.text)
        form.line("owner", self.tr("Ansvarig"), "" if card.vacant else card.holder)
        form.line("due", self.tr("Klart senast"), placeholder=self.tr("16:00, fre 08:00"), beside=True)
        inline = InlineForm(
            self._theme,
            self.tr("Gör punkten till en uppgift"),
            form,
            primary=self.tr("Lägg till uppgiften"),
            icon="square-check-big",
            note=self.tr("Punkten signeras för sig."),
        )
        return ItemForm(inline, lambda now: _ask_task(form, row, card, now), {"due_at": "due"}, settles=False)


def _ask_task(form: Form, row: ItemRow, card: OpenCard, now: datetime) -> Command:
    return tasks.commands.Add(
        text=form.text_of("text"),
        owner=form.text_of("owner"),
        due_at=moment_to_come(form.text_of("due"), now, card.zone, "due"),
        source=f"step:{row.key}",
    )
