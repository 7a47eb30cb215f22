"""Where a meeting begins: the agenda, the call to the switchboard, the button."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, Label, Row, WrapLabel
from crisisdesk.ui.screens.meetings.rows import MeetingsRows

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StartView(Card):
    """`begin_wished(agenda, stop_calls)` on the button or Ctrl+Enter; `next_wished` to set when the next is;
    `release_wished` to tell the switchboard to let calls through.
    """

    begin_wished = Signal(str, bool)
    next_wished = Signal()
    release_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=Space.L, gap=Space.M)
        self._rows: MeetingsRows | None = None
        self.form = Form(theme)
        self._next = WrapLabel(theme, "", "medium")
        self.begin = Button(
            theme, self.tr("Starta mötet"), "play", primary=True, key_hint=self.tr("Ctrl Enter")
        )
        self.set_next = Button(theme, self.tr("Sätt tid för nästa"), "calendar-clock")
        self.release = Button(theme, self.tr("Växeln släpper på samtal"), "phone")
        self.add(Label(theme, self.tr("Starta möte"), "heading"))
        self.add(self._next)
        self.add(self.form)
        row = Row(theme)
        for button in (self.begin, self.set_next, self.release):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.form.sent.connect(self._begin)
        self.begin.clicked.connect(self._begin)
        self.set_next.clicked.connect(self.next_wished)
        self.release.clicked.connect(self.release_wished)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _begins(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin on Ctrl+Enter while a button has the focus."""
        if not _begins(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._begin()

    def show_rows(self, rows: MeetingsRows) -> None:
        """Show what can begin; what was chosen stays while the suggestion does."""
        before, self._rows = self._rows, rows
        if before is None:
            self._build(rows)
        elif before.suggested != rows.suggested:
            self._suggest(rows)
        self._next.setText(rows.next)
        self._next.set_token("alarm" if rows.next_late else "ink")
        self._next.setVisible(bool(rows.next))
        self.release.setVisible(rows.calls_stopped)

    def refuse(self, sentence: str, field: str) -> None:
        """Show why the meeting did not begin."""
        self.form.show_error(field, sentence)

    def _build(self, rows: MeetingsRows) -> None:
        options = [(agenda.id, agenda.title) for agenda in rows.agendas]
        field = self.form.choice("agenda", self.tr("Dagordning"), options, rows.suggested)
        field.changed.connect(self._tick_by_agenda)
        self.form.check("stop_calls", self.tr("Ring växeln, stoppa samtal"), self._stops(rows.suggested))

    def _suggest(self, rows: MeetingsRows) -> None:
        self.form.set_values({"agenda": rows.suggested, "stop_calls": self._stops(rows.suggested)})

    def _tick_by_agenda(self) -> None:
        self.form.set_values({"stop_calls": self._stops(self.form.text_of("agenda"))})

    def _stops(self, agenda: str) -> bool:
        found = self._rows.agendas if self._rows is not None else ()
        return any(one.stops_calls for one in found if one.id == agenda)

    def _begin(self) -> None:
        self.form.clear_errors()
        self.begin_wished.emit(self.form.text_of("agenda"), self.form.ticked("stop_calls"))


def _begins(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier
