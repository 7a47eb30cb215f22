"""A point of the running meeting: its line, and while it is open its notes and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.detail import LinkButton
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, IconView, Label, Tag, TextEdit, WrapLabel, flow_box
from crisisdesk.ui.screens.meetings.attendance_view import AttendanceView
from crisisdesk.ui.screens.meetings.follow_rows import FollowRow
from crisisdesk.ui.screens.meetings.rows import ATTENDANCE, PointRow

DECISION: Final = "decision"
TASK: Final = "task"
BOARD: Final = "board"
INFORMATION: Final = "information"
END: Final = "end"
SECRECY: Final = "secrecy"

_NUMBER: Final = {True: 56, False: 20}  # px for a long number and for a short one
_MARK: Final = 92
_INDENT: Final = 20
_LINE: Final = 21
_BEFORE: Final = Space.M + 16 + Space.S  # px before the number


@dataclass(frozen=True)
class PointLook:
    """Everything that decides how a point looks. `loud` when its first button is the primary one."""

    row: PointRow
    is_open: bool
    loud: bool


class PointView(QWidget):
    """A point. `closed` when it is done, `noted(text)` when its notes are to be kept, `wished(what)` for a
    decision, a task, the board or the end; `go(place)`; `marked(who, present)`; `left` on Escape.
    """

    closed = Signal()
    noted = Signal(str)
    wished = Signal(str)
    go = Signal(str)
    marked = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        depth: int,
        pause_ms: int,
        *,
        long_number: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._indent = _INDENT * depth
        self._number_width = _NUMBER[long_number]
        self._look: PointLook | None = None
        self._form: InlineForm | None = None
        self._form_box: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self.keep_notes)
        self._icon = IconView(theme, "circle", "ink3")
        self._number = Label(theme, "", "digits")
        self._words = WrapLabel(theme, "", "read")
        self._preview = WrapLabel(theme, "", "quiet")
        self._secret = Tag(theme, "", "lock")
        self._mark = Label(theme, "", "quiet", token="ok")
        self._said = WrapLabel(theme, "", "quiet")
        self.attendance: AttendanceView | None = None
        self._links = QWidget()
        self.notes = TextEdit(theme, self.tr("Anteckningar"), hint=self.tr("Anteckna här"), lines=2)
        self._error = WrapLabel(theme, "", "quiet", token="alarm")
        self._done = Button(theme, "", "check", key_hint=self.tr("Ctrl Enter"))
        self._buttons: QWidget | None = None
        self._under = QWidget()
        self._lay_out()
        self._done.clicked.connect(self.closed)
        self.notes.textChanged.connect(self._typed)
        self.notes.installEventFilter(self)

    def show_look(self, look: PointLook) -> None:
        """Show the point; what is being typed stays."""
        before, self._look = self._look, look
        if look == before:
            return
        if before is None or before.row != look.row:
            self._write(look.row, before.row if before is not None else None)
        self._under.setVisible(look.is_open)
        self._preview.setVisible(bool(look.row.notes) and not look.is_open)
        self._show_buttons()

    def has_form(self) -> bool:
        """Return whether a form is open in the point."""
        return self._form is not None

    def put_form(self, form: InlineForm, whole: Button | None) -> None:
        """Show a form in the point, and under it the way to the whole of it, if there is one."""
        self.take_form()
        self._form = form
        self._form_box = QWidget()
        column = Column(self._theme, self._form_box, gap=Space.XS)
        column.addWidget(form)
        if whole is not None:
            column.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
        self._under_column.addWidget(self._form_box)
        self._form_box.show()
        self._show_buttons()

    def take_form(self) -> None:
        """Take the form away."""
        if self._form_box is not None:
            self._under_column.removeWidget(self._form_box)
            self._form_box.hide()
            self._form_box.deleteLater()
        self._form, self._form_box = None, None
        self._show_buttons()

    def enter(self) -> None:
        """Put the cursor where one works in the point: the list of people, the form, or the notes."""
        look = self._look
        if self._form is not None:
            self._form.form.focus_field()
        elif self.attendance is not None and look is not None and look.row.people and not look.row.done:
            self.attendance.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_notes(self) -> None:
        """Hand over the notes if they differ from what is kept."""
        self._pause.stop()
        look = self._look
        if look is not None and self.text() != look.row.notes and look.row.key != ATTENDANCE:
            self.noted.emit(self.text())

    def text(self) -> str:
        """Return the notes as they stand in the field."""
        return self.notes.toPlainText().strip()

    def show_error(self, sentence: str) -> None:
        """Say why the notes were not kept, "" when they were."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notes when their field is left."""
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self.keep_notes()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from shortcuts of the window while one works in the point."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Escape; keep the list's keys from it while one writes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _LIST_KEYS and self.notes.hasFocus():
            event.accept()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ laying out

    def _lay_out(self) -> None:
        hold_size(self._theme, self._icon, height=_LINE)
        hold_size(self._theme, self._number, width=self._number_width, height=_LINE)
        hold_size(self._theme, self._mark, width=_MARK, height=_LINE)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        indent = self._indent
        self._line = Row(self._theme, margin=(Space.M + indent, 6, Space.M, 6), gap=Space.S)
        top = Qt.AlignmentFlag.AlignTop
        words = Column(self._theme, gap=2)
        words.addWidget(self._words)
        words.addWidget(self._preview)
        words.addWidget(self._secret, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.addWidget(self._icon, 0, top)
        self._line.addWidget(self._number, 0, top)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._mark, 0, top)
        under = indent + _BEFORE + self._number_width + Space.S
        self._under_column = Column(
            self._theme, self._under, margin=(under, 0, Space.M, Space.M), gap=Space.S
        )
        for part in (self._said, self._links, self.notes, self._error):
            self._under_column.addWidget(part)
        whole = Column(self._theme, self, gap=0)
        whole.addLayout(self._line)
        whole.addWidget(self._under)
        for part in (self._preview, self._secret, self._error, self._under):
            part.hide()

    def _write(self, row: PointRow, before: PointRow | None) -> None:
        self._icon.set_icon("circle-check" if row.done else "circle", "ok" if row.done else "ink3")
        self._number.setText(row.number)
        self._words.setText(row.text)
        self._words.set_token("ink2" if row.done else "ink")
        self._preview.setText(row.notes)
        self._secret.set_word(row.secrecy)
        self._secret.setVisible(bool(row.secrecy))
        self._mark.setText(row.mark)
        self._said.setText(row.said)
        self._said.setVisible(bool(row.said))
        self._write_notes(row, before)
        self._write_people(row)
        if before is None or (before.follow, before.made) != (row.follow, row.made):
            self._write_links(row)

    def _write_notes(self, row: PointRow, before: PointRow | None) -> None:
        """Put kept notes into the field, unless somebody is writing other ones there."""
        self.notes.setVisible(row.key != ATTENDANCE)
        written = before is not None and self.text() != before.notes
        if not written and self.text() != row.notes:
            self.notes.blockSignals(True)
            self.notes.setPlainText(row.notes)
            self.notes.blockSignals(False)

    def _write_people(self, row: PointRow) -> None:
        if not row.people:
            return
        if self.attendance is None:
            self.attendance = AttendanceView(self._theme)
            self.attendance.marked.connect(self.marked)
            self._under_column.insertWidget(1, self.attendance)
        self.attendance.show_people(row.people, row.vacant)

    def _write_links(self, row: PointRow) -> None:
        links = link_list(self._theme, (*row.follow, *row.made), self.go.emit)
        self._under_column.replaceWidget(self._links, links)
        self._links.hide()
        self._links.deleteLater()
        self._links = links

    def _show_buttons(self) -> None:
        look = self._look
        if look is None:
            return
        shown = look.is_open and self._form is None
        if shown and self._buttons is None:
            self._buttons = flow_box(self._theme, *self._make_buttons(look.row), gap=Space.S)
            self._under_column.addWidget(self._buttons)
            self._buttons.show()
        self._done.set_text(self.tr("Ändra punkten") if look.row.done else self.tr("Klar, nästa punkt"))
        self._done.set_primary(look.loud)
        if self._buttons is not None:
            self._buttons.setVisible(shown)

    def _make_buttons(self, row: PointRow) -> list[Button]:
        """Return the buttons of the point: its purpose never changes."""
        made = [self._done] if row.key != ATTENDANCE else []
        if row.purpose in ("board", "forecast"):
            made.append(self._button(self.tr("Till lägesbilden"), "layout-dashboard", BOARD))
        if row.purpose == "information":
            made.append(self._button(self.tr("Till information"), "megaphone", INFORMATION))
        if row.purpose in ("next_meeting", "closing"):
            made.append(self._button(self.tr("Avsluta mötet"), "flag", END))
        made.append(self._button(self.tr("Beslut"), "gavel", DECISION))
        made.append(self._button(self.tr("Uppgift"), "square-check-big", TASK))
        if row.key != ATTENDANCE:
            made.append(self._button(self.tr("Sekretess"), "lock", SECRECY))
        return made

    def _button(self, words: str, icon: str, what: str) -> Button:
        button = Button(self._theme, words, icon)
        button.clicked.connect(lambda: self.wished.emit(what))
        return button

    def _typed(self) -> None:
        self.show_error("")
        self._pause.start()


_LIST_KEYS: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


def link_list(theme: Theme, rows: Sequence[FollowRow], go: Callable[[str], object]) -> QWidget:
    """Return links under each other, what is late in red beside them."""
    box = QWidget()
    column = Column(theme, box, gap=0)
    for row in rows:
        line = Row(theme, gap=Space.S)
        link = LinkButton(theme, row.text, row.icon, token=row.token)
        link.clicked.connect(lambda _checked=False, place=row.place: go(place))
        line.addWidget(link)
        if row.late:
            line.addWidget(Label(theme, row.late, "medium", token="alarm"))
        line.addStretch(1)
        column.addLayout(line)
    if not rows:
        box.hide()
    return box
