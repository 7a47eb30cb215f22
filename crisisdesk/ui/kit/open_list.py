"""A list whose focused row opens with what can be done, and forms that open inside its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.layouts import Column
from crisisdesk.ui.kit.open_row import HeadRow, OpenRow
from crisisdesk.ui.kit.panels import Scroller
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.row_look import HeadLook, RowLook
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Size

Wish = Callable[[], object]
"""Builds the command from the form; raises RuleBroken with the field that cannot be understood."""

_LEVELS = 6
_no_fields: dict[str, str] = {}


@dataclass(frozen=True)
class RowForm:
    """A form in a row: what it wishes for, what follows when it was done, which of a rule's fields is which
    of the form's.
    """

    form: InlineForm
    wish: Wish
    done: Callable[[], object] | None = None
    fields: Mapping[str, str] = field(default_factory=lambda: _no_fields)


class OpenList(QWidget):
    """Rows that scroll; the focused one is open.

    `acted(row, action)` when an action or chip is chosen, or its key is pressed. `activated(row)` on Enter
    or double click, `toggled(row)` on Space, `moved(row)` when another row is focused, `form_closed(row)`
    when a form went away, sent or not.
    """

    acted = Signal(str, str)
    activated = Signal(str)
    toggled = Signal(str)
    moved = Signal(str)
    form_closed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        screen: Screen,
        name: str,
        *,
        numbered: bool = True,
        marked: bool = True,
        row_height: float = Size.STEP_ROW,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._screen = screen
        self._parts = {"numbered": numbered, "marked": marked}
        self._looks: dict[str, RowLook] = {}
        self._forms: dict[str, RowForm] = {}
        self.rows = RowList(theme, name, row_height=row_height)
        content = QWidget()
        column = Column(theme, content, gap=0)
        column.addWidget(self.rows)
        column.addStretch(1)
        self._scroller = Scroller(theme, content)
        Column(theme, self, gap=0).addWidget(self._scroller, 1)
        self.setFocusProxy(self.rows)
        self.rows.focus_moved.connect(self._moved)
        self.rows.row_activated.connect(self.activated)
        self.rows.row_toggled.connect(self.toggled)

    def set_rows(self, looks: Sequence[RowLook | HeadLook]) -> None:
        """Show the rows; focus, open forms and scroll stay. A form goes when its row does."""
        self._looks = {look.key: look for look in looks if isinstance(look, RowLook)}
        for key in [key for key in self._forms if key not in self._looks]:
            del self._forms[key]
        self.rows.set_rows([self._spec(look) for look in looks])
        self.rows.setVisible(bool(looks))
        self.rows.take_focus_of(self)
        self._show_looks()

    def look(self, key: str) -> RowLook | None:
        """Return how the row looks, None when there is none."""
        return self._looks.get(key)

    def focused_key(self) -> str:
        """Return the key of the focused row."""
        return self.rows.focused_key()

    def focus_key(self, key: str, *, take_focus: bool = False) -> bool:
        """Focus the row and show it; return whether it is here."""
        if key not in self._looks:
            return False
        self.rows.focus_key(key, take_focus=take_focus)
        return True

    def focus_first(self) -> None:
        """Go to the form that is being filled in, else to the focused row."""
        key = self.focused_key()
        if key in self._forms:
            self._forms[key].form.form.focus_field()
        else:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, key: str) -> OpenRow | None:
        """Return the row's widget, None when there is none."""
        widget = self.rows.widget_of(key)
        return widget if isinstance(widget, OpenRow) else None

    def form(self, key: str) -> InlineForm | None:
        """Return the form that stands open in the row, None when none does."""
        found = self._forms.get(key)
        return found.form if found is not None else None

    def open_form(self, key: str, made: RowForm, *, focus: str = "") -> None:
        """Open the form in the row, with the cursor in a field; the one that stands there stays."""
        row = self.row(key)
        if row is None:
            return
        if key not in self._forms:
            self._forms[key] = made
            made.form.sent.connect(partial(self._send, key))
            made.form.cancelled.connect(partial(self.close_form, key))
            row.put_form(made.form)
        self.rows.focus_key(key)
        self._show_looks()
        self._forms[key].form.form.focus_field(focus)
        QTimer.singleShot(0, self, self._reveal)

    def close_form(self, key: str) -> None:
        """Take the form away and go back to the row."""
        if self._forms.pop(key, None) is None:
            return
        self.rows.focus_key(key, take_focus=True)
        row = self.row(key)
        if row is not None:
            row.put_form(None)
        self._show_looks()
        self.form_closed.emit(key)

    def send(self, key: str, wish: Wish) -> None:
        """Send the open form of the row by another wish than its own."""
        made = self._forms[key]
        made.form.form.clear_errors()
        self._carry_out(key, made, wish)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the focused row's actions from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key of an action of the focused row says; pass others on."""
        action = self._act(event)
        if not action:
            event.ignore()
        elif not event.isAutoRepeat():
            self.acted.emit(self.focused_key(), action)

    def _act(self, event: QKeyEvent) -> str:
        look = self._looks.get(self.focused_key())
        if look is None or look.key in self._forms:
            return ""
        pressed = key_cap(event)
        return next((action.key for action in look.actions if action.hint == pressed), "")

    def _send(self, key: str, _values: object) -> None:
        self._carry_out(key, self._forms[key], self._forms[key].wish)

    def _carry_out(self, key: str, made: RowForm, wish: Wish) -> None:
        try:
            command = wish()
        except RuleBroken as refusal:
            made.form.refuse(refusal.sentence, refusal.field)
            return
        if not self._screen.request(command):
            sentence, name = self._screen.refusal
            made.form.refuse(sentence, made.fields.get(name, name))
            return
        self.close_form(key)
        if made.done is not None:
            made.done()

    def _spec(self, look: RowLook | HeadLook) -> RowSpec:
        if isinstance(look, HeadLook):
            return RowSpec(look.key, partial(HeadRow, self._theme), partial(_show_head, look), head=True)
        return RowSpec(look.key, partial(self._make, look.key), name=look.spoken)

    def _make(self, key: str) -> OpenRow:
        row = OpenRow(self._theme, **self._parts)
        row.acted.connect(partial(self.acted.emit, key))
        return row

    def _moved(self, key: str) -> None:
        self._show_looks()
        self.moved.emit(key)
        # The row that opens is higher than it was: it is brought into sight once it is laid out.
        QTimer.singleShot(0, self, self._reveal)

    def _show_looks(self) -> None:
        focused = self.focused_key()
        for key, look in self._looks.items():
            row = self.row(key)
            if row is not None:
                is_open = key == focused or key in self._forms
                row.show_look(look, is_open=is_open, loud=not self._forms)

    def _reveal(self) -> None:
        row = self.row(self.focused_key())
        if row is None:
            return
        _lay_out_now()
        self._scroller.show_widget(row)
        self._scroller.show_widget(row.foot())
        focus = QApplication.focusWidget()
        if focus is not None and row.isAncestorOf(focus):
            self._scroller.show_widget(focus)


def _lay_out_now() -> None:
    """Let what has just been put in get its size: each level of a layout asks the one above it."""
    for _level in range(_LEVELS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def key_cap(event: QKeyEvent) -> str:
    """Return the key as it stands on a key cap: `Ctrl R`, `Ins`, `1` (also on the number pad)."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(modifiers.value | event.key()).toString().replace("+", " ")


def _show_head(look: HeadLook, widget: QWidget) -> None:
    if isinstance(widget, HeadRow):
        widget.show_look(look)
