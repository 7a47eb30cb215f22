"""The last page: how far the evaluation is, and who signs it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.detail import ValueList
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Label, Tag, flow_box
from crisisdesk.ui.screens.evaluation.rows import EvaluationRows


class SignPage(QWidget):
    """`signed(by)` with the signs typed, `print_asked` for the report."""

    signed = Signal(tuple)
    print_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tag = Tag(theme, "")
        self._values = ValueList(theme, name_width=120)
        self.form = Form(theme)
        self.form.line(
            "by",
            self.tr("Vem signerar?"),
            hint=self.tr("Flera skrivs med komma emellan, till exempel förvaltningschef, säkerhetschef."),
        )
        self._sign = Button(
            theme, self.tr("Signera utvärderingen"), "pen-line", primary=True, key_hint="Ctrl Enter"
        )
        self._print = Button(theme, self.tr("Skriv ut rapporten"), "printer")
        self._lay_out(theme)
        self.form.sent.connect(self._send)
        self._sign.clicked.connect(self._send)
        self._print.clicked.connect(self.print_asked)

    def show_rows(self, rows: EvaluationRows) -> None:
        """Show how far it is."""
        grade = self.tr("{0} av 5 i snitt").format(rows.average) if rows.average else ""
        standing = sum(1 for row in rows.measures if not row.struck)
        values = [
            (self.tr("Frågor"), self.tr("{0} av {1} besvarade").format(rows.answered, rows.asked)),
            (self.tr("Betyg"), grade),
            (self.tr("Åtgärder"), str(standing)),
            (self.tr("Signerad av"), rows.signed),
        ]
        self._values.set_values([(name, value) for name, value in values if value])
        self._show_tag(rows)

    def flush(self) -> None:
        """Nothing is half saved here."""

    def focus_first(self) -> None:
        """Put the cursor where one signs."""
        self.form.focus_field()

    def refuse(self, sentence: str, field: str) -> None:
        """Show why it was refused."""
        self.form.show_error(field, sentence)

    def done(self) -> None:
        """Empty the field when the signature stands."""
        self.form.set_values({"by": ""})

    def _show_tag(self, rows: EvaluationRows) -> None:
        self._tag.setVisible(bool(rows.signed))
        if rows.changed:
            self._tag.set_state(self.tr("ändrad efter signering"), "pencil", "warn")
        else:
            self._tag.set_state(self.tr("signerad"), "check", "ok")

    def _lay_out(self, theme: Theme) -> None:
        head = Row(theme, gap=Space.M)
        head.addWidget(Label(theme, self.tr("Signera"), "heading"))
        head.addWidget(self._tag)
        head.addStretch(1)
        column = Column(theme, self, gap=Space.M)
        column.addLayout(head)
        column.addWidget(self._values)
        column.addWidget(self.form)
        column.addWidget(flow_box(theme, self._sign, self._print, gap=Space.S))
        column.addStretch(1)

    def _send(self) -> None:
        self.form.clear_errors()
        by = self.form.text_of("by").replace(";", ",").split(",")
        self.signed.emit(tuple(sign.strip() for sign in by if sign.strip()))
