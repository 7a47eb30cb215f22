"""What stands in a form and is not sent: kept under its title, put back when it is opened again."""

from typing import Final

import msgspec
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from crisisdesk.base.record import Record
from crisisdesk.ui.kit.fields import Field, FieldValue
from crisisdesk.ui.kit.rest_timer import RestTimer
from crisisdesk.ui.kit.row_list import ROW_KEY

FORM: Final = "form:"
"""Stands before a form's title in the key of its draft."""

ROW: Final = "@"
"""Stands before the key of the row that the form is in, after the title."""

REST: Final = 400
"""Milliseconds of rest after which the fields are handed over."""


class DraftedForm(QWidget):
    """What has fields whose values are kept: the base of forms. `changed(name)` when the user changed one."""

    changed = Signal(str)

    def values(self) -> dict[str, FieldValue]:
        """Return name and value of every field, except the screen's own controls."""
        raise NotImplementedError

    def set_values(self, values: dict[str, FieldValue]) -> None:
        """Fill the fields named; an unknown name is a KeyError."""
        raise NotImplementedError

    def field(self, name: str) -> Field:
        """Return the field; an unknown name is a KeyError."""
        raise NotImplementedError


class FormDraft(Record, kw_only=True):
    """The fields that were changed, by name, and where the form was open."""

    place: str = ""
    values: dict[str, FieldValue] = {}  # noqa: RUF012 - msgspec copies it


def read(text: str) -> FormDraft | None:
    """Return the draft that was kept, None when the text is none."""
    try:
        return msgspec.json.decode(text, type=FormDraft)
    except msgspec.MsgspecError:
        return None


class DraftHome(QObject):
    """Where forms hand over what is not sent: `changed(key, text)`, "" when there is nothing any more.

    A widget that has one as `draft_home` takes what the forms in it hand over. `left` is what was not sent
    when the program stopped.
    """

    changed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left: dict[str, str] = {}

    def place(self) -> str:
        """Return where one is, as a place to come back to; "" for none."""
        found = getattr(self.parent(), "place", None)
        return str(found()) if callable(found) else ""


class FormDrafts(QObject):
    """Keeps the drafts of one form. `box` is what is shown and taken away with it: sheet or inline form."""

    def __init__(self, form: DraftedForm, box: QWidget, title: str) -> None:
        super().__init__(box)
        self._form = form
        self._box = box
        self._key = f"{FORM}{title}"
        self._home: DraftHome | None = None
        self._began: dict[str, FieldValue] = {}
        self._kept = False
        self._rest = RestTimer(REST, self)
        self._rest.timeout.connect(self._keep)
        form.changed.connect(self._rest.wait)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the draft back when the form comes up; forget it when the form goes, not its screen."""
        if event.type() == QEvent.Type.Show and self._home is None:
            self._begin()
        elif event.type() == QEvent.Type.Hide:
            if self._box.isHidden():
                self.forget()
            elif self._rest.isActive():
                self._keep()
        elif event.type() == QEvent.Type.DeferredDelete:
            self.forget()
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        """Keep nothing any more: it was sent or cancelled."""
        self._rest.stop()
        if self._kept and self._home is not None and isValid(self._home):
            self._kept = False
            self._home.changed.emit(self._key, "")

    def _begin(self) -> None:
        self._home = home_of(self._box)
        self._key += row_of(self._box)
        self._began = self._form.values()
        left = self._home.left.pop(self._key, "") if self._home is not None else ""
        draft = read(left) if left else None
        if draft is None:
            return
        self._kept = True
        known = {name: value for name, value in draft.values.items() if name in self._began}
        self._form.set_values(known)
        for name in known:
            self._form.field(name).changed.emit()

    def _keep(self) -> None:
        self._rest.stop()
        if self._home is None:
            return
        values = {name: v for name, v in self._form.values().items() if v != self._began.get(name)}
        if not values:
            self.forget()
            return
        self._kept = True
        draft = FormDraft(place=self._home.place(), values=values)
        self._home.changed.emit(self._key, msgspec.json.encode(draft).decode())


class TextDraft(QObject):
    """Keeps the draft of one line that stands in no form, under a title; an empty one is none."""

    def __init__(self, edit: QLineEdit | QPlainTextEdit, title: str) -> None:
        super().__init__(edit)
        self._edit = edit
        self._key = f"{FORM}{title}"
        self._home: DraftHome | None = None
        self._began = ""
        self._rest = RestTimer(REST, self)
        self._rest.timeout.connect(self._keep)
        edit.textChanged.connect(lambda: self._rest.wait())
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the draft back when the line comes up; forget it when the line itself is put away."""
        if event.type() == QEvent.Type.Show:
            self._begin()
        elif event.type() == QEvent.Type.Hide and self._rest.isActive() and not self._edit.isHidden():
            self._keep()
        elif event.type() == QEvent.Type.Hide and self._edit.isHidden():
            self._rest.stop()
            self._tell("")
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        first = self._home is None
        self._home = self._home or home_of(self._edit)
        self._began = self._text()
        left = self._home.left.pop(self._key, "") if first and self._home is not None else ""
        draft = read(left) if left else None
        if draft is not None:
            write = self._edit.setText if isinstance(self._edit, QLineEdit) else self._edit.setPlainText
            write(str(draft.values.get("text", "")))

    def _text(self) -> str:
        return self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()

    def _keep(self) -> None:
        self._rest.stop()
        text = self._text()
        self._tell(text if text != self._began else "")

    def _tell(self, text: str) -> None:
        if self._home is not None and isValid(self._home):
            place = self._home.place()
            draft = msgspec.json.encode(FormDraft(place=place, values={"text": text})).decode()
            self._home.changed.emit(self._key, draft if text else "")


def row_of(widget: QWidget) -> str:
    """Return which row of a list the widget is in, as the end of a draft's key, "" when it is in none."""
    around: QWidget | None = widget
    while around is not None:
        key = around.property(ROW_KEY)
        if isinstance(key, str) and key:
            return f"{ROW}{key}"
        around = around.parentWidget()
    return ""


def home_of(widget: QWidget) -> DraftHome | None:
    """Return the nearest place around the widget that takes drafts, None when there is none."""
    around: QWidget | None = widget
    while around is not None:
        home = getattr(around, "draft_home", None)
        if isinstance(home, DraftHome):
            return home
        around = around.parentWidget()
    return None
