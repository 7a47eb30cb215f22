"""The sketches on screen: the pages, the tools, and the page that one draws on."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from crisisdesk.base.attachable import Attachable
from crisisdesk.features import sketch
from crisisdesk.features.sketch.state import Page
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.attachment_source import ask_files, from_clipboard
from crisisdesk.ui.kit.head_bar import HeadBar
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.sheet_host import SheetHost
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import (
    Button,
    Column,
    ComboBox,
    EmptyState,
    Label,
    Tag,
    WrapLabel,
)
from crisisdesk.ui.screens.sketch import rows
from crisisdesk.ui.screens.sketch.canvas import Canvas
from crisisdesk.ui.screens.sketch.forms import Made, SketchSheets
from crisisdesk.ui.screens.sketch.hand import Hand
from crisisdesk.ui.screens.sketch.rows import PageLook, SketchRows
from crisisdesk.ui.screens.sketch.text_spot import TextSpot
from crisisdesk.ui.screens.sketch.tools import Tools
from crisisdesk.ui.screens.sketch.underlay import Underlays

_NEW: Final = "sketch:new"
_KEYS: Final = {
    "Ins": "new",
    "F2": "rename",
    "Del": "strike",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+V": "paste",
    "PgUp": "page_up",
    "PgDown": "page_down",
}


class SketchScreen(Screen):
    """Pages to draw on. Digits take a tool, Insert a new page, PgUp and PgDn turn the page, Ctrl+Z undoes.

    Places: `sketches`, `sketch:2`.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._rows: SketchRows | None = None
        self._look: PageLook | None = None
        self._page = 0
        self._sheets = SketchSheets(theme, self)
        self._underlays = Underlays(self)
        self._title = Label(theme, self.tr("Skisser"), "title")
        self._secret = Tag(theme, "", "lock", "neutral")
        self._pages = ComboBox(theme, self.tr("Skissblad"), [])
        self.new = Button(theme, self.tr("Nytt blad"), "plus", key_hint=self.tr("Ins"))
        self.fetch = Button(
            theme, self.tr("Hämta bild"), "image", tip=self.tr("En karta, en ritning, ett foto")
        )
        self.under = Button(theme, self.tr("Underlag"), "layers")
        self.print = Button(theme, self.tr("Skriv ut"), "printer")
        self.tools = Tools(theme)
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self._hint = Label(theme, "", "small")
        self._hand = Hand(self.tools, self._do)
        self.canvas = Canvas(theme, self._hand.preview)
        self._spot = TextSpot(theme, self.canvas)
        self.host = SheetHost(theme, self)
        text = self.tr("Rita på en karta, en ritning eller ett tomt blad. Börja med")
        self._empty = EmptyState(theme, text, "Ins", icon="pencil")
        self._lay_out()
        self._connect()

    # ---------------------------------------------------------------- shown

    def show_state(self, state: State, now: datetime) -> None:
        """Show the page as it is; nothing is painted anew when it is the same."""
        self._state = state
        found = rows.sketch_rows(state)
        if found != self._rows:
            self._rows = found
            self._show_pages(found)
        self._take_arrived()
        self._show_page()

    def go_to(self, place: str) -> bool:
        """Go to a page."""
        kind, _, number = place.partition(":")
        if place in ("sketches", "screen:sketches", "sketch"):
            self.focus_first()
            return True
        if kind != "sketch" or self._rows is None or not number.isdecimal():
            return False
        if all(page.page != int(number) for page in self._rows.pages):
            return False
        self._turn_to(int(number))
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Go to the sheet that is open, else to the page."""
        if self.host.sheet is not None:
            self.host.sheet.form.focus_field()
        elif self._look is not None:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def take_content(self, id: str, content: bytes) -> None:
        """Take the picture that lies under the page."""
        self._underlays.take(id, content)

    def chosen_ref(self) -> str:
        """Return what is in focus, as `sketch:2`."""
        return f"sketch:{self._page}" if self._look is not None else ""

    def _show_pages(self, found: SketchRows) -> None:
        there = [page.page for page in found.pages]
        if self._page not in there:
            self._page = there[-1] if there else 0
        words = [(str(page.page), f"{page.page} {_short(page.title)}") for page in found.pages]
        self._pages.set_options(words, str(self._page))
        self._pages.setVisible(len(there) > 1)
        for widget in (self.tools, self.canvas, self._hint, self.fetch, self.under, self.print):
            widget.setVisible(bool(there))
        self._empty.setVisible(not there)
        self.canvas.writable = not found.closed
        for widget in (self.new, self.fetch, self.under, self.tools):
            widget.setEnabled(not found.closed)

    def _show_page(self) -> None:
        page = self._held()
        look = rows.page_look(self._state, page) if page is not None and self._state is not None else None
        if look != self._look:
            self._look = look
            words = self.tr("Sekretess {0}").format(look.secrecy) if look is not None and look.secrecy else ""
            self._secret.setVisible(bool(words))
            self._secret.set_state(words, "lock", "neutral")
        self._paint_page()

    def _paint_page(self) -> None:
        look = self._look
        if look is None:
            return
        self.canvas.writable = not look.covered and not (self._rows is not None and self._rows.closed)
        picture = self._underlays.picture(look) if look.background else QImage()
        self.canvas.show_drawing(look.drawing, picture)
        self.canvas.setAccessibleDescription(
            self.tr("{0}. {1} streck och texter.").format(look.title, look.marks)
        )

    def _held(self) -> Page | None:
        return self._state[sketch.FEATURE].pages.get(self._page) if self._state is not None else None

    def _turn_to(self, page: int) -> None:
        self._page = page
        self._pages.set_value(str(page))
        self._show_page()

    # ---------------------------------------------------------------- drawn

    def _ended(self, points: list[tuple[int, int]]) -> None:
        page = self._held()
        if page is None:
            return
        if self.tools.tool == "text":
            self._spot.open(points[-1], self.canvas.place_of(*points[-1]))
        else:
            self._hand.draw(page, points)

    def _typed(self, place: tuple[int, int], text: str) -> None:
        page = self._held()
        if page is not None:
            self._hand.draw(page, [place], text)

    def _wipe(self, x: int, y: int) -> None:
        page = self._held()
        if page is not None:
            self._hand.wipe(page, x, y)

    def _do(self, command: Command) -> bool:
        done = self.request(command)
        self._said.setText(self.refusal[0])
        self._said.setVisible(not done and bool(self.refusal[0]))
        return done

    # ---------------------------------------------------------------- the picture under it

    def _fetch(self) -> None:
        ask_files(self, self.tr("En bild eller PDF att rita på"), self._attach)

    def _attach(self, sources: list[Attachable]) -> None:
        page = self._held()
        if page is None or self._state is None or not sources:
            return
        self._underlays.wait_for(page.page, rows.attached(self._state, page))
        self.attach_requested.emit(page.number, sources[0])

    def _take_arrived(self) -> None:
        """Lay the picture that was just copied in under its page."""
        waiting = self._underlays.waiting
        if waiting is None or self._state is None:
            return
        page = self._state[sketch.FEATURE].pages[waiting[0]]
        id, media = rows.arrived(self._state, page, waiting[1])
        if not id:
            return
        self._underlays.waiting = None
        if media in rows.UNDERLAYS:
            self._do(sketch.commands.SetBackground(page=page.page, attachment=id))
        else:
            self._said.setText(
                self.tr("Filen ligger som bilaga {0}, men bara PNG, JPEG och PDF kan ligga under.").format(id)
            )
            self._said.show()

    # ---------------------------------------------------------------- keys

    def event(self, event: QEvent) -> bool:
        """Keep our keys from shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._action(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the page: the sheet of the first one gives it back to the screen."""
        super().focusInEvent(event)
        if self._look is not None and self.host.sheet is None:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a tool, turn the page, undo; what is not ours goes on to the window."""
        action = self._action(event)
        if action and not event.isAutoRepeat():
            self._act(action)
        elif not (self._gives_up(event) or self._takes_tool(event)):
            super().keyPressEvent(event)

    def _gives_up(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.canvas.drop()

    def _takes_tool(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and self._look is not None and self.tools.take(event.key() - Qt.Key.Key_0)

    def _action(self, event: QKeyEvent) -> str:
        if self.host.sheet is not None or self._spot.isVisible():
            return ""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _KEYS.get(QKeySequence(modifiers.value | event.key()).toString(), "")

    def _act(self, action: str) -> None:
        look, closed = self._look, self._rows is None or self._rows.closed
        if action in ("page_up", "page_down"):
            self._step_page(-1 if action == "page_up" else 1)
        elif closed:
            return
        elif action == "new":
            self._open(self._sheets.new(), draft=_NEW)
        elif look is None or look.covered:
            return
        elif action == "undo":
            self._hand.undo(self._page)
        elif action == "redo":
            self._hand.redo(self._page)
        elif action == "paste":
            self._attach(from_clipboard())
        elif action == "rename":
            self._open(self._sheets.rename(look))
        elif action == "strike":
            self._open(self._sheets.strike(look))

    def _step_page(self, step: int) -> None:
        there = [page.page for page in self._rows.pages] if self._rows is not None else []
        if self._page in there:
            self._turn_to(there[min(max(there.index(self._page) + step, 0), len(there) - 1)])

    def _open(self, made: Made, *, draft: str = "") -> None:
        self.host.open(*made, draft=draft)

    def restore_draft(self, key: str, text: str) -> None:
        """Open the sheet of the page that was about to be taken up."""
        if key == _NEW:
            self._act("new")
            if self.host.sheet is not None:
                self.host.sheet.form.set_values({"text": text})

    def _underlay(self) -> None:
        if self._look is not None and self._rows is not None and not self._look.covered:
            self._open(self._sheets.underlay(self._look, self._rows.underlays))

    # ---------------------------------------------------------------- made of

    def _lay_out(self) -> None:
        head = HeadBar(
            self.theme,
            (self._title, self._secret, self._pages),
            (self.fetch, self.under, self.print, self.new),
        )
        column = Column(self.theme, self, margin=(Space.XL, Space.L, Space.XL, Space.M), gap=Space.S)
        column.addWidget(head)
        column.addWidget(self._said)
        column.addWidget(self.host)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._hint)
        column.addWidget(self._empty, 1)
        self._hint.setText(
            self.tr("Med tangenterna: pilar flyttar hårkorset, Space sätter ner och lyfter pennan.")
        )
        self._said.hide()
        self._secret.hide()

    def _connect(self) -> None:
        self.canvas.ended.connect(self._ended)
        self.canvas.wiped.connect(self._wipe)
        self.tools.changed.connect(self._take_tool)
        self.tools.undo_requested.connect(lambda: self._act("undo"))
        self.tools.redo_requested.connect(lambda: self._act("redo"))
        self._spot.typed.connect(self._typed)
        self._pages.changed.connect(self._choose)
        self._underlays.wanted.connect(self._want)
        self._underlays.ready.connect(self._paint_page)
        self._underlays.failed.connect(self._tell)
        self.new.clicked.connect(lambda: self._act("new"))
        self.fetch.clicked.connect(self._fetch)
        self.under.clicked.connect(self._underlay)
        self.print.clicked.connect(lambda: self.print_requested.emit("sketches"))
        self.host.opened.connect(self._make_room)
        self.host.closed.connect(self._make_room)
        self.host.done.connect(self._turn_to_newest)

    def _choose(self, page: str) -> None:
        self._turn_to(int(page))

    def _want(self, id: str) -> None:
        self.content_requested.emit(id, self)

    def _take_tool(self) -> None:
        self.canvas.wiping = self.tools.erases

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()

    def _make_room(self) -> None:
        shown = self.host.sheet is None and bool(self._rows is not None and self._rows.pages)
        for widget in (self.tools, self.canvas, self._hint):
            widget.setVisible(shown)
        self._empty.setVisible(self.host.sheet is None and not shown)

    def _turn_to_newest(self) -> None:
        """Go to the page that was just taken up: its sheet is the only one that adds a page."""
        pages = self._rows.pages if self._rows is not None else ()
        if pages and pages[-1].page > self._page:
            self._turn_to(pages[-1].page)


def _short(title: str) -> str:
    return title if len(title) <= 24 else f"{title[:23].rstrip()}…"
