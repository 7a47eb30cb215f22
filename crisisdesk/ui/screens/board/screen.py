"""The board (lägesbild): forecast, columns of cards, time axis; frozen boards to look at."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import board, log
from crisisdesk.incident import queries
from crisisdesk.incident.board_rows import BoardRows, CardRow, board_rows
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.painting import painter_on
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Column, Label, WrapLabel
from crisisdesk.ui.screens.board.axis import BoardAxis
from crisisdesk.ui.screens.board.board_finder import BoardFinder
from crisisdesk.ui.screens.board.board_zoom import BoardZoom
from crisisdesk.ui.screens.board.card_menu import CardMenu
from crisisdesk.ui.screens.board.change_rows import change_list, short_words
from crisisdesk.ui.screens.board.changes import ChangePane
from crisisdesk.ui.screens.board.columns import Columns
from crisisdesk.ui.screens.board.finding import moves
from crisisdesk.ui.screens.board.forecast import ForecastStrip
from crisisdesk.ui.screens.board.form_desk import FormDesk
from crisisdesk.ui.screens.board.head import BoardHead, WordButton
from crisisdesk.ui.screens.board.history_rows import version_rows
from crisisdesk.ui.screens.board.past_desk import PastDesk

_ROOMY: Final = 560
"""Height of the board (px at 100 %) from which the forecast may take two lines."""
_WIDE: Final = 880
"""Width from which the head has room for what has changed; else the button that freezes says it."""
_LOW: Final = 450
"""Height below which the time axis is folded until somebody asks for it."""


class BoardScreen(Screen):
    """The board: its cards and their forms, frozen boards, the time axis.

    Places: `card:4`, `uncertainty:1`, `board:2` (frozen), `board:@123`, `past:decision:7`,
    `past:14:10` (as it stood then), `new:card:line:23?text=…` (a card from a line).
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state: State | None = None
        self._now: datetime | None = None
        self._live: BoardRows | None = None
        self._rows: BoardRows | None = None
        self._axis_wanted: bool | None = None
        self._title = Label(theme, self.tr("Lägesbild"), "title")
        self._changed = Button(theme, "", "list-checks", key_hint=self.tr("F4"))
        self._add = Button(theme, self.tr("Kort"), "plus", key_hint=self.tr("Ins"))
        self._axis_fold = WordButton(theme, "clock", self.tr("Tidsaxel"), self.tr("Dölj tidsaxeln (F8)"))
        self._freeze = Button(theme, "", "snowflake", primary=True)
        self._to_wall = WordButton(theme, "presentation", self.tr("Storbild"), self.tr("Visa på Storbild"))
        self.past = PastDesk(theme, self)
        self._said = WrapLabel(theme, "", "medium", token="alarm")
        self.changes = ChangePane(theme)
        self.forecast = ForecastStrip(theme)
        self.columns = Columns(theme, self.tr("Tavlan"))
        self.axis = BoardAxis(theme)
        self.desk = FormDesk(theme, self.columns, self._carried_out)
        self.finder = BoardFinder(theme, self.columns)
        self.zoom = BoardZoom(theme, self.columns)
        self._lay_out()
        self._connect()

    def show_state(self, state: State, now: datetime) -> None:
        """Show the board as it is, or the frozen one that is being looked at."""
        self._state, self._now = state, now
        live = board_rows(state, now)
        self.past.follow(state, now, live)
        if live != self._live:
            self._live = live
            if not self.past.on:
                self._show(live)
        self.axis.show_state(state, now)

    def go_to(self, place: str) -> bool:
        """Go to a card, an uncertainty or a frozen board."""
        kind, _, number = place.partition(":")
        if self._live is None:
            return False
        if kind in ("board", "past"):
            return self.past.go_to(place)
        if not number.isdecimal():
            return False
        card = int(number) if kind == "card" else self._card_of(int(number)) if kind == "uncertainty" else 0
        if self._live.card(card) is None:
            return False
        self.past.leave()
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.columns.choose(card)

    def chosen_ref(self) -> str:
        """Return the part of the forecast that has the focus, else the current card."""
        part = self.forecast.chosen()
        if part:
            return f"forecast:{part}"
        card = self.columns.current()
        return f"card:{card.card}" if card is not None else ""

    def chosen_refs(self) -> tuple[str, ...]:
        """Return the part of the forecast that has the focus, else every chosen card."""
        cards = () if self.forecast.chosen() else self.columns.chosen()
        return tuple(f"card:{card}" for card in cards) or super().chosen_refs()

    def focus_first(self) -> None:
        """Go to the form that is being written in, else to the cards."""
        if not self.desk.focus():
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def last_focus(self) -> QWidget | None:
        """Return where on the board one worked last: a button over it is no place to come back to."""
        last = super().last_focus()
        return None if last is not None and self._head.isAncestorOf(last) else last

    # ------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room when the window is low, the buttons when it is narrow."""
        super().resizeEvent(event)
        self._share_height()
        self._show_changed()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the whole board from the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, zoom, or go back to the board as it is; from the head, to the cards."""
        if self.past.takes(event):
            self.past.press(event)
        elif event.key() == Qt.Key.Key_Insert and not self._add.isHidden():
            self.desk.add(self.columns.current_column())
        elif event.key() == Qt.Key.Key_Down:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_F8:
            self._fold_axis()
        elif event.key() == Qt.Key.Key_F4:
            self._list_changes()
        elif event.key() == Qt.Key.Key_F7 and not self._freeze.isHidden():
            self._freeze_board()
        elif self.finder.opens(event):
            self.finder.open()
        elif self.zoom.steps(event) is not None:
            self.zoom.go(self.zoom.steps(event) or 0)
        else:
            super().keyPressEvent(event)

    def _ours(self, event: QKeyEvent) -> bool:
        own = event.key() in (Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8)
        return own or self.past.takes(event) or self.finder.opens(event) or self.zoom.steps(event) is not None

    # ------------------------------------------------------------ parts

    def _share_height(self) -> None:
        self.forecast.show_lines(2 if self.height() >= self.theme.px(_ROOMY) else 1)
        low = self.height() < self.theme.px(_LOW)
        shown = not low if self._axis_wanted is None else self._axis_wanted
        self.axis.setVisible(shown)
        self._axis_fold.set_name(self.tr("Dölj tidsaxeln (F8)") if shown else self.tr("Visa tidsaxeln (F8)"))

    def _fold_axis(self) -> None:
        self._axis_wanted = self.axis.isHidden()
        self._share_height()

    def _lay_out(self) -> None:
        past = self.past
        looks = (self.zoom.button, self._axis_fold, self._to_wall, past.compare_button, past.travel_button)
        acts = (past.pictures, self._add, self._freeze)
        self._head = BoardHead(self.theme, (self._title, self._changed), looks, acts)
        whole = Column(self.theme, self, margin=(Space.L, Space.M, Space.L, Space.M), gap=Space.S + 2)
        whole.addWidget(self._head)
        for part in (past.bar, past.name, self._said, self.changes, self.finder.bar, self.forecast):
            whole.addWidget(part)
        whole.addWidget(self.columns, 1)
        whole.addWidget(past.compare, 1)
        whole.addWidget(self.axis)
        for part in (self._said, self._changed):
            part.hide()

    def _connect(self) -> None:
        self._changed.clicked.connect(self._list_changes)
        self.changes.chosen.connect(self._go_to_change)
        self.changes.left.connect(self.focus_first)
        self._add.clicked.connect(lambda: self.desk.add(self.columns.current_column()))
        self._freeze.clicked.connect(self._freeze_board)
        self._to_wall.clicked.connect(self._show_on_wall)
        self._axis_fold.clicked.connect(self._fold_axis)
        self.forecast.written.connect(self._set_forecast)
        self.axis.go.connect(self._go)
        self.past.shown.connect(self._show_past)
        self.past.left.connect(self._show_live)
        self.past.comparing.connect(self._show_comparing)
        self.past.print_wished.connect(self._print_frozen)
        self.past.moment_changed.connect(self.axis.show_moment)
        self.past.compare.go.connect(self._go)
        self.past.name.named.connect(self._name_frozen)
        self.past.name.left.connect(self.focus_first)
        self.theme.changed.connect(self._share_height)
        self.columns.add_wished.connect(self.desk.add)
        self.columns.move_wished.connect(self._move)
        self.columns.wished.connect(self._wish)
        self.columns.menu_wished.connect(self._show_menu)
        self.columns.zoom_wished.connect(self.zoom.go)
        self.desk.busy_changed.connect(self._be_quiet)

    def _be_quiet(self, busy: bool) -> None:
        """Leave the one loud button to the form while there is one."""
        self._freeze.set_primary(not busy)

    # ------------------------------------------------------------ showing

    def _show(self, rows: BoardRows) -> None:
        self._rows = rows
        past = bool(rows.past)
        fixed = past or rows.closed
        self._freeze.setToolTip(rows.changed)
        self._freeze.setAccessibleDescription(rows.changed)
        self._show_changed()
        if not self.changes.isHidden() and self._state is not None:
            self.changes.show_list(change_list(self._state, rows))
        self._add.setVisible(not fixed)
        self._freeze.setVisible(not fixed)
        self._freeze.set_text(self.tr("Frys nr {0}").format(rows.next_number))
        self.forecast.show_texts(rows, read_only=fixed)
        if self._now is not None and self._state is not None:
            self.desk.show(rows, self._now, partial(queries.certainty_of, self._state))
        self.columns.set_columns(rows.columns, self.tr("Insert sätter upp ett kort."), read_only=fixed)
        self.finder.show(rows)

    def _show_changed(self) -> None:
        said = self._rows.changed if self._rows is not None else ""
        wide = self.width() >= self.theme.px(_WIDE)
        self._changed.set_text(short_words(self._rows) if wide and self._rows is not None else "")
        self._changed.setToolTip(f"{said} (F4)")
        self._changed.setAccessibleName(said)
        self._changed.setVisible(bool(said))

    def _list_changes(self) -> None:
        """List what has changed since the last frozen board, or take the list away."""
        if not self.changes.isHidden() or self._rows is None or self._state is None:
            self.changes.leave()
            return
        self.changes.show_list(change_list(self._state, self._rows))
        self.changes.open()

    def _go_to_change(self, card: int, gone: bool) -> None:
        """Go to the card; of one that is gone, show all it said, the last first."""
        if not gone:
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)
            self.columns.choose(card)
        elif self._state is not None and self._now is not None:
            self.changes.show_versions(version_rows(self._state, card, self._now))

    def _show_past(self, rows: BoardRows) -> None:
        """Show a board of the past in place of the one that hangs; what was being written is put away."""
        self.desk.close()
        self.past.name.leave()
        self._show(rows)
        self.update()
        if not self.past.bar.isAncestorOf(self.focusWidget() or self):
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_live(self) -> None:
        if self._live is not None:
            self._show(self._live)
            self.update()
            self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_comparing(self, on: bool) -> None:
        """Give the room of the board to two of them."""
        self.desk.close()
        self.changes.leave()
        for part in (self._head, self.forecast, self.columns):
            part.setVisible(not on)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint the ground under a board of the past."""
        if self.past.on:
            painter = painter_on(self)
            painter.fillRect(self.rect(), self.theme.color("warnsoft"))
            painter.end()
        else:
            super().paintEvent(event)

    def _freeze_board(self) -> None:
        number = self._live.next_number if self._live is not None else 0
        if self._ask(board.commands.Freeze()):
            self.past.name.ask(number)

    def _show_on_wall(self) -> None:
        """Wish to have the board on Storbild, or the frozen one that is looked at."""
        picture = self.past.pictures.value()
        self.wall_requested.emit("board", int(picture) if picture.isdecimal() else 0)

    def _print_frozen(self, number: int) -> None:
        self.print_requested.emit(PrintWish(part="boards", number=number))

    def _name_frozen(self, number: int, name: str) -> None:
        self._ask(board.commands.NameFrozen(number=number, name=name))

    def _card_of(self, uncertainty: int) -> int:
        cards = (card for column in self._live.columns for card in column.cards) if self._live else ()
        return next((card.card for card in cards if card.uncertainty == uncertainty), 0)

    def _go(self, place: str) -> None:
        if not self.go_to(place):
            self.go_requested.emit(place)

    # ------------------------------------------------------------ wishes

    def _carried_out(self, command: object) -> tuple[bool, str, str]:
        done = self.request(command)
        return (done, *self.refusal)

    def _ask(self, command: object) -> bool:
        """Wish for something that has no form; a refusal stands over the board."""
        done, sentence, _ = self._carried_out(command)
        self._said.setText("" if done else sentence)
        self._said.setVisible(bool(self._said.text()))
        return done

    def _set_forecast(self, which: str, text: str) -> None:
        self._ask(board.commands.SetForecast(which="worst" if which == "worst" else "likely", text=text))

    def _move(self, cards: tuple[int, ...], column: str, place: int) -> None:
        asked = moves(self._rows, cards, column, place) if self._rows is not None else None
        current = self.columns.current()
        if asked is not None and self._ask(asked):
            self.columns.choose(current.card if current is not None else cards[0])
            if len(cards) > 1:
                self.columns.choose_many(cards)

    def _wish(self, what: str, cards: tuple[int, ...]) -> None:
        match what:
            case "edit":
                self.desk.edit(cards[0])
            case "strike":
                self.desk.strike(cards)
            case "answer":
                self.desk.answer(cards[0])
            case "withdraw":
                self.desk.withdraw(cards[0])
            case "history":
                self._show_history(cards[0])
            case _:
                self._log(cards)

    def _show_history(self, card: int) -> None:
        if self._state is not None and self._now is not None:
            self.desk.history(card, version_rows(self._state, card, self._now))

    def _log(self, cards: tuple[int, ...]) -> None:
        """Write what the cards say as lines of the log, each with the way back to its card."""
        for card in cards:
            row = self._card(card)
            if row is not None and not self._ask(_line_of(row)):
                return

    def _card(self, card: int) -> CardRow | None:
        return self._rows.card(card) if self._rows is not None else None

    def _show_menu(self, card: int, at: QPoint) -> None:
        row = self._card(card)
        if row is None or self._rows is None or self._rows.past or self._rows.closed:
            return
        CardMenu(row, self.columns.chosen(), self._wish, self._go, self).show_at(at)


def _line_of(row: CardRow) -> log.commands.Record:
    content = row.content
    return log.commands.Record(
        text=content.text,
        source=content.source,
        reliability=content.certainty,
        secrecy=content.secrecy,
        links=(f"card:{row.card}",),
    )
