"""The program's own window with half-written forms on several screens: `… write|read FOLDER`.

`write` begins an incident, writes in the forms, says `kept` when all of it is on disk, and never ends by
itself. `read` opens the incident again and says what stands in each form, one a line: `NAME TEXT`.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crisisdesk import compose
from crisisdesk.app.desk import Desk
from crisisdesk.base.settings import Settings
from crisisdesk.features import decisions, log, tasks
from crisisdesk.session.drafts import Drafts
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.things_screen import ThingsScreen
from crisisdesk.ui.screens.log.screen import LogScreen
from crisisdesk.ui.shell.incident_window import IncidentWindow
from tests.support.journal_writer import say
from tests.support.keyboard import press, write
from tests.support.window_writer import opened

WRITTEN = {
    "decision": "skäl som ingen läst än",
    "correction": "fel antal",
    "task": "dubblett",
    "arrival": "rektor vid grinden",
    "entry": "rök i hus B",
    "sender": "skolsköterskan",
}
KEPT = 5
"""How many drafts that is on disk: the entry form holds two of the texts."""


def main(mode: str, folder: Path) -> None:
    """Write the drafts, or say them."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply(app, dark=False)
    desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings())
    window = opened(app, desk)
    (_write if mode == "write" else _read)(app, window)


def _write(app: QApplication, window: IncidentWindow) -> None:
    window.bridge.execute(decisions.commands.Record(text="Stäng hus B"))
    window.bridge.execute(tasks.commands.Add(text="Skaffa lokal"))
    window.bridge.execute(log.commands.Record(text="Tre elever till sjukhus"))
    _type(_decision(window), "reason", WRITTEN["decision"])
    _type(_correction(window), "reason", WRITTEN["correction"])
    _type(_task(window), "reason", WRITTEN["task"])
    _type(_arrival(window), "person", WRITTEN["arrival"])
    press("Ctrl+L")
    write("in: ")
    write(WRITTEN["entry"])
    press("Ctrl+Return")
    _type(_entry(window), "sender", WRITTEN["sender"])
    path = next(Path(sys.argv[2]).rglob("*.crisisdesk"))
    while sum("form:" in key or key == "entry" for key in Drafts(path).load()) < KEPT or not _whole(path):
        app.processEvents()
    say("kept", KEPT)
    app.exec()


def _whole(path: Path) -> bool:
    """Return whether every last letter is on disk, too."""
    kept = " ".join(Drafts(path).load().values())
    return all(text in kept for text in WRITTEN.values())


def _read(app: QApplication, window: IncidentWindow) -> None:
    entry = _entry(window)
    say("entry", entry.text_of("text"))
    say("sender", entry.text_of("sender"))
    press("Esc")
    say("decision", _decision(window).text_of("reason"))
    say("correction", _correction(window).text_of("reason"))
    say("task", _task(window).text_of("reason"))
    say("arrival", _arrival(window).text_of("person"))
    app.processEvents()


def _decision(window: IncidentWindow) -> Form:
    return _thing(window, "decision:1", "F2")


def _task(window: IncidentWindow) -> Form:
    return _thing(window, "task:1", "Ctrl+R")


def _arrival(window: IncidentWindow) -> Form:
    window.travel.go("functions")
    press("Ins")
    screen = window.frame.deck.in_sight()
    assert screen is not None
    return next(form for form in screen.findChildren(InlineForm) if form.isVisible()).form


def _thing(window: IncidentWindow, place: str, key: str) -> Form:
    window.travel.go(place)
    screen = window.frame.deck.in_sight()
    assert isinstance(screen, ThingsScreen)
    press(key)
    assert screen.host.sheet is not None
    return screen.host.sheet.form


def _correction(window: IncidentWindow) -> Form:
    number = max(window.bridge.state[log.FEATURE].entries)
    window.travel.go(f"line:{number}")
    screen = window.frame.deck.in_sight()
    assert isinstance(screen, LogScreen)
    press("Ctrl+R")
    assert screen.host.sheet is not None
    return screen.host.sheet.form


def _entry(window: IncidentWindow) -> Form:
    assert window.entry.form is not None
    return window.entry.form.form


def _type(form: Form, field: str, text: str) -> None:
    form.focus_field(field)
    press("Ctrl+A", "Del")
    write(text)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
