"""Printing from the window: told of, beside the incident, never in the way."""

import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import WorldFault
from crisisdesk.ui.shell import paper
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.tasks import ReportJob
from tests.support.window_play import Desk

COPIES = "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[4])"


def write_facts(path: Path) -> None:
    path.write_text("fakta")


def refuse(_path: Path) -> None:
    raise WorldFault("Disken är full.")


def test_without_a_way_to_print_it_says_so(desk: Desk) -> None:
    desk.window.travel.print_requested.emit("log")
    assert desk.window.frame.notices.texts()["print"] == "Utskrift går inte från det här fönstret."


def test_a_report_comes_beside_the_incident(make_desk: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = make_desk(host=Host(export=write_facts))
    made = paper.Paper(desk.window.frame.notices, desk.path, write_facts, desk.window)
    made.job = ReportJob((sys.executable, "-c", COPIES), made)
    done: list[Path] = []
    made.job.done.connect(done.append)
    made.print_part("", desk.incident.now, "Europe/Stockholm")
    assert desk.window.frame.notices.texts()["print"] == "Utskriften görs. Fortsätt arbeta."
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert done[0] == desk.path.with_name("2027-003-rapport-20270114-130500.pdf")
    assert done[0].read_text() == "fakta"


def test_a_disk_that_refuses_the_facts_is_told_of(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(host=Host(export=refuse))
    desk.window.travel.print_requested.emit("log")
    assert desk.window.frame.notices.texts()["print"] == "Disken är full."


def test_every_part_of_the_report_has_a_name_for_its_file() -> None:
    from crisisdesk.report.incident import PARTS

    assert set(paper.FILE_WORDS) == {"", *(part.id for part in PARTS)}
