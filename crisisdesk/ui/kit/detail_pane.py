"""A detail pane: everything about one thing, where it leads, and what can be done with it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.buttons import Button, IconButton
from crisisdesk.ui.kit.detail import LinkButton, ValueList
from crisisdesk.ui.kit.flow import Flow, flow_box
from crisisdesk.ui.kit.labels import Label, SectionHead, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.pane_look import Link, Mark, PaneAction, PaneLook, PaneSection
from crisisdesk.ui.kit.panels import EmptyState, Scroller
from crisisdesk.ui.kit.tags import KindTag, Tag
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space

_HEADING_UP_TO: Final = 160  # letters; a longer text is read, not headed


class DetailPane(QWidget):
    """Shows one thing. `acted(action)` when a button is pressed, `link_pressed(place)`, `left` on Escape.

    What did not change is left alone, so that the focus and the scroll stay.
    """

    acted = Signal(str)
    link_pressed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, name: str, empty: str, *, name_width: float = 74) -> None:
        super().__init__()
        self._theme = theme
        self._look: PaneLook | None = None
        self._links: list[LinkButton] = []
        self._buttons: dict[str, Button] = {}
        self._back = IconButton(theme, "arrow-left", self.tr("Tillbaka till listan"))
        self._back.clicked.connect(self.left)
        self._back.hide()
        self._kind = KindTag(theme, "note")
        self._number = Label(theme, "", "digits")
        self._heading = WrapLabel(theme, "", "subheading")
        self._reading = WrapLabel(theme, "", "read")
        self._note = WrapLabel(theme, "", "medium", token="ink2")
        self._marks = flow_box(theme)
        self._values = ValueList(theme, name_width=name_width)
        self._text = WrapLabel(theme, "", "body", token="ink2")
        self._sections = _Sections(theme, name_width)
        self._links_head = SectionHead(theme, self.tr("Länkar"))
        self._links_column = Column(theme, gap=0)
        self._more = Label(theme, "", "quiet")
        self._attachments = Column(theme, gap=0)
        self._attached: QWidget | None = None
        self._refusal = WrapLabel(theme, "", "quiet")
        self._bar = flow_box(theme, gap=8)
        self._empty = EmptyState(theme, empty)
        self._lay_out()
        self.setAccessibleName(name)
        self.show_look(None)

    @property
    def look(self) -> PaneLook | None:
        """Return what is shown, None when nothing is chosen."""
        return self._look

    def show_look(self, look: PaneLook | None) -> None:
        """Show a thing, or say that none is chosen."""
        if look is not None and look == self._look:
            return
        before, self._look = self._look, look
        for part in (self._scroller, self._bar):
            part.setVisible(look is not None)
        self._empty.setVisible(look is None)
        if look is None or before is None or look.key != before.key:
            self._refusal.hide()
            self._scroller.verticalScrollBar().setValue(0)
        if look is not None:
            self._show_texts(look)
            self._show_rest(look, before)

    def set_hits(self, words: tuple[str, ...]) -> None:
        """Mark where the folded words stand in what is shown."""
        for label in (self._heading, self._reading, self._note, self._text):
            label.set_hits(words)
        self._values.set_hits(words)

    def show_attachments(self, widget: QWidget | None) -> None:
        """Show the attachments under the links, in a widget of the screen; None takes them away."""
        if widget is self._attached:
            return
        if self._attached is not None:
            self._attachments.removeWidget(self._attached)
            self._attached.hide()
        self._attached = widget
        if widget is not None:
            self._attachments.addWidget(widget)
            widget.show()

    def set_alone(self, alone: bool) -> None:
        """Offer the way back where the pane stands in the place of the list."""
        self._back.setVisible(alone)

    def focus_first(self) -> None:
        """Put the focus on the first link, or the first button when there is none."""
        parts = (*self._links, *(button for button in self._buttons.values() if button.isEnabled()))
        if parts:
            parts[0].setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, action: str) -> Button | None:
        """Return the button of the action, None when it is not offered."""
        return self._buttons.get(action)

    def refuse(self, sentence: str) -> None:
        """Say over the buttons why something is not done, until another thing is shown."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    @property
    def refusing(self) -> bool:
        """Return whether it says why something is not done."""
        return not self._refusal.isHidden()

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

    def _lay_out(self) -> None:
        content = QWidget()
        whole = Column(self._theme, content, margin=(0, 0, Space.XS, 0), gap=Space.S)
        # Links stand out by the width of their focus ring, so that their icons are in line with the text.
        column = Column(self._theme, margin=(Space.XS, 0, 0, 0), gap=Space.S)
        whole.addLayout(column)
        head = Row(self._theme)
        head.addWidget(self._back)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._number)
        column.addLayout(head)
        parts = (self._heading, self._reading, self._note, self._marks, self._values, self._text)
        for part in (*parts, self._sections, self._links_head):
            column.addWidget(part)
        whole.addLayout(self._links_column)
        whole.addWidget(self._more)
        whole.addLayout(self._attachments)
        whole.addStretch(1)
        self._scroller = Scroller(self._theme, content)
        foot = Column(self._theme, margin=(Space.XS, 0, 0, 0), gap=Space.S)
        foot.addWidget(self._refusal)
        foot.addWidget(self._bar)
        page = Column(self._theme, self, margin=(Space.M, Space.L, Space.S, Space.L), gap=Space.M)
        page.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        page.addWidget(self._scroller, 1)
        page.addLayout(foot)

    def _show_texts(self, look: PaneLook) -> None:
        self._kind.set_kind(look.kind, look.word, look.icon)
        self._number.setText(look.number)
        long = len(look.title) > _HEADING_UP_TO
        for label, used in ((self._heading, not long), (self._reading, long)):
            label.setVisible(used)
            label.setText(look.title if used else "")
            label.set_struck(look.struck)
        for label, text in ((self._note, look.note), (self._text, look.text)):
            label.setText(text)
            label.setVisible(bool(text))
        self._values.set_values(look.values)
        self._sections.show_sections(look.sections)

    def _show_rest(self, look: PaneLook, before: PaneLook | None) -> None:
        if before is None or before.marks != look.marks:
            self._show_marks(look.marks)
        if before is None or before.links != look.links:
            self._show_links(look.links)
        if before is None or before.actions != look.actions:
            self._show_actions(look.actions)
        self._more.setText(self.tr("och {0} till").format(look.more))
        self._more.setVisible(look.more > 0)

    def _show_marks(self, marks: Sequence[Mark]) -> None:
        _refill(self._marks, [Tag(self._theme, mark.word, mark.icon, mark.tone) for mark in marks])

    def _show_links(self, links: Sequence[Link]) -> None:
        focused = next((link.text() for link in self._links if link.hasFocus()), "")
        for link in self._links:
            self._links_column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(link) for link in links]
        self._links_head.setVisible(bool(links))
        again = next((link for link in self._links if focused and link.text() == focused), None)
        if again is not None:
            again.setFocus()
        self._order_tabs()

    def _link(self, link: Link) -> LinkButton:
        button = LinkButton(self._theme, link.text, link.icon, token=link.token)
        button.clicked.connect(lambda: self.link_pressed.emit(link.place))
        self._links_column.addWidget(button)
        button.show()
        return button

    def _show_actions(self, actions: Sequence[PaneAction]) -> None:
        focused = next((key for key, button in self._buttons.items() if button.hasFocus()), "")
        self._buttons = {action.key: self._button(action) for action in actions}
        _refill(self._bar, list(self._buttons.values()))
        if focused in self._buttons:
            self._buttons[focused].setFocus()
        self._order_tabs()

    def _button(self, action: PaneAction) -> Button:
        if action.text:
            button = Button(
                self._theme,
                action.text,
                action.icon,
                primary=action.primary,
                danger=action.danger,
                key_hint=action.hint,
                tip=action.tip,
            )
        else:
            button = IconButton(self._theme, action.icon, action.tip, variant="plain")
        button.setEnabled(action.possible)
        button.clicked.connect(lambda: self.acted.emit(action.key))
        return button

    def _order_tabs(self) -> None:
        """Let Tab walk from the links to the buttons under them, whichever was made last."""
        for before, after in pairwise((*self._links, *self._buttons.values())):
            QWidget.setTabOrder(before, after)


class _Sections(QWidget):
    """Values under headings."""

    def __init__(self, theme: Theme, name_width: float) -> None:
        super().__init__()
        self._theme = theme
        self._name_width = name_width
        self._column = Column(theme, self, gap=Space.XS)
        self._made: list[tuple[SectionHead, ValueList]] = []

    def show_sections(self, sections: Sequence[PaneSection]) -> None:
        """Show the sections in order; what was made before is used again."""
        while len(self._made) < len(sections):
            made = SectionHead(self._theme, ""), ValueList(self._theme, name_width=self._name_width)
            self._column.addWidget(made[0])
            self._column.addWidget(made[1])
            self._made.append(made)
        for place, (head, values) in enumerate(self._made):
            used = place < len(sections)
            head.setVisible(used)
            values.set_values(sections[place].values if used else ())
            head.set_text(sections[place].heading if used else "")
        self.setVisible(bool(sections))


def _refill(box: QWidget, widgets: Sequence[QWidget]) -> None:
    layout = box.layout()
    if isinstance(layout, Flow):
        layout.clear()
        for widget in widgets:
            layout.addWidget(widget)
            widget.show()
    box.setVisible(bool(widgets))
