"""The keyboard of a person at the window: every key goes to where the focus is, and shortcuts work."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

MOST_TABS = 80


def focused() -> QWidget:
    """Return the widget that gets the next key."""
    popup = QApplication.activePopupWidget()
    found = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
    found = found or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


def press(*keys: str) -> None:
    """Press keys one after another, each in Qt's portable words: `Ctrl+L`, `Space`, `Return`."""
    for words in keys:
        pressed = _combination(words)
        QTest.keyClick(focused(), pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()


def write(text: str) -> None:
    """Type a text letter by letter, also å, ä and ö, which QTest cannot type."""
    for letter in text:
        target = focused()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(
                target, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            )
    QApplication.processEvents()


def tab_to(name: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on what is read aloud by a name that begins so."""
    seen: list[str] = []
    for _ in range(MOST_TABS):
        press(key)
        seen.append(spoken(focused()))
        if seen[-1].startswith(name):
            return
    raise AssertionError(f"Tab leads to no {name}, only to: {' | '.join(dict.fromkeys(seen))}")


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
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")


def _combination(words: str) -> QKeyCombination:
    sequence = QKeySequence.fromString(words, QKeySequence.SequenceFormat.PortableText)
    assert sequence.count() == 1, words
    # The stubs do not know that a sequence can be asked for its keys.
    return cast("QKeyCombination", sequence[0])  # pyright: ignore[reportIndexIssue]
