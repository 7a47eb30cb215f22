"""Meetings: begun from an agenda, run point by point, read afterwards."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.features import meetings
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Column, Label, Row, Scroller, SectionHead, Tag, WrapLabel
from crisisdesk.ui.screens.meetings.held_list import HeldList
from crisisdesk.ui.screens.meetings.minutes_view import MinutesView
from crisisdesk.ui.screens.meetings.point_forms import Ask, MeetingForms
from crisisdesk.ui.screens.meetings.rows import (
    MeetingsRows,
    RunningRow,
    meetings_rows,
    minutes_wish,
)
from crisisdesk.ui.screens.meetings.running_points import RunningPoints
from crisisdesk.ui.screens.meetings.start_view import StartView

PAUSE_MS: Final = 800
"""So long after the last letter the notes of a point are kept."""


class MeetingsScreen(Screen):
    """The running meeting, or where one begins; under it the earlier ones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(theme, parent)
        self._rows: MeetingsRows | None = None
        self._now: datetime | None = None
        self._forms: MeetingForms | None = None
        self._reading = 0
        self._title = WrapLabel(theme, self.tr("Möten"), "title")
        self._stopped = Tag(theme, self.tr("växeln stoppad"), "phone", "warn")
        self._timer = Label(theme, "", "digits")
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._end = Button(theme, self.tr("Avsluta mötet"), "flag")
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self.sheets = SheetHost(theme, self)
        self.start = StartView(theme)
        self.running = RunningPoints(self, pause_ms, lambda: self.sheets.sheet is not None)
        self.points = self.running.list
        self.held = HeldList(theme)
        self.minutes = MinutesView(theme)
        self._earlier = SectionHead(theme, self.tr("Tidigare möten"))
        self._content = QWidget()
        self._scroller = Scroller(theme)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the meetings as they stand."""
        self._now = now
        if self._forms is None:
            self._forms = MeetingForms(self.theme, state.zone, lambda: self._now, self)
        self.running.set_now(now, self._forms)
        rows = meetings_rows(state, now)
        if rows == self._rows:
            return
        self._rows = rows
        self._show(rows)

    def go_to(self, place: str) -> bool:
        """Go to a meeting, or to a point of one, such as `point:1/5.2.6`."""
        kind, _, rest = place.partition(":")
        number, _, point = rest.partition("/")
        rows = self._rows
        if rows is None or kind not in ("meeting", "point") or not number.isdecimal():
            return False
        if rows.running is not None and rows.running.meeting == int(number):
            self._read(0)
            self.points.focus_key(point, take_focus=True)
            return True
        if rows.meeting(int(number)) is None:
            return False
        self._read(int(number))
        self.minutes.list.focus_key(f"{number}/{point}", take_focus=True)
        return True

    def chosen_ref(self) -> str:
        """Return the open point of the running meeting."""
        running, point = self._running(), self.points.focused_key()
        return f"point:{running.meeting}/{point}" if running is not None and point else ""

    def focus_first(self) -> None:
        """Go to what is being written, the next point, or where a meeting begins."""
        rows = self._rows
        if self.sheets.sheet is not None:
            self.sheets.sheet.form.focus_field()
        elif self._reading:
            self.minutes.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif rows is not None and rows.running is not None:
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.start.isVisible():
            self.start.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.held.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, and Escape while minutes are read, from shortcuts of the window."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the open point on Ctrl+Enter; go back from the minutes on Escape."""
        if not self._ours(event) or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._read(0)
        else:
            self.running.close_open()

    def _ours(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return bool(self._reading) and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._running() is not None

    def _lay_out(self) -> None:
        head = Row(self.theme, gap=Space.M)
        head.addWidget(self._title, 1)
        for part in (self._stopped, self._timer, self._print, self._end):
            head.addWidget(part)
        content = self._content
        column = Column(self.theme, content, gap=Space.M)
        for part in (self.start, self.points, self._earlier, self.held, self.minutes):
            column.addWidget(part)
        column.addStretch(1)
        self._scroller.set_content(content)
        whole = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        whole.addLayout(head)
        whole.addWidget(self._said)
        whole.addWidget(self.sheets)
        whole.addWidget(self._scroller, 1)
        for part in (self._said, self._stopped, self._timer, self._end, self.minutes, self._earlier):
            part.hide()

    def _connect(self) -> None:
        self._print.clicked.connect(
            lambda: self.print_requested.emit(minutes_wish(self._rows, self._reading))
        )
        self._end.clicked.connect(self._open_end)
        self.sheets.opened.connect(self.running.show_looks)
        self.sheets.closed.connect(self._sheet_closed)
        self.start.begin_wished.connect(self._begin)
        self.start.next_wished.connect(self._open_next)
        self.start.release_wished.connect(lambda: self._ask(meetings.commands.TellSwitchboard(stopped=False)))
        self.running.asked.connect(self._ask)
        self.running.revealed.connect(self._reveal)
        self.running.end_wished.connect(self._open_end)
        self.running.go.connect(self._go)
        self.points.focus_moved.connect(self._tell_where)
        self.held.read.connect(self._read)
        self.minutes.left.connect(lambda: self._read(0))
        self.minutes.go.connect(self._go)

    # ------------------------------------------------------------ showing

    def _show(self, rows: MeetingsRows) -> None:
        self._show_head(rows)
        self.running.show_rows(rows.running, take_focus=self._has_focus())
        self.start.show_rows(rows)
        self.held.show_rows(rows)
        if self._reading and rows.meeting(self._reading) is None:
            self._reading = 0
        self._show_parts()

    def _show_head(self, rows: MeetingsRows) -> None:
        running = rows.running
        if running is None:
            self._title.setText(self.tr("Möten"))
        else:
            self._title.setText(self.tr("Möte {0}: {1}").format(running.meeting, running.title))
            self._timer.setText(self.tr("{0}, {1}").format(running.began, running.minutes))
        self._timer.setVisible(running is not None)
        self._end.setVisible(running is not None)
        self._stopped.setVisible(rows.calls_stopped)

    def _tell_where(self, _key: str) -> None:
        self.at_changed.emit(self.chosen_ref())

    def _show_parts(self) -> None:
        rows = self._rows
        if rows is None:
            return
        reading = bool(self._reading)
        self.start.setVisible(not reading and rows.running is None and not rows.closed)
        self.points.setVisible(not reading and rows.running is not None)
        self._earlier.setVisible(not reading)
        self.held.setVisible(not reading)
        self.minutes.setVisible(reading)
        held = rows.meeting(self._reading)
        if held is not None:
            self.minutes.show_row(held)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _running(self) -> RunningRow | None:
        return self._rows.running if self._rows is not None else None

    def _read(self, meeting: int) -> None:
        """Show the minutes of an earlier meeting, 0 to go back."""
        before, self._reading = self._reading, meeting
        self._show_parts()
        if meeting and before != meeting:
            self._scroller.verticalScrollBar().setValue(0)
            self.minutes.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif before and not meeting:
            self.held.choose(before)

    def _go(self, place: str) -> None:
        if not self.go_to(place):
            self.go_requested.emit(place)

    # ------------------------------------------------------------ wishes

    def _ask(self, command: object) -> bool:
        """Wish for something that has no form; a refusal stands over the page."""
        done = self.request(command)
        sentence = "" if done else self.refusal[0]
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        return done

    def _begin(self, agenda: str, stop_calls: bool) -> None:
        if not self.request(meetings.commands.Begin(agenda=agenda, stop_calls=stop_calls)):
            self.start.refuse(*self.refusal)
            return
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_end(self) -> None:
        running = self._running()
        if running is None or self._forms is None:
            return
        self.running.keep_notes()
        sheet, ask = self._forms.end(running)
        self.sheets.open(sheet, partial(self._built, ask))

    def _open_next(self) -> None:
        if self._forms is not None:
            sheet, ask = self._forms.set_next()
            self.sheets.open(sheet, partial(self._built, ask))

    def _sheet_closed(self) -> None:
        """Go on where work is: what had the focus before may be gone with the meeting."""
        self.running.show_looks()
        self.focus_first()

    def _reveal(self, view: QWidget) -> None:
        """Scroll the opened point into sight once it has its height, from its top when it is high."""
        high = self._scroller.viewport().height()
        top = view.mapTo(self._content, QPoint(0, 0)).y()
        bar = self._scroller.verticalScrollBar()
        low = top + view.height() - high + self.theme.dp(Space.S)
        bar.setValue(min(max(bar.value(), low), top))

    def _built(self, ask: Ask) -> object:
        if self._now is None:
            raise LookupError("a sheet was sent before anything was shown")
        return ask(self._now)
