"""Handing the log over: what is open at the left, who signs at the right (product: one keeper at a time)."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from crisisdesk.features import lifecycle
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.fields import FieldValue
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.functions.handover import handover
from crisisdesk.ui.screens.functions.relief_sheet import SituationCard
from crisisdesk.ui.shell.sheets import Asked


def _tr(text: str) -> str:
    return QCoreApplication.translate("keeper_sheet", text)


def keeper_change(theme: Theme, state: State, now: datetime) -> Asked:
    """Return the sheet that both sign, beside what is open at the moment (UTC)."""
    before = state[lifecycle.FEATURE].keeper
    form = Form(theme)
    form.check("read_over", _tr("Vi har läst igenom det öppna tillsammans"))
    form.line("sign_from", _tr("Lämnar: {0} signerar").format(before))
    form.line("sign", _tr("Tar över: sign"), beside=True)
    form.section(_tr("Om {0} inte kan signera").format(before))
    form.line("reason", _tr("Varför inte"), placeholder=_tr("till exempel: gick hem sjuk"))
    sheet = Sheet(
        theme,
        _tr("Byt loggförare"),
        form,
        primary=_tr("Lämna över loggen"),
        icon="arrow-right",
        note=_tr("Raderna därefter får den nya signaturen."),
    )
    situation = SituationCard(theme)
    situation.show_handover(handover(state, now))
    return Asked(sheet, _command, beside=situation)


def _command(values: dict[str, FieldValue]) -> Command:
    return lifecycle.commands.ChangeKeeper(
        sign=str(values["sign"]),
        sign_from=str(values["sign_from"]),
        read_over=bool(values["read_over"]),
        reason=str(values["reason"]),
    )
