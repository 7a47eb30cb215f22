"""Printing from the window: told of, beside the incident, never in the way."""

import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.settings import Settings
from crisisdesk.features import decisions, log, prints, tasks
from crisisdesk.features.lifecycle.commands import Close
from crisisdesk.ui.kit.labels import Label
from crisisdesk.ui.shell import paper
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.palette import Choosing
from crisisdesk.ui.tasks import ReportJob
from tests.support.window_play import Desk

COPIES = "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[4])"


def write_facts(path: Path, *, pictures: bool = False) -> None:
    path.write_text("fakta")


def refuse(_path: Path, *, pictures: bool = False) -> None:
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
    made.print_wish("", desk.incident.now, "Europe/Stockholm")
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


SAYS_PAGES = "import shutil, sys; shutil.copy(sys.argv[2], sys.argv[4]); print(sys.argv[4]); print(3)"


def slow(made: paper.Paper, desk: Desk) -> list[Path]:
    """Let the paper be printed by a program that says three pages; return what came out."""
    made.job = ReportJob((sys.executable, "-c", SAYS_PAGES), made)
    made.job.done.connect(made._tell_done)  # pyright: ignore[reportPrivateUsage]
    done: list[Path] = []
    made.job.done.connect(done.append)
    return done


def printing(desk: Desk, wish: PrintWish | str, qtbot: QtBot, count: int = 1) -> list[Path]:
    desk.window.printing.print_wish("calls")
    made = desk.window.printing.paper
    assert made is not None
    made.job.stop()
    qtbot.waitUntil(lambda: not made.job.running, timeout=20_000)
    done = slow(made, desk)
    for _ in range(count):
        desk.window.printing.print_wish(wish)
    qtbot.waitUntil(lambda: len(done) == count, timeout=20_000)
    return done


def test_the_incident_keeps_how_far_the_log_is_on_paper(make_desk: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = make_desk(host=Host(export=write_facts))
    desk.window.bridge.execute(log.commands.Record(text="Ett"))
    printing(desk, "log", qtbot)
    held = desk.window.bridge.state[prints.FEATURE]
    lines = len(desk.lines)
    assert (held.line, held.sheets) == (lines, 3)
    desk.window.printing.print_wish("log_since")
    assert desk.window.frame.notices.texts()["print"] == "Inget nytt i loggen sedan senaste utskriften."
    desk.window.bridge.execute(log.commands.Record(text="Två"))
    printing(desk, "log_since", qtbot)
    assert (held.line, held.sheets) == (lines + 1, 6)
    assert len(desk.lines) == lines + 1


def test_a_filter_and_a_closed_incident_change_nothing_of_it(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk(host=Host(export=write_facts))
    printing(desk, PrintWish(part="log", lines=(1,), title="Sökning"), qtbot)
    assert desk.window.bridge.state[prints.FEATURE].line == 0
    desk.window.bridge.execute(Close(chair="LS", keeper="MK"))
    printing(desk, "log", qtbot)
    assert desk.window.bridge.state[prints.FEATURE].line == 0


def test_what_is_wished_for_while_something_prints_comes_after_it(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk(host=Host(export=write_facts))
    made = printing(desk, PrintWish(part="forms", lines=(4, 5)), qtbot, count=2)
    # The clock of the incident stands still: nothing is written over all the same.
    assert [path.name for path in made] == [
        "2027-003-blanketter-4-5-20270114-130500.pdf",
        "2027-003-blanketter-4-5-20270114-130500-2.pdf",
    ]


def test_files_are_named_by_what_they_hold() -> None:
    assert paper.file_words(PrintWish(part="forms", lines=(4, 5, 6))) == "blanketter-4-6"
    assert paper.file_words(PrintWish(part="decision", number=7)) == "beslut-7"
    assert paper.file_words(PrintWish(part="meetings", number=2)) == "moten-2"
    assert paper.file_words(PrintWish(part="log", lines=(1, 2))) == "logg-urval"
    assert paper.file_words(PrintWish(part="", masked=True)) == "rapport-maskerad"
    assert paper.file_words(PrintWish(part="log_since")) == "logg-fortsattning"
    assert paper.file_words(PrintWish(part="tasks", title="function:stabschef")) == "uppgifter"


def test_ctrl_p_lists_what_can_be_printed_and_finds_it_by_typing(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk(host=Host(export=write_facts))
    bridge = desk.window.bridge
    bridge.execute(decisions.commands.Record(text="Utrym hus B"))
    bridge.execute(tasks.commands.Add(text="Räkna alla", owner="function:stabschef"))
    bridge.execute(log.commands.Record(text="Till staben", functions=("stabschef",)))
    desk.window.printing.show_list()
    choosing = desk.window.overlays.content()
    assert isinstance(choosing, Choosing)
    shown = choosing.targets()
    assert shown[0] == "log"
    assert {"forms", "part:", "part:decisions"} <= set(shown)
    choosing.field.setText("beslut 1")
    assert choosing.targets()[0] == "decision:1"
    choosing.field.setText("stabschef")
    assert set(choosing.targets()) == {"tasks:function:stabschef", "log:stabschef"}
    choosing.field.setText("tomma")
    choosing.field.returnPressed.emit()
    assert desk.window.frame.deck.current == "forms"
    assert desk.window.overlays.content() is None


SHOWS = "Papperet visar text som är sekretess."


def test_a_print_from_a_covered_window_says_that_it_shows_what_is_secret(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk(host=Host(export=write_facts), settings=Settings(cover="always"))
    bridge = desk.window.bridge
    bridge.execute(log.commands.Record(text="Namn", secrecy="OSL 18:1"))
    made = printing(desk, "log", qtbot)
    notices = desk.window.frame.notices
    assert SHOWS in _details(desk)
    assert bridge.state[prints.FEATURE].sheets == 3
    notices.acted.emit("print", "masked")
    qtbot.waitUntil(lambda: len(made) == 2, timeout=20_000)
    assert made[1].name == "2027-003-logg-maskerad-20270114-130500.pdf"
    assert SHOWS not in _details(desk)
    assert bridge.state[prints.FEATURE].sheets == 3, "a masked copy is not the log on paper"


def test_nothing_is_said_where_nothing_secret_stands_or_the_window_shows_it(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = make_desk(host=Host(export=write_facts), settings=Settings(cover="always"))
    desk.window.bridge.execute(log.commands.Record(text="Namn", secrecy="OSL 18:1"))
    printing(desk, "information", qtbot)
    assert SHOWS not in _details(desk)
    desk.window.cover.choose("never")
    printing(desk, "log", qtbot)
    assert SHOWS not in _details(desk)


def test_the_report_is_told_to_mask() -> None:
    from crisisdesk.ui.tasks import _arguments  # pyright: ignore[reportPrivateUsage]

    assert _arguments(PrintWish(part="", masked=True), Path()) == ["--masked"]
    assert _arguments(PrintWish(part="calls", masked=True), Path()) == ["--part", "calls", "--masked"]


def _details(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.frame.notices.findChildren(Label))
