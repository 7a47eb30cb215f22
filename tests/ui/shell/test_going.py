"""Going anywhere by keyboard, and back the way one came."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from crisisdesk.base.settings import Settings
from crisisdesk.features import log, tasks
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.key_panel import KeyPanel
from crisisdesk.ui.shell.palette import Palette
from tests.support.incident_play import Incident
from tests.support.window_play import Desk, press, shortcut, write

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return


def test_it_begins_at_the_phase_that_is_next(desk: Desk) -> None:
    assert desk.window.frame.deck.current == "phase:1"
    assert desk.made["phase:1"].list.hasFocus()


def test_screens_are_made_when_they_are_first_seen(desk: Desk) -> None:
    assert list(desk.made) == ["phase:1"]
    desk.window.travel.go("tasks")
    assert list(desk.made) == ["phase:1", "tasks"]


def test_only_the_screen_in_sight_is_brought_up_to_date(desk: Desk) -> None:
    desk.window.travel.go("tasks")
    before = desk.made["phase:1"].shown
    desk.window.bridge.execute(tasks.commands.Add(text="ring"))
    assert desk.made["tasks"].shown == 2
    assert desk.made["phase:1"].shown == before
    desk.window.travel.go("phase:1")
    assert desk.made["phase:1"].shown == before + 1


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("line:2", "log"),
        ("decision:1", "decisions"),
        ("task:2", "tasks"),
        ("meeting:1", "meetings"),
        ("card:4", "board"),
        ("step:4.2", "phase:4"),
        ("function:stabschef", "functions"),
        ("message:1", "information"),
        ("field:2.5", "phase:2"),
    ],
)
def test_a_place_leads_to_its_screen(desk: Desk, place: str, key: str) -> None:
    desk.window.travel.go(place)
    assert desk.window.frame.deck.current == key
    assert desk.made[key].places == [place]


def test_a_place_that_no_screen_shows_is_a_fault_of_the_program(desk: Desk) -> None:
    with pytest.raises(LookupError):
        desk.window.travel.go("moon:1")


def test_alt_and_a_number_go_to_the_phases(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_4, ALT)
    assert desk.window.frame.deck.current == "phase:4"
    shortcut(desk.window, Qt.Key.Key_9, ALT)
    assert desk.window.frame.deck.current == "phase:4"


def test_escape_goes_back_the_way_one_came(desk: Desk) -> None:
    for place in ("tasks", "log", "line:2"):
        desk.window.travel.go(place)
    press(Qt.Key.Key_Escape)
    assert desk.window.frame.deck.current == "tasks"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert desk.window.frame.deck.current == "phase:1"


def test_alt_left_comes_back_to_the_line_that_a_link_was_followed_from(desk: Desk) -> None:
    travel, deck = desk.window.travel, desk.window.frame.deck
    travel.go("line:2")
    left = desk.made["log"]
    left.at = "line:2"
    travel.go("line:1")
    left.at = "line:1"
    travel.go("tasks")
    shortcut(desk.window, Qt.Key.Key_Left, ALT)
    assert (deck.current, left.places[-1]) == ("log", "line:1")
    shortcut(desk.window, Qt.Key.Key_Left, ALT)
    assert (deck.current, left.places[-1]) == ("log", "line:2")


def test_back_on_a_screen_the_focus_is_where_it_was(desk: Desk) -> None:
    first = desk.made["phase:1"].list
    press(Qt.Key.Key_Down)
    desk.window.travel.go("tasks")
    press(Qt.Key.Key_Escape)
    assert first.hasFocus()
    assert first.focused_key() == "phase:1 1"


def test_the_navigation_shows_where_one_is_and_is_one_stop_for_tab(desk: Desk) -> None:
    nav = desk.window.frame.nav
    nav.row("phase:1").setFocus()
    press(Qt.Key.Key_Down)
    assert nav.row("phase:2").hasFocus()
    press(ENTER)
    assert desk.window.frame.deck.current == "phase:2"
    stops = [
        s.key
        for s in desk.window.frame.deck.specs()
        if nav.row(s.key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["phase:2"]


def test_counts_follow_what_happens(desk: Desk) -> None:
    nav = desk.window.frame.nav
    desk.window.bridge.execute(tasks.commands.Add(text="ring", due_at=desk.incident.now))
    assert nav.row("tasks").accessibleDescription() == "1"
    assert nav.row("log").accessibleDescription() == "3"


def test_ctrl_g_goes_to_what_is_typed(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    palette = desk.window.overlays.content()
    assert isinstance(palette, Palette)
    write("läges")
    assert palette.targets()[0] == "board"
    press(ENTER)
    assert desk.window.overlays.content() is None
    assert desk.window.frame.deck.current == "board"


def test_ctrl_g_goes_to_a_line_by_its_number(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    write("2")
    press(ENTER)
    assert desk.made["log"].places == ["line:2"]


def test_the_keeper_and_the_menu_are_reached_by_typing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(incident=Incident(exercise=False, keeper=""))
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    write("signera")
    press(ENTER)
    keeper = desk.window.frame.header.keeper
    assert keeper.edit.hasFocus()
    write("LS")
    press(ENTER)
    assert keeper.figure.value() == "LS"
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    write("byt namn")
    press(ENTER)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_arrows_move_in_what_was_found(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    palette = desk.window.overlays.content()
    assert isinstance(palette, Palette)
    write("larm")
    second = palette.targets()[1]
    press(Qt.Key.Key_Down)
    assert palette.list.focused_key() == second


def test_escape_takes_the_palette_away_and_gives_the_focus_back(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_G, CTRL)
    press(Qt.Key.Key_Escape)
    assert desk.window.overlays.content() is None
    assert desk.made["phase:1"].list.hasFocus()
    assert desk.window.frame.deck.current == "phase:1"


def test_f1_shows_every_key_and_takes_them_away_again(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_F1)
    assert isinstance(desk.window.overlays.content(), KeyPanel)
    shortcut(desk.window, Qt.Key.Key_Slash, CTRL)
    assert desk.window.overlays.content() is None


def test_ctrl_f_searches_the_log(desk: Desk) -> None:
    shortcut(desk.window, Qt.Key.Key_F, CTRL)
    assert desk.made["log"].places == ["log:search"]


def test_the_side_column_folds_and_the_choice_is_kept(desk: Desk) -> None:
    kept: list[Settings] = []
    desk.window.settings_changed.connect(kept.append)
    assert desk.window.frame.side.isVisible()
    shortcut(desk.window, Qt.Key.Key_Period, CTRL)
    assert not desk.window.frame.side.isVisible()
    assert kept[-1].side_folded
    shortcut(desk.window, Qt.Key.Key_Period, CTRL)
    assert desk.window.frame.side.isVisible()


def test_the_side_column_stands_aside_on_a_wide_screen(desk: Desk) -> None:
    desk.window.travel.go("board")
    assert not desk.window.frame.side.isVisible()
    shortcut(desk.window, Qt.Key.Key_Period, CTRL)
    assert desk.window.frame.side.isVisible()
    desk.window.travel.go("tasks")
    assert desk.window.frame.side.isVisible()


def test_the_side_columns_fold_by_themselves_at_150_percent(
    desk: Desk, theme: Theme, qapp: QApplication
) -> None:
    for _ in range(4):
        desk.window.preferences.scale_text(1)
    assert theme.scale == 1.5
    assert not desk.window.frame.side.isVisible()
    assert desk.window.frame.nav.width() < 100
    for _ in range(4):
        desk.window.preferences.scale_text(-1)
    assert desk.window.frame.side.isVisible()


def test_text_grows_to_200_percent_and_no_further(desk: Desk, theme: Theme) -> None:
    for _ in range(12):
        shortcut(desk.window, Qt.Key.Key_Plus, CTRL)
    assert theme.scale == 2.0
    for _ in range(12):
        shortcut(desk.window, Qt.Key.Key_Minus, CTRL)
    assert theme.scale == 1.0


def test_nothing_is_wider_than_a_small_display(desk: Desk) -> None:
    desk.window.resize(1366, 768)
    assert desk.window.minimumSizeHint().width() <= 1366
    assert desk.window.minimumSizeHint().height() <= 768


def test_a_line_in_the_side_column_leads_to_it(desk: Desk) -> None:
    desk.window.frame.side.log.setFocus()
    press(ENTER)
    assert desk.made["log"].places == ["line:2"]


def test_what_is_open_leads_to_where_it_is_handled(desk: Desk, qtbot: QtBot) -> None:
    desk.window.bridge.execute(tasks.commands.Add(text="ring", due_at=desk.incident.now))
    desk.wait(1)
    desk.window.frame.refresh()
    button = desk.window.frame.side.open.buttons()[0]
    assert button.text() == "1 uppgift sen"
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    press(ENTER)
    assert desk.window.frame.deck.current == "tasks"


def test_a_new_line_shows_at_once_in_the_side_column(desk: Desk) -> None:
    desk.window.bridge.execute(log.commands.Record(text="rök"))
    assert desk.window.frame.side.log.rows()[0].text == "rök"


def test_a_draft_of_a_screen_comes_back_to_it(desk: Desk, make_desk: Callable[..., Desk]) -> None:
    desk.window.travel.go("decisions")
    desk.made["decisions"].draft_changed.emit("text", "halvt beslut")
    later = make_desk()
    later.window.travel.go("decisions")
    assert later.made["decisions"].drafts == {"text": "halvt beslut"}


def test_every_screen_stands_in_sight_in_the_navigation_of_a_small_display(desk: Desk) -> None:
    nav = desk.window.frame.nav
    nav.resize(nav.width(), 600)
    QApplication.processEvents()
    last = list(nav._rows.values())[-1]  # pyright: ignore[reportPrivateUsage] - their order is what is asked
    assert last.mapTo(nav, last.rect().bottomLeft()).y() <= nav.height()
    assert last.height() >= 25
