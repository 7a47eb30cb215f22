"""What every section reads: the incident, when it is printed, whether secret text is covered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features import lifecycle
from crisisdesk.features.lifecycle import LifecycleState
from crisisdesk.incident import milestones, secrecy
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Recorded
from crisisdesk.plan.content import Plan
from crisisdesk.report.document import Cell, Tag
from crisisdesk.report.pictures import Pictures, Read


@dataclass(frozen=True)
class Source:
    """The incident as it stands, printed at a moment (UTC). `masked` covers what is marked secret.

    `pictures` are those of its attachments, None where their bytes are not at hand.
    """

    state: State
    printed_at: datetime
    masked: bool = False
    pictures: Pictures | None = None

    @property
    def plan(self) -> Plan:
        """Return the plan that the incident keeps."""
        return self.state.plan

    @property
    def life(self) -> LifecycleState:
        """Return where the incident stands."""
        return self.state[lifecycle.FEATURE]

    @property
    def end(self) -> datetime:
        """Return when the incident was closed, or when this is printed (UTC)."""
        return milestones.ended(self.state, self.printed_at)

    def clock(self, moment: datetime | None) -> str:
        """Return `14:10`, with the date when it is another day than the alarm's; "" for None."""
        if moment is None:
            return ""
        zone, first = self.state.zone, self.life.started_at or moment
        same = swedish.local(moment, zone).date() == swedish.local(first, zone).date()
        return swedish.clock(moment, zone) if same else swedish.stamp(moment, zone)

    def hour(self, moment: datetime) -> str:
        """Return `14:10`, whatever the day."""
        return swedish.clock(moment, self.state.zone)

    def stamp(self, moment: datetime | None) -> str:
        """Return `2027-01-14 14:10`; "" for None."""
        return swedish.stamp(moment, self.state.zone) if moment is not None else ""

    def day(self, moment: datetime) -> str:
        """Return `Torsdag 14 januari 2027`."""
        return swedish.long_date(moment, self.state.zone)

    def near(self, moment: datetime, today: datetime) -> str:
        """Return `14:10` on the day of `today`, `fre 08:00` within six days: where there is little room."""
        return swedish.near(moment, self.state.zone, today)

    def line(self, number: int) -> Recorded:
        """Return the line of the log; LookupError when there is none."""
        return self.state.timeline.line(number)

    def mark(self, kind: str, number: int) -> str:
        """Return the provision that the decision, task, card or message is secret by, "" when it is open."""
        return secrecy.of_ref(self.state, f"{kind}:{number}")

    def hidden(self, mark: str) -> str:
        """Return the provision to print a bar for, "" when the text may be read."""
        return mark if self.masked else ""

    def hidden_line(self, number: int) -> str:
        """Return the provision to print a bar for in place of the line's text, "" when it may be read."""
        return secrecy.of_line(self.state, number) if self.masked and number else ""

    def text(self, text: str, mark: str, secondary: str = "", **more: Tag | None) -> Cell:
        """Return the cell of a text that is secret by `mark` ("" for an open one)."""
        if self.hidden(mark):
            return Cell(masked=mark)
        noted = joined((secondary, secret_words(mark)), " · ")
        return Cell(text=text, secondary=noted, tag=more.get("tag"))


def source_of(
    state: State, printed_at: datetime, *, masked: bool = False, read: Read | None = None
) -> Source:
    """Return what the sections read; a masked one holds the covered incident, in which no secret text is.

    `read` gives the bytes of an attachment.
    """
    seen = covered_state(state) if masked else state
    return Source(seen, printed_at, masked, Pictures(seen, read) if read is not None else None)


def secret_words(mark: str) -> str:
    """Return how a mark is said beside its text: `Sekretess OSL 18:1`; "" for none."""
    return f"Sekretess {mark}" if mark else ""


def secret_tag(mark: str) -> Tag | None:
    """Return the tag of a secrecy mark, None when there is none."""
    return Tag(text=secret_words(mark), icon="lock", signal="alarm") if mark else None


def nr(*lines: int) -> str:
    """Return `nr 41`, `nr 1 och 6`, "" when there is no line."""
    known = [str(line) for line in dict.fromkeys(lines) if line]
    return f"nr {swedish.listed(known)}" if known else ""


def in_brackets(*lines: int) -> str:
    """Return ` (nr 41)` with the space before it, "" when there is no line."""
    return f" ({nr(*lines)})" if nr(*lines) else ""


def joined(parts: Iterable[str], between: str = " ") -> str:
    """Return the parts that say something, with `between` between them."""
    return between.join(part for part in parts if part)


def capital(text: str) -> str:
    """Return the text with a capital first, the rest as it is."""
    return text[:1].upper() + text[1:]
