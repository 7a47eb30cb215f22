"""The one list of screens. A new screen is a line here."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crisisdesk.base.record import Value
from crisisdesk.features import board, decisions, evaluation, information, lifecycle, meetings, tasks
from crisisdesk.incident import paper_forms, queries
from crisisdesk.incident.state import State
from crisisdesk.plan.content import ListKind, Phase, Plan
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme

Section = Literal["during", "work", "after"]

SECTION_WORDS: Final[dict[Section, str]] = {
    "during": "Under krisen",
    "work": "Arbete",
    "after": "Efteråt",
}


class Count(Value):
    """What stands at the right of a row: a text, red when something is late, a tick when all is done."""

    text: str = ""
    late: bool = False
    done: bool = False


Factory = Callable[[Theme, QWidget | None], Screen]
Counter = Callable[[State, datetime], Count]


def _nothing(_state: State, _now: datetime) -> Count:
    return Count()


class ScreenSpec(Value):
    """A screen. `factory` makes it on the first visit; `count` says what stands beside its name.

    `takes` are the kinds of places that it shows, such as `decision` in `decision:7`. A `wide` screen has the
    whole width: the side column stands aside.
    """

    key: str
    title: str
    icon: str
    section: Section
    factory: Factory
    count: Counter = _nothing
    takes: tuple[str, ...] = ()
    wide: bool = False

    @property
    def words(self) -> str:
        """Return the title in the user's language."""
        return QCoreApplication.translate("navigation", self.title)

    @property
    def section_words(self) -> str:
        """Return the section in the user's language."""
        return QCoreApplication.translate("navigation", SECTION_WORDS[self.section])


def screens(plan: Plan) -> tuple[ScreenSpec, ...]:
    """Return every screen of an incident on the plan: its phases first, then `SCREENS`."""
    return (*(_phase(plan, phase) for phase in plan.phases), *SCREENS)


def _phase(plan: Plan, phase: Phase) -> ScreenSpec:
    def count(state: State, _now: datetime) -> Count:
        progress = queries.progress(state, phase)
        if progress.complete:
            return Count(done=True)
        return Count(f"{progress.done}/{progress.total}" if progress.done else "")

    return ScreenSpec(
        key=f"phase:{phase.id}",
        title=f"{phase.number} {phase.short}",
        icon=phase.icon,
        section="during",
        factory=lambda theme, parent: _phase_screen(theme, phase, parent),
        count=count,
    )


def _phase_screen(theme: Theme, phase: Phase, parent: QWidget | None) -> Screen:
    if phase.kind == "sheet":
        from crisisdesk.ui.screens.sheet.screen import SheetScreen

        return SheetScreen(theme, phase.id, parent)
    from crisisdesk.ui.screens.phase.screen import PhaseScreen

    return PhaseScreen(theme, phase.id, parent)


def _number(count: int, *, late: bool = False) -> Count:
    return Count(str(count) if count else "", late=late)


def _cards(state: State, now: datetime) -> Count:
    return _number(len(state[board.FEATURE].pinned()))


def _lines(state: State, now: datetime) -> Count:
    return _number(len(state.timeline.lines))


def _decisions(state: State, now: datetime) -> Count:
    return _number(len(state[decisions.FEATURE].standing()))


def _tasks(state: State, now: datetime) -> Count:
    late = len(state[tasks.FEATURE].late(now))
    return _number(late, late=True) if late else _number(len(state[tasks.FEATURE].open()))


def _meetings(state: State, now: datetime) -> Count:
    return _number(len(state[meetings.FEATURE].meetings))


def _calls(state: State, now: datetime) -> Count:
    progress = queries.calls_progress(state)
    return Count(f"{progress.done}/{progress.total}" if progress.total else "", done=progress.complete)


def _messages(state: State, now: datetime) -> Count:
    late = len(state[information.FEATURE].late(now))
    standing = sum(1 for m in state[information.FEATURE].messages.values() if m.stands)
    return _number(late, late=True) if late else _number(standing)


def _evaluation(state: State, now: datetime) -> Count:
    return Count(done=state[evaluation.FEATURE].finished)


def _closing(state: State, now: datetime) -> Count:
    return Count(done=state[lifecycle.FEATURE].closed)


