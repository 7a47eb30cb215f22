"""The keyboard of a person at the window: keys come to it as from the system, and go on from there."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

MOST_TABS = 80


def focused() -> QWidget:
    """Return the widget that has the cursor or the ring."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


def press(*keys: str) -> None:
    """Press keys one after another, each in Qt's portable words: `Ctrl+L`, `Space`, `Return`."""
    for words in keys:
        pressed = _combination(words)
        QTest.keyClick(_window(), pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()


def write(text: str) -> None:
    """Type a text letter by letter."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(_window(), letter)  # pyright: ignore[reportCallIssue, reportArgumentType]
        else:
            _insert(letter)
    QApplication.processEvents()


def tab_to(name: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on what is read aloud by a name that begins so."""
    seen: list[str] = []
    for _ in range(MOST_TABS):
        press(key)
        seen.append(spoken(focused()))
        if seen[-1].startswith(name):
            return
    raise AssertionError(f"{key} leads to no {name}, only to: {' | '.join(dict.fromkeys(seen))}")


def choose(words: str) -> None:
    """Go down the open menu to what begins with the words, and press Enter there."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    names = [action.text() for action in menu.actions()]
    for _ in names:
        press("Down")
        action = menu.activeAction()
        if action.text().startswith(words):
            press("Return")
            return
    raise AssertionError(f"no {words} in the menu: {names}")


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of the widget: its accessible name, else its text."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _window() -> QWindow:
    """Return the window that the system gives keys to."""
    found = cast("QWindow | None", QGuiApplication.focusWindow())
    assert found is not None, "no window has the keyboard"
    return found


def _insert(letter: str) -> None:
    """Type a letter such as å, which QTest cannot type."""
    target, key = _window(), ord(letter.upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def _combination(words: str) -> QKeyCombination:
    sequence = QKeySequence.fromString(words, QKeySequence.SequenceFormat.PortableText)
    assert sequence.count() == 1, words
    # The stubs do not know that a sequence can be asked for its keys.
    return cast("QKeyCombination", sequence[0])  # pyright: ignore[reportIndexIssue]
