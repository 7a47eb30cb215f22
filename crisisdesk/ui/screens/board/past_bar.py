"""The dark bar over a board of the past: what it is, the slider when it can be moved, the way back."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Button, Card, ComboBox, IconButton, IconView, Row, WrapLabel
from crisisdesk.ui.screens.board.past_rows import MINUTE, Track
from crisisdesk.ui.screens.board.past_track import PastTrack

_TICK_MS: Final = 200
_SPEEDS: Final = {"1": 1, "5": 5, "15": 15, "60": 60}
"""Minutes of the past in a second."""


class PastBar(Card):
    """Nobody takes the past for the present. `left` when the user wants the board as it is, `moved(at)` when
    the slider goes to a minute, `compare_wished` when this board shall stand beside another; of a frozen one
    `rename_wished` and `print_wished`.
    """

    left = Signal()
    moved = Signal(object)
    compare_wished = Signal()
    rename_wished = Signal()
    print_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        edge = (Space.M, Space.XS, Space.XS, Space.XS)
        super().__init__(theme, "navon", line="", margin=edge, gap=Space.XS)
        self._words = WrapLabel(theme, "", "strong", token="onnav")
        self._compare = Button(theme, self.tr("Jämför"), "book-open", key_hint=self.tr("Ctrl J"))
        self._compare.clicked.connect(self.compare_wished)
        back = Button(theme, self.tr("Till tavlan nu"), "arrow-left", key_hint=self.tr("Esc"))
        back.clicked.connect(self.left)
        head = Row(theme, gap=Space.S)
        head.addWidget(IconView(theme, "history", "navtext"))
        head.addWidget(self._words, 1)
        self._frozen = (
            IconButton(theme, "pencil", self.tr("Byt namn på lägesbilden"), variant="dark"),
            IconButton(theme, "printer", self.tr("Skriv ut lägesbilden"), variant="dark"),
        )
        for button, wish in zip(self._frozen, (self.rename_wished, self.print_wished), strict=True):
            button.clicked.connect(wish)
            head.addWidget(button)
        head.addWidget(self._compare)
        head.addWidget(back)
        self.body.addLayout(head)
        self._track: Track | None = None
        self._at: datetime | None = None
        self._due = 0.0
        self._playing = False
        self.track = PastTrack(theme, self.tr("Tid"))
        self._play = IconButton(theme, "play", self.tr("Spela upp"), variant="dark")
        self._speed = ComboBox(theme, self.tr("Hur fort"), self._speeds(), "5")
        self._speed.setMinimumContentsLength(9)
        self._slider = self._lay_out_slider(theme)
        self._timer = QTimer(self, interval=_TICK_MS, singleShot=True)
        self._since = QElapsedTimer()
        self._timer.timeout.connect(self._tick)
        self._connect()

    def show_past(self, past: str) -> None:
        """Show which board it is, or nothing for the board as it is; a frozen board has no slider."""
        self.stop()
        self._slider.hide()
        for button in self._frozen:
            button.setVisible(bool(past))
        self._say(past)

    def show_moment(self, past: str, at: datetime, track: Track, zone: str) -> None:
        """Show the board of a moment with the slider at it."""
        self._track, self._at = track, at
        self.track.show_track(track, zone)
        self.track.show_at(at)
        self._slider.show()
        for button in self._frozen:
            button.hide()
        self._say(past)
        if track.held(at) >= track.end:
            self.stop()

    def playing(self) -> bool:
        """Return whether the past is being played."""
        return self._playing

    def play_or_stop(self) -> None:
        """Play from here, from the start when the slider stands at the end; or stop."""
        if self.playing() or self._track is None or self._at is None:
            self.stop()
            return
        if self._track.held(self._at) >= self._track.end:
            self.moved.emit(self._track.start)
        self._due = 0.0
        self._since.start()
        self._playing = True
        self._timer.start()
        self._show_play()

    def stop(self) -> None:
        """Stop playing."""
        self._playing = False
        self._timer.stop()
        self._show_play()

    def _tick(self) -> None:
        # By the time that has passed: a board that is slow to paint is passed over, playing keeps its pace.
        self.advance(self._since.restart())
        if self.playing():
            self._timer.start()

    def advance(self, passed: int = _TICK_MS) -> None:
        """Go on by as much of the past as is played in `passed` ms."""
        if self._track is None or self._at is None:
            return
        self._due += _SPEEDS.get(self._speed.value(), 1) * passed / 1000
        minutes = int(self._due)
        if minutes:
            self._due -= minutes
            self.moved.emit(self._track.held(self._at + minutes * MINUTE))

    def hideEvent(self, event: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Play nothing that nobody sees."""
        self.stop()

    def _say(self, past: str) -> None:
        said = self.tr("{0}. Så såg tavlan ut då, den går inte att ändra.").format(past)
        self._words.setText(said if past else "")
        self.setAccessibleName(said if past else "")
        self.setVisible(bool(past))

    def _show_play(self) -> None:
        playing = self.playing()
        self._play.set_icon("pause" if playing else "play")
        self._play.set_name(self.tr("Stanna") if playing else self.tr("Spela upp"))

    def _speeds(self) -> list[tuple[str, str]]:
        return [(key, self.tr("{0} min/s").format(key)) for key in _SPEEDS]

    def _lay_out_slider(self, theme: Theme) -> QWidget:
        whole = QWidget()
        row = Row(theme, whole, gap=Space.S)
        row.addWidget(self._play)
        row.addWidget(self.track, 1)
        row.addWidget(self._speed)
        self.body.addWidget(whole)
        return whole

    def _connect(self) -> None:
        self._play.clicked.connect(self.play_or_stop)
        self.track.play_wished.connect(self.play_or_stop)
        self.track.moved.connect(self._moved_by_hand)

    def _moved_by_hand(self, at: datetime) -> None:
        self.stop()
        self.moved.emit(at)
