"""The board as it stood at a moment or after a fact: a fold of the board's own facts, with checkpoints."""

from bisect import bisect_right
from datetime import datetime
from typing import Final

from crisisdesk.features.board.state import FOLDS, BoardState
from crisisdesk.kernel.fact import Recorded

EVERY: Final = 128
"""Facts from one checkpoint to the next."""


class BoardPast:
    """Earlier boards of one incident. `follow` the board as it is before asking; what comes back is not to
    be changed, and stands only until the next question.

    A moment means the order of recording: everything that was recorded up to it, also when the clock was
    set back in between.
    """

    def __init__(self) -> None:
        self._facts: list[Recorded] = []
        self._moments: list[datetime] = []
        self._checkpoints: list[BoardState] = [BoardState()]
        self._board = BoardState()
        self._at = 0

    def follow(self, board: BoardState) -> None:
        """Take in what was recorded since; another board (covered, reopened) starts anew."""
        if board.recorded is not self._facts or len(board.recorded) < len(self._moments):
            self._facts = board.recorded
            self._moments, self._checkpoints = [], [BoardState()]
            self._board, self._at = BoardState(), 0
        for recorded in self._facts[len(self._moments) :]:
            last = self._moments[-1] if self._moments else recorded.recorded_at
            self._moments.append(max(last, recorded.recorded_at))

    def at(self, moment: datetime) -> BoardState:
        """Return the board with everything that was recorded up to the moment (UTC)."""
        return self._after(bisect_right(self._moments, moment))

    def after(self, seq: int) -> BoardState:
        """Return the board after the journal's fact `seq`."""
        return self._after(bisect_right(self._facts, seq, key=lambda recorded: recorded.seq))

    def moment_of(self, seq: int) -> datetime | None:
        """Return when the board's last fact up to the journal's fact `seq` was recorded (UTC)."""
        count = bisect_right(self._facts, seq, key=lambda recorded: recorded.seq)
        return self._moments[count - 1] if count else None

    def changes(self) -> tuple[datetime, ...]:
        """Return when the board was changed (UTC), in order."""
        return tuple(self._moments)

    def _after(self, count: int) -> BoardState:
        """Return the board after its own first `count` facts."""
        checkpoint = min(count // EVERY, len(self._checkpoints) - 1)
        if not checkpoint * EVERY <= self._at <= count:
            self._board, self._at = self._checkpoints[checkpoint].copied(), checkpoint * EVERY
        while self._at < count:
            self._step()
        return self._board

    def _step(self) -> None:
        recorded = self._facts[self._at]
        FOLDS[type(recorded.fact)](self._board, recorded.fact, recorded)
        self._at += 1
        if self._at == len(self._checkpoints) * EVERY:
            self._checkpoints.append(self._board.copied())
