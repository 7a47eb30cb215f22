"""The window covers what is secret: nowhere in it stands a secret text, until the key is held."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from crisisdesk.base import provisions
from crisisdesk.base.settings import Settings
from crisisdesk.features import board, calls, decisions, information, log, meetings, secrecy, tasks
from crisisdesk.ui.shell.cover_keeper import other_picture
from tests.support.in_sight import texts_in_sight
from tests.support.incident_play import Incident
from tests.support.window_play import Desk, press, shortcut, write

WORD = "reservkraften"
LAW = "OSL 18:13"
REFS = ("line:3", "card:1", "card:2", "decision:1", "task:1", "message:1", "point:1/5.2.3", "call:1")
PLACES = (
    *("log", "line:3", "board", "card:1", "decision:1", "task:1", "information", "meetings", "call_list"),
    *("functions", "closing", "evaluation", "decisions", "tasks", "sketch", "forms"),
)


def planted() -> Incident:
    """Return an incident with the word in a line, cards, a decision, a task, a message, a note and a call."""
    incident = Incident(exercise=False)
    for command in (
        log.commands.Record(text=f"Koden till {WORD} är 12.", sender=f"Vakt vid {WORD}"),
        board.commands.AddCard(text=f"Kör {WORD}", column="resurser", source=WORD),
        board.commands.AddCard(text=f"Håller {WORD}?", column="oklarheter", owner=WORD),
        decisions.commands.Record(text=f"Flytta {WORD}", reason=f"{WORD} hotas", decider="Ordf"),
        tasks.commands.Add(text=f"Vakta {WORD}", owner=f"Vakt {WORD}"),
        information.commands.SaveMessage(text=f"Säg inget om {WORD}", groups=("elever",)),
        calls.commands.Call(target=f"Drift {WORD}", outcome="reached", note=WORD),
        meetings.commands.Begin(agenda="5.2"),
        meetings.commands.NotePoint(meeting=1, point="5.2.3", text=f"Prata om {WORD}"),
        board.commands.Freeze(),
    ):
        incident.do(command)
        incident.wait(1)
    return incident


def mark_all(desk: Desk) -> None:
    for ref in REFS:
        desk.window.bridge.perform(secrecy.commands.Mark(ref=ref, provision=LAW))


def seen(desk: Desk) -> list[str]:
    return [text for text in texts_in_sight(desk.window) if WORD in text]


def visit(desk: Desk) -> None:
    for place in PLACES:
        desk.window.travel.go(place)
        QApplication.processEvents()


@pytest.fixture
def covered(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk(incident=planted(), plain=False, settings=Settings(cover="always"))


def test_no_text_of_what_is_marked_is_anywhere_in_the_window(covered: Desk) -> None:
    mark_all(covered)
    visit(covered)
    assert seen(covered) == []
    assert [text for text in texts_in_sight(covered.window) if provisions.bar(LAW) in text]


def test_what_was_shown_is_covered_the_moment_it_is_marked(covered: Desk) -> None:
    visit(covered)
    assert seen(covered)
    mark_all(covered)
    visit(covered)
    assert seen(covered) == []


def test_a_form_on_a_covered_line_says_at_once_how_it_is_changed(covered: Desk) -> None:
    mark_all(covered)
    covered.window.travel.go("line:3")
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert any(text.startswith("Håll F9 och öppna igen") for text in texts_in_sight(covered.window))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Insert)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == ""


@pytest.mark.parametrize("place", PLACES)
def test_holding_the_key_shows_and_letting_go_covers(covered: Desk, place: str) -> None:
    mark_all(covered)
    covered.window.travel.go(place)
    covered.window.cover.uncover()
    QApplication.processEvents()
    assert seen(covered)
    assert covered.window.frame.status.instrument("secrecy").words == "Sekretess visas"
    covered.window.cover.let_go()
    QApplication.processEvents()
    assert seen(covered) == []
    assert covered.window.frame.status.instrument("secrecy").words.startswith("Sekretess täckt")


def test_the_key_on_the_keyboard(covered: Desk) -> None:
    mark_all(covered)
    covered.window.travel.go("line:3")
    shortcut(covered.window, Qt.Key.Key_F9)
    # A click is a press and a release: after it everything is covered again.
    assert covered.window.bridge.covering
    covered.window.cover.uncover()
    assert not covered.window.bridge.covering
    press(Qt.Key.Key_F9, held=True)
    assert not covered.window.bridge.covering, "a key that repeats itself is not let go"
    press(Qt.Key.Key_F9)
    assert covered.window.bridge.covering


def test_pressed_it_shows_and_released_it_covers(covered: Desk) -> None:
    mark_all(covered)
    covered.window.travel.go("board")
    QTest.keyPress(covered.window, Qt.Key.Key_F9)
    assert not covered.window.bridge.covering
    assert seen(covered)
    QTest.keyRelease(covered.window, Qt.Key.Key_F9)
    assert covered.window.bridge.covering
    assert seen(covered) == []


def test_leaving_the_window_covers(covered: Desk) -> None:
    mark_all(covered)
    covered.window.cover.uncover()
    QApplication.sendEvent(covered.window, QEvent(QEvent.Type.WindowDeactivate))
    assert covered.window.bridge.covering
    assert seen(covered) == []


def test_the_palette_goes_when_the_key_is_let_go(covered: Desk) -> None:
    mark_all(covered)
    covered.window.cover.uncover()
    covered.window.open_palette()
    covered.window.cover.let_go()
    assert covered.window.overlays.content() is None


def test_with_one_picture_it_covers_and_the_choice_is_remembered(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(incident=planted(), settings=Settings())
    assert desk.window.bridge.covering, "the test has one display"
    told: list[object] = []
    desk.window.settings_changed.connect(told.append)
    desk.window.cover.choose("never")
    assert told == [Settings(cover="never")]
    assert not desk.window.bridge.covering


@pytest.mark.parametrize(
    ("places", "other"),
    [
        ([(0, 0, 1366, 768)], False),
        ([(0, 0, 1366, 768), (0, 0, 1366, 768)], False),
        ([(0, 0, 1366, 768), (1366, 0, 1920, 1080)], True),
    ],
)
def test_a_mirrored_display_is_the_same_picture(places: list[tuple[int, ...]], other: bool) -> None:
    assert other_picture([QRect(*place) for place in places]) is other


def test_nothing_is_folded_twice_while_nothing_is_secret(covered: Desk) -> None:
    bridge = covered.window.bridge
    assert bridge.shown_state is bridge.state
    assert bridge.covered_state is bridge.state
    assert covered.window.frame.status.instrument("secrecy").words == ""


class TestMarking:
    @pytest.mark.parametrize(
        ("place", "ref"),
        [
            ("line:3", "line:3"),
            ("card:1", "card:1"),
            ("decision:1", "decision:1"),
            ("task:1", "task:1"),
            ("message:1", "message:1"),
        ],
    )
    def test_what_is_chosen_is_marked_and_opened_by_keyboard(
        self, covered: Desk, place: str, ref: str
    ) -> None:
        window = covered.window
        window.travel.go(place)
        ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        shortcut(window, Qt.Key.Key_S, ctrl_shift)
        write("18:8")
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert secrecy_of(covered, ref) == "OSL 18:8"
        window.travel.go(place)
        shortcut(window, Qt.Key.Key_S, ctrl_shift)
        press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Tab)
        write("Prövad")
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert secrecy_of(covered, ref) == ""

    def test_the_line_of_a_decision_marks_the_decision(self, covered: Desk) -> None:
        covered.window.travel.go("line:6")
        covered.window.marking.ask()
        write("18:8")
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert secrecy_of(covered, "decision:1") == "OSL 18:8"

    def test_a_refusal_stands_at_the_field(self, covered: Desk) -> None:
        covered.window.travel.go("line:3")
        covered.window.marking.ask()
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert "Välj ett lagrum eller skriv ett, till exempel OSL 18:13." in texts_in_sight(covered.window)

    def test_without_anything_chosen_it_says_what_to_do(self, covered: Desk) -> None:
        covered.window.travel.go("evaluation")
        covered.window.marking.ask()
        assert covered.window.overlays.content() is None
        assert "Välj först det som ska märkas" in covered.window.frame.notices.texts()["marking"]


def secrecy_of(desk: Desk, ref: str) -> str:
    return desk.window.bridge.state.marks.of(ref)
