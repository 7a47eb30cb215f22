"""An incident window on an incident in memory, with plain screens that record what reaches them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crisisdesk.base.errors import WorldFault
from crisisdesk.base.settings import Settings
from crisisdesk.journal.row import Part, Row
from crisisdesk.journal.store import Fault, Head, Journal
from crisisdesk.kernel.fact import Recorded
from crisisdesk.session.drafts import Drafts
from crisisdesk.session.heartbeat import Heartbeat
from crisisdesk.session.opening import Opened
from crisisdesk.session.session import Session
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Label
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.incident_window import IncidentWindow
from crisisdesk.ui.shell.navigation import ScreenSpec, screens
from tests.support.incident_play import Incident


class PlainScreen(Screen):
    """A list with three rows; remembers the places it was sent to."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.key = key
        self.places: list[str] = []
        self.at = ""
        self.chosen = ""
        self.drafts: dict[str, str] = {}
        self.shown = 0
        self.list = RowList(theme, key)
        self.list.set_rows([RowSpec(f"{key} {n}", lambda n=n: Label(theme, f"{key} {n}")) for n in range(3)])
        QVBoxLayout(self).addWidget(self.list)

    def show_state(self, state: object, now: datetime) -> None:
        self.shown += 1

    def go_to(self, place: str) -> bool:
        self.places.append(place)
        return True

    def place(self) -> str:
        return self.at

    def chosen_ref(self) -> str:
        return self.chosen

    def focus_first(self) -> None:
        self.list.setFocus()

    def restore_draft(self, key: str, text: str) -> None:
        self.drafts[key] = text


class FailingJournal:
    """A journal whose disk can be made to fail."""

    def __init__(self, inner: Journal) -> None:
        self.inner = inner
        self.fails = False
        self.says = ""

    @property
    def head(self) -> Head:
        return self.inner.head

    @property
    def notice(self) -> str:
        return self.says

    def append(self, act: Sequence[Recorded]) -> Head:
        if self.fails:
            raise WorldFault(
                "Disken är full. Raden är inte sparad.", remedy="Frigör utrymme och försök igen."
            )
        return self.inner.append(act)

    def read(self) -> Iterable[Recorded]:
        return self.inner.read()

    @property
    def parts(self) -> int:
        return self.inner.parts

    def stored(self, after: int = 0) -> Iterator[Row]:
        return self.inner.stored(after)

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        return self.inner.stored_parts(after)

    def put_part(self, key: str, number: int, content: bytes) -> None:
        if self.fails:
            raise WorldFault("Disken är full. Bilagan är inte sparad.")
        self.inner.put_part(key, number, content)

    def attachment(self, key: str) -> Iterator[bytes]:
        return self.inner.attachment(key)

    def check(self) -> Fault | None:
        return self.inner.check()

    def checkpoint_when_idle(self) -> None:
        self.inner.checkpoint_when_idle()

    def close(self) -> None:
        self.inner.close()


class Desk:
    """A window on an incident in memory, at 13:05 on 14 January 2027; files beside it lie in `folder`."""

    def __init__(
        self,
        theme: Theme,
        folder: Path,
        *,
        incident: Incident | None = None,
        settings: Settings | None = None,
        host: Host | None = None,
        opened: Opened | None = None,
        plain: bool = True,
    ) -> None:
        self.incident = incident or Incident(exercise=False)
        self.journal = FailingJournal(self.incident.session._journal)  # pyright: ignore[reportPrivateUsage]
        self.session = Session(self.journal, self.incident.clock)  # pyright: ignore[reportArgumentType]
        self.path = folder / "2027-003.crisisdesk"
        self.opened = opened or Opened(
            path=self.path, session=self.session, heartbeat=Heartbeat(self.path), drafts=Drafts(self.path)
        )
        plan = self.incident.state.plan
        specs = [self._plain(spec) for spec in screens(plan)] if plain else None
        self.made: dict[str, PlainScreen] = {}
        self.window = IncidentWindow(
            theme,
            self.opened,
            settings or Settings(),
            host or Host(wall=self.incident.clock.now),
            specs=specs,
        )

    @property
    def lines(self) -> list[str]:
        """Return the log as `number kind text`."""
        found = self.window.bridge.state.timeline.lines
        return [f"{r.number} {r.line.kind} {r.line.text}" for r in found if r.line is not None]

    def wait(self, minutes: float) -> None:
        """Let time pass on the incident's clock."""
        self.incident.clock.advance(timedelta(minutes=minutes))

    def _plain(self, spec: ScreenSpec) -> ScreenSpec:
        def make(theme: Theme, parent: QWidget | None) -> Screen:
            self.made[spec.key] = PlainScreen(theme, spec.key, parent)
            return self.made[spec.key]

        return ScreenSpec(
            spec.key, spec.title, spec.icon, spec.section, make, spec.count, spec.takes, spec.wide
        )


def press(
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
    *,
    held: bool = False,
) -> None:
    """Press a key where the focus is, as the keyboard does; `held` for one that repeats itself."""
    target = QApplication.focusWidget()
    assert target is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text, held))


def shortcut(
    window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key of the window, so that its shortcuts see it."""
    QTest.keyClick(window, key, modifiers)


def write(text: str) -> None:
    """Type a text where the focus is, also with å, ä and ö."""
    for letter in text:
        press(Qt.Key.Key_unknown, text=letter)
