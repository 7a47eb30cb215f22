"""Fields of a form: a label, a control, a quiet hint, and the error sentence under it."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.choices import ComboBox, Option, Segmented, TickBox
from crisisdesk.ui.kit.controls import LineEdit, TextEdit
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import Label, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space

FieldValue = str | bool
_CLOCK: Final = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:]?)(\d{2})")


def clock_text(text: str) -> str:
    """Return `1410`, `14.10` or `kl 9:05` as `14:10` or `09:05`; anything else as it was written."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return text.strip()
    return f"{int(found[1]):02}:{found[2]}"


class Field(QWidget):
    """What all fields share. `changed` when the user changes the value."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, label: str, control: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.control = control
        self._theme = theme
        self._error = _ErrorLine(theme)
        self._label = Label(theme, label, "field")
        self._label.setBuddy(control)
        self._column = Column(theme, self, gap=Space.XS)
        self._build(hint)

    def value(self) -> FieldValue:
        """Return what the field holds."""
        raise NotImplementedError

    def set_value(self, value: FieldValue) -> None:
        """Put `value` into the field."""
        raise NotImplementedError

    def show_error(self, sentence: str) -> None:
        """Show `sentence` under the field and mark it; `""` clears."""
        self._error.show_sentence(sentence)
        self.control.setAccessibleDescription(sentence)
        if bool(self.control.property("wrong")) != bool(sentence):
            self.control.setProperty("wrong", bool(sentence))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
            self.control.update()

    def error(self) -> str:
        """Return the sentence shown, `""` when none is."""
        return self._error.sentence()

    def _build(self, hint: str) -> None:
        self._column.addWidget(self._label)
        self._column.addWidget(self.control)
        if hint:
            self._column.addWidget(WrapLabel(self._theme, hint, "small"))
        self._column.addWidget(self._error)

    def _told(self) -> None:
        self.show_error("")
        self.changed.emit()


class _ErrorLine(QWidget):
    """An alarm icon and a sentence, hidden when there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = WrapLabel(theme, "", "quiet", token="alarm")
        row = Row(theme, self, gap=Space.XS)
        sign = IconView(theme, "triangle-alert", "alarm", Size.ICON_SMALL)
        hold_size(theme, sign, height=_ERROR_LINE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    def sentence(self) -> str:
        """Return the sentence."""
        return self._sentence.text()

    def show_sentence(self, sentence: str) -> None:
        """Show it, or hide the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


class LineField(Field):
    """A line of text; `suggest` offers words while typing."""

    def __init__(
        self, theme: Theme, name: str, label: str, value: str = "", *, placeholder: str = "", hint: str = ""
    ) -> None:
        self.edit = LineEdit(theme, label, value, hint=placeholder)
        super().__init__(theme, name, label, self.edit, hint=hint)
        self.edit.textEdited.connect(self._told)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.edit.text().strip()

    def set_value(self, value: FieldValue) -> None:
        """Put the text in."""
        self.edit.setText(str(value))


class ClockField(LineField):
    """A time as text: `1410` and `14.10` become `14:10` when the field is left."""

    def __init__(self, theme: Theme, name: str, label: str, value: str = "", *, hint: str = "") -> None:
        super().__init__(theme, name, label, value, hint=hint)
        self.edit.setPlaceholderText(self.tr("tt:mm"))
        hold_size(theme, self.edit, width=_CLOCK_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.edit.editingFinished.connect(lambda: self.edit.setText(clock_text(self.edit.text())))

    def value(self) -> str:
        """Return the time as `14:10`, or the text as written when it is no time of day."""
        return clock_text(self.edit.text())


class DateField(LineField):
    """A date as text, `2027-01-14`."""

    def __init__(self, theme: Theme, name: str, label: str, value: str = "", *, hint: str = "") -> None:
        super().__init__(theme, name, label, value, hint=hint)
        self.edit.setPlaceholderText(self.tr("åååå-mm-dd"))
        hold_size(theme, self.edit, width=_DATE_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)


class TextField(Field):
    """Several lines of text."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        value: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        lines: int = 2,
    ) -> None:
        self.edit = TextEdit(theme, label, value, hint=placeholder, lines=lines)
        super().__init__(theme, name, label, self.edit, hint=hint)
        self.edit.textChanged.connect(self._told)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: FieldValue) -> None:
        """Put the text in, without telling; the cursor stands at its end."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(str(value))
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.blockSignals(False)


class ChoiceField(Field):
    """One of some options: as buttons when few and short, else as a list that drops down."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        options: Sequence[Option],
        value: str = "",
        *,
        segmented: bool | None = None,
        hint: str = "",
    ) -> None:
        self.choice = _choice(theme, label, options, value, segmented)
        super().__init__(theme, name, label, self.choice, hint=hint)
        self.choice.changed.connect(self._told)

    def value(self) -> str:
        """Return the chosen value, `""` when none is."""
        return self.choice.value()

    def set_value(self, value: FieldValue) -> None:
        """Choose, without telling."""
        self.choice.blockSignals(True)
        self.choice.set_value(str(value))
        self.choice.blockSignals(False)


class CheckField(Field):
    """A tick box; its label stands beside the box."""

    def __init__(self, theme: Theme, name: str, label: str, value: bool = False, *, hint: str = "") -> None:
        self.box = TickBox(theme, label, on=value)
        super().__init__(theme, name, "", self.box, hint=hint)
        self._label.hide()
        self.box.toggled.connect(self._told)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: FieldValue) -> None:
        """Tick or not, without telling."""
        self.box.set_state("on" if value else "off")


class OwnField(Field):
    """A control of the screen's own under the form's label; its value is not the form's."""

    def __init__(self, theme: Theme, name: str, label: str, control: QWidget, *, hint: str = "") -> None:
        control.setAccessibleName(control.accessibleName() or label)
        super().__init__(theme, name, label, control, hint=hint)

    def value(self) -> FieldValue:
        """Return nothing: the screen asks its own control."""
        return ""

    def set_value(self, value: FieldValue) -> None:
        """Change nothing: the screen sets its own control."""


_CLOCK_WIDTH: Final = 110
_ERROR_LINE: Final = 18  # px: the icon stands in the middle of the first line
_DATE_WIDTH: Final = 140
_FEW: Final = 5
_SHORT: Final = 48  # letters in all words together

AnyChoice = Segmented | ComboBox


def _choice(
    theme: Theme, label: str, options: Sequence[Option], value: str, segmented: bool | None
) -> AnyChoice:
    few = len(options) <= _FEW and sum(len(word) for _key, word in options) <= _SHORT
    if few if segmented is None else segmented:
        return Segmented(theme, label, options, value)
    return ComboBox(theme, label, options, value)
