"""How far the log is on paper."""

from datetime import datetime

from crisisdesk.base.record import Kept
from crisisdesk.features.prints import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class PrintsState(Kept):
    """The last line on paper, the number of its sheet, and when that was printed (UTC)."""

    line: int = 0
    sheets: int = 0
    at: datetime | None = None


def _printed(state: PrintsState, fact: facts.LogPrinted, recorded: Recorded) -> None:
    state.line, state.sheets, state.at = fact.last, fact.sheets, recorded.recorded_at


FOLDS: Folds[PrintsState] = {facts.LogPrinted: _printed}
