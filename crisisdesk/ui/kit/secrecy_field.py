"""The field that asks by which provision something is secret, who says so and since when."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from crisisdesk.base import provisions
from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.kit.fields import DateField, LineField
from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.typed import offer


@dataclass(frozen=True)
class SecrecyValue:
    """What was said: the provision ("" for none), who decided and on which day (None: today)."""

    provision: str
    authority: str = ""
    decided_on: date | None = None


class SecrecyField(QWidget):
    """A provision of the secrecy act, chosen or typed, with authority and date; by keyboard throughout.

    Typing narrows the common provisions down, the down arrow shows them all. `whole=False` leaves authority
    and date out: for forms where the mark is one field of many. `changed` when the user changed something.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, whole: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self.provision = LineField(
            theme, "provision", self.tr("Sekretess enligt"), placeholder=self.tr("OSL 18:13, eller pil ner")
        )
        self.authority = LineField(
            theme, "authority", self.tr("Myndighet"), placeholder=provisions.ORGANISATION
        )
        self.day = DateField(theme, "decided_on", self.tr("Datum"), hint=self.tr("Tomt: i dag"))
        self._about = WrapLabel(theme, "", "small")
        self._build(whole)

    def value(self) -> SecrecyValue:
        """Return what is said; RuleBroken at `decided_on` when the date is none."""
        return SecrecyValue(self.cite(), self.authority.value(), self._day())

    def cite(self) -> str:
        """Return the provision as it is cited, "" when none is given."""
        return provisions.cited(self.provision.value())

    def set_value(self, provision: str, authority: str = "", decided_on: date | None = None) -> None:
        """Put a mark into the field, without telling."""
        self.provision.set_value(provisions.cited(provision))
        self.authority.set_value(authority)
        self.day.set_value(decided_on.isoformat() if decided_on is not None else "")
        self._tell_about()

    def show_error(self, sentence: str, field: str = "provision") -> None:
        """Show why it was refused, at `provision`, `authority` or `decided_on`."""
        fields = {"authority": self.authority, "decided_on": self.day}
        fields.get(field, self.provision).show_error(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show every common provision on the down arrow."""
        if isinstance(event, QKeyEvent) and _asks_for_all(event):
            self._show_all()
            return True
        return super().eventFilter(watched, event)

    def _build(self, whole: bool) -> None:
        edit = self.provision.edit
        offer(edit, [provisions.named(known) for known in provisions.COMMON])
        edit.installEventFilter(self)
        edit.editingFinished.connect(self._cite)
        # Queued: the line itself puts the whole suggestion in first.
        edit.completer().activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.setFocusProxy(edit)
        column = Column(self._theme, self, gap=Space.XS)
        column.addWidget(self.provision)
        column.addWidget(self._about)
        self._add_rest(column, whole)
        note = self.tr("En varning, inte ett beslut: en begäran prövas när den kommer.")
        column.addWidget(WrapLabel(self._theme, note, "small"))
        for field in (self.provision, self.authority, self.day):
            field.changed.connect(self._changed)
        self._tell_about()

    def _add_rest(self, column: Column, whole: bool) -> None:
        row = Row(self._theme, gap=Space.M)
        row.addWidget(self.authority, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.authority.setVisible(whole)
        self.day.setVisible(whole)

    def _day(self) -> date | None:
        typed = self.day.value().strip()
        if not typed:
            return None
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise RuleBroken(self.tr("Skriv datumet så: 2027-01-14."), "decided_on") from None

    def _show_all(self) -> None:
        completer = self.provision.edit.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def _take(self, chosen: str) -> None:
        self.provision.set_value(provisions.cited(chosen))
        self._changed()

    def _cite(self) -> None:
        """Let what was written become the short citation."""
        if self.provision.value() != self.cite():
            self.provision.set_value(self.cite())
        self._tell_about()

    def _changed(self) -> None:
        self._tell_about()
        self.changed.emit()

    def _tell_about(self) -> None:
        said = provisions.about(self.cite())
        self._about.setText(said[:1].upper() + said[1:])
        self._about.setVisible(bool(said))


def offer_provisions(edit: QLineEdit) -> None:
    """Offer the common provisions in a plain line, and let what is chosen or typed become the citation."""
    offer(edit, [provisions.named(known) for known in provisions.COMMON])

    def cite() -> None:
        if edit.text() != provisions.cited(edit.text()):
            edit.setText(provisions.cited(edit.text()))

    edit.editingFinished.connect(cite)
    edit.completer().activated.connect(cite, Qt.ConnectionType.QueuedConnection)


def _asks_for_all(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
    return pressed and event.modifiers() in _PLAIN


_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
