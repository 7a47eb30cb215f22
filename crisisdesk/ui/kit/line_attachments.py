"""The attachments of a screen's chosen line: the strip, the preview over an area, drops anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.attachable import Attachable
from crisisdesk.ui.kit.attachment_look import AttachmentLook
from crisisdesk.ui.kit.attachment_strip import AttachmentStrip
from crisisdesk.ui.kit.file_drops import FileDrops
from crisisdesk.ui.kit.preview import Preview
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme


class LineAttachments(QObject):
    """Put `strip` where the line is shown in whole, call `show_line` when it changes, and hand on what the
    screen takes: `take_content`. What is dropped anywhere on the screen goes to the line. The preview covers
    `area`, where the lines are. `strike_requested(id)` asks for the reason and `describe_requested(id)` for
    words: the screen opens its sheet.
    """

    strike_requested = Signal(str)
    describe_requested = Signal(str)

    def __init__(self, theme: Theme, screen: Screen, area: QWidget, program: Sequence[str] = ()) -> None:
        super().__init__(screen)
        self._screen = screen
        self._line = 0
        self._writes = True
        self._looks: dict[str, AttachmentLook] = {}
        self.strip = AttachmentStrip(theme)
        self.preview = Preview(theme, screen, area, program=program)
        self.strip.attach_requested.connect(self.attach)
        self.strip.preview_requested.connect(self.open)
        self.strip.save_requested.connect(screen.save_requested)
        self.strip.strike_requested.connect(self.strike_requested)
        self.strip.describe_requested.connect(self.describe_requested)
        self.preview.content_requested.connect(self._ask_content)
        self.preview.save_requested.connect(screen.save_requested)
        self.preview.closed.connect(self.strip.focus_first)
        FileDrops(screen).dropped.connect(self.attach)

    def show_line(self, line: int, looks: Sequence[AttachmentLook], *, writes: bool = True) -> None:
        """Show the attachments of the line (0: no line is chosen)."""
        if line != self._line:
            self.preview.close_preview()
            self.strip.show_attachments(())  # another line begins with its first
        self._line, self._writes = line, writes
        self._looks = {look.id: look for look in looks}
        self.strip.setVisible(bool(line) and (writes or bool(looks)))
        self.strip.show_attachments(looks, writes=writes)
        shown = self.preview.look
        if shown is not None and shown.id in self._looks and self._looks[shown.id].covered:
            self.preview.close_preview()

    def attach(self, sources: Sequence[Attachable]) -> None:
        """Wish for the files beside the line that is shown."""
        if self._line and self._writes:
            for source in sources:
                self._screen.attach_requested.emit(self._line, source)

    def open(self, id: str) -> None:
        """Show one of the line's attachments."""
        look = self._looks.get(id)
        if look is not None:
            self.preview.open(look)

    def take_content(self, id: str, content: bytes) -> None:
        """Take the bytes that were wished for."""
        self.preview.take_content(id, content)

    def _ask_content(self, id: str) -> None:
        self._screen.content_requested.emit(id, self._screen)
