"""The pictures under the pages: wished for once, decoded in a process of their own, kept while one draws."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from crisisdesk.ui.kit.page_source import PageSource
from crisisdesk.ui.screens.sketch.rows import PageLook

_MOST: Final = 4  # pictures kept: the page one draws on, and those beside it
_BOX: Final = (2560, 1440)  # pixels: sharp on a projector, and no more than that

Key = tuple[str, int]  # attachment, page of a PDF


class Underlays(QObject):
    """`wanted(id)` when the bytes of an attachment are needed, `ready` when there is a picture to paint,
    `failed(sentence)` when it cannot be read. `waiting` is (page, attachments before) while a file is copied.
    """

    wanted = Signal(str)
    ready = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, program: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.waiting: tuple[int, int] | None = None
        self._pictures: dict[Key, QImage] = {}
        self._asked: PageLook | None = None
        self._source = PageSource(program, self)
        self._source.shown.connect(self._show)
        self._source.refused.connect(self._refuse)

    def wait_for(self, page: int, before: int) -> None:
        """Expect an attachment beside the page's line, after the `before` ones there are."""
        self.waiting = (page, before)

    def picture(self, look: PageLook) -> QImage:
        """Return the picture under the page, an empty one until it is there."""
        key = _key(look)
        found = self._pictures.get(key)
        if found is None and (self._asked is None or _key(self._asked) != key):
            self._asked = look
            self.wanted.emit(look.background)
            found = self._pictures.get(key)
        return found if found is not None else QImage()

    def take(self, id: str, content: bytes) -> None:
        """Take the bytes that came, b"" when they are not whole."""
        asked = self._asked
        if asked is None or asked.background != id:
            return
        if not content:
            self._refuse(self.tr("Bilagan är inte hel och visas inte."))
            return
        self._source.open(asked.media, content)
        self._source.ask(asked.sheet, *_BOX)

    def close(self) -> None:
        """End what is at work."""
        self._source.close()

    def _show(self, image: QImage, _page: int, _pages: int) -> None:
        self._keep(image)

    def _refuse(self, sentence: str) -> None:
        self._keep(QImage())
        self.failed.emit(sentence)

    def _keep(self, image: QImage) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        while len(self._pictures) >= _MOST:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[_key(asked)] = image
        self._source.close()
        self.ready.emit()


def _key(look: PageLook) -> Key:
    return look.background, look.sheet
