"""Everything the window prints: what screens wish for, what is chosen from the list, what is on paper."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import prints
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.shell.notices import Notices
from crisisdesk.ui.shell.overlays import Overlays
from crisisdesk.ui.shell.print_notice import PRINT
from crisisdesk.ui.tasks import Export

# Loaded when something is printed: not every incident is.
if TYPE_CHECKING:
    from crisisdesk.ui.shell.palette_rows import Target
    from crisisdesk.ui.shell.paper import Paper, Printed


class Printing(QObject):
    """Prints wishes and keeps how far the log is on paper. `export` is None where nothing can be printed."""

    def __init__(
        self,
        notices: Notices,
        bridge: Bridge,
        overlays: Overlays,
        incident: Path,
        export: Export | None,
        go: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._bridge = bridge
        self._overlays = overlays
        self._incident = incident
        self._export = export
        self._go = go
        self.paper: Paper | None = None

    @property
    def offered(self) -> bool:
        """Return whether this window can print."""
        return self._export is not None

    def print_wish(self, asked: PrintWish | str) -> None:
        """Print what is wished for; the window goes on."""
        if self._export is None:
            self._warn(self.tr("Utskrift går inte från det här fönstret."))
            return
        wish, state = PrintWish.of(asked), self._bridge.state
        if wish.part == "log_since" and state[prints.FEATURE].line >= len(state.timeline.lines):
            self._warn(self.tr("Inget nytt i loggen sedan senaste utskriften."))
            return
        paper, plain = self._paper(self._export), self._without_secrets(wish)
        paper.print_wish(wish, self._bridge.now, state.zone, self._keeps(wish), plain)

    def show_list(self) -> None:
        """Let the user choose what to print by typing."""
        from crisisdesk.ui.shell.palette_rows import best
        from crisisdesk.ui.shell.print_rows import COMMON, choices

        found = choices(self._bridge.shown_state)
        targets = [choice.target for choice in found]
        wishes = {choice.key: choice.wish for choice in found}
        shown = COMMON + sum(wish is not None and wish.masked for wish in wishes.values())

        def find(typed: str) -> "Sequence[Target]":
            return best(targets, typed)[:shown]

        def chosen(key: str) -> None:
            wish = wishes[key]
            if wish is None:
                self._go(key)
            else:
                self.print_wish(wish)

        self._overlays.choose(
            find,
            chosen,
            name=self.tr("Skriv ut"),
            hint=self.tr("Skriv ut: till exempel beslut 7, möte 2 eller stabschef"),
            nothing=self.tr("Inget att skriva ut heter så. Skriv ett annat ord."),
        )

    def stop(self) -> None:
        """End what is printing: the window closes."""
        if self.paper is not None and self.paper.job.running:
            self.paper.job.stop()

    def _paper(self, export: Export) -> "Paper":
        if self.paper is None:
            from crisisdesk.ui.shell.paper import Paper

            self.paper = Paper(self._notices, self._incident, export, self)
        return self.paper

    def _without_secrets(self, wish: PrintWish) -> PrintWish | None:
        """Return the masked print to offer: when a window that covers prints what it does not show."""
        if not self._bridge.covering or not self._bridge.state.marks.any:
            return None
        from crisisdesk.ui.shell import print_rows

        state = self._bridge.state
        return print_rows.masked(state, wish) if print_rows.shows_secret(state, wish) else None

    def _keeps(self, wish: PrintWish) -> "Printed | None":
        """Return what keeps that the log is on paper up to its last line; None for everything else."""
        state = self._bridge.state
        held, last = state[prints.FEATURE], len(state.timeline.lines)
        if wish == PrintWish(part="log"):
            return partial(self._keep, 1, last, 0)
        if wish.part == "log_since":
            return partial(self._keep, held.line + 1, last, held.sheets)
        return None

    def _keep(self, first: int, last: int, before: int, pages: int) -> None:
        """Keep it. A closed incident, or one that is only read, keeps nothing: it is refused quietly."""
        if pages:
            self._bridge.execute(prints.commands.Note(first=first, last=last, sheets=before + pages))

    def _warn(self, sentence: str) -> None:
        self._notices.show_notice(PRINT, "warn", sentence, [BarAction("close", self.tr("Stäng"))])
