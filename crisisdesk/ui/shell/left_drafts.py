"""Says at the start what was written and not sent when the program stopped, and leads there."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.ui.kit import form_drafts
from crisisdesk.ui.kit.form_drafts import FORM, ROW, DraftHome
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell.navigation import ScreenSpec
from crisisdesk.ui.shell.notices import Notices

LEFT: Final = "left_drafts"
WINDOW: Final = "window"
"""Stands for the screen in the keys of drafts in the window's own sheets."""
_MOST: Final = 3  # named; the rest are counted


class LeftDraft(Record, kw_only=True):
    """A draft that was found: its key in the file, what it is called, and the place that leads to it."""

    key: str
    words: str
    place: str


def found_in(drafts: Mapping[str, str], specs: tuple[ScreenSpec, ...]) -> tuple[LeftDraft, ...]:
    """Return the drafts that wait on a screen, in words; what has come back by itself is not among them."""
    titles = {spec.key: spec.words for spec in specs}
    found: dict[tuple[str, str], LeftDraft] = {}
    for key, text in drafts.items():
        screen, slash, name = key.partition("/")
        if not slash or (screen not in titles and screen != WINDOW):
            continue
        in_form = name.startswith(FORM)
        title = name.removeprefix(FORM).partition(ROW)[0] if in_form else titles.get(screen, name)
        draft = form_drafts.read(text) if in_form else None
        place = (draft.place if draft is not None else "") or screen
        found[screen, title] = LeftDraft(key=key, words=title, place="" if screen == WINDOW else place)
    named = {screen for screen, title in found if title != titles.get(screen)}
    return tuple(
        d for (screen, title), d in found.items() if title != titles.get(screen) or screen not in named
    )


class LeftDrafts(QObject):
    """The notice, and the forms of the window itself. Its verb leads to the first draft."""

    def __init__(
        self,
        notices: Notices,
        drafts: dict[str, str],
        keep: Callable[[str, str], None],
        go: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._drafts = drafts
        self._at_start = dict(drafts)
        self._keep = keep
        self._go = go
        self._found: tuple[LeftDraft, ...] = ()
        self.home = DraftHome(self)
        start = f"{WINDOW}/"
        own = [key for key in drafts if key.startswith(start)]
        self.home.left = {key.removeprefix(start): drafts.pop(key) for key in own}
        self.home.changed.connect(self._keep_own)
        notices.acted.connect(self._acted)

    def tell(self, specs: tuple[ScreenSpec, ...]) -> None:
        """Say what waits, after the first screen took what opens by itself; nothing when nothing waits."""
        waits = {k: text for k, text in self._at_start.items() if k in self._drafts or f"/{FORM}" in k}
        self._found = found_in(waits, specs)
        if not self._found:
            return
        actions = [BarAction("close", _tr("Stäng"))]
        if any(draft.place for draft in self._found):
            actions.insert(0, BarAction("go", _tr("Gå dit")))
        detail = _tr("Det står där när du öppnar det igen.")
        self._notices.show_notice(LEFT, "info", self._said(), actions, detail=detail, icon="pen-line")

    def _keep_own(self, key: str, text: str) -> None:
        self._keep(f"{WINDOW}/{key}", text)

    def _said(self) -> str:
        words = list(dict.fromkeys(draft.words for draft in self._found))
        more = len(words) - _MOST
        named = [*words[:_MOST], _tr("{0} till").format(more)] if more > 0 else words
        return _tr("Utkast finns: {0}.").format(swedish.listed(named))

    def _acted(self, key: str, action: str) -> None:
        place = next((draft.place for draft in self._found if draft.place), "")
        if key == LEFT and action == "go" and place:
            self._notices.clear(LEFT)
            self._go(place)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LeftDrafts", text)
