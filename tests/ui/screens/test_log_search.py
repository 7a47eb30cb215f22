"""Searching, filters, columns and copying on the log screen: by keyboard, remembered, marked in the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.settings import Settings
from crisisdesk.features import decisions, log
from crisisdesk.incident.cover import Cover
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Button
from crisisdesk.ui.screens.log.screen import LogScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import Heard

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = CTRL | SHIFT


def line(text: str, **fields: object) -> log.commands.Record:
    return log.commands.Record(text=text, **fields)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[LogScreen]:
    """Return the log with lines 3 to 6, ten minutes apart from 13:15."""
    incident = Incident()
    for text, fields in (
        ("Elevskyddsombudet har ringt", {"kind": "in", "channel": "telefon"}),
        ("Tre elever till sjukhus", {"kind": "in", "channel": "Rakel"}),
        ("Rektor vill ha besked", {"kind": "in", "channel": "telefon", "reliability": "unconfirmed"}),
        ("Elevskyddsombudet är på plats", {}),
    ):
        incident.wait(10).do(line(text, **fields))
    made = Play(qtbot, LogScreen(theme), incident)
    made.screen.resize(1158, 632)
    return made


def shown(play: Play[LogScreen]) -> list[int]:
    return [row.number for row in play.screen.view.rows()]


def search(play: Play[LogScreen], text: str) -> None:
    play.screen.go_to("log:search")
    play.write(text)


def chips(play: Play[LogScreen]) -> list[str]:
    return [chip.text() for chip in play.screen.head.active.chips]


# ---------------------------------------------------------------- the question in the room


def test_the_first_line_that_knew_is_first_current_and_one_key_away(play: Play[LogScreen]) -> None:
    search(play, "skyddsombud")
    assert shown(play) == [3, 6]
    assert play.screen.view.current() == 3
    assert "Först 13:15, nr 3" in play.texts()
    play.press(KEY.Key_Return)
    play.press(KEY.Key_End)
    assert play.screen.view.current() == 6
    play.press(KEY.Key_Home)
    assert play.screen.view.current() == 3
    play.press(KEY.Key_End)
    play.button("Först").click()
    assert play.screen.view.current() == 3


def test_what_was_found_stays_in_sight_among_its_neighbours(play: Play[LogScreen]) -> None:
    play.do(*(line(f"Rad {n}") for n in range(60)))
    search(play, "sjukhus")
    play.press(KEY.Key_Escape)
    assert play.screen.view.current() == 4
    assert 4 in play.screen.view.rows_in_sight()


def test_what_is_asked_for_without_words_is_newest_first(play: Play[LogScreen]) -> None:
    search(play, "kanal:telefon")
    assert shown(play) == [5, 3]
    assert not any(text.startswith("Först") for text in play.texts())


def test_a_line_that_comes_while_one_searches_goes_last(play: Play[LogScreen]) -> None:
    search(play, "skyddsombud")
    play.do(line("Elevskyddsombudet har åkt"), line("Annat"))
    assert shown(play) == [3, 6, 7]
    assert play.screen.view.current() == 3


# ---------------------------------------------------------------- chips


def test_what_is_typed_and_what_is_ticked_stand_as_chips_that_are_taken_away(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_F, CTRL_SHIFT)
    assert play.focus_name() == "Händelse"
    play.press(KEY.Key_Right)
    play.press(KEY.Key_Space)
    search(play, "kanal:telefon är:obekräftad xx:y")
    assert chips(play) == ["Info in", "Kanal telefon", "Obekräftad"]
    assert shown(play) == []
    play.write("kanal:telefon är:obekräftad")
    assert shown(play) == [5]
    play.screen.head.active.chips[2].setFocus()
    play.press(KEY.Key_Delete)
    assert play.screen.head.search.text() == "kanal:telefon"
    assert shown(play) == [5, 3]
    assert play.focus_name() == "Kanal telefon", "the focus stays among the chips"
    play.press(KEY.Key_Delete)
    play.press(KEY.Key_Delete)
    assert shown(play) == [6, 5, 4, 3, 2, 1]
    assert play.focus_name() == "Loggens rader"


def test_what_is_not_understood_warns_and_hides_nothing(play: Play[LogScreen]) -> None:
    search(play, "typ:xyz")
    assert chips(play) == ["typ:xyz?"]
    assert len(shown(play)) == 6


def test_escape_closes_the_filter_and_goes_to_the_lines(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_F, CTRL_SHIFT)
    assert play.screen.head.panels.isVisible()
    play.press(KEY.Key_Escape)
    assert not play.screen.head.panels.isVisible()
    assert play.focus_name() == "Loggens rader"
    play.press(KEY.Key_F, CTRL_SHIFT)
    play.press(KEY.Key_F, CTRL_SHIFT)
    assert not play.screen.head.panels.isVisible()


def test_lists_and_times_of_the_filter_narrow(play: Play[LogScreen]) -> None:
    panel = play.screen.head.panels.filter
    panel.lists["channels"].set_value("telefon")
    assert shown(play) == [5, 3]
    panel.since.setText("13.20")
    assert shown(play) == [5]
    panel.until.setText("kvart i nånting")
    assert shown(play) == [5]
    assert chips(play)[-1] == "Till kvart i nånting?"
    panel.lists["channels"].set_value("*")
    panel.until.setText("13.30")
    assert shown(play) == [4]


def test_a_line_leaves_what_is_open_when_it_is_done(play: Play[LogScreen]) -> None:
    decision = play.incident.do(decisions.commands.Record(text="Huset stängs", decider="Chefen"))
    play.show()
    play.screen.head.panels.filter.flags["open"].pressed.emit()
    assert shown(play) == [decision.number]
    play.do(decisions.commands.SetProgress(decision=1, progress="done"))
    assert shown(play) == []


# ---------------------------------------------------------------- what has changed since one looked


def test_what_has_changed_since_one_looked_comes_together(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_M, CTRL_SHIFT)
    assert shown(play) == []
    play.screen.focus_first()
    play.do(line("Ny"), log.commands.SetReliability(number=5, reliability="confirmed"))
    assert shown(play) == [8, 7, 5]
    kept = Heard(play.screen.setting_chosen)
    play.screen.setFocus()
    play.press(KEY.Key_M, CTRL)
    assert shown(play) == []
    assert kept.all == [("log_looked", {"2027-003": play.incident.state.facts})]


def test_one_goes_on_from_where_one_looked_the_last_time(qtbot: QtBot, theme: Theme) -> None:
    incident = Incident()
    looked = incident.state.facts
    incident.do(line("Medan jag var borta"))
    screen = LogScreen(theme)
    screen.take_settings(Settings(log_looked={"2027-003": looked}))
    play = Play(qtbot, screen, incident)
    play.press(KEY.Key_M, CTRL_SHIFT)
    assert shown(play) == [3]


# ---------------------------------------------------------------- names, columns, order: remembered


def test_a_filter_is_saved_under_a_name_used_and_dropped(play: Play[LogScreen]) -> None:
    kept = Heard(play.screen.setting_chosen)
    panel = play.screen.head.panels.filter
    panel.kinds["in"].pressed.emit()
    play.screen.head.panels.toggle_filter()
    panel.name.setFocus()
    play.write("Vad vi fick veta")
    play.press(KEY.Key_Return)
    assert kept.all[-1] == ("log_filters", {"Vad vi fick veta": "typ:info-in"})
    play.button("Visa alla").click()
    panel.named["Vad vi fick veta"].pressed.emit()
    assert shown(play) == [5, 4, 3]
    panel.named["Vad vi fick veta"].removed.emit()
    assert kept.all[-1] == ("log_filters", {})
    assert panel.named == {}


def test_columns_are_chosen_with_the_keyboard_and_remembered(play: Play[LogScreen]) -> None:
    kept = Heard(play.screen.setting_chosen)
    play.press(KEY.Key_K, CTRL_SHIFT)
    assert play.focus_name() == "Hände"
    play.press(KEY.Key_Right)
    play.press(KEY.Key_Space)
    columns = ("number", "time", "recorded", "kind", "text", "route", "sign")
    assert kept.all == [("log_columns", columns)]
    play.button("Som från början").click()
    assert kept.all[-1] == ("log_columns", ())


def test_the_order_is_turned_with_a_key_and_remembered(
    play: Play[LogScreen], qtbot: QtBot, theme: Theme
) -> None:
    kept = Heard(play.screen.setting_chosen)
    play.do(line("Tidigt", happened_at=play.incident.state.timeline.line(3).happened_at))
    play.screen.focus_first()
    play.press(KEY.Key_O, CTRL)
    assert shown(play).index(7) == 3
    assert kept.all == [("log_order", "happened")]
    again = LogScreen(theme)
    again.take_settings(Settings(log_order="happened", log_columns=("number", "newer", "sign")))
    other = Play(qtbot, again, play.incident)
    assert shown(other).index(7) == 3
    assert other.button("Ordning").text() == "Ordning: hände"


# ---------------------------------------------------------------- copying, printing, coming back


def test_several_lines_are_copied_as_text(play: Play[LogScreen]) -> None:
    play.do(log.commands.Strike(number=6, reason="Fel"))
    play.screen.go_to("line:6")
    play.press(KEY.Key_Down, SHIFT)
    play.press(KEY.Key_Down, SHIFT)
    assert play.screen.view.chosen() == [6, 5, 4]
    play.press(KEY.Key_C, CTRL)
    copied = QApplication.clipboard().text().split("\n\n")
    assert [part.split(" · ")[0] for part in copied] == ["Nr 6", "Nr 5", "Nr 4"]
    assert "STRUKEN" in copied[0]
    play.press(KEY.Key_Up)
    assert play.screen.view.chosen() == [5]
    play.press(KEY.Key_A, CTRL)
    assert len(play.screen.view.chosen()) == 7


def test_what_a_filter_leaves_is_printed_under_its_words(play: Play[LogScreen]) -> None:
    search(play, "kanal:telefon rektor")
    play.press(KEY.Key_P, CTRL_SHIFT)
    title = "Filter: kanal telefon, ”rektor”"
    assert play.prints == [PrintWish(part="log", lines=(5,), title=title)]


def test_one_comes_back_to_a_line_among_what_was_searched_for(play: Play[LogScreen]) -> None:
    search(play, "kanal:telefon")
    play.screen.view.set_current(3)
    place = play.screen.place()
    play.screen.go_to("line:4")
    assert len(shown(play)) == 6
    assert play.screen.place() == "line:4"
    assert play.screen.go_to(place)
    assert (shown(play), play.screen.view.current()) == ([5, 3], 3)


def test_the_head_names_every_button_of_its_panels(play: Play[LogScreen]) -> None:
    play.screen.head.panels.toggle_filter()
    assert all(button.accessibleName() for button in play.screen.findChildren(Button) if button.isVisible())


# ---------------------------------------------------------------- covered


def test_a_covered_log_neither_shows_nor_finds_nor_copies_what_is_secret(play: Play[LogScreen]) -> None:
    play.do(line("Misstänkt heter Exempelsson", secrecy="OSL 18:1", sender="Polisen"))
    play.screen.go_to("line:4")
    search(play, "exempelsson")
    assert shown(play) == [7]
    covered = Cover(play.incident.state).follow()
    play.screen.show_state(covered, play.incident.now)
    assert shown(play) == []
    play.press(KEY.Key_Escape)
    play.screen.go_to("line:7")
    play.press(KEY.Key_C, CTRL)
    said = [*play.texts(), QApplication.clipboard().text(), play.screen.view.rows()[0].spoken()]
    assert not any("Exempelsson" in text for text in said)
    assert any("OSL 18:1" in text for text in said)
    play.show()
    assert "Misstänkt heter Exempelsson" in play.texts()


def test_the_place_stays_when_the_log_is_covered(play: Play[LogScreen]) -> None:
    play.do(*(line(f"Rad {n}") for n in range(40)))
    play.screen.go_to("line:20")
    before = play.screen.view.rows_in_sight()
    play.screen.show_state(Cover(play.incident.state).follow(), play.incident.now)
    assert play.screen.view.current() == 20
    assert play.screen.view.rows_in_sight() == before
