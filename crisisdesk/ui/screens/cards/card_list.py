"""A card in the list at the left: its icon, its title, who holds it, how much is done."""

from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import IconView, Label, WrapLabel
from crisisdesk.ui.screens.cards.rows import CardRow


class CardEntry(QWidget):
    """One card. Shows a tick instead of the count when all of it is done."""

    def __init__(self, theme: Theme, row: CardRow) -> None:
        super().__init__()
        self._title = WrapLabel(theme, row.title, "body")
        self._holder = WrapLabel(theme, "", "small")
        self._count = Label(theme, "", "small")
        self._tick = IconView(theme, "check", "ok", name=self.tr("klart"))
        line = Row(theme, self, margin=(Space.M, Space.S, Space.M, Space.S), gap=Space.S)
        line.addWidget(IconView(theme, row.icon, "ink2"))
        words = Column(theme, gap=0)
        words.addWidget(self._title)
        words.addWidget(self._holder)
        line.addLayout(words, 1)
        line.addWidget(self._count)
        line.addWidget(self._tick)
        self._tick.hide()

    def show_row(self, row: CardRow) -> None:
        """Show who holds it and how much is done."""
        self._holder.setText(row.holder)
        self._holder.set_token("alarm" if row.vacant else "ink2")
        self._holder.setVisible(bool(row.holder))
        self._count.setText("" if row.complete else row.count)
        self._tick.setVisible(row.complete)
