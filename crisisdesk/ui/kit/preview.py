"""An attachment to look at: a picture, or a PDF page by page; of anything else what it is."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.base import media
from crisisdesk.ui.kit.attachment_look import AttachmentLook
from crisisdesk.ui.kit.buttons import Button, IconButton
from crisisdesk.ui.kit.labels import ElideLabel, Label, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.page_source import PageSource
from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.panels import Panel
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space

_REST: Final = 120  # ms without another size before the picture is made anew


class Preview(Panel):
    """Stands over `screen` while it shows something: over `area` in it, and over all of it where the area is
    folded away. `content_requested(id)` wishes for the bytes: `take_content` brings them.
    `save_requested(id)` wishes for a copy; `closed` when it is closed.

    PageUp and PageDown turn the pages, Home and End go to the first and last, Ctrl+S saves, Escape closes.
    """

    content_requested = Signal(str)
    save_requested = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, screen: QWidget, area: QWidget, *, program: Sequence[str] = ()) -> None:
        super().__init__(theme, "bg", parent=screen)
        self._theme = theme
        self._screen = screen
        self._area = area
        self._look: AttachmentLook | None = None
        self._page = self._pages = 1
        self.pages = PageSource(program, self)
        self._sheet = _Sheet(theme)
        self._title = ElideLabel(theme, "", "subheading")
        self._what = Label(theme, "", "quiet")
        self._place = Label(theme, "", "digits")
        self._told = WrapLabel(theme, "", "body", token="ink2")
        self._before = IconButton(theme, "arrow-left", self.tr("Föregående sida (Page Up)"))
        self._after = IconButton(theme, "arrow-right", self.tr("Nästa sida (Page Down)"))
        self._save = Button(theme, self.tr("Spara kopia"), "save", key_hint="Ctrl S")
        self._close = IconButton(theme, "x", self.tr("Stäng (Esc)"))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for watched in (screen, area):
            watched.installEventFilter(self)
        self.hide()

    @property
    def look(self) -> AttachmentLook | None:
        """Return what is shown, None when nothing is."""
        return self._look

    @property
    def place(self) -> tuple[int, int]:
        """Return which page is shown, of how many."""
        return self._page, self._pages

    def told(self) -> str:
        """Return what is said in the place of a picture, "" when there is one."""
        return "" if self._sheet.isVisibleTo(self) else self._told.text()

    def image(self) -> QImage:
        """Return the picture that is shown; a null one when there is none."""
        return self._sheet.image

    def open(self, look: AttachmentLook) -> None:
        """Show the attachment, over the area; covered ones are not shown."""
        if look.covered:
            return
        self._look = look
        self._page = self._pages = 1
        self._title.setText(f"{look.id} {look.name}")
        self._what.setText(look.what)
        self.setAccessibleName(self.tr("Förhandsvisning: {0}").format(look.spoken))
        self._show_place()
        self.setGeometry(self._room())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if media.shown(look.media):
            self._tell(self.tr("Läser …"))
            self.content_requested.emit(look.id)
        else:
            self._tell(
                self.tr(
                    "Den här sortens fil visas inte här. Spara en kopia och öppna den i ett annat program."
                )
            )

    def take_content(self, id: str, content: bytes) -> None:
        """Take the bytes that were wished for; b"" when they are not whole."""
        if self._look is None or id != self._look.id:
            return
        if not content:
            self._tell(self.tr("Bilagan är inte hel och visas inte."))
            return
        self.pages.open(self._look.media, content)
        self._ask()

    def close_preview(self) -> None:
        """Take it away."""
        if self._look is None:
            return
        self._look = None
        self._rest.stop()
        self.pages.close()
        self._sheet.show_image(QImage())
        self.hide()
        self.closed.emit()

    def turn_to(self, page: int) -> None:
        """Show another page; nothing when there is none."""
        wanted = min(max(page, 1), self._pages)
        if self._look is not None and wanted != self._page:
            self._page = wanted
            self._show_place()
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, save, close."""
        step = {
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self._pages,
        }.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Save):
            self._wish_to_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_preview()
        elif step is not None:
            self.turn_to(step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Ctrl+S from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the area, whatever its size."""
        if event.type() in _MOVED and watched in (self._area, self._screen) and self.isVisible():
            self.setGeometry(self._room())
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close when another screen comes up or the window goes: no process is left at work."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the picture made anew for the new size, when it rests."""
        super().resizeEvent(event)
        if self._sheet.isVisible():
            self._rest.start()

    def _lay_out(self) -> None:
        head = Row(self._theme, gap=Space.S)
        texts = Column(self._theme, gap=0)
        texts.addWidget(self._title)
        texts.addWidget(self._what)
        head.addLayout(texts, 1)
        for part in (self._before, self._place, self._after, self._save, self._close):
            head.addWidget(part)
        page = Column(self._theme, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        page.addLayout(head)
        page.addWidget(self._told)
        page.addWidget(self._sheet, 1)
        page.addStretch(0)
        self.body.addLayout(page, 1)

    def _connect(self) -> None:
        self.pages.shown.connect(self._take_page)
        self.pages.refused.connect(self._tell)
        self._rest.timeout.connect(self._ask)
        self._before.clicked.connect(lambda: self.turn_to(self._page - 1))
        self._after.clicked.connect(lambda: self.turn_to(self._page + 1))
        self._save.clicked.connect(self._wish_to_save)
        self._close.clicked.connect(self.close_preview)

    def _room(self) -> QRect:
        if not self._area.isVisible():
            return self._screen.rect()
        return QRect(self._area.mapTo(self._screen, QPoint(0, 0)), self._area.size())

    def _wish_to_save(self) -> None:
        if self._look is not None:
            self.save_requested.emit(self._look.id)

    def _ask(self) -> None:
        ratio = self.devicePixelRatioF()
        box = self._room()
        width = max(box.width() - self._theme.dp(2 * Space.XL), 1)
        height = max(box.height() - self._theme.dp(_HEAD), 1)
        self.pages.ask(self._page, round(width * ratio), round(height * ratio))

    def _take_page(self, image: QImage, page: int, pages: int) -> None:
        self._page, self._pages = page, pages
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._sheet.show_image(image)
        self._sheet.show()
        self._told.hide()
        self._show_place()

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
        self._sheet.hide()

    def _show_place(self) -> None:
        several = self._pages > 1
        for part in (self._before, self._place, self._after):
            part.setVisible(several)
        self._place.setText(self.tr("Sida {0} av {1}").format(self._page, self._pages))
        self._before.setEnabled(self._page > 1)
        self._after.setEnabled(self._page < self._pages)


def _is_ours(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Save)
    )


_MOVED: Final = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_HEAD: Final = 96  # px at 100 %: what stands over the picture, with the margins


class _Sheet(QWidget):
    """The picture, in the middle, never larger than it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture with a hairline around it."""
        if self.image.isNull():
            return
        painter = painter_on(self)
        size = self.image.deviceIndependentSize()
        scale = min(self.width() / size.width(), self.height() / size.height(), 1.0)
        width, height = size.width() * scale, size.height() * scale
        rect = QRectF((self.width() - width) / 2, 0, width, height)
        painter.drawImage(rect, self.image)
        outline(painter, rect, self._theme.color("line"), Size.HAIR)
        painter.end()
