"""What a form in a step is to the screen: the widget, and the command that it asks for."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Value
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.inline_form import InlineForm

Ask = Callable[[datetime], Command]
"""Builds the command at the moment (UTC); RuleBroken with the field that cannot be understood."""


class StepForm(Value):
    """A form in a step. `ask(now)` returns the command that it wishes for, or raises RuleBroken.

    `fields` says at which field of the form a rule's refusal belongs. `settles` when the command settles the
    step, `undoable` when that can be taken back at once.
    """

    form: InlineForm
    ask: Ask
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    settles: bool = True
    undoable: bool = False

    def refuse(self, sentence: str, at: str) -> None:
        """Show why it was refused, at its field."""
        self.form.refuse(sentence, self.fields.get(at, at))
