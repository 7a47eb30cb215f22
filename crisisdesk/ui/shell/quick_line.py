"""The quick line: text and Enter is a logged line. What was understood stands beside it before Enter."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from crisisdesk.base.record import Value
from crisisdesk.incident.quickline import Parsed, QuickKind
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.painting import outline, painter_on
from crisisdesk.ui.kit.rest_timer import RestTimer
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS as LOOKS
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import Chip, Column, IconView, KeyCap, Label, Panel, Row, WrapLabel
from crisisdesk.ui.shell import quick_command
from crisisdesk.ui.shell.quick_edit import QuickEdit
from crisisdesk.ui.shell.quick_rows import (
    KINDS,
    SOURCE,
    QuickRow,
    meeting_of,
    quick_row,
    source_of,
    understood,
)

HEIGHT: Final = 52
_CHIPS: Final = 232  # px at 100 % kept for kind and time, so that the text stands still
_BESIDE: Final = 0.33  # of the line's width, at most, for what stands beside the text
_ALL: Final = 1000  # of the stretch: the row under the text is theirs
DRAFT_AFTER: Final = 400
"""Milliseconds of rest after which an unsent text is kept on disk."""


class QuickContext(Value):
    """What the line is read against: the plan, the local zone's name, the incident's time, and the number
    of the meeting that is on (0: none).
    """

    plan: Plan
    zone: str
    now: Callable[[], datetime]
    meeting: Callable[[], int]


class QuickLine(Panel):
    """`send_requested(command)`: whoever carries it out calls `sent`, `refuse` or nothing (the text stays).

    `widen_requested` asks for the entry form with what stands here, `send_done` says that a line was logged.
    `correct_requested` asks for the last line to be corrected; `left` gives the keyboard back to the screen;
    `draft_changed(text)` hands over the unsent text, `source_changed(ref)` what it comes from.
    """

    send_requested = Signal(object)
    send_done = Signal()
    widen_requested = Signal()
    correct_requested = Signal()
    left = Signal()
    draft_changed = Signal(str)
    source_changed = Signal(str)

    def __init__(self, theme: Theme, context: QuickContext, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, "surface", edges=("top",), edge_token="accent", edge_width=Size.RING, parent=parent
        )
        self._context = context
        self._dropped: frozenset[str] = frozenset()
        self._source = ""
        self._row: QuickRow | None = None
        self._clock = ""
        self.edit = QuickEdit(theme)
        self._left_chips = Row(theme)
        self._extras = QWidget()
        self._right_chips = Row(theme, self._extras)
        self._narrow = False
        self._is_under = False
        self._hint = Label(theme, "", "quiet")
        self._refusal = _Refusal(theme)
        self._draft = RestTimer(DRAFT_AFTER, self)
        self._fill(theme)
        self._connect()
        self.set_ready("", next_number=1)

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.toPlainText()

    def shown(self) -> QuickRow | None:
        """Return what stands beside the text."""
        return self._row

    def refusal(self) -> str:
        """Return why the line was refused, "" when it was not."""
        return self._refusal.sentence()

    def set_ready(self, blocked: str, *, next_number: int) -> None:
        """Take lines, the next being `next_number`; or take none, and say why (`blocked`)."""
        self.edit.setEnabled(not blocked)
        self.edit.setPlaceholderText(blocked or self.tr("Skriv i loggen …"))
        self._number = next_number
        self._show_hint()

    def set_narrow(self, narrow: bool) -> None:
        """Put what else was understood under the text, where the line is too short for both."""
        self._narrow = narrow
        self._place_extras()

    def tick(self) -> None:
        """Let the time beside the text follow the clock."""
        self._show()

    def take(self, text: str = "") -> None:
        """Put the cursor here and type `text` at it."""
        if not self.edit.isEnabled():
            return
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.edit.insertPlainText(text)

    def start(self, kind: QuickKind, source: str = "") -> None:
        """Put the cursor here and make the line one of the kind; what is typed stays.

        `source` is the ref of what a decision or a task comes from, such as `line:23`.
        """
        self._dropped -= {"kind", SOURCE}
        self.take()
        if self.edit.isEnabled():
            self.edit.put(quick_command.with_kind(self.text(), self._parsed(), kind))
            self._come_from(source)

    def restore(self, text: str, source: str = "") -> None:
        """Put back an unsent text, and what it comes from."""
        self.edit.put(text)
        self._come_from(source)

    def sent(self) -> None:
        """Empty the field: the line is on disk."""
        self._dropped = frozenset()
        self.edit.clear()
        self._keep_draft()
        self.send_done.emit()

    def understood(self) -> tuple[Parsed, tuple[str, ...], frozenset[str]]:
        """Return what is understood of the text, the refs that it belongs to, and what was taken away."""
        parsed = self._parsed()
        return parsed, quick_command.links_of(*self._belongs(parsed)), self._dropped

    def hand_over(self) -> None:
        """Empty the field: the text stands in the entry form, which keeps it as its draft. What was taken
        away stays so until the text comes back.
        """
        dropped = self._dropped
        self.edit.put("")
        self._dropped = dropped
        self._keep_draft()

    def take_back(self, text: str, source: str = "") -> None:
        """Take the text and what it comes from back from the entry form, with the cursor at its end."""
        dropped = self._dropped
        self.edit.put(text)
        self._come_from(source)
        self._dropped = dropped if text else frozenset()
        self._keep_draft()
        self._show()
        self.take()

    def refuse(self, sentence: str) -> None:
        """Say at the field why the line was refused; the text stays."""
        self._refusal.say(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for what else was understood."""
        super().resizeEvent(event)
        self._place_extras()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; with the cursor here the ring runs all around."""
        super().paintEvent(event)
        if self.edit.hasFocus():
            painter = painter_on(self)
            outline(painter, QRectF(self.rect()), self._theme.color("accent"), self._theme.px(Size.RING))
            painter.end()

    def _fill(self, theme: Theme) -> None:
        box = QWidget()
        self._slot = Row(theme, box, gap=0)
        self._slot.addLayout(self._left_chips)
        self._slot.addStretch(1)
        self._chips_box = box
        line = Row(theme, margin=(14, Space.M, 14, Space.M), gap=Space.M)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._extras, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(KeyCap(theme, self.tr("Enter")), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line = line
        self._under = Row(theme)
        self._under.addStretch(1)
        column = Column(theme, gap=0)
        column.addWidget(self._refusal)
        column.addLayout(line)
        column.addLayout(self._under)
        self.body.addLayout(column)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.send_pressed.connect(self._send)
        self.edit.widen_pressed.connect(self.widen_requested)
        self.edit.correct_pressed.connect(self.correct_requested)
        self.edit.left.connect(self.left)
        self.edit.focus_changed.connect(self.update)
        self._draft.timeout.connect(self._keep_draft)

    def _typed(self) -> None:
        if not self.text().strip():
            self._dropped = frozenset()
            self._come_from("")
        self._refusal.say("")
        self._draft.wait()
        self._show()
        self._show_hint()

    def _keep_draft(self) -> None:
        self._draft.stop()
        self.draft_changed.emit(self.text())

    def _send(self) -> None:
        # An empty field logs nothing: so a bouncing Enter, which finds it empty, logs once.
        if not self.text().strip():
            return
        parsed = self._parsed()
        self.send_requested.emit(quick_command.command_of(parsed, self._context.plan, *self._belongs(parsed)))

    def _belongs(self, parsed: Parsed) -> tuple[int, str]:
        """Return the meeting and the source of the line."""
        source = source_of(parsed, self._source, self._dropped)
        return meeting_of(parsed, self._context.meeting(), self._dropped, source), source

    def _come_from(self, source: str) -> None:
        if source != self._source:
            self._source = source
            self.source_changed.emit(source)
            self._show()

    def _parsed(self) -> Parsed:
        context = self._context
        return understood(self.text(), context.plan, context.now(), context.zone, self._dropped)

    def _show(self) -> None:
        parsed = self._parsed()
        context = self._context
        row = quick_row(parsed, context.plan, context.now(), context.zone, *self._belongs(parsed))
        letters = quick_command.prefix_length(self.text(), parsed)
        self.edit.set_understood(letters, LOOKS[row.kind].token if row.kind_said else "ink3")
        if row != self._row:
            self._row = row
            self._show_chips(row)

    def _show_chips(self, row: QuickRow) -> None:
        had_focus = any(chip.hasFocus() for chip in self.findChildren(Chip))
        _empty(self._left_chips)
        _empty(self._right_chips)
        if had_focus:
            self.take()
        self._left_chips.addWidget(self._kind_chip(row))
        self._left_chips.addWidget(self._time_chip(row))
        if row.late:
            self._right_chips.addWidget(Label(self._theme, row.late, "body", token="warn"))
        for chip in row.chips:
            made = Chip(self._theme, chip.text, chip.icon, True, token=chip.token)
            made.removed.connect(lambda key=chip.key: self._drop(key))
            made.pressed.connect(self.take)
            self._right_chips.addWidget(made)
        if self._right_chips.count():
            self._right_chips.addStretch(1)
        self._show_extras()

    def _show_extras(self) -> None:
        self._extras.setVisible(self._right_chips.count() > 0)
        self._place_extras()

    def _place_extras(self) -> None:
        """Beside the text while they take less than a third of the line, else under it."""
        some = self._right_chips.count() > 0
        wide = self._right_chips.sizeHint().width() > self.width() * _BESIDE
        under = self._narrow or wide
        if under != self._is_under:
            self._is_under = under
            self._move_extras(under)
        below = self._theme.dp(Space.S) if some and under else 0
        self._under.setContentsMargins(self._theme.dp(14), 0, self._theme.dp(14), below)

    def _move_extras(self, under: bool) -> None:
        # Under the text they are cut rather than that many of them widen the window.
        policy = QSizePolicy.Policy.Ignored if under else QSizePolicy.Policy.Preferred
        self._extras.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        if under:
            self._under.insertWidget(0, self._extras, _ALL)
        else:
            self._line.insertWidget(2, self._extras, 0, Qt.AlignmentFlag.AlignVCenter)

    def _kind_chip(self, row: QuickRow) -> Chip:
        look = LOOKS[row.kind]
        chip = Chip(self._theme, look.word, look.icon, row.kind_said, token=look.token, strong=True)
        chip.setToolTip(self.tr("Välj slag"))
        chip.pressed.connect(lambda: self._choose_kind(chip))
        chip.removed.connect(lambda: self._drop("kind"))
        return chip

    def _time_chip(self, row: QuickRow) -> Chip:
        chip = Chip(self._theme, row.time, "clock", row.time_said)
        if not row.time_said:
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setToolTip(self.tr("Skriv en tid först på raden om det hände tidigare, till exempel 14.10"))
        chip.pressed.connect(self.take)
        chip.removed.connect(lambda: self._drop("time"))
        return chip

    def _choose_kind(self, chip: Chip) -> None:
        menu = QMenu(self)
        for kind in KINDS:
            action = menu.addAction(
                self._theme.icons.icon(LOOKS[kind].icon, LOOKS[kind].token), LOOKS[kind].word
            )
            action.triggered.connect(partial(self._start_chosen, kind))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        at = chip.mapToGlobal(QPoint(0, 0))
        menu.popup(QPoint(at.x(), at.y() - menu.sizeHint().height()))

    def _start_chosen(self, kind: QuickKind, _checked: bool = False) -> None:
        self.start(kind)

    def _drop(self, key: str) -> None:
        self._dropped |= {key}
        if key == SOURCE:
            self._come_from("")
        self.take()
        self._show()

    def _show_hint(self) -> None:
        if self.text().strip():
            self._hint.setText(self.tr("loggar som nr {0}").format(self._number))
        else:
            self._hint.setText(self.tr("loggar"))

    def minimumSizeHint(self) -> QSize:
        """Never lower than one line, never lower than what is written: no text is cut."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._theme.dp(HEIGHT)))

    def sizeHint(self) -> QSize:
        """As high as it must be."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.dp(HEIGHT)))

    def _restyle(self) -> None:
        self._chips_box.setMinimumWidth(self._theme.dp(_CHIPS))
        if self._row is not None:
            self._show_chips(self._row)


class _Refusal(QWidget):
    """An alarm icon and a sentence, gone when there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sentence = WrapLabel(theme, "", "quiet", token="alarm")
        row = Row(theme, self, margin=(Space.L, Space.S, Space.L, 0))
        row.addWidget(IconView(theme, "triangle-alert", "alarm", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    def sentence(self) -> str:
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


def _empty(row: Row) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
