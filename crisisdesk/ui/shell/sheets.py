"""The shell's own small sheets: name, registry number, correcting the last line. Never modal."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crisisdesk.base import record
from crisisdesk.features import lifecycle, log
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.fields import FieldValue
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.theme import Theme


class Asked(record.Value):
    """A sheet and the command that its values make; `beside` stands at its left, to be read."""

    sheet: Sheet
    command: Callable[[dict[str, FieldValue]], Command]
    beside: QWidget | None = None


Sheets = Callable[[Theme, State], Asked]
"""What makes a sheet for the incident as it stands."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("sheets", text)


def rename(theme: Theme, state: State) -> Asked:
    """Return the sheet for the incident's name."""
    form = Form(theme)
    form.line("name", _tr("Vad har hänt, och var"), state[lifecycle.FEATURE].name)
    sheet = Sheet(theme, _tr("Händelsens namn"), form, primary=_tr("Byt namn"), icon="pencil")
    return Asked(sheet, lambda values: lifecycle.commands.Rename(name=str(values["name"])))


def registry_number(theme: Theme, state: State) -> Asked:
    """Return the sheet for the number that the registry gave."""
    form = Form(theme)
    form.line("registry_number", _tr("Diarienummer"), state[lifecycle.FEATURE].registry_number)
    note = _tr("Registrator ger numret. Händelsens eget nummer är {0}.").format(
        state[lifecycle.FEATURE].own_number
    )
    sheet = Sheet(theme, _tr("Diarienummer"), form, primary=_tr("Spara numret"), icon="save", note=note)
    return Asked(
        sheet,
        lambda values: lifecycle.commands.SetRegistryNumber(registry_number=str(values["registry_number"])),
    )


def correct(theme: Theme, state: State, number: int) -> Asked:
    """Return the sheet that corrects an entry; LookupError when the line is no entry that stands."""
    entry = state[log.FEATURE].entries.get(number)
    if entry is None or entry.struck_by:
        raise LookupError(number)
    form = Form(theme)
    form.text("text", _tr("Rätt text"), entry.fact.text, lines=2)
    form.line("reason", _tr("Varför"), placeholder=_tr("till exempel: fel antal"))
    note = _tr("Den gamla raden står kvar, struken, och pekar på den nya.")
    sheet = Sheet(
        theme,
        _tr("Rätta rad {0}").format(number),
        form,
        primary=_tr("Rätta"),
        icon="strikethrough",
        note=note,
    )
    return Asked(
        sheet,
        lambda values: log.commands.Correct(
            number=number,
            text=str(values["text"]),
            reason=str(values["reason"]),
            happened_at=entry.happened_at,
        ),
    )
