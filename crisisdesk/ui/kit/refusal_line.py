"""The line over a screen that says why what was pressed was not done, where no form says it."""

from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.theme import Theme


class RefusalLine(WrapLabel):
    """Takes no room while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", "medium", token="alarm", parent=parent)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say why it was refused, "" when it was done."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
