"""The pictures that Storbild shows: asked for once, decoded in a process of their own, a few of them kept."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from crisisdesk.ui.kit.page_source import PageSource

_MOST: Final = 4
_BOX: Final = (3840, 2160)  # pixels that a picture has at most

Key = tuple[str, str, int]  # attachment, media type, page of a PDF


class Pictures(QObject):
    """`wanted(id)` when the bytes of an attachment are needed, `ready` when there is a picture to paint."""

    wanted = Signal(str)
    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[Key, QImage] = {}
        self._asked: Key | None = None
        self._source: PageSource | None = None

    def picture(self, id: str, media: str, sheet: int) -> QImage:
        """Return the picture, an empty one until it is there."""
        key = (id, media, sheet)
        if key not in self._kept and self._asked is None:
            self._asked = key
            self.wanted.emit(id)
        return self._kept.get(key, QImage())

    def take(self, id: str, content: bytes) -> None:
        """Take the bytes that came, b"" when there are none to show."""
        if self._asked is None or self._asked[0] != id:
            return
        if not content:
            self._keep(QImage())
            return
        source = self._source or self._make_source()
        source.open(self._asked[1], content)
        source.ask(self._asked[2], *_BOX)

    def close(self) -> None:
        """End what is at work."""
        if self._source is not None:
            self._source.close()

    def _make_source(self) -> PageSource:
        source = self._source = PageSource((), self)
        source.shown.connect(self._show)
        source.refused.connect(self._refuse)
        return source

    def _show(self, image: QImage, _page: int, _pages: int) -> None:
        self._keep(image)

    def _refuse(self, _sentence: str) -> None:
        # The room sees the drawing without it; why is told where the picture was put in.
        self._keep(QImage())

    def _keep(self, image: QImage) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        while len(self._kept) >= _MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[asked] = image
        self.close()
        self.ready.emit()
