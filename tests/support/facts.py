"""Facts for tests of what carries facts: they mean nothing, but hold every shape that a fact can have."""

from datetime import UTC, datetime, timedelta
from typing import ClassVar

import msgspec

from crisisdesk.base.record import Record
from crisisdesk.journal.codec import Codec
from crisisdesk.kernel.fact import Fact, Line, Recorded

START = datetime(2027, 1, 14, 12, 5, tzinfo=UTC)
ZONE = "Europe/Stockholm"


class Written(Fact, kw_only=True):
    """A text was written."""

    KIND: ClassVar[str] = "test.written"

    text: str


class Place(Record, kw_only=True):
    """Something inside a fact."""

    name: str
    floor: int = 0


class Measured(Fact, kw_only=True):
    """A fact with every kind of field, at its second version."""

    KIND: ClassVar[str] = "test.measured"
    VERSION: ClassVar[int] = 2

    count: int
    share: float = 0.0
    done: bool = False
    at: datetime | None = None
    places: tuple[Place, ...] = ()
    words: dict[str, str] = msgspec.field(default_factory=dict[str, str])


def codec() -> Codec:
    """Return a codec that knows the facts of this module."""
    return Codec([Written, Measured], {("test.measured", 1): _name_the_count})


def _name_the_count(fields: dict[str, object]) -> dict[str, object]:
    """Version 1 called the count `number`."""
    return {"count": fields["number"], **{name: value for name, value in fields.items() if name != "number"}}


def line(seq: int, number: int, text: str = "Rök i trapphus, hus B", *, strikes: int = 0) -> Recorded:
    """Return a fact that makes a line."""
    return Recorded(
        seq=seq,
        fact=Written(text=text),
        happened_at=START + timedelta(seconds=seq),
        recorded_at=START + timedelta(seconds=seq + 1),
        zone=ZONE,
        done_by="LS",
        recorded_by="MK",
        number=number,
        line=Line(kind="note", text=text, strikes=strikes, refs=("step:4.2",)),
    )


def detail(seq: int, cause: int = 0, *, fact: Fact | None = None) -> Recorded:
    """Return a fact that makes no line."""
    at = START + timedelta(seconds=seq)
    return Recorded(
        seq=seq, fact=fact or Measured(count=3), happened_at=at, recorded_at=at, zone=ZONE, cause=cause
    )


def lines(count: int) -> list[Recorded]:
    """Return so many lines, one a fact, from the beginning."""
    return [line(seq, seq, f"Rad {seq}: hissen står på plan {seq % 7}") for seq in range(1, count + 1)]


def act(number: int, seq: int) -> list[Recorded]:
    """Return an act of one line and two details that it caused."""
    return [line(seq, number), detail(seq + 1, seq), detail(seq + 2, seq)]
