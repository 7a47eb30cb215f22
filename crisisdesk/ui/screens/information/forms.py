"""The forms of information: a message, more groups, taking one back, the switchboard's sheet."""

from datetime import datetime

from PySide6.QtCore import QObject

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import information
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.secrecy_field import offer_provisions
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.typed import moment_to_come, offer
from crisisdesk.ui.screens.information.rows import InformationRows, MessageRow, split_groups

CHANNELS = ("webb", "sms", "e-post", "intranät", "sociala medier", "telefon", "presskonferens", "muntligt")


class MessageForms(QObject):
    """Makes them, and turns what was typed into commands."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def message(self, row: MessageRow | None, rows: InformationRows, text: str = "") -> InlineForm:
        """Return the form for a message, or for a new version of the one on the row."""
        form = Form(self._theme)
        form.text("text", self.tr("Budskap"), text or (row.text if row is not None else ""), lines=3)
        self._add_groups(form, row.groups if row is not None else "")
        self._add_channel(form, row.channel if row is not None else "")
        speaks = row.spokesperson if row is not None else rows.spokesperson
        form.line("spokesperson", self.tr("Vem uttalar sig?"), speaks)
        form.line(
            "latest_at",
            self.tr("Ut senast"),
            row.latest if row is not None and not row.sent else "",
            placeholder=self.tr("15:20, om 20 min"),
            beside=True,
        )
        secrecy = form.line(
            "secrecy",
            self.tr("Sekretess enligt"),
            row.secrecy if row is not None else "",
            placeholder="OSL 18:1",
            beside=True,
        )
        offer_provisions(secrecy.edit)
        return InlineForm(
            self._theme, self._title(row), form, primary=self.tr("Skicka"), icon="arrow-up-right"
        )

    def more(self, row: MessageRow) -> InlineForm:
        """Return the form for sending the same version to others."""
        form = Form(self._theme)
        self._add_groups(form, "")
        self._add_channel(form, row.channel)
        title = self.tr("Skicka budskap {0} till fler").format(row.message)
        return InlineForm(self._theme, title, form, primary=self.tr("Skicka"), icon="arrow-up-right")

    def withdraw(self, row: MessageRow) -> InlineForm:
        """Return the form for why the message no longer holds."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför gäller det inte längre?"))
        title = self.tr("Dra tillbaka budskap {0}").format(row.message)
        return InlineForm(
            self._theme, title, form, primary=self.tr("Dra tillbaka"), icon="rotate-ccw", danger=True
        )

    def brief(self, row: MessageRow | None, rows: InformationRows) -> InlineForm:
        """Return the form for what the switchboard shall say, filled from the message."""
        form = Form(self._theme)
        text = row.text if row is not None else rows.last
        hint = self.tr("Hur media, anhöriga och drabbade bemöts, och vart samtal kopplas.")
        form.text("text", self.tr("Växeln svarar"), text, lines=4, hint=hint)
        title = self.tr("Underlag till växeln")
        return InlineForm(self._theme, title, form, primary=self.tr("Ge till växeln"), icon="phone")

    def ask_save(self, form: Form, row: MessageRow | None, now: datetime, zone: str) -> Command:
        """Return the command that keeps the message as a draft."""
        return information.commands.SaveMessage(
            text=form.text_of("text"),
            message=row.message if row is not None else 0,
            groups=split_groups(form.text_of("groups")),
            channel=form.text_of("channel"),
            spokesperson=form.text_of("spokesperson"),
            latest_at=moment_to_come(form.text_of("latest_at"), now, zone, "latest_at"),
            secrecy=form.text_of("secrecy"),
        )

    def ask_send(self, form: Form, row: MessageRow | None) -> Command:
        """Return the command that sends the message as it stands in the form."""
        if not form.text_of("text"):
            raise RuleBroken(self.tr("Skriv vad budskapet säger."), "text")
        return information.commands.SendMessage(
            message=row.message if row is not None else 0,
            text=form.text_of("text"),
            groups=split_groups(form.text_of("groups")),
            channel=form.text_of("channel"),
            spokesperson=form.text_of("spokesperson"),
            secrecy=form.text_of("secrecy"),
        )

    def ask_more(self, form: Form, row: MessageRow) -> Command:
        """Return the command that sends the same version to other groups."""
        groups = split_groups(form.text_of("groups"))
        if not groups:
            raise RuleBroken(self.tr("Skriv vilka budskapet går till."), "groups")
        return information.commands.SendMessage(
            message=row.message, groups=groups, channel=form.text_of("channel")
        )

    def ask_brief(self, form: Form, message: int) -> Command:
        """Return the command that gives the sheet to the switchboard."""
        return information.commands.BriefSwitchboard(text=form.text_of("text"), message=message)

    def _title(self, row: MessageRow | None) -> str:
        if row is None:
            return self.tr("Nytt budskap")
        if row.sent:
            return self.tr("Ny version av budskap {0}").format(row.message)
        return self.tr("Ändra budskap {0}").format(row.message)

    def _add_groups(self, form: Form, groups: str) -> None:
        form.line("groups", self.tr("Till"), groups, placeholder=self.tr("elever, anhöriga, växel"))

    def _add_channel(self, form: Form, channel: str) -> None:
        field = form.line("channel", self.tr("Kanal"), channel, beside=True)
        offer(field.edit, CHANNELS)
