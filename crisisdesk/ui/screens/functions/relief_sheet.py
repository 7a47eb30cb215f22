"""The relief on screen: what must be known at the left, who signs at the right."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from crisisdesk.features import people
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.typed import offer
from crisisdesk.ui.kit.widgets import Card, Label, Scroller, SectionHead, WrapLabel
from crisisdesk.ui.screens.functions.handover import Handover, Item
from crisisdesk.ui.screens.functions.rows import FunctionRow, FunctionsRows

_LEAD: Final = 20  # px at 100 %: the number before a line


class SituationCard(Card):
    """What the one who takes over must know, as it stands now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margin=0, parent=parent)
        self._content = QWidget()
        self._column = Column(theme, self._content, margin=Space.L, gap=Space.XS)
        self._shown: Handover | None = None
        self.add(Scroller(theme, self._content), 1)
        self.setAccessibleName(self.tr("Läget vid överlämningen"))

    def show_handover(self, sheet: Handover) -> None:
        """Show the sheet; nothing is built anew when it says the same."""
        if sheet == self._shown:
            return
        self._shown = sheet
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fill(sheet)

    def _fill(self, sheet: Handover) -> None:
        self._column.addWidget(Label(self._theme, sheet.situation, "subheading"))
        for item in sheet.events:
            self._column.addWidget(WrapLabel(self._theme, item.text, "body"))
        self._pair(self.tr("Farligast"), sheet.worst, "alarm")
        self._pair(self.tr("Troligast"), sheet.likely, "ink")
        self._list(self.tr("Öppna beslut"), sheet.decisions, self.tr("Inga öppna beslut."))
        self._list(self.tr("Öppna uppgifter"), sheet.tasks, self.tr("Inga öppna uppgifter."))
        self._list(self.tr("Oklarheter"), sheet.uncertainties, self.tr("Inga obesvarade oklarheter."))
        self._column.addWidget(SectionHead(self._theme, self.tr("Nästa möte")))
        self._column.addWidget(Label(self._theme, sheet.next_meeting, "strong"))
        self._column.addStretch(1)

    def _pair(self, name: str, text: str, token: str) -> None:
        if text:
            self._column.addWidget(self._told(name, text, token))

    def _list(self, title: str, items: Sequence[Item], none: str) -> None:
        self._column.addWidget(SectionHead(self._theme, title))
        if not items:
            self._column.addWidget(Label(self._theme, none, "quiet"))
        for item in items:
            self._column.addWidget(self._told(item.lead, item.text, "alarm" if item.late else "ink"))

    def _told(self, lead: str, text: str, token: str) -> QWidget:
        box = QWidget()
        row = Row(self._theme, box, gap=Space.S)
        name = WrapLabel(self._theme, lead, "strong_digits", token=token)
        name.setMinimumWidth(self._theme.dp(_LEAD))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(self._theme, text, "body"), 1)
        return box


class ReliefSheets(QObject):
    """Builds the sheet that both sign."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def relief(
        self, row: FunctionRow, rows: FunctionsRows, sheet: Handover, signs: tuple[str, str]
    ) -> tuple[Sheet, Form]:
        """Return the sheet and its form; `signs` are the sign of who leaves and the name of who comes."""
        form = Form(self._theme)
        coming = form.line(
            "person_to", self.tr("Vem tar över?"), signs[1], placeholder=self.tr("namn eller befattning")
        )
        offer(coming.edit, dict.fromkeys((*row.suggestions, *rows.names)))
        form.text("handover", self.tr("Överlämnat"), sheet.text, lines=4)
        form.section(self.tr("Båda signerar"))
        form.line("sign_from", self.tr("Lämnar: sign"), signs[0])
        form.line("sign_to", self.tr("Tar över: sign"), beside=True)
        title = self.tr("Avlösning: {0}").format(row.title[:1].lower() + row.title[1:])
        note = self.tr("{0} lämnar över. Gå igenom läget tillsammans och signera.").format(row.person)
        if row.keeps_log:
            note += " " + self.tr("Raderna därefter får den nya signaturen.")
        made = Sheet(self._theme, title, form, primary=self.tr("Lämna över"), icon="arrow-right", note=note)
        return made, form


def asked(form: Form, row: FunctionRow) -> Command:
    """Return the command that the sheet asks for."""
    return people.commands.Relieve(
        function=row.id,
        person_to=form.text_of("person_to"),
        sign_from=form.text_of("sign_from"),
        sign_to=form.text_of("sign_to"),
        handover=form.text_of("handover"),
    )
