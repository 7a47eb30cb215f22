"""The entries as they stand, folded from their facts."""

from datetime import datetime, timedelta

from msgspec import field

from crisisdesk.base.certainty import Certainty
from crisisdesk.base.record import Kept
from crisisdesk.features.log import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds

LATE_AFTER = timedelta(minutes=5)
"""An entry written longer than this after it happened is late: the reason stands open."""


class Entry(Kept):
    """An entry and what has been said of it since. `struck_by` is the line that strikes it (0: none).

    `written_at` is when it was first written: for a correction that of the line it stands for.
    """

    number: int
    fact: facts.EntryRecorded
    happened_at: datetime
    recorded_at: datetime
    reliability: Certainty
    secrecy: str
    written_at: datetime
    because: int = 0
    struck_by: int = 0
    late_reason: str = ""

    @property
    def late(self) -> bool:
        """Return whether it was written late (product: more than five minutes).

        A correction is late when the first line that it stands for was, by the time it gives now.
        """
        return self.written_at - self.happened_at > LATE_AFTER


class LogState(Kept):
    """Entries by line number; late ones whose reason stands open; paper forms typed in."""

    entries: dict[int, Entry] = field(default_factory=dict[int, Entry])
    unexplained: set[int] = field(default_factory=set[int])
    forms: dict[int, int] = field(default_factory=dict[int, int])


def _recorded(state: LogState, fact: facts.EntryRecorded, recorded: Recorded) -> None:
    old = state.entries.get(fact.corrects)
    entry = Entry(
        number=recorded.number,
        fact=fact,
        happened_at=recorded.happened_at,
        recorded_at=recorded.recorded_at,
        reliability=fact.reliability,
        secrecy=fact.secrecy,
        written_at=old.written_at if old is not None else recorded.recorded_at,
        late_reason=old.late_reason if old is not None else "",
    )
    state.entries[recorded.number] = entry
    if fact.corrects:
        _strike(state, fact.corrects, recorded.number)
    if fact.paper is not None:
        state.forms[fact.paper.form] = recorded.number
    elif entry.late and not entry.late_reason:
        state.unexplained.add(recorded.number)


def _strike(state: LogState, number: int, by: int) -> None:
    state.unexplained.discard(number)
    if number in state.entries:
        state.entries[number].struck_by = by


def _struck(state: LogState, fact: facts.EntryStruck, recorded: Recorded) -> None:
    _strike(state, fact.number, recorded.number)


def _reliability(state: LogState, fact: facts.ReliabilitySet, recorded: Recorded) -> None:
    entry = state.entries[fact.number]
    entry.reliability = fact.reliability
    entry.because = fact.because


def _explained(state: LogState, fact: facts.LatenessExplained, recorded: Recorded) -> None:
    state.unexplained.discard(fact.number)
    state.entries[fact.number].late_reason = fact.reason


def _secrecy(state: LogState, fact: facts.SecrecySet, recorded: Recorded) -> None:
    state.entries[fact.number].secrecy = fact.secrecy


FOLDS: Folds[LogState] = {
    facts.EntryRecorded: _recorded,
    facts.EntryStruck: _struck,
    facts.ReliabilitySet: _reliability,
    facts.LatenessExplained: _explained,
    facts.SecrecySet: _secrecy,
}
