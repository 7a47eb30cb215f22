"""A field in which one chooses several things by typing: what is chosen stands as chips before the line."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.ui.kit.chips import Chip
from crisisdesk.ui.kit.choices import Option
from crisisdesk.ui.kit.controls import LineEdit
from crisisdesk.ui.kit.fields import Field, FieldValue
from crisisdesk.ui.kit.flow import Flow
from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.typed import Suggestions

Named = Callable[[str], str]
"""Returns the short words of a chosen value, as they stand on its chip."""
Free = Callable[[str], str]
"""Returns the value of what was typed and is none of the options, "" when that is not taken."""


class PickField(Field):
    """Several of some options. Typing narrows them down, Enter takes the best, the down arrow shows all.

    With `numbered` (*Rad*) digits alone mean the option that begins with that word and the number.

    Backspace in the empty line takes the last one away, Delete the chip that has the focus. As a form's value
    the chosen ones stand on a line each.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        options: Sequence[Option],
        *,
        named: Named,
        free: Free | None = None,
        numbered: str = "",
        placeholder: str = "",
        hint: str = "",
    ) -> None:
        self._options = list(options)
        self._numbered = numbered
        self._named = named
        self._free = free
        self._chosen: list[str] = []
        words = [words for _value, words in options]
        self.edit = _PickEdit(theme, label, _Picking(words, numbered), placeholder)
        self._chips = QWidget()
        self._flow = Flow(theme, self._chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        box = QWidget()
        column = Column(theme, box, gap=Space.XS)
        column.addWidget(self._chips)
        column.addWidget(self.edit)
        box.setFocusProxy(self.edit)
        super().__init__(theme, name, label, box, hint=hint)
        self._label.setBuddy(self.edit)
        self.edit.picked.connect(self._pick)
        self.edit.emptied.connect(self._drop_last)
        self._chips.hide()

    def chosen(self) -> tuple[str, ...]:
        """Return the values chosen, in order."""
        return tuple(self._chosen)

    def choose(self, values: Sequence[str]) -> None:
        """Let just these be chosen, without telling."""
        self._chosen = list(dict.fromkeys(values))
        self._show()

    def value(self) -> FieldValue:
        """Return the chosen values, one a line."""
        return "\n".join(self._chosen)

    def set_value(self, value: FieldValue) -> None:
        """Choose the values, one a line."""
        self.choose([line for line in str(value).split("\n") if line])

    def _pick(self, typed: str) -> None:
        value = self._meant(typed)
        if not value:
            return
        self.edit.clear()
        if value not in self._chosen:
            self._chosen.append(value)
            self._show()
            self._told()

    def _meant(self, typed: str) -> str:
        """Return the value of the option with these words, else the first that has them, else a free one."""
        wanted = typed.strip().casefold()
        if not wanted:
            return ""
        if number := _of_number(wanted, self._numbered, [words for _value, words in self._options]):
            wanted = number
        exact = next((value for value, words in self._options if words.casefold() == wanted), "")
        starts = next((value for value, words in self._options if _begins(words, wanted)), "")
        inside = next((value for value, words in self._options if wanted in words.casefold()), "")
        return exact or starts or inside or (self._free(typed.strip()) if self._free is not None else "")

    def _drop_last(self) -> None:
        if self._chosen:
            self._drop(self._chosen[-1])

    def _drop(self, value: str) -> None:
        self._chosen.remove(value)
        self._show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._told()

    def _show(self) -> None:
        self._flow.clear()
        for value in self._chosen:
            chip = Chip(self._theme, self._named(value), "", True)
            chip.removed.connect(partial(self._drop, value))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._chosen))


def _of_number(typed: str, numbered: str, words: Sequence[str]) -> str:
    """Return the folded words of the option with this number, "" when none has it or no number is typed."""
    if not numbered or not typed.strip().isdecimal():
        return ""
    start = f"{numbered} {typed.strip()}:".casefold()
    return next((folded for said in words if (folded := said.casefold()).startswith(start)), "")


class _Picking(Suggestions):
    """The suggestions of a field: digits alone are the number of what is `numbered`, such as *Rad*."""

    def __init__(self, words: list[str], numbered: str) -> None:
        super().__init__(words)
        self._words = words
        self._numbered = numbered

    def splitPath(self, path: str) -> list[str]:
        """Return what is looked for."""
        return [_of_number(path, self._numbered, self._words) or path]


def _begins(words: str, wanted: str) -> bool:
    """Return whether the words begin with what was typed: *nr 2* is not *nr 23* when both are there."""
    folded = words.casefold()
    return folded.startswith(wanted) and not folded[len(wanted) : len(wanted) + 1].isdecimal()


class _PickEdit(LineEdit):
    """The line: `picked(text)` on Enter or a chosen suggestion, `emptied` on Backspace when it is empty."""

    picked = Signal(str)
    emptied = Signal()

    def __init__(self, theme: Theme, name: str, completer: Suggestions, placeholder: str) -> None:
        super().__init__(theme, name, hint=placeholder)
        completer.setParent(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Queued: the line itself puts the whole suggestion in first.
        completer.activated.connect(self.picked, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick, take back, or show all; an Enter in an empty line moves on in the form."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            event.accept()
            if (popup := self.completer().popup()) is not None:
                popup.hide()
            self.picked.emit(self.text())
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.completer().setCompletionPrefix(self.text())
            self.completer().complete()
        else:
            super().keyPressEvent(event)