def _board_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.board.screen import BoardScreen

    return BoardScreen(theme, parent)


def _sketch_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.sketch.screen import SketchScreen

    return SketchScreen(theme, parent)


def _log_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.log.screen import LogScreen

    return LogScreen(theme, parent)


def _decisions_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.decisions.screen import DecisionsScreen

    return DecisionsScreen(theme, parent)


def _tasks_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.tasks.screen import TasksScreen

    return TasksScreen(theme, parent)


def _meetings_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.meetings.screen import MeetingsScreen

    return MeetingsScreen(theme, parent)


def _call_list_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.call_list.screen import CallListScreen

    return CallListScreen(theme, parent)


def _functions_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.functions.screen import FunctionsScreen

    return FunctionsScreen(theme, parent)


def _cards_screen(kind: ListKind) -> Factory:
    def make(theme: Theme, parent: QWidget | None) -> Screen:
        from crisisdesk.ui.screens.cards.screen import CardsScreen

        return CardsScreen(theme, kind, parent)

    return make


def _information_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.information.screen import InformationScreen

    return InformationScreen(theme, parent)


def _forms(state: State, now: datetime) -> Count:
    return _number(len(paper_forms.missing(state)))


def _forms_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.forms.screen import FormsScreen

    return FormsScreen(theme, parent)


def _evaluation_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.evaluation.screen import EvaluationScreen

    return EvaluationScreen(theme, parent)


def _closing_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.closing.screen import ClosingScreen

    return ClosingScreen(theme, parent)


def _plan_screen(theme: Theme, parent: QWidget | None) -> Screen:
    from crisisdesk.ui.screens.plan_view.screen import PlanScreen

    return PlanScreen(theme, parent)


SCREENS: Final[tuple[ScreenSpec, ...]] = (
    ScreenSpec(
        "board",
        "Lägesbild",
        "layout-dashboard",
        "work",
        _board_screen,
        _cards,
        ("card", "uncertainty", "board", "past"),
        wide=True,
    ),
    ScreenSpec("sketch", "Skisser", "pencil", "work", _sketch_screen, takes=("sketch", "sketches")),
    ScreenSpec("log", "Logg", "scroll-text", "work", _log_screen, _lines, ("line",), wide=True),
    ScreenSpec("decisions", "Beslut", "gavel", "work", _decisions_screen, _decisions, ("decision",)),
    ScreenSpec("tasks", "Uppgifter", "square-check-big", "work", _tasks_screen, _tasks, ("task",)),
    ScreenSpec(
        "meetings",
        "Möten",
        "calendar-clock",
        "work",
        _meetings_screen,
        _meetings,
        ("meeting", "point"),
    ),
    ScreenSpec(
        "call_list",
        "Larmlista",
        "phone-call",
        "work",
        _call_list_screen,
        _calls,
        ("call",),
    ),
    ScreenSpec(
        "functions",
        "Funktioner",
        "id-card",
        "work",
        _functions_screen,
        takes=("function", "person"),
    ),
    ScreenSpec(
        "role_cards",
        "Rollkort",
        "book-user",
        "work",
        _cards_screen("role_card"),
        takes=("role_card",),
    ),
    ScreenSpec(
        "action_cards",
        "Åtgärdskort",
        "flame",
        "work",
        _cards_screen("action_card"),
        takes=("action_card",),
    ),
    ScreenSpec("room", "Ledningsrum", "door-open", "work", _cards_screen("room"), takes=("room",)),
    ScreenSpec(
        "information",
        "Information",
        "megaphone",
        "work",
        _information_screen,
        _messages,
        ("message",),
    ),
    ScreenSpec("forms", "Blanketter", "file-text", "work", _forms_screen, _forms, ("form",)),
    ScreenSpec(
        "evaluation",
        "Utvärdering",
        "file-check",
        "after",
        _evaluation_screen,
        _evaluation,
        ("question", "measure"),
    ),
    ScreenSpec("closing", "Avslut", "lock", "after", _closing_screen, _closing),
    ScreenSpec("plan_view", "Krisplan", "book-open", "after", _plan_screen, takes=("plan",)),
)
