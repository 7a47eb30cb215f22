"""The contacts of a card: numbers large enough to dial from, copied with one press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Card,
    IconView,
    Label,
    Rule,
    SectionHead,
    Tag,
    WrapLabel,
    flow_box,
)
from crisisdesk.ui.screens.cards.rows import ContactRow

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class Contacts(QWidget):
    """The contacts under each other. Made anew only when they are others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[ContactRow, ...], str] = ((), "")
        self._copied: Button | None = None
        self._head = SectionHead(theme, self.tr("Kontakter"))
        self._warning = Tag(theme, "", "triangle-alert", "warn")
        self._head.add(self._warning)
        self._warning.hide()
        self._column = Column(theme, self, gap=Space.XS)
        self._column.addWidget(self._head)
        self._list: Card | None = None

    def show_contacts(self, contacts: tuple[ContactRow, ...], warning: str) -> None:
        """Show the contacts; `warning` holds for all of them."""
        if (contacts, warning) == self._shown:
            return
        self._shown = (contacts, warning)
        self._copied = None
        self._warning.set_word(self.tr("{0}, mer än ett år sedan").format(warning))
        self._warning.setVisible(bool(warning))
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = Card(self._theme, margin=0, gap=0)
        for place, contact in enumerate(contacts):
            if place:
                self._list.add(Rule(self._theme))
            self._list.add(self._contact(contact))
        self._column.addWidget(self._list)
        self._list.show()

    def _contact(self, contact: ContactRow) -> QWidget:
        box = QWidget()
        row = Row(self._theme, box, margin=(Space.M, Space.S, Space.M, Space.S), gap=Space.M)
        row.addLayout(self._words(contact), 1)
        row.addWidget(self._numbers(contact))
        return box

    def _words(self, contact: ContactRow) -> Column:
        column = Column(self._theme, gap=2)
        column.addWidget(WrapLabel(self._theme, contact.title, "medium"))
        for way in contact.ways:
            label = Label(self._theme, way, "quiet")
            label.setTextInteractionFlags(_SELECTABLE)
            column.addWidget(label)
        if contact.note:
            column.addWidget(WrapLabel(self._theme, contact.note, "quiet"))
        if contact.warning:
            column.addWidget(
                flow_box(self._theme, Tag(self._theme, contact.warning, "triangle-alert", "warn"))
            )
        return column

    def _numbers(self, contact: ContactRow) -> QWidget:
        box = QWidget()
        column = Column(self._theme, box, gap=Space.XS)
        for phone in contact.phones:
            column.addLayout(self._number(contact.title, phone))
        if not contact.phones and not contact.ways:
            column.addWidget(Label(self._theme, self.tr("nummer saknas"), "quiet", token="warn"))
        return box

    def _number(self, title: str, phone: str) -> Row:
        row = Row(self._theme, gap=Space.S)
        number = Label(self._theme, phone, "figure")
        number.setTextInteractionFlags(_SELECTABLE)
        number.setAccessibleName(f"{title} {phone}")
        copy = Button(self._theme, self.tr("Kopiera"))
        copy.setAccessibleName(self.tr("Kopiera {0}").format(phone))
        copy.clicked.connect(lambda: self._copy(copy, phone))
        row.addStretch(1)
        row.addWidget(IconView(self._theme, "phone", "ink3", Size.ICON))
        row.addWidget(number)
        row.addWidget(copy)
        return row

    def _copy(self, button: Button, phone: str) -> None:
        QGuiApplication.clipboard().setText(phone)
        if self._copied is not None:
            self._copied.setText(self.tr("Kopiera"))
        button.setText(self.tr("Kopierat"))
        self._copied = button
