"""The attachments of one line: name, size and kind, opened, saved and struck from the keyboard."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from crisisdesk.base import media
from crisisdesk.base.attachable import Attachable
from crisisdesk.ui.kit.attachment_look import AttachmentLook
from crisisdesk.ui.kit.attachment_source import ask_files, from_clipboard
from crisisdesk.ui.kit.buttons import Button, IconButton
from crisisdesk.ui.kit.flow import flow_box
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import ElideLabel, Label, SectionHead
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.tags import Tag
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space


class AttachmentStrip(QWidget):
    """`preview_requested(id)` on Enter or a double click, `save_requested(id)` on Ctrl+S,
    `describe_requested(id)` on F2, `strike_requested(id)` on Delete; `attach_requested(sources)` when files
    were chosen or pasted (a list of Attachable). `left` on Escape.
    """

    preview_requested = Signal(str)
    save_requested = Signal(str)
    describe_requested = Signal(str)
    strike_requested = Signal(str)
    attach_requested = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks: dict[str, AttachmentLook] = {}
        self._writes = False  # as nothing is shown yet: the first `show_attachments` shows
        self._head = SectionHead(theme, self.tr("Bilagor"))
        self.list = RowList(theme, self.tr("Bilagor"))
        self._buttons = {
            "preview": Button(theme, self.tr("Visa"), "search", tip="Enter"),
            "save": IconButton(theme, "save", self.tr("Spara en kopia (Ctrl+S)")),
            "describe": IconButton(theme, "pencil", self.tr("Skriv vad bilagan visar (F2)")),
            "strike": IconButton(theme, "strikethrough", self.tr("Stryk bilagan (Delete)")),
        }
        self.add_button = IconButton(
            theme, "paperclip", self.tr("Bifoga fil. Eller dra hit, eller klistra in: Ctrl+V")
        )
        self._head.add(self.add_button)
        self._bar = flow_box(theme, *self._buttons.values(), gap=Space.S)
        column = Column(theme, self, margin=(Space.XS / 2, 0, 0, 0), gap=Space.S)
        for part in (self._head, self.list, self._bar):
            column.addWidget(part)
        self._connect()
        self.setAccessibleName(self.tr("Bilagor"))
        self.show_attachments(())

    def show_attachments(self, looks: Sequence[AttachmentLook], *, writes: bool = True) -> None:
        """Show the attachments of a line, in order; `writes` says whether there may be more, or fewer."""
        fresh = {look.id: look for look in looks}
        if fresh == self._looks and writes == self._writes and self.list.keys() == list(fresh):
            return
        self._looks, self._writes = fresh, writes
        self.list.set_rows([self._spec(look) for look in looks])
        self._head.setVisible(bool(fresh) or writes)
        self.list.setVisible(bool(fresh))
        self.add_button.setVisible(writes)
        self._show_buttons()

    def current(self) -> str:
        """Return the id of the focused attachment, "" when there is none."""
        return self.list.focused_key()

    def focus_first(self) -> None:
        """Put the focus on the attachments, or on the button that adds one."""
        (self.list if self._looks else self.add_button).setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self) -> None:
        """Let the user pick files to attach."""
        ask_files(self, self.tr("Bifoga filer"), self._attach)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+S, describe on F2, strike on Delete, take what is pasted, leave on Escape."""
        if event.matches(QKeySequence.StandardKey.Save):
            self._act("save")
        elif event.matches(QKeySequence.StandardKey.Paste) and self._writes:
            self._attach(from_clipboard())
        elif event.key() == Qt.Key.Key_F2:
            self._act("describe")
        elif event.key() == Qt.Key.Key_Delete:
            self._act("strike")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for what, button in self._buttons.items():
            button.clicked.connect(partial(self._act, what))
        self.add_button.clicked.connect(self.choose)
        self.list.row_activated.connect(partial(self._act, "preview"))
        self.list.focus_moved.connect(self._show_buttons)

    def _attach(self, sources: list[Attachable]) -> None:
        if sources:
            self.attach_requested.emit(sources)

    def _act(self, what: str, _told: object = None) -> None:
        if not self._can(what):
            return
        {
            "preview": self.preview_requested,
            "save": self.save_requested,
            "describe": self.describe_requested,
            "strike": self.strike_requested,
        }[what].emit(self.current())

    def _can(self, what: str) -> bool:
        look = self._looks.get(self.current())
        if look is None:
            return False
        if what in ("preview", "save"):
            return not look.covered
        return self._writes and not look.struck and not (what == "describe" and look.covered)

    def _show_buttons(self, _id: str = "") -> None:
        for what, button in self._buttons.items():
            button.setVisible(bool(self._looks))
            button.setEnabled(self._can(what))

    def _spec(self, look: AttachmentLook) -> RowSpec:
        def update(widget: QWidget) -> None:
            if isinstance(widget, _AttachmentRow):
                widget.show_look(look)

        return RowSpec(look.id, lambda: _AttachmentRow(self._theme), update, look.spoken)


class _AttachmentRow(QWidget):
    """One attachment: its sign, its number and name, and under it what it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = IconView(theme, "file-text", "ink2", Size.ICON_SMALL)
        self._number = Label(theme, "", "digits")
        self._name = ElideLabel(theme, "", "medium")
        self._what = ElideLabel(theme, "", "quiet")
        self._struck = Tag(theme, self.tr("struken"), "strikethrough", "neutral")
        row = Row(theme, self, margin=(Space.S, Space.XS, Space.S, Space.XS), gap=Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = Column(theme, gap=0)
        first = Row(theme, gap=Space.S)
        first.addWidget(self._number)
        first.addWidget(self._name, 1)
        first.addWidget(self._struck)
        texts.addLayout(first)
        texts.addWidget(self._what)
        row.addLayout(texts, 1)

    def show_look(self, look: AttachmentLook) -> None:
        """Show the attachment."""
        icon = "lock" if look.covered else "image" if look.media in media.PICTURES else "file-text"
        self._icon.set_icon(icon, "ink2")
        self._number.setText(look.id)
        self._name.setText(look.name)
        self._what.setText(f"{look.what} · {look.said}" if look.said else look.what)
        self._struck.setVisible(look.struck)
