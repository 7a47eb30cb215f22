"""A phase of the plan: its steps, signed in any order, the next one open with what can be done."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import checklists
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.layouts import Column, Row
from crisisdesk.ui.kit.refusal_line import RefusalLine
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size, Space
from crisisdesk.ui.kit.widgets import Button, Label, ProgressBar, Scroller, WrapLabel
from crisisdesk.ui.screens.phase import step_view as does
from crisisdesk.ui.screens.phase.decision_forms import DecisionForms
from crisisdesk.ui.screens.phase.rows import HeadRow, PhaseRows, StepRow, phase_rows
from crisisdesk.ui.screens.phase.sign_forms import SignForms
from crisisdesk.ui.screens.phase.step_form import StepForm
from crisisdesk.ui.screens.phase.step_view import HeadView, StepLook, StepView

UNDO_MS: Final = 10_000
"""How long *ångra* is offered after a sign (product: guided checklists)."""

_DRAFTED: Final = "text"  # the field of a form that takes a longer text
_LAYOUT: Final = QEvent.Type.LayoutRequest.value
_LAYOUT_ROUNDS: Final = 4  # row, list, content, scroller: each asks the one above for room


class PhaseScreen(Screen):
    """The steps of one phase. Space signs the focused step, Ctrl+Z takes the last sign back for a while,
    Ctrl+R withdraws a settled step with a reason.
    """

    def __init__(
        self, theme: Theme, phase_id: str, parent: QWidget | None = None, *, undo_ms: int = UNDO_MS
    ) -> None:
        super().__init__(theme, parent)
        self.phase_id = phase_id
        self._rows: PhaseRows | None = None
        self._now: datetime | None = None
        self._forms: dict[str, StepForm] = {}
        self._undoable = ""
        self._undo_timer = QTimer(self, singleShot=True, interval=undo_ms)
        self._undo_timer.timeout.connect(self._forget_undo)
        self._makers = self._form_makers()
        self._title = WrapLabel(theme, "", "title")
        self._count = Label(theme, "", "digits")
        self._bar = ProgressBar(theme, name=self.tr("Signerade steg:"))
        self._print = Button(theme, self.tr("Skriv ut"), "printer")
        self._said = WrapLabel(theme, "", "quiet")
        self._refused = RefusalLine(theme)
        self._list = RowList(theme, self.tr("Steg"), row_height=Size.STEP_ROW)
        self._onward = Button(theme, "", "arrow-right", primary=True)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the phase as it stands."""
        self._now = now
        rows = phase_rows(state, self.phase_id, now)
        if rows == self._rows:
            return
        first = self._rows is None
        self._rows = rows
        self._show_head(rows)
        self._list.setAccessibleName(rows.title)
        self._list.set_rows([self._spec(row) for row in rows.rows])
        if first:
            self._list.focus_key(rows.next_after(""))
        self._show_looks()

    def go_to(self, place: str) -> bool:
        """Go to the phase, or to one of its steps."""
        kind, _, key = place.partition(":")
        if place == f"phase:{self.phase_id}":
            self.focus_first()
            return True
        if kind == "group" and self._rows is not None:
            key = self._rows.first_of(key)
        if kind not in ("step", "group") or self._row(key) is None:
            return False
        self._list.focus_key(key, take_focus=True)
        return True

    def chosen_ref(self) -> str:
        """Return the focused step."""
        key = self._list.focused_key()
        return f"step:{key}" if self._row(key) is not None else ""

    def focus_first(self) -> None:
        """Go to the form that is being filled in, else to the next unsigned step."""
        key, rows = self._list.focused_key(), self._rows
        if key in self._forms:
            self._forms[key].form.form.focus_field()
            return
        row = rows.step(key) if rows is not None else None
        if rows is not None and row is not None and row.state != "off":
            key = rows.next_after("") or key
        self._list.focus_key(key, take_focus=True)

    def restore_draft(self, key: str, text: str) -> None:
        """Open the form again in which the text was being written."""
        name, _, step = key.partition(":")
        row = self._row(step)
        if row is not None and name in (does.DECIDE, does.TASK):
            self._open_form(row, name)
            self._forms[step].form.form.set_values({_DRAFTED: text})

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+R and Ctrl+Z from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last sign back, or withdraw the focused one."""
        if not _ours(event) or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Z:
            self._undo()
        else:
            self._act(self._list.focused_key(), does.WITHDRAW)

    def _form_makers(self) -> dict[str, Callable[[StepRow, PhaseRows], StepForm]]:
        signs, decides = SignForms(self.theme, self), DecisionForms(self.theme, self)
        return {
            does.SIGN_AS: signs.sign_as,
            does.DROP: signs.drop,
            does.TASK: signs.task,
            does.WITHDRAW: signs.withdraw,
            does.DECIDE: decides.decide,
            does.JUDGE: decides.judge,
            does.APPOINT: decides.appoint,
        }

    def _lay_out(self) -> None:
        head = Row(self.theme, gap=Space.M)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._bar)
        head.addWidget(self._print)
        content = QWidget()
        column = Column(self.theme, content, gap=Space.M)
        column.addWidget(self._list)
        column.addWidget(self._onward, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        whole = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.L), gap=Space.M)
        whole.addLayout(head)
        whole.addWidget(self._said)
        whole.addWidget(self._refused)
        self._scroller = Scroller(self.theme, content)
        whole.addWidget(self._scroller, 1)
        self._said.hide()
        self._onward.hide()

    def _connect(self) -> None:
        self._print.clicked.connect(lambda: self.print_requested.emit("checklists"))
        self._onward.clicked.connect(self._go_onward)
        self._list.focus_moved.connect(self._move_focus)
        self._list.row_toggled.connect(self._toggle)
        self._list.row_activated.connect(self._activate)

    def _show_head(self, rows: PhaseRows) -> None:
        self._title.setText(rows.title)
        self._count.setText(self.tr("{0} av {1}").format(rows.done, rows.total))
        self._bar.set_progress(rows.done, rows.total)
        self._said.setText(rows.said)
        self._said.setVisible(bool(rows.said))
        self._onward.setVisible(rows.onward is not None)
        if rows.onward is not None:
            self._onward.set_text(self.tr("Fortsätt till {0}").format(rows.onward.text))

    def _spec(self, row: StepRow | HeadRow) -> RowSpec:
        if isinstance(row, HeadRow):
            return RowSpec(row.key, partial(HeadView, self.theme, row), head=True)
        who = "" if row.state != "off" else row.responsible
        name = ", ".join(part for part in (f"{row.number} {row.text}", who, row.mark) if part)
        return RowSpec(row.key, partial(self._view, row.key), name=name)

    def _view(self, key: str) -> StepView:
        view = StepView(self.theme)
        view.acted.connect(partial(self._act, key))
        view.go.connect(self._go)
        return view

    def _show_looks(self) -> None:
        rows, focused = self._rows, self._list.focused_key()
        if rows is None:
            return
        for row in rows.steps():
            view = self._list.widget_of(row.key)
            if isinstance(view, StepView):
                is_open = row.key == focused or row.key in self._forms
                undoable = row.key == self._undoable and row.state != "off"
                view.show_look(StepLook(row, rows.keeper, is_open, not self._forms, undoable))

    def _move_focus(self) -> None:
        self._show_looks()
        # The row that opens is higher than it was: it is brought into sight once it is laid out.
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        key = self._list.focused_key()
        view = self._list.widget_of(key)
        if view is None:
            return
        for _ in range(_LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents(None, _LAYOUT)
        if key in self._forms:
            self._scroller.show_widget(self._forms[key].form)
        self._scroller.show_widget(view)

    def _toggle(self, key: str) -> None:
        row = self._row(key)
        if row is not None and row.state == "off":
            self._act(key, does.OPENS.get(row.action, does.SIGN))

    def _activate(self, key: str) -> None:
        """Go where the step leads, into its form, or to its first action."""
        row, view = self._row(key), self._list.widget_of(key)
        if row is not None and row.state == "off" and row.action in does.OPENS:
            self._act(key, does.OPENS[row.action])
        elif row is not None and row.leads:
            self._go(row.leads[0].place)
        elif isinstance(view, StepView):
            view.press_first()

    def _act(self, key: str, name: str) -> None:
        row = self._row(key)
        if row is None:
            return
        if name == does.SIGN:
            self._sign(key)
        elif name == does.UNDO:
            self._undo()
        elif name != does.WITHDRAW or row.state != "off":
            self._open_form(row, name)

    def _sign(self, key: str) -> None:
        if key in self._forms:
            self._forms[key].form.form.focus_field()
        elif self._ask(checklists.commands.Sign(item=key)):
            self._settled(key, undoable=True)

    def _ask(self, command: Command) -> bool:
        """Wish for something that has no form; a refusal stands over the steps."""
        done = self.request(command)
        self._refused.say("" if done else self.refusal[0])
        return done

    def _settled(self, key: str, *, undoable: bool) -> None:
        """Offer to undo, and move on to the next unsigned step."""
        self._undoable = key if undoable else ""
        if undoable:
            self._undo_timer.start()
        following = self._rows.next_after(key) if self._rows is not None else ""
        self._list.focus_key(following or key, take_focus=True)
        self._show_looks()

    def _undo(self) -> None:
        key = self._undoable
        if key and self._ask(checklists.commands.Undo(item=key)):
            self._forget_undo()
            self._list.focus_key(key, take_focus=True)

    def _forget_undo(self) -> None:
        self._undo_timer.stop()
        self._undoable = ""
        self._show_looks()

    def _open_form(self, row: StepRow, name: str) -> None:
        view, rows = self._list.widget_of(row.key), self._rows
        if not isinstance(view, StepView) or rows is None:
            return
        if row.key not in self._forms:
            made = self._forms[row.key] = self._makers[name](row, rows)
            made.form.sent.connect(partial(self._send, row.key))
            made.form.cancelled.connect(partial(self._close_form, row.key))
            made.form.form.changed.connect(partial(self._keep_draft, row.key, name))
            view.put_form(made.form)
        self._list.focus_key(row.key)
        self._show_looks()
        self._forms[row.key].form.form.focus_field()
        QTimer.singleShot(0, self, self._reveal)

    def _keep_draft(self, key: str, name: str, field: str) -> None:
        """Hand over a longer text that is being written, so that it survives a crash."""
        if field == _DRAFTED:
            self.draft_changed.emit(f"{name}:{key}", self._forms[key].form.form.text_of(field))

    def _send(self, key: str, _values: object) -> None:
        made, now = self._forms[key], self._now
        if now is None:
            return
        try:
            command = made.ask(now)
        except RuleBroken as refusal:
            made.refuse(refusal.sentence, refusal.field)
            return
        if self.request(command):
            self._close_form(key)
            if made.settles:
                self._settled(key, undoable=made.undoable)
        elif self.refusal[0]:
            made.refuse(*self.refusal)

    def _close_form(self, key: str) -> None:
        del self._forms[key]
        for name in (does.DECIDE, does.TASK):
            self.draft_changed.emit(f"{name}:{key}", "")
        view = self._list.widget_of(key)
        self._list.focus_key(key, take_focus=True)
        if isinstance(view, StepView):
            view.put_form(None)
        self._show_looks()

    def _row(self, key: str) -> StepRow | None:
        return self._rows.step(key) if self._rows is not None else None

    def _go(self, place: str) -> None:
        """Go to a place: a step of this phase is here, to judge anew if that is what it is for."""
        if not self.go_to(place):
            self.go_requested.emit(place)

    def _go_onward(self) -> None:
        if self._rows is not None and self._rows.onward is not None:
            self.go_requested.emit(self._rows.onward.place)


def _ours(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl and event.key() in (Qt.Key.Key_R, Qt.Key.Key_Z)
