"""The points of the running meeting: entered, noted, closed, with the forms of what is made at them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crisisdesk.features import meetings
from crisisdesk.features.meetings.facts import Attendance
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.screens.meetings import point_view as does
from crisisdesk.ui.screens.meetings.form_desk import FormDesk
from crisisdesk.ui.screens.meetings.point_forms import MeetingForms, PointForm
from crisisdesk.ui.screens.meetings.point_view import PointLook, PointView
from crisisdesk.ui.screens.meetings.rows import PointRow, RunningRow

_SCREENS: Final = {does.BOARD: "screen:board", does.INFORMATION: "screen:information"}
_MARKS: Final[dict[str, Attendance]] = {"here": "here", "later": "later", "absent": "absent"}


class RunningPoints(QObject):
    """The list of points, `list`, on the screen that wishes for what is done at them.

    `asked(command)` for something that has no place of its own for a refusal, `revealed(view)` when an opened
    point should be in sight, `end_wished` at the last point, `go(place)`.
    """

    asked = Signal(object)
    revealed = Signal(object)
    end_wished = Signal()
    go = Signal(str)

    def __init__(self, screen: Screen, pause_ms: int, has_sheet: Callable[[], bool]) -> None:
        super().__init__(screen)
        self._screen = screen
        self._pause_ms = pause_ms
        self._has_sheet = has_sheet
        self._running: RunningRow | None = None
        self._forms: MeetingForms | None = None
        self.list = RowList(screen.theme, self.tr("Dagordning"))
        self._desk = FormDesk(self)
        self._reveal_timer = QTimer(self, singleShot=True, interval=0)
        self._reveal_timer.timeout.connect(self._reveal)
        self.list.focus_moved.connect(self._moved)
        self.list.row_activated.connect(self._enter)
        self.list.row_toggled.connect(self._enter)
        self._desk.opened.connect(self._form_opened)
        self._desk.sent.connect(self._send)
        self._desk.left.connect(self._form_left)
        self._desk.go.connect(screen.go_requested)

    def set_now(self, now: datetime, forms: MeetingForms) -> None:
        """Take the incident's time, and what builds the forms."""
        self._desk.now, self._forms = now, forms

    def show_rows(self, running: RunningRow | None, *, take_focus: bool) -> None:
        """Show the points of the meeting, None when none runs; a new one begins at the first not done."""
        before, self._running = self._running, running
        new = running is not None and (before is None or before.meeting != running.meeting)
        if new or running is None:
            self._desk.drop()
            self.list.set_rows([])
        if running is not None:
            self.list.set_rows([self._spec(running, point) for point in running.points])
        if new and running is not None:
            self.list.focus_key(running.next_after(""), take_focus=before is None and take_focus)
        self.show_looks()

    def show_looks(self) -> None:
        """Let the points look as they stand: one open, and loud while nothing else is written in."""
        running = self._running
        if running is None:
            return
        open_key = self.list.focused_key()
        loud = not self._has_sheet() and not self._desk.at
        for point in running.points:
            view = self._view(point.key)
            if view is not None:
                is_open = point.key in (open_key, self._desk.at)
                view.show_look(PointLook(point, is_open, loud and point.key == open_key))

    def keep_notes(self) -> None:
        """Keep what is written at every point."""
        for point in self._running.points if self._running is not None else ():
            view = self._view(point.key)
            if view is not None:
                view.keep_notes()

    def close_open(self) -> None:
        """Close the open point, and open the next one that is not done."""
        self._close(self.list.focused_key())

    def _spec(self, running: RunningRow, point: PointRow) -> RowSpec:
        name = ", ".join(part for part in (f"{point.number} {point.text}", point.notes, point.mark) if part)
        return RowSpec(point.key, partial(self._make, running, point), name=name)

    def _make(self, running: RunningRow, point: PointRow) -> PointView:
        key, meeting = point.key, running.meeting
        view = PointView(self._screen.theme, point.depth, self._pause_ms, long_number=running.long_numbers)
        view.closed.connect(partial(self._close, key))
        view.noted.connect(partial(self._note, meeting, key))
        view.wished.connect(partial(self._wished, key))
        view.marked.connect(partial(self._mark, meeting))
        view.go.connect(self.go)
        view.left.connect(lambda: self.list.focus_key(key, take_focus=True))
        return view

    def _view(self, key: str) -> PointView | None:
        view = self.list.widget_of(key)
        return view if isinstance(view, PointView) else None

    def _moved(self, _key: str) -> None:
        """Keep the notes of the point that is left, and open the one that is entered."""
        self.keep_notes()
        self.show_looks()
        self._reveal_timer.start()

    def _enter(self, key: str) -> None:
        view = self._view(key)
        if view is not None:
            view.enter()

    def _reveal(self) -> None:
        view = self._view(self.list.focused_key())
        if view is not None:
            self.revealed.emit(view)

    # ------------------------------------------------------------ wishes

    def _mark(self, meeting: int, who: str, present: str) -> None:
        self.asked.emit(meetings.commands.MarkAttendance(meeting=meeting, who=who, present=_MARKS[present]))

    def _note(self, meeting: int, key: str, text: str) -> None:
        view = self._view(key)
        if view is None or self._running is None:
            return
        done = self._screen.request(meetings.commands.NotePoint(meeting=meeting, point=key, text=text))
        view.show_error("" if done else self._screen.refusal[0])

    def _close(self, key: str) -> None:
        running, view = self._running, self._view(key)
        if running is None or view is None or running.point(key) is None or key == does.ATTENDANCE:
            return
        done = self._screen.request(
            meetings.commands.ClosePoint(meeting=running.meeting, point=key, text=view.text())
        )
        view.show_error("" if done else self._screen.refusal[0])
        after = self._running
        if done and after is not None:
            self.list.focus_key(after.next_after(key) or key, take_focus=True)

    def _wished(self, key: str, what: str) -> None:
        running = self._running
        if running is None or self._forms is None:
            return
        if what in _SCREENS:
            self._screen.go_requested.emit(_SCREENS[what])
        elif what == does.END:
            self.end_wished.emit()
        elif what == does.SECRECY:
            self._mark_secret(running, key)
        elif what == does.DECISION:
            self._open_form(key, self._forms.decision(running, key))
        else:
            self._open_form(key, self._forms.task(running))

    def _mark_secret(self, running: RunningRow, key: str) -> None:
        """Wish for the sheet of the mark; what is written in the notes is kept first."""
        view = self._view(key)
        if view is not None:
            view.keep_notes()
        self._screen.mark_requested.emit(f"point:{running.meeting}/{key}")

    def _open_form(self, key: str, made: PointForm) -> None:
        view = self._view(key)
        if view is not None:
            self._desk.open(key, view, made)

    def _send(self, command: object, form: InlineForm) -> None:
        if self._screen.request(command):
            self._desk.leave()
        else:
            form.refuse(*self._screen.refusal)

    def _form_opened(self) -> None:
        self.show_looks()
        self._reveal_timer.start()

    def _form_left(self, key: str) -> None:
        self.show_looks()
        self.list.focus_key(key, take_focus=True)
