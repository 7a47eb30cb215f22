"""Which window is up, through the program's own door: real files in a folder of their own."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crisisdesk import compose
from crisisdesk.app import battery
from crisisdesk.app.crash_log import CRASH_FILE, FILE, CrashLog
from crisisdesk.app.desk import Desk
from crisisdesk.base import settings as kept
from crisisdesk.base.settings import Settings
from crisisdesk.features import lifecycle
from crisisdesk.session import scenario
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.start_window import StartWindow
from crisisdesk.ui.shell.status_rows import Battery
from tests.support.children import environment
from tests.support.incident_files import replace_bytes
from tests.support.window_play import press, write


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme()
    made.apply(qapp, dark=False)
    return made


@pytest.fixture
def desk(theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(theme, tmp_path)
    yield made
    if made.window is not None:
        made.window.close()


def new_desk(theme: Theme, folder: Path) -> Desk:
    return Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())


def incident_window(desk: Desk) -> IncidentWindow:
    assert isinstance(desk.window, IncidentWindow)
    return desk.window


def start_window(desk: Desk) -> StartWindow:
    assert isinstance(desk.window, StartWindow)
    return desk.window


def log_a_line(desk: Desk, qtbot: QtBot, text: str) -> None:
    window = incident_window(desk)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.frame.quick.take()
    write(text)
    press(Qt.Key.Key_Return)


def lines(desk: Desk) -> list[str]:
    found = incident_window(desk).bridge.state.timeline.lines
    return [r.line.text for r in found if r.line is not None]


def test_nothing_to_go_on_with_is_the_start_window(desk: Desk) -> None:
    desk.begin(None)
    assert start_window(desk).side.alarm.isVisible()


def test_the_alarm_is_one_click(desk: Desk) -> None:
    desk.begin(None)
    start_window(desk).side.alarm.click()
    assert not incident_window(desk).bridge.state[lifecycle.FEATURE].exercise


def test_one_open_incident_opens_by_itself_with_all_its_lines(
    desk: Desk, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.alarm()
    log_a_line(desk, qtbot, "rök")
    incident_window(desk).close()
    desk.window = None
    later = new_desk(theme, tmp_path)
    later.begin(None)
    assert lines(later)[-1] == "rök"
    incident_window(later).close()


def test_two_open_incidents_stand_in_the_list(desk: Desk, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    desk.alarm()
    desk.alarm()
    incident_window(desk).close()
    desk.window = None
    later = new_desk(theme, tmp_path)
    later.begin(None)
    qtbot.waitUntil(lambda: len(start_window(later).incidents.list.keys()) == 2)
    start_window(later).close()


def test_an_exercise_never_opens_by_itself(desk: Desk, theme: Theme, tmp_path: Path) -> None:
    desk.exercise(scenario.shipped()[0])
    incident_window(desk).close()
    desk.window = None
    later = new_desk(theme, tmp_path)
    later.begin(None)
    start_window(later).close()


def test_the_way_from_an_exercise_to_the_real_thing_is_one_click(desk: Desk) -> None:
    desk.exercise(scenario.shipped()[0])
    strip = incident_window(desk).strip
    assert strip is not None
    strip.real.click()
    window = incident_window(desk)
    assert not window.bridge.state[lifecycle.FEATURE].exercise
    assert window.strip is None


def test_an_incident_held_by_another_program_says_who_holds_it(
    desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    desk.alarm()
    other = new_desk(theme, tmp_path)
    other.open(next((tmp_path / "handelser").glob("*.crisisdesk")))
    said = start_window(other).notices.texts()["fault"]
    assert said.startswith("Händelsen är öppen i ett annat program (")
    start_window(other).close()


def test_an_altered_file_can_be_read_and_not_written(
    desk: Desk, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.alarm()
    log_a_line(desk, qtbot, "rök")
    log_a_line(desk, qtbot, "eld")
    incident_window(desk).close()
    desk.window = None
    path = next((tmp_path / "handelser").glob("*.crisisdesk"))
    replace_bytes(path, b'"text":"eld"', b'"text":"eko"')
    other = new_desk(theme, tmp_path)
    other.open(path)
    start = start_window(other)
    assert "fault" in start.notices.texts()
    start.notices.bar("fault").acted.emit("read")
    read = incident_window(other)
    assert lines(other)[-1] == "rök"
    assert not read.frame.quick.edit.isEnabled()
    assert read.frame.notices.texts()
    assert read.frame.status.instrument("saved").words == "Öppnad för läsning"
    read.close()


def test_a_file_that_is_no_incident_leads_to_the_start_window_with_a_sentence(
    desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "x.crisisdesk"
    wrong.write_bytes(b"inget" * 500)
    desk.begin(wrong)
    assert start_window(desk).notices.texts()["fault"]


def test_a_killed_program_leaves_a_noted_interruption_and_its_draft(
    desk: Desk, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.alarm()
    window = incident_window(desk)
    window.keeping.keep_draft("quick", "halvfärdig")
    path = next((tmp_path / "handelser").glob("*.crisisdesk"))
    # What a kill leaves: the file as it is on disk, the sign of life, the draft.
    away = tmp_path / "efter"
    away.mkdir()
    for left in path.parent.glob(f"{path.name}*"):
        if not left.name.endswith(".lock"):
            (away / left.name).write_bytes(left.read_bytes())
    other = new_desk(theme, tmp_path)
    other.open(away / path.name)
    assert lines(other)[-1].startswith("Avbrott ")
    assert incident_window(other).frame.quick.text() == "halvfärdig"
    incident_window(other).close()


def test_a_clean_close_leaves_one_file_and_where_one_was(desk: Desk, tmp_path: Path) -> None:
    desk.alarm()
    incident_window(desk).close()
    desk.window = None
    assert sorted(p.suffix for p in (tmp_path / "handelser").iterdir()) == [".crisisdesk", ".plats"]


def test_what_was_chosen_is_kept(desk: Desk, tmp_path: Path) -> None:
    desk.alarm()
    incident_window(desk).preferences.toggle_theme()
    incident_window(desk).preferences.scale_text(2)
    assert kept.load(tmp_path) == Settings(dark=True, scale=1.25)


def test_leaving_goes_to_the_start_window_and_closes_the_file(desk: Desk, tmp_path: Path) -> None:
    desk.alarm()
    incident_window(desk).left_requested.emit()
    start_window(desk)
    path = next((tmp_path / "handelser").glob("*.crisisdesk"))
    desk.open(path)
    incident_window(desk)


def test_a_bug_is_logged_told_and_leaves_the_window_up(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk.alarm()
    crash_log = CrashLog(tmp_path, desk.tell_bug)
    assert crash_log.start() == ""
    try:
        error = ValueError("oväntat")
        sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        crash_log.stop()
    assert "ValueError: oväntat" in (tmp_path / FILE).read_text()
    assert "Fel loggat." in incident_window(desk).frame.notices.texts()["bug"]
    assert (tmp_path / CRASH_FILE).exists()
    assert [r.levelno for r in caplog.records] == [logging.ERROR]
    caplog.clear()


def test_a_folder_that_takes_no_log_is_told_of_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    crash_log = CrashLog(tmp_path / "fil" / "mapp", lambda _sentence: None)
    try:
        assert crash_log.start().startswith("Fel kan inte loggas i ")
    finally:
        crash_log.stop()


def test_a_battery_is_read_where_the_system_tells_it(tmp_path: Path) -> None:
    supply = tmp_path / "BAT0"
    supply.mkdir()
    for name, text in (("type", "Battery\n"), ("capacity", "17\n"), ("status", "Discharging\n")):
        (supply / name).write_text(text)
    assert battery.linux(tmp_path) == Battery(percent=17, charging=False)
    assert battery.linux(tmp_path / "BAT0" / "inget") is None


def test_the_start_window_prints_blank_forms_and_says_where_they_are(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    desk.begin(None)
    assert isinstance(desk.window, StartWindow)
    desk.window.side.print.click()
    notices = desk.window.notices
    qtbot.waitUntil(lambda: "Utskriften är klar" in notices.texts().get("print", ""), timeout=60_000)
    (made,) = tmp_path.glob("blanketter-*.pdf")
    assert made.stat().st_size > 1000
