"""Prints the report of the exercise and makes a picture of its cover and of a page."""

from pathlib import Path
from typing import Any, Final

import pypdfium2
from PySide6.QtGui import QColor, QImage, QPainter

from crisisdesk.report.incident import write_report
from crisisdesk.session.session import Session

_PAGES: Final = (0, 4)
"""The cover, and the course of events with its time axis."""

_SCALE: Final = 1.14  # picture px per point: two pages are about as wide as a window
_GAP: Final = 12
_open: Any = pypdfium2.PdfDocument  # untyped


def report_picture(session: Session, folder: Path) -> QImage:
    """Return the pages beside each other, as they are printed; `folder` holds the file meanwhile."""
    path = folder / "rapport.pdf"
    write_report(session.state, session.head, path, printed_at=session.now)
    with _open(path) as document:
        pages = [_drawn(document, number) for number in _PAGES]
    width = sum(page.width() for page in pages) + _GAP * (len(pages) + 1)
    picture = QImage(width, pages[0].height() + 2 * _GAP, QImage.Format.Format_RGB32)
    picture.fill(QColor("#E8ECF0"))
    painter = QPainter(picture)
    left = _GAP
    for page in pages:
        painter.drawImage(left, _GAP, page)
        left += page.width() + _GAP
    painter.end()
    return picture


def _drawn(document: Any, number: int) -> QImage:
    drawn = document[number].render(scale=_SCALE)
    width, height, stride = int(drawn.width), int(drawn.height), int(drawn.stride)
    image = QImage(bytes(drawn.buffer), width, height, stride, QImage.Format.Format_BGR888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
