"""The plan to read before anything has happened: its own screen, on a state that holds only the plan."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.features import lifecycle
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Column, Row
from crisisdesk.ui.shell.navigation import SCREENS


class PlanPage(QWidget):
    """Makes the screen when it is first seen; `left` to go back."""

    left = Signal()

    def __init__(self, theme: Theme, plan: Plan, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = plan
        self._screen: Screen | None = None
        self.back = Button(theme, self.tr("Tillbaka"), "arrow-left", variant="quiet", key_hint=self.tr("Esc"))
        self.back.clicked.connect(self.left)
        self._column = Column(theme, self, gap=Space.S)
        row = Row(theme)
        row.addWidget(self.back)
        row.addStretch(1)
        self._column.addLayout(row)

    @staticmethod
    def there() -> bool:
        """Return whether the program has a screen for the plan."""
        return any(spec.key == "plan_view" for spec in SCREENS)

    def show_place(self, place: str) -> None:
        """Go to a part of the plan, such as `plan:missing`; to its beginning for ""."""
        screen = self._made()
        if not place or not screen.go_to(place):
            screen.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the screen on the first visit."""
        super().showEvent(event)
        self._made()

    def _made(self) -> Screen:
        if self._screen is None:
            self._screen = self._make()
            self._column.addWidget(self._screen, 1)
        return self._screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make(self) -> Screen:
        spec = next(spec for spec in SCREENS if spec.key == "plan_view")
        screen = spec.factory(self._theme, self)
        screen.show_state(only_plan(self._plan), datetime.now(UTC))
        return screen


def only_plan(plan: Plan) -> State:
    """Return a state in which nothing has happened but that the plan is there."""
    state = State()
    now = datetime.now(UTC)
    fact = lifecycle.facts.PlanAdopted(plan=plan)
    state.fold(Recorded(seq=1, fact=fact, happened_at=now, recorded_at=now, zone=state.zone))
    return state
