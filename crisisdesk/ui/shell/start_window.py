"""The start window: one red button, what is at hand, and whether we are ready."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from crisisdesk.plan.content import Plan
from crisisdesk.session.library import Listed
from crisisdesk.session.scenario import Scenario
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Column, Label, Panel, Row, Scroller
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.shell.plan_page import PlanPage
from crisisdesk.ui.shell.readiness import Check
from crisisdesk.ui.shell.start_parts import CheckTable, IncidentTable, ScenarioTable, StartSide
from crisisdesk.ui.shell.start_rows import incident_rows, scenario_row

_NARROW_BELOW: Final = 1200  # px at 100 %
_FIRST_SIZE: Final = (1366, 768)


class StartWindow(QWidget):
    """`alarm_requested` for a real incident, `exercise_requested(name)`, `open_requested(path)`,
    `read_requested(path, why)` for a file that cannot be opened to write, `print_requested` for blank forms
    (only where it `prints`).
    """

    alarm_requested = Signal()
    exercise_requested = Signal(str)
    open_requested = Signal(str)
    read_requested = Signal(str, str)
    print_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, plan: Plan, *, prints: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._refused = ("", "")
        self.setWindowTitle("CrisisDesk")
        self.side = StartSide(theme, plan.plan)
        self.side.print.setVisible(prints)
        self.side.plan.setVisible(PlanPage.there())
        self.incidents = IncidentTable(theme)
        self.checks = CheckTable(theme)
        self.scenarios = ScenarioTable(theme)
        self.plan_page = PlanPage(theme, plan)
        self.notices = Notices(theme)
        self.pages = QStackedWidget()
        self._fill(theme)
        self._connect()
        theme.changed.connect(self._fit)
        self.resize(*_FIRST_SIZE)
        self._fit()
        self.side.alarm.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_incidents(self, listed: Sequence[Listed]) -> None:
        """Show the incidents of this computer."""
        self.incidents.show_rows(incident_rows(listed))

    def show_scenarios(self, scenarios: Sequence[Scenario]) -> None:
        """Show what can be exercised."""
        rows = [scenario_row(scenario) for scenario in scenarios]
        self.scenarios.show_rows(rows)
        self.side.exercise.set_note(rows[0].lasts if len(rows) == 1 else "")

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show whether we are ready."""
        self.checks.show_checks(checks)

    def tell_fault(self, sentence: str, remedy: str = "", *, path: str = "") -> None:
        """Say what went wrong; with a path, offer to read a copy of that file."""
        self._refused = (path, sentence)
        actions = [BarAction("close", self.tr("Stäng"))]
        if path:
            actions.insert(0, BarAction("read", self.tr("Öppna för läsning"), "eye-off"))
        self.notices.show_notice("fault", "alarm", sentence, actions, detail=remedy)

    def tell_bug(self, sentence: str) -> None:
        """Say that the program erred; the window stays up."""
        actions = [BarAction("close", self.tr("Stäng"))]
        self.notices.show_notice("bug", "warn", self.tr("Fel loggat."), actions, detail=sentence)

    def show_home(self) -> None:
        """Show incidents and readiness."""
        self.pages.setCurrentIndex(0)

    def show_scenario_choice(self) -> None:
        """Show what can be exercised, ready to be chosen."""
        self.pages.setCurrentWidget(self.scenarios)
        self.scenarios.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_plan(self, place: str = "") -> None:
        """Show the plan, at a part of it such as `plan:missing`."""
        self.pages.setCurrentWidget(self.plan_page)
        self.plan_page.show_place(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the sides."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _fill(self, theme: Theme) -> None:
        home = QWidget()
        column = Column(theme, home, gap=Space.M)
        column.addWidget(Label(theme, self.tr("Händelser"), "title"))
        column.addWidget(self.incidents)
        column.addSpacing(theme.dp(Space.M))
        column.addWidget(Label(theme, self.tr("Beredskap"), "title"))
        column.addWidget(self.checks)
        column.addStretch(1)
        for page in (Scroller(theme, home), self.scenarios, self.plan_page):
            self.pages.addWidget(page)
        right = Panel(theme, "bg", gap=0)
        pages = self._margins = Column(theme, gap=0)
        pages.addWidget(self.pages)
        right.body.addLayout(pages, 1)
        right.add(self.notices)
        whole = Row(theme, self, gap=0)
        whole.addWidget(self.side)
        whole.addWidget(right, 1)

    def _fit(self) -> None:
        self.side.set_window_width(self.width())
        narrow = self.width() < self._theme.px(_NARROW_BELOW)
        self.incidents.set_narrow(narrow)
        edge = self._theme.dp(16 if narrow else 38)
        self._margins.setContentsMargins(edge, self._theme.dp(34), edge, self._theme.dp(20))

    def _connect(self) -> None:
        self.side.alarm.clicked.connect(self.alarm_requested)
        self.side.exercise.clicked.connect(self.show_scenario_choice)
        self.side.plan.clicked.connect(lambda: self.show_plan())
        self.side.print.clicked.connect(self.print_requested)
        self.incidents.opened.connect(self.open_requested)
        self.scenarios.chosen.connect(self.exercise_requested)
        self.scenarios.left.connect(self._leave_page)
        self.plan_page.left.connect(self._leave_page)
        self.checks.acted.connect(self._acted)
        self.notices.acted.connect(self._answered)

    def _leave_page(self) -> None:
        self.show_home()
        self.side.alarm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _acted(self, act: str) -> None:
        if act == "print":
            self.print_requested.emit()
        else:
            self.show_plan("plan:missing")

    def _answered(self, key: str, action: str) -> None:
        if (key, action) == ("fault", "read"):
            self.read_requested.emit(*self._refused)
