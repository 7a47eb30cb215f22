"""The detail pane: everything about the current line, and what can be done with it."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.detail import LinkButton, ValueList
from crisisdesk.ui.kit.log_row import LogTag
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Column,
    EmptyState,
    Flow,
    IconButton,
    KindTag,
    Label,
    Row,
    Scroller,
    SectionHead,
    Tag,
    WrapLabel,
    flow_box,
)
from crisisdesk.ui.screens.log.detail import Detail
from crisisdesk.ui.screens.log.links import Link

_HEADING_UP_TO: Final = 160  # letters; a longer text is read, not headed


class DetailPane(QWidget):
    """Shows one line. `asked(what)` when a button is pressed: correct, board, task, reliability, secrecy,
    explain; `link_pressed(place)`; `left` when Escape is pressed.
    """

    asked = Signal(str)
    link_pressed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail: Detail | None = None
        self._make_texts()
        self._make_buttons()
        self._empty = EmptyState(
            theme, self.tr("Välj en rad för att se allt om den och rätta den."), icon="scroll-text"
        )
        self._lay_out()
        self.setAccessibleName(self.tr("Raden"))
        self.show_detail(None)

    @property
    def number(self) -> int:
        """Return the number of the line shown, 0 when none is."""
        return self._detail.row.number if self._detail is not None else 0

    def show_detail(self, detail: Detail | None) -> None:
        """Show a line, or say that none is chosen. The same detail again changes nothing."""
        if detail == self._detail and detail is not None:
            return
        other = detail is None or detail.row.number != self.number
        self._detail = detail
        self._content.setVisible(detail is not None)
        self._bar.setVisible(detail is not None)
        self._empty.setVisible(detail is None)
        if detail is not None:
            self._show_texts(detail)
            self._show_marks(detail)
            self._show_links(detail)
            self._show_buttons(detail)
        if other:
            self._refusal.hide()
            self._scroller.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the focus on the first link, or the first button when there is none."""
        first = self._links[0] if self._links else self.correct
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def show_refusal(self) -> None:
        """Say why the line is not corrected."""
        if self._detail is not None:
            self._refusal.setText(self._detail.refusal)
            self._refusal.setVisible(bool(self._detail.refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through links and buttons; Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _make_texts(self) -> None:
        self._kind = KindTag(self._theme, "note")
        self._number = Label(self._theme, "", "digits")
        self._heading = WrapLabel(self._theme, "", "subheading")
        self._reading = WrapLabel(self._theme, "", "read")
        self._quiet = WrapLabel(self._theme, "", "body", token="ink2")
        self._note = WrapLabel(self._theme, "", "medium", token="ink2")
        self._tags_box = flow_box(self._theme)
        self._values = ValueList(self._theme)
        self._links_head = SectionHead(self._theme, self.tr("Länkar"))
        self._links_column = Column(self._theme, gap=0)
        self._links: list[LinkButton] = []
        self._more = Label(self._theme, "", "quiet")

    def _make_buttons(self) -> None:
        theme = self._theme
        self.correct = Button(theme, self.tr("Rätta"), "strikethrough", tip=self.tr("Ctrl+R"))
        self.board = Button(theme, self.tr("Till tavlan"), "layout-dashboard")
        self.task = Button(theme, self.tr("Uppgift"), "square-check-big")
        self.explain = Button(theme, self.tr("Förklara sen rad"), "history")
        self.reliability = IconButton(theme, "badge-check", self.tr("Tillförlitlighet"), variant="plain")
        self.secrecy = IconButton(theme, "lock", self.tr("Sekretess"), variant="plain")
        asks = (
            (self.correct, "correct"),
            (self.board, "board"),
            (self.task, "task"),
            (self.explain, "explain"),
            (self.reliability, "reliability"),
            (self.secrecy, "secrecy"),
        )
        for button, what in asks:
            button.clicked.connect(lambda _=False, asked=what: self.asked.emit(asked))
        self._refusal = WrapLabel(theme, "", "quiet")
        self._bar = flow_box(
            theme, self.explain, self.correct, self.board, self.task, self.reliability, self.secrecy, gap=8
        )

    def _lay_out(self) -> None:
        self._content = QWidget()
        whole = Column(self._theme, self._content, margin=(0, 0, Space.XS, 0), gap=Space.S)
        # Links stand out by the width of their focus ring, so that their icons are in line with the text.
        column = Column(self._theme, margin=(Space.XS, 0, 0, 0), gap=Space.S)
        whole.addLayout(column)
        head = Row(self._theme)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._number)
        column.addLayout(head)
        shown = (self._heading, self._reading, self._note, self._tags_box, self._values, self._quiet)
        for widget in shown:
            column.addWidget(widget)
        column.addWidget(self._links_head)
        whole.addLayout(self._links_column)
        whole.addWidget(self._more)
        whole.addStretch(1)
        self._scroller = Scroller(self._theme, self._content)
        page = Column(self._theme, self, margin=(Space.M, Space.L, Space.S, Space.L), gap=Space.M)
        page.addWidget(self._empty)
        page.addWidget(self._scroller, 1)
        foot = Column(self._theme, margin=(Space.XS, 0, 0, 0), gap=Space.S)
        foot.addWidget(self._refusal)
        foot.addWidget(self._bar)
        page.addLayout(foot)

    def _show_texts(self, detail: Detail) -> None:
        row = detail.row
        self._kind.set_kind(row.kind, row.kind_word, row.kind_icon)
        self._number.setText(self.tr("nr {0}").format(row.number))
        long = len(row.text) > _HEADING_UP_TO
        for label, used in ((self._heading, not long), (self._reading, long)):
            label.setVisible(used)
            label.setText(row.text if used else "")
            label.set_struck(row.struck)
        decided = row.secondary if row.kind == "dec" else ""
        self._quiet.setText(decided)
        self._quiet.setVisible(bool(decided))
        self._note.setText(row.replaced_note[:1].upper() + row.replaced_note[1:])
        self._note.setVisible(bool(row.replaced_note))
        self._values.set_values(detail.fields)

    def _show_marks(self, detail: Detail) -> None:
        layout = self._tags_box.layout()
        if isinstance(layout, Flow):
            layout.clear()
            for tag in detail.row.tags:
                layout.addWidget(self._tag(tag))
        self._tags_box.setVisible(bool(detail.row.tags))

    def _tag(self, tag: LogTag) -> Tag:
        return Tag(self._theme, tag.word, tag.icon, tag.tone)

    def _show_links(self, detail: Detail) -> None:
        kept = {link.text(): link for link in self._links}
        focused = next((link.text() for link in self._links if link.hasFocus()), "")
        if list(kept) != [link.text for link in detail.links]:
            self._make_links(detail)
            again = next((link for link in self._links if focused and link.text() == focused), None)
            if again is not None:
                again.setFocus()
        self._links_head.setVisible(bool(detail.links))
        self._more.setText(self.tr("och {0} till").format(detail.more))
        self._more.setVisible(detail.more > 0)

    def _make_links(self, detail: Detail) -> None:
        for link in self._links:
            self._links_column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(link) for link in detail.links]
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab walks from the links, which were made last, to the buttons, which stand under them."""
        buttons = (self.explain, self.correct, self.board, self.task, self.reliability, self.secrecy)
        for before, after in pairwise((*self._links, *buttons)):
            QWidget.setTabOrder(before, after)

    def _link(self, link: Link) -> LinkButton:
        button = LinkButton(self._theme, link.text, link.icon, token=link.token)
        button.clicked.connect(lambda _=False, place=link.place: self.link_pressed.emit(place))
        self._links_column.addWidget(button)
        button.show()
        return button

    def _show_buttons(self, detail: Detail) -> None:
        self.correct.set_text(detail.verb)
        self.correct.setEnabled(not detail.refusal)
        self.correct.setToolTip(detail.refusal or self.tr("Ctrl+R"))
        self.explain.setVisible(detail.unexplained)
        for button in (self.reliability, self.secrecy):
            button.setEnabled(detail.entry)
