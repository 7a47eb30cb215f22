"""Lets a widget take files and pictures that are dropped on it, or on anything that stands in it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.attachment_source import can_attach, from_mime


class FileDrops(QObject):
    """`dropped(sources)` gives the files and pictures (a list of Attachable) that were let go over it.

    What else is dragged, such as a card or a text, goes where it went before.
    """

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags that hold a file or a picture."""
        if isinstance(event, QDropEvent) and can_attach(event.mimeData()):
            event.acceptProposedAction()
            if not isinstance(event, QDragMoveEvent):
                self.dropped.emit(from_mime(event.mimeData()))
            return True
        return super().eventFilter(watched, event)
