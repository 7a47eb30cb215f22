"""The bar that says which frozen board is shown: nobody takes the past for the present."""

from PySide6.QtCore import Signal

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, IconView, WrapLabel


class PastBar(Card):
    """A dark bar over the board. `left` when the user wants the board as it is."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "navon",
            line="",
            horizontal=True,
            margin=(Space.M, Space.XS, Space.XS, Space.XS),
            gap=Space.S,
        )
        self._words = WrapLabel(theme, "", "strong", token="onnav")
        back = Button(theme, self.tr("Till tavlan nu"), "arrow-left", key_hint=self.tr("Esc"))
        back.clicked.connect(self.left)
        self.add(IconView(theme, "history", "navtext"))
        self.add(self._words, 1)
        self.add(back)

    def show_past(self, past: str) -> None:
        """Show which board it is, or nothing for the board as it is."""
        said = self.tr("{0}. Så såg tavlan ut då, den går inte att ändra.").format(past)
        self._words.setText(said if past else "")
        self.setAccessibleName(said if past else "")
        self.setVisible(bool(past))
