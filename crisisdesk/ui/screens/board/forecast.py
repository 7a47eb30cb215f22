"""The strip over the board: the worst and the likely way it can go, written in place."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from crisisdesk.incident.board_rows import BoardRows, TagRow
from crisisdesk.ui.kit.form_drafts import TextDraft
from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.text_block import TextBlock
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Radius, Size, Space, Type, Weight
from crisisdesk.ui.kit.widgets import Card, Label, LineEdit, Row, Tag, WrapLabel

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD: Final = 7  # over and under the words; a line to write in takes one px
_HIGH: Final = 36
_LOCK: Final = 120  # px at 100 % for the provision; the tip has the whole


class _Said(WrapLabel):
    """The forecast in words, cut with … after so many lines; the whole is its tip."""

    def __init__(self, theme: Theme, text: str) -> None:
        self._lines = 2
        self._short = TextBlock()
        super().__init__(theme, text, "body", token="ink3")

    def set_lines(self, lines: int) -> None:
        """Show so many lines at most."""
        if lines != self._lines:
            self._lines = lines
            self._fit()

    def line_height(self) -> int:
        """Return the height of a line in px."""
        return self._short.line_height(self.font())

    def setText(self, text: str) -> None:
        """Change the text and its tip."""
        super().setText(text)
        self.setToolTip(text)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, so many lines at most."""
        return min(super().heightForWidth(width), self._most())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that there is room for."""
        painter = painter_on(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._short.paint(painter, QRectF(self.rect()), self._cut(), self.font())
        painter.end()

    def _most(self) -> int:
        return self.line_height() * self._lines

    def _cut(self) -> str:
        """Return as much of the text as fits, with … where it is cut."""
        text = self.text()
        if self._fits(text):
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(f"{text[:middle].rstrip()}…") else (low, middle - 1)
        return f"{text[:low].rstrip()}…"

    def _fits(self, text: str) -> bool:
        return self._short.height(text, self.font(), self.width()) <= self._most()


class ForecastField(Card):
    """One of the two. F2, Enter or a click opens it; Enter says `written(text)`, Escape leaves it."""

    written = Signal(str)

    def __init__(self, theme: Theme, title: str, token: str, empty: str) -> None:
        super().__init__(theme, margin=(Space.M, _PAD, Space.M, _PAD), gap=Space.S, horizontal=True)
        self._empty = empty
        self._text = ""
        self._secret: TagRow | None = None
        self._read_only = False
        self._title = Label(theme, title, "strong", token=token)
        self._said = _Said(theme, empty)
        self._lock = Tag(theme, "")
        self._lock.hide()
        self.edit = LineEdit(theme, title)
        self.edit.hide()
        self.edit.installEventFilter(self)
        self._draft = TextDraft(self.edit, title)
        self.body.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._said, 1, Qt.AlignmentFlag.AlignTop)
        self.add(self.edit, 1)
        self.body.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str, secret: TagRow | None, *, read_only: bool) -> None:
        """Show the text, and the tag of a secret one; what is being typed stays."""
        self._text, self._read_only = text, read_only
        self._show_lock(secret)
        self._said.setText(text or ("–" if read_only else self._empty))
        self._said.set_token("ink" if text else "ink3")
        self.setAccessibleDescription(f"{text}, {secret.word}" if secret is not None else text)
        if read_only:
            self._close()

    def text(self) -> str:
        """Return what is shown."""
        return self._text

    def show_lines(self, lines: int) -> None:
        """Show so many lines of the text at most."""
        self._said.set_lines(lines)

    def open(self) -> None:
        """Let the user write."""
        if self._read_only or not self.edit.isHidden():
            return
        self.edit.setText(self._text)
        self._said.hide()
        self.edit.show()
        self._pad(1)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the user write."""
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on F2 and Enter."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_F2, *_ENTER) and not event.isAutoRepeat():
            self.open()
        else:
            event.ignore()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take Enter and Escape of the line, and write what stands in it when it is left."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Escape, *_ENTER):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._finish(keep=event.key() != Qt.Key.Key_Escape)
                return True
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY
        if left and not self.edit.isHidden():
            self._finish(keep=True, focus=False)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the ring with focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = painter_on(self)
            ring, radius = self._theme.px(Size.RING), self._theme.px(Radius.CARD)
            outline(painter, QRectF(self.rect()), self._theme.color("accent"), ring, radius)
            painter.end()

    def _finish(self, *, keep: bool, focus: bool = True) -> None:
        text = self.edit.text().strip()
        self._close()
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and text != self._text:
            self.written.emit(text)

    def _close(self) -> None:
        if not self.edit.isHidden():
            self.edit.hide()
            self._said.show()
            self._pad(_PAD)

    def _pad(self, pad: float) -> None:
        side, over = self._theme.dp(Space.M), self._theme.dp(pad)
        self.body.setContentsMargins(side, over, side, over)

    def _show_lock(self, secret: TagRow | None) -> None:
        """Show the lock with as much of the provision as there is room for beside the text."""
        self._secret = secret
        self._lock.setVisible(secret is not None)
        if secret is None:
            return
        metrics = QFontMetricsF(self._theme.font(Type.TAG, Weight.STRONG))
        room = self._theme.px(_LOCK)
        word = metrics.elidedText(secret.word, Qt.TextElideMode.ElideRight, room)
        self._lock.set_state(word, secret.icon, secret.signal)
        self._lock.setAccessibleName(secret.word)
        self._lock.setToolTip(secret.word)

    def _restyle(self) -> None:
        self._show_lock(self._secret)
        self.setMinimumHeight(self._theme.dp(_HIGH))
        self._title.setFixedHeight(self._said.line_height())
        self._pad(_PAD if self.edit.isHidden() else 1)


_AWAY: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ForecastStrip(QWidget):
    """Both beside each other. `written(which, text)` when one is changed."""

    written = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.worst = ForecastField(
            theme, self.tr("Farligast"), "alarm", self.tr("Vad är det farligaste som kan hända?")
        )
        self.likely = ForecastField(
            theme, self.tr("Troligast"), "ink", self.tr("Vad är det troligaste som händer?")
        )
        row = Row(theme, self, gap=Space.S + 2)
        for which, field in (("worst", self.worst), ("likely", self.likely)):
            row.addWidget(field, 1)
            field.written.connect(partial(self.written.emit, which))

    def chosen(self) -> str:
        """Return which of the two has the focus and says something, "" for neither."""
        fields = (("worst", self.worst), ("likely", self.likely))
        return next((which for which, field in fields if field.text() and field.hasFocus()), "")

    def show_lines(self, lines: int) -> None:
        """Show so many lines of each at most."""
        for field in (self.worst, self.likely):
            field.show_lines(lines)

    def show_texts(self, rows: BoardRows, *, read_only: bool) -> None:
        """Show both texts, each with its lock when it is secret."""
        self.worst.set_text(rows.worst, rows.worst_lock, read_only=read_only)
        self.likely.set_text(rows.likely, rows.likely_lock, read_only=read_only)
