"""The one form that is open in a point of the running meeting: opened, sent, left."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.screens.meetings.point_forms import PointForm
from crisisdesk.ui.screens.meetings.point_view import PointView


class FormDesk(QObject):
    """`opened` when a form stands in a point, `left(key)` when it is gone again.

    `sent(command, form)` when it wishes for something, `go(place)` to the whole form of the same thing. `now`
    is the incident's time, `at` the point with the form ("" for none).
    """

    opened = Signal()
    sent = Signal(object, object)
    left = Signal(str)
    go = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: datetime | None = None
        self.at = ""
        self._view: PointView | None = None
        self._made: PointForm | None = None

    def open(self, key: str, view: PointView, made: PointForm) -> None:
        """Let the form stand in the point, instead of another."""
        self.drop()
        self.at, self._view, self._made = key, view, made
        made.form.sent.connect(self._send)
        made.form.cancelled.connect(self.leave)
        if made.whole is not None:
            made.whole.clicked.connect(self._go_whole)
        view.put_form(made.form, made.whole)
        self.opened.emit()
        made.form.form.focus_field()

    def leave(self) -> None:
        """Take the form away and tell."""
        key = self.at
        self.drop()
        if key:
            self.left.emit(key)

    def drop(self) -> None:
        """Take the form away."""
        if self._view is not None and isValid(self._view):
            self._view.take_form()
        self.at, self._view, self._made = "", None, None

    def _send(self) -> None:
        made, now = self._made, self.now
        if made is None or now is None:
            return
        try:
            command = made.ask(now)
        except RuleBroken as refusal:
            made.form.refuse(refusal.sentence, refusal.field)
            return
        self.sent.emit(command, made.form)

    def _go_whole(self) -> None:
        place = self._made.place if self._made is not None else ""
        self.leave()
        self.go.emit(place)
