"""Files and pictures that are dropped, pasted or chosen, as things to attach."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from crisisdesk.base.attachable import Attachable, from_path

_QUICK_PNG: Final = 90  # of 100: packed a little less, in a tenth of the time


def can_attach(mime: QMimeData) -> bool:
    """Return whether there is a file or a picture in what is dragged or copied."""
    return bool(_paths(mime)) or _has_picture(mime)


def from_mime(mime: QMimeData) -> list[Attachable]:
    """Return what is dragged or copied as things to attach: its files, else its picture, else nothing."""
    if paths := _paths(mime):
        return [from_path(path) for path in paths]
    if not _has_picture(mime):
        return []
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [Attachable(make=lambda: png(image))]


def from_clipboard() -> list[Attachable]:
    """Return the files or the picture on the clipboard."""
    mime = QGuiApplication.clipboard().mimeData()
    return from_mime(mime) if mime is not None else []  # pyright: ignore[reportUnnecessaryComparison]


def png(image: QImage) -> bytes:
    """Return the picture as a PNG file; may be called in any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub wants bytes here; Qt takes a str alone, and says so at run time.
    image.save(buffer, "PNG", _QUICK_PNG)  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(buffer.data().data())


def ask_files(parent: QWidget, title: str, take: Callable[[list[Attachable]], None]) -> None:
    """Let the user choose files; what goes on behind the dialog goes on."""
    # Loaded when it is asked for: no start needs it.
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def chosen(paths: list[str]) -> None:
        take([from_path(Path(path)) for path in paths])

    dialog.filesSelected.connect(chosen)
    dialog.open()


def _paths(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _has_picture(mime: QMimeData) -> bool:
    # A word processor copies its text as a picture as well: the text is what is meant.
    return mime.hasImage() and not mime.hasText()
