"""A Change is what one act brought: the facts, in order, as they were recorded."""

from typing import TypeVar

from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import Fact, Recorded

_F = TypeVar("_F", bound=Fact)


class Change(Record, kw_only=True):
    """The facts that one act appended. `number` is its line in the log (0 when it made none)."""

    recorded: tuple[Recorded, ...]

    @property
    def number(self) -> int:
        """Return the number of the log line that the act made, 0 when it made none."""
        return next((r.number for r in self.recorded if r.number), 0)

    def first(self, kind: type[_F]) -> _F:
        """Return the first fact of the class; LookupError when the act brought none."""
        for recorded in self.recorded:
            if isinstance(recorded.fact, kind):
                return recorded.fact
        raise LookupError(kind.KIND)
