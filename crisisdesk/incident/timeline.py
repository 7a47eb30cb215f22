"""The log as a list of lines, whatever feature made them: in order, with what strikes and names what."""

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.kernel.fact import Line, Recorded


class Timeline(Kept):
    """The lines of the log. `lines[n - 1]` is number n; lines are only ever added.

    `struck_by` says which line strikes a line; `about` which lines name a ref such as `decision:7`.
    """

    lines: list[Recorded] = field(default_factory=list[Recorded])
    struck_by: dict[int, int] = field(default_factory=dict[int, int])
    about: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def take(self, recorded: Recorded) -> None:
        """Take one recorded fact in; a detail is passed by."""
        if recorded.line is None:
            return
        self.lines.append(recorded)
        if recorded.line.strikes:
            self.struck_by[recorded.line.strikes] = recorded.number
        for ref in recorded.line.refs:
            self.about.setdefault(ref, []).append(recorded.number)

    def strike(self, number: int) -> None:
        """Let the last line strike the line with the number, beside the one that it says it strikes."""
        self.struck_by[number] = len(self.lines)

    def line(self, number: int) -> Recorded:
        """Return the line with the number; LookupError when there is none."""
        if not 0 < number <= len(self.lines):
            raise LookupError(number)
        return self.lines[number - 1]

    def says(self, number: int) -> Line:
        """Return what the line says; LookupError when there is none."""
        line = self.line(number).line
        if line is None:
            raise LookupError(number)
        return line

    def current(self, number: int) -> int:
        """Return the last line of the chain of corrections that starts at the number."""
        while number in self.struck_by:
            number = self.struck_by[number]
        return number

    def see(self, number: int) -> str:
        """Return where to read on from a struck line: `se nr 24, därefter nr 25` when 24 was struck too."""
        by, last = self.struck_by[number], self.current(number)
        return f"se nr {by}" if last == by else f"se nr {by}, därefter nr {last}"
