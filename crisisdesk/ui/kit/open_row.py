"""A row that opens while it is the focused one, and the heading that stands over rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.buttons import Button
from crisisdesk.ui.kit.chips import Chip
from crisisdesk.ui.kit.flow import flow_box
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.labels import Label, SectionHead, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.row_look import ActionLook, ChipLook, HeadLook, NoteLook, RowLook, TagLook
from crisisdesk.ui.kit.tags import Tag
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space, Weight

_NUMBER: Final = 34
_MARK: Final = 92
_LEAD: Final = 56
_TALL: Final = 8


class _Title(WrapLabel):
    """The words of the row; a step stronger while it is open."""

    def __init__(self, theme: Theme) -> None:
        self._weight: int = Weight.MEDIUM
        super().__init__(theme, "", "read")

    def set_weight(self, weight: int) -> None:
        """Write in another weight."""
        if weight != self._weight:
            self._weight = weight
            self._restyle()

    def _role_font(self) -> QFont:
        font = super()._role_font()
        font.setWeight(QFont.Weight(self._weight))
        return font


class HeadRow(QWidget):
    """A heading over rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._head = SectionHead(theme, "")
        self._note = Label(theme, "", "small")
        self._head.add(self._note)
        row = Row(theme, self, margin=(Space.M, Space.XS, Space.M, 0))
        row.addWidget(self._head)

    def show_look(self, look: HeadLook) -> None:
        """Show the heading."""
        self._head.set_text(look.text)
        self._note.setText(look.note)


