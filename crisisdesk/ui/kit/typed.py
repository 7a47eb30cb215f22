"""What people type into fields, understood: a time to come, a time that was, a number, one of some names."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.times import parse_moment

Named = tuple[str, str]  # value, word


def moment_to_come(typed: str, now: datetime, zone: str, field: str) -> datetime | None:
    """Return the time (UTC) that was typed, None for none; RuleBroken at the field when it is no time."""
    if not typed.strip():
        return None
    found = parse_moment(typed, now, zone)
    if found is None:
        sentence = QCoreApplication.translate("typed", "Skriv tiden så: 16:00, fre 08:00 eller om 20 min.")
        raise RuleBroken(sentence, field)
    return found


def moment_that_was(clock: str, day: str, now: datetime, zone: str, field: str) -> datetime | None:
    """Return when something happened (UTC) by clock and ISO day, the last such time when no day is given.

    None when nothing was typed; RuleBroken at the field when it is no time, or has not been yet.
    """
    if not clock.strip() and not day.strip():
        return None
    if not clock.strip():
        sentence = QCoreApplication.translate("typed", "Skriv också klockslaget, till exempel 14:10.")
        raise RuleBroken(sentence, field)
    found = parse_moment(f"{day} {clock}".strip(), now, zone, future=False)
    if found is None:
        sentence = QCoreApplication.translate("typed", "Skriv tiden så: 14:10, och dagen så: 2027-01-14.")
        raise RuleBroken(sentence, field)
    if found > now:
        raise RuleBroken(QCoreApplication.translate("typed", "Den tiden har inte varit än."), field)
    return found


def whole_number(typed: str, field: str) -> int:
    """Return the number that was typed (`23`, `nr 23`), 0 for none; RuleBroken at the field otherwise."""
    digits = typed.strip().removeprefix("nr").strip()
    if digits and not digits.isdecimal():
        raise RuleBroken(QCoreApplication.translate("typed", "Skriv ett nummer."), field)
    return int(digits or 0)


def value_named(typed: str, options: Iterable[Named]) -> str:
    """Return the value of the option whose word was typed, whatever its case; else what was typed."""
    wanted = typed.strip().casefold()
    return next((value for value, word in options if word.casefold() == wanted), typed.strip())


def offer(edit: QLineEdit, words: Iterable[str], *, on_down: bool = False) -> None:
    """Offer the words under the field while something is typed, also by a part in their middle.

    With `on_down` the down arrow shows them all, and what was typed becomes the one word that it begins.
    """
    said = list(words)
    completer = Suggestions(said, edit)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    edit.setCompleter(completer)
    if on_down:
        edit.installEventFilter(_AllOnDown(edit, said))


def _complete(edit: QLineEdit, words: list[str]) -> None:
    """Write the rest of the word when what somebody typed begins one alone."""
    typed = edit.text().strip().casefold()
    begun = [word for word in words if word.casefold().startswith(typed)]
    if edit.isModified() and typed and len(begun) == 1:
        edit.setText(begun[0])
        if (shown := edit.completer().popup()) is not None:
            shown.hide()


class Suggestions(QCompleter):
    """Suggestions that let Ctrl+Enter through: it sends the form, whether they are shown or not."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the suggestions away on Ctrl+Enter, and give the key to the field under them."""
        shown = self.popup()
        if shown is not None and shown.isVisible() and isinstance(event, QKeyEvent) and _sends(event):
            shown.hide()
            QCoreApplication.sendEvent(self.widget(), event)
            return True
        return super().eventFilter(watched, event)


class _AllOnDown(QObject):
    """Shows every suggestion of a line on the down arrow, and completes what was typed when it is left."""

    def __init__(self, edit: QLineEdit, words: list[str]) -> None:
        super().__init__(edit)
        self._words = words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the down arrow while nothing is shown yet; see the focus go."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and isinstance(watched, QLineEdit):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                _complete(watched, self._words)
            return False
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit)
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            completer = cast("QLineEdit", watched).completer()
            completer.setCompletionPrefix("")
            completer.complete()
            return True
        return super().eventFilter(watched, event)


def _sends(event: QKeyEvent) -> bool:
    held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.type() == QEvent.Type.KeyPress and enter and bool(held)
