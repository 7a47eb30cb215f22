"""What stands when the incident is closed: who signed, how much the log holds, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.detail import NamedValue, ValueList
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.layouts import Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, Label, Tag, WrapLabel, flow_box
from crisisdesk.ui.screens.closing.rows import Closed, ClosingRows


class ClosedCard(Card):
    """Shows the closing. `evaluate`, `print_asked` and `reopen_asked` when a button is pressed."""

    evaluate = Signal()
    print_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margin=Space.XL, gap=Space.M, parent=parent)
        self._head = ""
        self._rows: ClosingRows | None = None
        self._form: InlineForm | None = None
        self._values = ValueList(theme, name_width=120)
        self._note = WrapLabel(
            theme, self.tr("Filen är stängd för allt utom utvärderingen."), "body", token="ink2"
        )
        self.first = Button(theme, self.tr("Till utvärderingen"), "file-check", primary=True)
        self._print = Button(theme, self.tr("Skriv ut rapporten"), "printer")
        self.reopen = Button(theme, self.tr("Öppna igen …"), "rotate-ccw", key_hint="Ctrl R")
        self._lay_out(theme)
        self.first.clicked.connect(self.evaluate)
        self._print.clicked.connect(self.print_asked)
        self.reopen.clicked.connect(self.reopen_asked)

    def show_rows(self, rows: ClosingRows) -> None:
        """Show what was signed."""
        self._rows = rows
        if rows.closed is not None:
            self._values.set_values(self._told(rows.closed, rows.reopened))

    def show_head(self, head: str) -> None:
        """Show the head of the log's chain, in words, beside what was signed."""
        self._head = head
        if self._rows is not None:
            self.show_rows(self._rows)

    def put_form(self, form: InlineForm | None) -> None:
        """Let the form of reopening stand under the buttons; None takes it away."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        self.reopen.setVisible(form is None)
        if form is not None:
            self.add(form)

    def form(self) -> InlineForm | None:
        """Return the form of reopening, None while it is not open."""
        return self._form

    def _lay_out(self, theme: Theme) -> None:
        head = Row(theme, gap=Space.M)
        head.addWidget(Label(theme, self.tr("Krisledningen är avslutad"), "heading"))
        head.addWidget(Tag(theme, self.tr("signerad"), "check", "ok"))
        head.addStretch(1)
        self.body.addLayout(head)
        self.add(self._note)
        self.add(self._values)
        self.add(flow_box(theme, self.first, self._print, self.reopen, gap=Space.S))

    def _told(self, closed: Closed, reopened: tuple[tuple[str, str], ...]) -> list[NamedValue]:
        values = [
            (self.tr("Avslutad"), closed.at),
            (self.tr("Ordförande"), closed.chair),
            (self.tr("Loggförare"), closed.keeper),
            (self.tr("Loggen då"), self.tr("{0} rader, {1} fakta").format(closed.lines, closed.facts)),
            (self.tr("Logghuvud nu"), self._head),
            (self.tr("Förs över"), closed.carries),
            (self.tr("Anteckning"), closed.note),
            *((self.tr("Öppnad igen"), f"{at}: {reason}") for at, reason in reopened),
        ]
        return [(name, value) for name, value in values if value]
