"""The pane beside the call list: a number as a QR code, a message to the whole group, public numbers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.form_drafts import TextDraft
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    IconButton,
    Label,
    LineEdit,
    Panel,
    Scroller,
    SectionHead,
    TextEdit,
    WrapLabel,
)
from crisisdesk.ui.screens.call_list.qr_code import QrCode
from crisisdesk.ui.screens.call_list.rows import ContactRow, sms_uri, tel_uri


class NumberPane(Panel):
    """Shows one number at a time. `closed` on Escape or the cross."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", edges=("left",), margin=Space.L, gap=Space.M, parent=parent)
        self._contacts: tuple[ContactRow, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._title = Label(theme, "", "subheading")
        self._close = IconButton(theme, "x", self.tr("Stäng"))
        self._code = QrCode(theme, self.tr("QR-kod"))
        self._number = Label(theme, "", "heading")
        self._owner = WrapLabel(theme, "", "quiet")
        self._text = TextEdit(theme, self.tr("Text till gruppen"), hint=self.tr("Text till gruppen"), lines=2)
        self._text_draft = TextDraft(self._text, self.tr("Text till gruppen"))
        self._search = LineEdit(theme, self.tr("Sök nummer"), hint=self.tr("Sök nummer"), icon="search")
        self._list = RowList(theme, self.tr("Publika nummer"))
        self._public = self._make_public(theme)
        self._lay_out(theme)
        self._connect()

    def set_contacts(self, contacts: tuple[ContactRow, ...]) -> None:
        """Offer the plan's public numbers."""
        if contacts != self._contacts:
            self._contacts = contacts
            self._show_contacts()

    def show_number(self, owner: str, number: str) -> None:
        """Show somebody's number as a code."""
        self._show_mode(message=False)
        self._show_code(owner, number)

    def show_message(self, texts: Sequence[str]) -> None:
        """Show the code of one message to all `texts`."""
        self._texts = tuple(texts)
        self._show_mode(message=True)
        self._show_text()
        self._text.setFocus()

    def shown(self) -> str:
        """Return what the code says, such as `tel:112`."""
        return self._code.accessibleDescription()

    def focus_search(self) -> None:
        """Put the cursor where one looks for a public number; the first is shown."""
        self._show_mode(message=False)
        self._choose(self._list.focused_key())
        self._search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; go from the search field into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def _make_public(self, theme: Theme) -> QWidget:
        box = QWidget()
        column = Column(theme, box, gap=Space.XS)
        column.addWidget(SectionHead(theme, self.tr("Publika nummer")))
        column.addWidget(self._search)
        column.addSpacing(Space.XS)
        content = QWidget()
        inner = Column(theme, content, gap=0)
        inner.addWidget(self._list)
        inner.addStretch(1)
        column.addWidget(Scroller(theme, content), 1)
        return box

    def _lay_out(self, theme: Theme) -> None:
        head = Row(theme)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.body.addLayout(head)
        self.add(self._text)
        self.body.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(self._number)
        self.add(self._owner)
        self.add(self._public, 1)
        self.body.addStretch(0)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._search.textChanged.connect(self._show_contacts)
        self._text.textChanged.connect(self._show_text)
        self._list.focus_moved.connect(self._choose)

    def _show_mode(self, *, message: bool) -> None:
        self._title.setText(self.tr("Sms till gruppen") if message else self.tr("Ring med mobilen"))
        self._text.setVisible(message)
        self._number.setVisible(not message)
        self._public.setVisible(not message and bool(self._contacts))

    def _show_text(self) -> None:
        self._code.set_text(sms_uri(self._texts, self._text.toPlainText().strip()))
        count = len(self._texts)
        self._owner.setText(self.tr("Läs koden med mobilen. Meddelandet går till {0} nummer.").format(count))

    def _show_code(self, owner: str, number: str) -> None:
        self._code.set_text(tel_uri(number) if number else "")
        self._number.setText(number)
        self._owner.setText(owner)

    def _show_contacts(self) -> None:
        wanted = self._search.text().strip().casefold()
        found = [c for c in self._contacts if wanted in f"{c.title} {c.number} {c.group}".casefold()]
        self._list.set_rows([self._spec(contact) for contact in found])
        self._list.setVisible(bool(found))

    def _spec(self, contact: ContactRow) -> RowSpec:
        name = f"{contact.title} {contact.number}"
        return RowSpec(contact.key, partial(_contact_row, self._theme, contact), name=name)

    def _choose(self, key: str) -> None:
        contact = next((c for c in self._contacts if c.key == key), None)
        if contact is not None and self.isVisible():
            self._show_code(self._told(contact), contact.number)

    def _told(self, contact: ContactRow) -> str:
        parts = [f"{contact.title}, {contact.group.lower()}."]
        if contact.old:
            when = contact.checked or self.tr("aldrig")
            parts.append(self.tr("Kontrollerat {0}: ring med förbehåll.").format(when))
        return " ".join(parts)


def _contact_row(theme: Theme, contact: ContactRow) -> QWidget:
    row = QWidget()
    column = Column(theme, row, margin=(Space.M, 6, Space.M, 6), gap=0)
    column.addWidget(WrapLabel(theme, contact.title, "body"))
    column.addWidget(Label(theme, contact.number, "quiet"))
    return row
