"""Bars over the quick line: what went wrong and stays, what an exercise says. They push nothing down."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.notice_bar import Bar, BarAction, BarTone
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Column


class Notices(QWidget):
    """Bars by key; a key that is shown again changes its bar. `acted(key, action)` on a bar's verb.

    A bar goes when one of its closing verbs was pressed, or with `clear`; never by itself.
    """

    acted = Signal(str, str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: dict[str, Bar] = {}
        self._column = Column(theme, self, gap=0)

    def show_notice(
        self,
        key: str,
        tone: BarTone,
        text: str,
        actions: Sequence[BarAction] = (),
        *,
        detail: str = "",
        icon: str = "",
    ) -> None:
        """Show a bar under the key, the newest nearest the quick line."""
        self.clear(key)
        bar = Bar(self._theme, tone, text, actions, detail=detail, icon=icon)
        bar.acted.connect(partial(self.acted.emit, key))
        bar.closed.connect(partial(self._close, key, bar))
        self._bars[key] = bar
        self._column.addWidget(bar)

    def clear(self, key: str) -> None:
        """Take the bar away, if there is one."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            bar.hide()
            self._column.removeWidget(bar)
            bar.deleteLater()

    def texts(self) -> dict[str, str]:
        """Return what the bars say, by key."""
        return {key: bar.accessibleName() for key, bar in self._bars.items()}

    def bar(self, key: str) -> Bar:
        """Return the bar; an unknown key is a KeyError."""
        return self._bars[key]

    def _close(self, key: str, bar: Bar) -> None:
        # Whoever heard of the verb may have shown another bar under the key: that one stays.
        if self._bars.get(key) is bar:
            self.clear(key)
