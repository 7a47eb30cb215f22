"""Paper by keyboard: blank forms, the three that were written on, prints that follow on."""

from zoneinfo import ZoneInfo

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from crisisdesk.features import log, prints
from crisisdesk.incident import paper_forms
from tests.support.children import environment
from tests.support.keyboard import press, tab_to, write
from tests.support.program_play import Program

PAPER = (
    ("Stabschef", "14:56", "telefon", "POSOM", "POSOM på plats vid samlingsplatsen."),
    ("Stabschef", "15.01", "Rakel", "Fastighetsjour", "Ventilationen är av. Sanering i morgon."),
    ("Informationsansvarig", "1505", "telefon", "Förälder", "Samtal från orolig förälder."),
)


def printed(program: Program, qtbot: QtBot) -> str:
    """Wait for the print that is at work and return its text."""
    paper = program.window.printing.paper
    assert paper is not None
    qtbot.waitUntil(lambda: not paper.job.running, timeout=60_000)
    assert "Utskriften är klar" in program.window.frame.notices.texts()["print"]
    newest = max(program.folder.rglob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(newest).pages)


def test_blank_forms_are_printed_and_come_back_after_the_power_cut(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    program.begin_played("14 15:10")
    program.at("15:10")
    program.go("blanketter")
    assert program.screen == "forms"
    assert paper_forms.missing(program.state) == (1, 2, 3)
    press("Space")
    for writer, time, channel, sender, text in PAPER:
        write(writer)
        press("Tab")
        write(time)
        tab_to("Kanal")
        write(channel)
        tab_to("Från")
        write(sender)
        tab_to("Text, som den står")
        write(text)
        press("Ctrl+Return")
        program.settle()
    assert paper_forms.missing(program.state) == ()
    forms = program.state[log.FEATURE].forms
    zone = ZoneInfo(program.state.zone)
    times = [program.state.timeline.line(forms[n]).happened_at.astimezone(zone) for n in (1, 2, 3)]
    assert [f"{at:%H:%M}" for at in times] == ["14:56", "15:01", "15:05"]
    entries = [program.state[log.FEATURE].entries[forms[n]].fact for n in (1, 2, 3)]
    assert [(e.paper.writer if e.paper else "", e.channel, e.sender, e.text) for e in entries] == [
        (writer, channel, sender, text) for writer, _time, channel, sender, text in PAPER
    ]
    press("Ins")
    write("2")
    press("Ctrl+Return")
    text = printed(program, qtbot)
    assert "Blankett nr\n4" in text
    assert "Blankett nr\n5" in text
    assert paper_forms.missing(program.state) == (4, 5)


def test_the_log_is_printed_and_then_only_what_is_new(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    program.begin_played("14 14:32")
    program.go("beslut")
    press("Ctrl+P")
    write("hela loggen")
    press("Return")
    assert "Sida 1 av" not in printed(program, qtbot)
    held = program.state[prints.FEATURE]
    last = len(program.lines())
    assert held.line == last
    sheets = held.sheets
    program.log("bara den här är ny")
    press("Ctrl+P")
    write("senaste")
    press("Return")
    text = printed(program, qtbot)
    assert f"Fortsättning från rad {last}, blad {sheets}." in text
    assert "bara den här är ny" in text
    assert "Inget mer på detta blad" in text
    assert "Rektor: brand i hus B" not in text
    assert (held.line, held.sheets) == (last + 1, sheets + 1)
