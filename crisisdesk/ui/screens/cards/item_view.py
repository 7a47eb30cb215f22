"""An item of a card on the screen: its line, and its actions while it is the open one."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.check_row import CheckRow
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Chip, flow_box
from crisisdesk.ui.screens.cards.rows import ItemRow

SIGN: Final = "sign"
SIGN_AS: Final = "sign_as"
DROP: Final = "drop"
TASK: Final = "task"
WITHDRAW: Final = "withdraw"
UNDO: Final = "undo"
MEET: Final = "meet"
_DEEPER: Final = 28  # px for each level below another item


@dataclass(frozen=True)
class ItemLook:
    """Everything that decides how an item looks. `sign` is what its tick will carry."""

    row: ItemRow
    sign: str
    is_open: bool
    loud: bool
    undoable: bool


class ItemView(CheckRow):
    """One item. `acted(name)` when an action is chosen, `go(place)` when a link is."""

    acted = Signal(str)
    go = Signal(str)

    def __init__(self, theme: Theme, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(theme, numbered=False, sided=False, indent=depth * _DEEPER, parent=parent)
        self._look: ItemLook | None = None
        self._form: InlineForm | None = None
        self._actions: QWidget | None = None
        self.ticked.connect(self._tick)

    def show_look(self, look: ItemLook) -> None:
        """Show the item; costs nothing when nothing changed."""
        before, self._look = self._look, look
        if look == before:
            return
        self._write(look.row)
        self.set_open(look.is_open)
        if before is None or before.row.links != look.row.links:
            chips = [self._chip(link.text, link.place) for link in look.row.links]
            self.set_links(flow_box(self._theme, *chips) if chips else None)
        if before is None or before.undoable != look.undoable:
            self.set_beside(self._undo_button() if look.undoable else None)
        if before is None or _differ(before, look):
            self._show_actions()

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

    def _write(self, row: ItemRow) -> None:
        self.set_line(
            number="",
            text=row.text,
            said="\n".join(part for part in (row.said, self._repeats(row)) if part),
            state=row.state,
            mark=row.mark,
            mark_note=row.mark_note,
            note_token="warn" if row.due_again else "ink2",
        )

    def _repeats(self, row: ItemRow) -> str:
        if not row.repeats:
            return ""
        said = self.tr("Löpande, gjort {0} gånger").format(row.times) if row.times > 1 else self.tr("Löpande")
        return self.tr("{0}, dags igen").format(said) if row.due_again else said

    def _chip(self, text: str, place: str) -> Chip:
        chip = Chip(self._theme, text, "square-check-big", token="k_task")
        chip.pressed.connect(lambda: self.go.emit(place))
        return chip

    def _show_actions(self) -> None:
        look = self._look
        if self._actions is not None:
            self._actions.hide()
            self._actions.deleteLater()
            self._actions = None
        if look is not None and look.is_open and self._form is None:
            self._actions = flow_box(self._theme, *self._buttons(look), gap=Space.S)
            self.under.addWidget(self._actions)
            self._actions.show()
        self.hold_under(self._actions is not None or self._form is not None)

    def _buttons(self, look: ItemLook) -> list[Button]:
        row = look.row
        meet = [self._button(MEET, row.agenda, "users")] if row.agenda else []
        if row.state != "off":
            return [*meet, self._withdraw_button()]
        again = self.tr("Gjort igen {0}") if row.repeats and row.mark else self.tr("Signera {0}")
        sign = Button(
            self._theme, again.format(look.sign), "pen-line", primary=look.loud, key_hint=self.tr("Space")
        )
        sign.clicked.connect(lambda: self.acted.emit(SIGN))
        others = [
            self._button(SIGN_AS, self.tr("Signera som …")),
            self._button(DROP, self.tr("Ej aktuellt …")),
            self._button(TASK, self.tr("Till uppgift"), "square-check-big"),
        ]
        return [sign, *meet, *others, *([self._withdraw_button()] if row.mark else [])]

    def _withdraw_button(self) -> Button:
        button = Button(
            self._theme,
            self.tr("Ta tillbaka …"),
            "rotate-ccw",
            key_hint=self.tr("Ctrl R"),
            variant="quiet",
        )
        button.clicked.connect(lambda: self.acted.emit(WITHDRAW))
        return button

    def _undo_button(self) -> Button:
        button = Button(self._theme, self.tr("Ångra"), "rotate-ccw", key_hint=self.tr("Ctrl Z"))
        button.clicked.connect(lambda: self.acted.emit(UNDO))
        return button

    def _button(self, name: str, text: str, icon: str = "") -> Button:
        button = Button(self._theme, text, icon)
        button.clicked.connect(lambda: self.acted.emit(name))
        return button

    def _tick(self) -> None:
        if self._look is not None:
            self.acted.emit(SIGN if self._look.row.state == "off" else WITHDRAW)


def _differ(one: ItemLook, other: ItemLook) -> bool:
    """Return whether the actions of the two are others; the age of a mark is no reason to make them anew."""
    return _actions_of(one) != _actions_of(other)


def _actions_of(look: ItemLook) -> tuple[object, ...]:
    row = look.row
    return look.sign, look.is_open, look.loud, row.state, row.agenda, bool(row.mark)
