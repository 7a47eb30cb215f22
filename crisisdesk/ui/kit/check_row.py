"""A line to tick: box, number, text, who, sign and time; under them room for what can be done."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.choices import TickBox, TickState
from crisisdesk.ui.kit.labels import ElideLabel, Label, WrapLabel
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space, Weight

SIDE: Final = 164
"""Width of the column that says who (px at 100 %)."""

MARK: Final = 136
"""Width of the column that says sign and time (px at 100 %)."""

_NUMBER: Final = 36
_BOX: Final = 28
_TALL: Final = 9  # over and under the text: 46 px with one line of text and the box
_INDENT: Final = Space.S + _BOX + Space.M + _NUMBER + Space.S


class _Words(WrapLabel):
    """The text of the line; strong while the line is the open one."""

    def __init__(self, theme: Theme) -> None:
        self._strong = False
        super().__init__(theme, "", "read")

    def set_strong(self, strong: bool) -> None:
        """Write in the strong weight, or in the plain one."""
        if strong != self._strong:
            self._strong = strong
            self._restyle()

    def _role_font(self) -> QFont:
        font = super()._role_font()
        font.setWeight(QFont.Weight(Weight.STRONG if self._strong else Weight.REGULAR))
        return font


class CheckRow(QWidget):
    """A line to tick. `ticked` when its box is clicked: the screen decides, and shows what came of it.

    `set_line` writes it. `set_links` puts small things under who; `set_beside` takes the place of who for a
    while. `under` lays out what can be done, shown with `hold_under`. Where there is no room for who
    (`sided=False`), the text has it, and both stand at sign and time instead.
    """

    ticked = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        numbered: bool = True,
        sided: bool = True,
        indent: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sided = sided
        self._state: TickState = "off"
        self._box = TickBox(theme, "")
        self._number = Label(theme, "", "digits")
        self._words = _Words(theme)
        self._said = WrapLabel(theme, "", "quiet")
        self._side = WrapLabel(theme, "", "quiet")
        self._mark = ElideLabel(theme, "", "mark")
        self._mark_note = ElideLabel(theme, "", "small")
        self._beside: QWidget | None = None
        self._links: QWidget | None = None
        self._box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box.clicked.connect(self._clicked)
        if not numbered:
            self._number.hide()
        left = _INDENT - (0 if numbered else _NUMBER + Space.S)
        self._under_box = QWidget()
        self.under = Column(theme, self._under_box, margin=(left + indent, 0, Space.M, Space.M), gap=Space.S)
        self._under_box.hide()
        self._lay_out(indent)

    def set_line(
        self,
        *,
        number: str,
        text: str,
        said: str = "",
        side: str = "",
        side_token: str = "ink2",
        state: TickState = "off",
        mark: str = "",
        mark_note: str = "",
        note_token: str = "ink2",
    ) -> None:
        """Write the line; `said` stands quietly under the text, `mark` is sign and time."""
        self._state = state
        self._box.set_state(state)
        self._box.setAccessibleName(f"{number} {text}".strip())
        self._number.setText(number)
        self._words.setText(text)
        self._words.set_token("ink" if state == "off" else "ink2")
        _say(self._said, said)
        self._side.setText(side)
        self._side.set_token(side_token)
        self._mark.setText(mark)
        self._mark.set_token("ok" if state == "on" else "ink2")
        self._mark_note.set_token(note_token)
        self._mark_note.setText(mark_note)
        self._mark_note.setVisible(bool(mark_note) and (self._sided or self._beside is None))

    def set_open(self, is_open: bool) -> None:
        """Write the text strong while the line is the open one."""
        self._words.set_strong(is_open)

    def set_beside(self, widget: QWidget | None) -> None:
        """Let `widget` stand in the place of who; None puts who back."""
        if self._beside is not None and self._beside is not widget:
            self._beside.hide()
            self._beside.deleteLater()
        self._beside = widget
        if self._sided:
            self._side.setVisible(widget is None)
        else:
            self._mark.setVisible(widget is None)
            self._mark_note.setVisible(widget is None and bool(self._mark_note.text()))
        if widget is not None:
            side = Qt.AlignmentFlag.AlignLeft if self._sided else Qt.AlignmentFlag.AlignRight
            self._home().insertWidget(1, widget, 0, side)

    def set_links(self, widget: QWidget | None) -> None:
        """Let `widget` stand under who; None takes it away."""
        if self._links is not None:
            self._links.hide()
            self._links.deleteLater()
        self._links = widget
        if widget is not None:
            self._home().insertWidget(self._home().count() - 1, widget)

    def hold_under(self, shown: bool) -> None:
        """Show what stands under the line, or leave no room for it."""
        self._under_box.setVisible(shown)

    def box(self) -> TickBox:
        """Return the box."""
        return self._box

    def _lay_out(self, indent: float) -> None:
        hold_size(self._theme, self._number, width=_NUMBER)
        self._line = Row(self._theme, margin=(Space.S + indent, _TALL, Space.M, _TALL), gap=Space.S)
        self._line.addWidget(self._box)
        self._line.addSpacing(self._theme.dp(Space.XS))
        self._line.addWidget(self._number)
        self._line.addLayout(self._texts(), 1)
        if self._sided:
            self._line.addWidget(self._sides())
        self._line.addWidget(self._marks())
        whole = Column(self._theme, self, gap=0)
        whole.addLayout(self._line)
        whole.addWidget(self._under_box)

    def _texts(self) -> Column:
        texts = Column(self._theme, gap=2)
        texts.addWidget(self._words)
        texts.addWidget(self._said)
        self._said.hide()
        return texts

    def _home(self) -> Column:
        """Return where small things of the line stand."""
        return self._side_column if self._sided else self._mark_column

    def _sides(self) -> QWidget:
        box = QWidget()
        column = self._side_column = Column(self._theme, box, gap=Space.XS)
        column.addStretch(1)
        column.addWidget(self._side)
        column.addStretch(1)
        hold_size(self._theme, box, width=SIDE)
        return box

    def _marks(self) -> QWidget:
        box = QWidget()
        column = self._mark_column = Column(self._theme, box, gap=0)
        column.addStretch(1)
        column.addWidget(self._mark)
        column.addWidget(self._mark_note)
        column.addStretch(1)
        for label in (self._mark, self._mark_note):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        hold_size(self._theme, box, width=MARK)
        self._mark_note.hide()
        return box

    def _clicked(self) -> None:
        # The box shows what stands in the log, never what was only clicked.
        self._box.set_state(self._state)
        self.ticked.emit()


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
