"""Forms built field by field, and the sheet in which a form stands with its buttons."""

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from crisisdesk.base import provisions
from crisisdesk.ui.kit.buttons import Button
from crisisdesk.ui.kit.choices import Option
from crisisdesk.ui.kit.fields import (
    CheckField,
    ChoiceField,
    ClockField,
    DateField,
    Field,
    FieldValue,
    LineField,
    OwnField,
    TextField,
)
from crisisdesk.ui.kit.form_drafts import DraftedForm, FormDrafts
from crisisdesk.ui.kit.labels import Label, SectionHead, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.moment_field import MomentField, Says
from crisisdesk.ui.kit.panels import Card, Scroller
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

F = TypeVar("F", bound=Field)
_WIDE: Final = 100  # a field takes the room; only beside narrow ones is some left at the right
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Form(DraftedForm):
    """Labelled fields under each other; `beside=True` puts one at the right of the one before.

    Ctrl+Enter says `sent`, Escape `cancelled`; Enter in a line moves on to the next field. `changed(name)`
    when the user changed a field (drafts). Errors are shown with `show_error` and go when the field is
    changed.
    """

    sent = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: dict[str, Field] = {}
        self._general = WrapLabel(theme, "", "medium", token="alarm")
        self._general.hide()
        self._column = Column(theme, self, gap=Space.M)
        self._column.addWidget(self._general)
        self._row: Row | None = None

    def line(
        self,
        name: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        beside: bool = False,
    ) -> LineField:
        """Add a line of text."""
        field = LineField(self._theme, name, label, value, placeholder=placeholder, hint=hint)
        return self._add(field, beside)

    def text(
        self,
        name: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        lines: int = 2,
        beside: bool = False,
    ) -> TextField:
        """Add several lines of text that grow while one writes."""
        field = TextField(self._theme, name, label, value, placeholder=placeholder, hint=hint, lines=lines)
        return self._add(field, beside)

    def clock(
        self, name: str, label: str, value: str = "", *, hint: str = "", beside: bool = False
    ) -> ClockField:
        """Add a time of day as text."""
        return self._add(ClockField(self._theme, name, label, value, hint=hint), beside)

    def date(
        self, name: str, label: str, value: str = "", *, hint: str = "", beside: bool = False
    ) -> DateField:
        """Add a date as text."""
        return self._add(DateField(self._theme, name, label, value, hint=hint), beside)

    def choice(
        self,
        name: str,
        label: str,
        options: Sequence[Option],
        value: str = "",
        *,
        segmented: bool | None = None,
        hint: str = "",
        beside: bool = False,
    ) -> ChoiceField:
        """Add a choice of (value, word); None lets the number of words decide between buttons and a list."""
        field = ChoiceField(self._theme, name, label, options, value, segmented=segmented, hint=hint)
        return self._add(field, beside)

    def check(
        self, name: str, label: str, value: bool = False, *, hint: str = "", beside: bool = False
    ) -> CheckField:
        """Add a tick box."""
        return self._add(CheckField(self._theme, name, label, value, hint=hint), beside)

    def own(
        self, name: str, label: str, control: QWidget, *, hint: str = "", beside: bool = False
    ) -> OwnField:
        """Add a control of the screen's own; it is not among `values`."""
        return self._add(OwnField(self._theme, name, label, control, hint=hint), beside)

    def moment(
        self,
        name: str,
        label: str,
        value: str = "",
        *,
        says: Says,
        placeholder: str = "",
        hint: str = "",
        beside: bool = False,
    ) -> MomentField:
        """Add a time as it is said; under it stands how it was understood."""
        field = MomentField(self._theme, name, label, value, says=says, placeholder=placeholder, hint=hint)
        return self._add(field, beside)

    def add(self, field: F, *, beside: bool = False) -> F:
        """Add a field made elsewhere."""
        return self._add(field, beside)

    def section(self, text: str) -> None:
        """Add a heading in capitals."""
        self._row = None
        self._column.addWidget(SectionHead(self._theme, text))

    def field(self, name: str) -> Field:
        """Return the field; an unknown name is a KeyError."""
        return self._fields[name]

    def values(self) -> dict[str, FieldValue]:
        """Return name and value of every field, except the screen's own controls."""
        return {
            name: field.value() for name, field in self._fields.items() if not isinstance(field, OwnField)
        }

    def text_of(self, name: str) -> str:
        """Return the text (or chosen value) of a field."""
        return str(self._fields[name].value())

    def ticked(self, name: str) -> bool:
        """Return whether a tick box is ticked."""
        return self._fields[name].value() is True

    def set_values(self, values: dict[str, FieldValue]) -> None:
        """Fill the fields named; an unknown name is a KeyError."""
        for name, value in values.items():
            self._fields[name].set_value(value)

    def show_error(self, name: str, sentence: str) -> None:
        """Show `sentence` under the field and go there; above all fields when no field has that name."""
        field = self._fields.get(name)
        if field is None:
            self._general.setText(sentence)
            self._general.setVisible(bool(sentence))
            return
        field.show_error(sentence)
        self.focus_field(name)

    def clear_errors(self) -> None:
        """Take all error sentences away."""
        self.show_error("", "")
        for field in self._fields.values():
            field.show_error("")

    def focus_field(self, name: str = "") -> None:
        """Put the cursor in the field, in the first one when no name is given."""
        usable = (field for field in self._fields.values() if field.isEnabled())
        field = self._fields[name] if name else next(usable, None)
        if field is not None:
            field.control.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Escape from shortcuts of the window while the form has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, cancel, or move on."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif _is_ours(event):
            self._send(event)
        elif event.key() in _ENTER and isinstance(self.focusWidget(), QLineEdit):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say at once when a field has a bar where the text is: it is no text to change."""
        super().showEvent(event)
        covered = [field for field in self._fields.values() if _is_covered(field)]
        for field in covered:
            field.setEnabled(False)
        if covered:
            self.show_error("", self.tr("Håll F9 och öppna igen för att ändra det som är sekretess."))

    def _send(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.sent.emit()

    def _add(self, field: F, beside: bool) -> F:
        if field.name in self._fields:
            raise ValueError(f"two fields are called {field.name}")
        narrow = isinstance(field, (ClockField, DateField))
        if not beside or self._row is None:
            self._row = Row(self._theme, gap=Space.M)
            self._row.addStretch(1)
            self._column.addLayout(self._row)
        place, stretch = self._row.count() - 1, 0 if narrow else _WIDE
        self._row.insertWidget(place, field, stretch, Qt.AlignmentFlag.AlignTop)
        self._fields[field.name] = field
        field.changed.connect(lambda name=field.name: self.changed.emit(name))
        return field


def _held_up(theme: Theme, form: QWidget) -> QWidget:
    """Return a widget in which the form stands at the top, however high the sheet is."""
    box = QWidget()
    column = Column(theme, box, gap=0)
    column.addWidget(form)
    column.addStretch(1)
    return box


def _is_covered(field: Field) -> bool:
    return not isinstance(field, OwnField) and provisions.BAR in str(field.value())


def is_letter(event: QKeyEvent) -> bool:
    """Return whether the key writes something: over an open form that must not land in the quick line."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class Sheet(Card):
    """A form in a panel of its own: title, fields that scroll, and the buttons under them. Never modal.

    `sent(values)` on the primary button or Ctrl+Enter, `cancelled` on the other or Escape. The sheet stays
    until the screen takes it away; `refuse` shows what a rule said. What is not sent is kept under the title,
    unless `keeps=False`: then somebody else does.
    """

    sent = Signal(dict)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        form: Form,
        *,
        primary: str,
        icon: str = "",
        danger: bool = False,
        note: str = "",
        keeps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, margin=Space.L, gap=Space.M, parent=parent)
        self.form = form
        self.title = Label(theme, title, "heading")
        self.primary = Button(
            theme, primary, icon, primary=not danger, danger=danger, key_hint=self.tr("Ctrl Enter")
        )
        self.cancel = Button(theme, self.tr("Avbryt"), key_hint=self.tr("Esc"), variant="quiet")
        self.setAccessibleName(title)
        self.add(self.title)
        if note:
            self.add(WrapLabel(theme, note, "quiet"))
        self.add(Scroller(theme, _held_up(theme, form)), 1)
        self.buttons = self._buttons()
        self.body.addLayout(self.buttons)
        form.sent.connect(self._send)
        form.cancelled.connect(self.cancelled)
        self._drafts = FormDrafts(form, self, title) if keeps else None

    def refuse(self, sentence: str, field: str = "") -> None:
        """Show why it was refused, at the field, or above all fields."""
        self.form.show_error(field, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send and cancel also while a button of the sheet has the focus; no letter goes past it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif _is_ours(event):
            self._send()
        elif is_letter(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Escape from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _buttons(self) -> Row:
        row = Row(self._theme)
        row.addWidget(self.primary)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.primary.clicked.connect(self._send)
        self.cancel.clicked.connect(self.cancelled)
        return row

    def _send(self) -> None:
        self.form.clear_errors()
        self.sent.emit(self.form.values())
