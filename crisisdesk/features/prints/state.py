"""How far the log is on paper."""

from dataclasses import dataclass
from datetime import datetime

from crisisdesk.features.prints import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


@dataclass
class PrintsState:
    """The last line on paper, the number of its sheet, and when that was printed (UTC)."""

    line: int = 0
    sheets: int = 0
    at: datetime | None = None


def _printed(state: PrintsState, fact: facts.LogPrinted, recorded: Recorded) -> None:
    state.line, state.sheets, state.at = fact.last, fact.sheets, recorded.recorded_at


FOLDS: Folds[PrintsState] = {facts.LogPrinted: _printed}
