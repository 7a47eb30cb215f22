"""The attachments of the chosen line on the log screen: in the pane, over the lines, struck with a reason."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crisisdesk.features import attachments
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.attachment_source import from_clipboard
from crisisdesk.ui.kit.detail_pane import DetailPane
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.line_attachments import LineAttachments
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.log import attached


class LineFiles(QObject):
    """Puts the strip into the pane; the preview covers `area`, the reason is asked for in `host`."""

    def __init__(
        self, theme: Theme, screen: Screen, area: QWidget, pane: DetailPane, host: SheetHost
    ) -> None:
        super().__init__(screen)
        self._theme = theme
        self._host = host
        self._state: State | None = None
        self.shown = LineAttachments(theme, screen, area)
        self.shown.strike_requested.connect(self._ask_to_strike)
        self.shown.describe_requested.connect(self._ask_to_describe)
        self.shown.strip.left.connect(pane.left)
        pane.show_attachments(self.shown.strip)

    def show_line(self, state: State, number: int) -> None:
        """Show the attachments of the line, and the one that it tells of; 0 for no line."""
        self._state = state
        self.shown.show_line(number, attached.looks(state, number), writes=attached.takes_files(state))

    def choose(self) -> None:
        """Let the user pick files for the line."""
        self.shown.strip.choose()

    def paste(self) -> None:
        """Attach what is on the clipboard to the line."""
        self.shown.attach(from_clipboard())

    def _ask_to_describe(self, id: str) -> None:
        said = self._state[attachments.FEATURE].attachments[id].text if self._state is not None else ""
        form = Form(self._theme)
        form.text("text", self.tr("Vad visar bilagan?"), said, lines=2)
        title = self.tr("Bilaga {0}").format(id)
        sheet = Sheet(self._theme, title, form, primary=self.tr("Spara"), icon="pencil")
        self._host.open(sheet, lambda: attachments.commands.Describe(id=id, text=form.text_of("text")))

    def _ask_to_strike(self, id: str) -> None:
        form = Form(self._theme)
        form.text("reason", self.tr("Varför stryks bilagan?"), lines=2)
        note = self.tr("Bilagan stryks men finns kvar, som en rad.")
        title = self.tr("Stryk bilaga {0}").format(id)
        primary = self.tr("Stryk bilagan")
        sheet = Sheet(self._theme, title, form, primary=primary, icon="strikethrough", danger=True, note=note)
        self._host.open(sheet, lambda: attachments.commands.Strike(id=id, reason=form.text_of("reason")))
