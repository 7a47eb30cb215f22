"""A step on the screen: its line, what belongs to it, and its actions while it is the open one."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.record import Value
from crisisdesk.ui.kit.check_row import CheckRow
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Chip, Label, Row, Variant, WrapLabel, flow_box
from crisisdesk.ui.screens.phase.rows import NOT_GIVEN, HeadRow, Lead, StepRow

SIGN: Final = "sign"
SIGN_AS: Final = "sign_as"
DROP: Final = "drop"
TASK: Final = "task"
DECIDE: Final = "decide"
JUDGE: Final = "judge"
APPOINT: Final = "appoint"
WITHDRAW: Final = "withdraw"
UNDO: Final = "undo"
OPENS: Final = {"judge": JUDGE, "appoint": APPOINT}
"""Steps that are signed by an answer instead of a sign: what Space opens on them."""


class StepLook(Value):
    """Everything that decides how a step looks. `loud` when its first action is the primary button."""

    row: StepRow
    keeper: str
    is_open: bool
    loud: bool
    undoable: bool


class _Action(Value):
    name: str
    text: str
    icon: str = ""
    key: str = ""
    primary: bool = False
    variant: Variant = "plain"


class StepView(CheckRow):
    """One step. `acted(name)` when an action is chosen, `go(place)` when a link is."""

    acted = Signal(str)
    go = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look: StepLook | None = None
        self._form: InlineForm | None = None
        self._note = WrapLabel(theme, "", "quiet")
        self._actions: QWidget | None = None
        self.under.addWidget(self._note)
        self._note.hide()
        self._fit_under()
        self.ticked.connect(self._tick)

    def show_look(self, look: StepLook) -> None:
        """Show the step; costs nothing when nothing changed."""
        before, self._look = self._look, look
        if look == before:
            return
        if before is None or before.row != look.row:
            self._write(look.row)
        if before is None or before.row.links != look.row.links:
            self._show_links(look.row)
        self.set_open(look.is_open)
        if before is None or before.undoable != look.undoable:
            self.set_beside(self._undo_button() if look.undoable else None)
        self._show_actions()

    def form(self) -> InlineForm | None:
        """Return the form that stands open in the step, None when none does."""
        return self._form

    def put_form(self, form: InlineForm | None) -> None:
        """Let a form stand in the place of the actions; None takes it away."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        self._form = form
        if form is not None:
            self.under.addWidget(form)
            form.show()
        self._show_actions()

    def press_first(self) -> None:
        """Put the focus on the first action."""
        if self._actions is not None:
            self._actions.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _write(self, row: StepRow) -> None:
        self.set_line(
            number=row.number,
            text=row.text,
            said=row.said,
            side=row.responsible,
            side_token="ink3" if row.responsible == NOT_GIVEN else "ink2",
            state=row.state,
            mark=row.mark,
            mark_note=row.mark_note,
        )
        self._note.setText(row.note)

    def _show_links(self, row: StepRow) -> None:
        chips = [self._chip(link.text, link.icon, link.token, link.place) for link in row.links]
        self.set_links(flow_box(self._theme, *chips) if chips else None)

    def _chip(self, text: str, icon: str, token: str, place: str) -> Chip:
        chip = Chip(self._theme, text, icon, token=token)
        chip.pressed.connect(lambda: self.go.emit(place))
        return chip

    def _show_actions(self) -> None:
        look = self._look
        if look is None:
            return
        chosen = self._focused_action()
        self._actions = _replaced(self._actions)
        shown = look.is_open and self._form is None
        self._note.setVisible(shown and bool(look.row.note) and look.row.state == "off")
        if shown:
            self._actions = flow_box(self._theme, *self._buttons(look), gap=Space.S)
            self.under.addWidget(self._actions)
            self._actions.show()
            self._refocus(chosen)
        self._fit_under()

    def _buttons(self, look: StepLook) -> list[Button]:
        row = look.row
        leads = [self._lead_button(look, lead) for lead in row.leads]
        if row.state != "off":
            return [*map(self._button, self._again(row)), *leads, self._button(self._withdraw_action())]
        actions = [self._button(action) for action in self._open_actions(look)]
        return [*leads, *actions] if _leads_first(row) else [*actions, *leads]

    def _open_actions(self, look: StepLook) -> list[_Action]:
        row, actions = look.row, [self._first(look)]
        if row.action not in OPENS:
            actions.append(_Action(SIGN_AS, self.tr("Signera som …")))
        actions.append(_Action(DROP, self.tr("Ej aktuellt …")))
        actions.append(_Action(TASK, self.tr("Till uppgift"), "square-check-big"))
        if row.action == "tick" and not row.leads:
            actions.append(_Action(DECIDE, self.tr("Till beslut"), "gavel"))
        return actions

    def _first(self, look: StepLook) -> _Action:
        key = self.tr("Space")
        if look.row.action == "judge":
            return _Action(JUDGE, self.tr("Bedöm …"), "scale", key, look.loud)
        if look.row.action == "appoint":
            return _Action(APPOINT, self.tr("Utse …"), "user-plus", key, look.loud)
        loud = look.loud and not _leads_first(look.row)
        return _Action(SIGN, self.tr("Signera {0}").format(look.keeper), "pen-line", key, loud)

    def _again(self, row: StepRow) -> list[_Action]:
        if row.action == "judge":
            return [_Action(JUDGE, self.tr("Bedöm på nytt …"), "scale")]
        if row.action == "appoint":
            return [_Action(APPOINT, self.tr("Utse någon annan …"), "user-plus")]
        return []

    def _withdraw_action(self) -> _Action:
        return _Action(WITHDRAW, self.tr("Ta tillbaka …"), "rotate-ccw", self.tr("Ctrl R"), variant="quiet")

    def _button(self, action: _Action) -> Button:
        button = Button(
            self._theme,
            action.text,
            action.icon,
            primary=action.primary,
            variant=action.variant,
            key_hint=action.key,
        )
        button.setObjectName(action.name)
        button.clicked.connect(lambda: self.acted.emit(action.name))
        return button

    def _lead_button(self, look: StepLook, lead: Lead) -> Button:
        loud = _leads_first(look.row) and look.loud
        button = Button(self._theme, lead.text, lead.icon, primary=loud, tip=self.tr("Enter"))
        button.setObjectName(lead.place)
        button.clicked.connect(lambda: self.go.emit(lead.place))
        return button

    def _undo_button(self) -> Button:
        return self._button(_Action(UNDO, self.tr("Ångra"), "rotate-ccw", self.tr("Ctrl Z")))

    def _tick(self) -> None:
        if self._look is None:
            return
        settled = self._look.row.state != "off"
        self.acted.emit(WITHDRAW if settled else OPENS.get(self._look.row.action, SIGN))

    def _focused_action(self) -> str:
        buttons = self._actions.findChildren(Button) if self._actions is not None else []
        return next((button.objectName() for button in buttons if button.hasFocus()), "")

    def _refocus(self, name: str) -> None:
        buttons = self._actions.findChildren(Button) if self._actions is not None and name else []
        for button in buttons:
            if button.objectName() == name:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_under(self) -> None:
        """Leave no room under the line when nothing stands there."""
        self.hold_under(self._actions is not None or self._form is not None)


class HeadView(QWidget):
    """A numbered heading over the steps of a group."""

    def __init__(self, theme: Theme, row: HeadRow) -> None:
        super().__init__(parent=None)
        line = Row(theme, self, margin=(Space.M, Space.M, Space.M, Space.S))
        line.addWidget(Label(theme, row.number, "strong_digits"))
        line.addWidget(WrapLabel(theme, row.text, "strong"), 1)


def _leads_first(row: StepRow) -> bool:
    """Return whether doing the step means to go somewhere: that comes before signing it."""
    return row.state == "off" and row.action in ("form", "call", "meeting", "board") and bool(row.leads)


def _replaced(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
