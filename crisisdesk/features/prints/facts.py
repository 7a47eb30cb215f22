"""What can have been printed. A detail: it makes no line, or each print would need another."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class LogPrinted(Fact, kw_only=True):
    """The log's lines `first` to `last` were printed; the last sheet has the number `sheets`."""

    KIND: ClassVar[str] = "prints.log_printed"

    first: int
    last: int
    sheets: int