class OpenRow(QWidget):
    """One row. `acted(key)` when an action or a chip is chosen."""

    acted = Signal(str)

    def __init__(self, theme: Theme, *, numbered: bool = True, marked: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._numbered = numbered
        self._marked = marked
        self._look: tuple[RowLook, bool, bool] | None = None
        self._form: InlineForm | None = None
        self._number = Label(theme, "", "digits")
        self._title = _Title(theme)
        self._said = WrapLabel(theme, "", "quiet")
        self._mark = Label(theme, "", "mark")
        self._tags: list[Tag] = []
        self._notes: QWidget | None = None
        self._chips: QWidget | None = None
        self._actions: QWidget | None = None
        self._buttons: dict[str, Button] = {}
        self._under_box = QWidget()
        self._lay_out()

    def show_look(self, look: RowLook, *, is_open: bool, loud: bool) -> None:
        """Show the row; what did not change is left alone. `loud` lets a primary action be it."""
        if (look, is_open, loud) == self._look:
            return
        before, self._look = self._look, (look, is_open, loud)
        if before is None or before[0] != look:
            self._write(look)
        shut = Weight.REGULAR if look.reading else Weight.MEDIUM
        self._title.set_weight((Weight.MEDIUM if look.reading else Weight.STRONG) if is_open else shut)
        self._show_under(before[0] if before is not None and before[1] else None)

    def form(self) -> InlineForm | None:
        """Return the form that stands open in the row, None when none does."""
        return self._form

    def put_form(self, form: InlineForm | None) -> None:
        """Let a form stand in the place of the actions; None takes it away."""
        _drop(self._form)
        self._form = form
        if form is not None:
            self._under.addWidget(form)
        self._show_under(None)

    def foot(self) -> QWidget:
        """Return what must be in sight when the row is higher than the room: its form, else its actions."""
        return self._form or self._actions or self

    def button(self, key: str) -> Button | None:
        """Return the button of the action, None while it is not shown."""
        return self._buttons.get(key)

    def press_first(self) -> None:
        """Put the focus on the first action."""
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        hold_size(self._theme, self._number, width=_NUMBER)
        if not self._numbered:
            self._number.hide()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        texts = Column(self._theme, gap=1)
        texts.addWidget(self._title)
        texts.addWidget(self._said)
        line = Row(self._theme, margin=(Space.L, _TALL, Space.M, _TALL), gap=Space.S)
        line.addWidget(self._number)
        line.addLayout(texts, 1)
        self._tag_row = Row(self._theme, gap=Space.XS)
        line.addLayout(self._tag_row)
        if self._marked:
            line.addWidget(self._mark)
        self._under = Column(self._theme, self._under_box, margin=self._under_margin(), gap=Space.S)
        whole = Column(self._theme, self, gap=0)
        whole.addLayout(line)
        whole.addWidget(self._under_box)
        self._under_box.hide()
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._mark.setMinimumWidth(self._theme.dp(_MARK))

    def _under_margin(self) -> tuple[float, float, float, float]:
        return (Space.L + (_NUMBER + Space.S if self._numbered else 0), 0, Space.M, Space.M)

    def _write(self, look: RowLook) -> None:
        self._number.setText(look.number)
        self._title.setText(look.title)
        self._title.setVisible(bool(look.title))
        self._title.set_token(look.title_token)
        self._title.set_struck(look.struck)
        self._said.setText(look.said)
        self._said.set_token(look.said_token)
        self._said.setVisible(bool(look.said))
        self._mark.setText(look.mark)
        self._mark.set_token(look.mark_token)
        self._show_tags(look.tags)

    def _show_tags(self, looks: Sequence[TagLook]) -> None:
        while len(self._tags) > len(looks):
            _drop(self._tags.pop())
        for place, look in enumerate(looks):
            if place == len(self._tags):
                self._tags.append(Tag(self._theme, look.word, look.icon, look.tone))
                self._tag_row.addWidget(self._tags[place], 0, Qt.AlignmentFlag.AlignVCenter)
            self._tags[place].set_state(look.word, look.icon, look.tone)

    def _show_under(self, before: RowLook | None) -> None:
        if self._look is None:
            return
        look, is_open, loud = self._look
        is_open = is_open or self._form is not None
        if not is_open:
            before = None
        if before is None or before.notes != look.notes:
            self._put_notes(look.notes if is_open else ())
        if before is None or before.chips != look.chips:
            self._put_chips(look.chips if is_open else ())
        self._put_actions(look.actions if is_open and self._form is None else (), loud)
        if self._form is not None:
            self._under.removeWidget(self._form)
            self._under.addWidget(self._form)
        filled = any((self._notes, self._chips, self._actions, self._form))
        self._under_box.setVisible(is_open and filled)

    def _put_notes(self, looks: Sequence[NoteLook]) -> None:
        self._notes = _drop(self._notes)
        if not looks:
            return
        self._notes = QWidget()
        column = Column(self._theme, self._notes, gap=2)
        for look in looks:
            column.addLayout(self._note(look))
        self._under.insertWidget(0, self._notes)

    def _note(self, look: NoteLook) -> Row:
        row = Row(self._theme, gap=Space.S)
        if look.lead:
            lead = WrapLabel(self._theme, look.lead, "quiet", token="ink2")
            lead.setMinimumWidth(self._theme.dp(_LEAD))
            row.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        text = WrapLabel(self._theme, look.text, "quiet", token=look.token)
        text.set_struck(look.struck)
        row.addWidget(text, 1)
        return row

    def _put_chips(self, looks: Sequence[ChipLook]) -> None:
        self._chips = _drop(self._chips)
        if not looks:
            return
        self._chips = flow_box(self._theme, *(self._chip(look) for look in looks))
        self._under.insertWidget(1 if self._notes is not None else 0, self._chips)

    def _chip(self, look: ChipLook) -> Chip:
        chip = Chip(self._theme, look.text, look.icon, token=look.token, on=look.on)
        chip.pressed.connect(lambda: self.acted.emit(look.key))
        return chip

    def _put_actions(self, looks: Sequence[ActionLook], loud: bool) -> None:
        chosen = next((key for key, button in self._buttons.items() if button.hasFocus()), "")
        self._actions, self._buttons = _drop(self._actions), {}
        if not looks:
            return
        for look in looks:
            self._buttons[look.key] = self._button(look, loud)
        self._actions = flow_box(self._theme, *self._buttons.values(), gap=Space.S)
        self._under.addWidget(self._actions)
        if chosen in self._buttons:
            self._buttons[chosen].setFocus()

    def _button(self, look: ActionLook, loud: bool) -> Button:
        button = Button(
            self._theme,
            look.text,
            look.icon,
            primary=look.primary and loud,
            danger=look.danger,
            key_hint=look.hint,
        )
        button.clicked.connect(lambda: self.acted.emit(look.key))
        return button


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
