"""A Fact is what happened, in the past tense; Recorded is a fact as it stands in the journal."""

from datetime import datetime
from typing import ClassVar, Literal

from crisisdesk.base.record import Record

LineKind = Literal["note", "in", "out", "dec", "task", "unc", "ass", "meet", "call", "step", "sys"]
"""The kinds a line of the log can have: always shown as icon, word and colour."""

LINE_WORDS: dict[LineKind, str] = {
    "note": "Händelse",
    "in": "Info in",
    "out": "Info ut",
    "dec": "Beslut",
    "task": "Uppgift",
    "unc": "Oklarhet",
    "ass": "Bedömning",
    "meet": "Möte",
    "call": "Kontakt",
    "step": "Steg",
    "sys": "System",
}


class Fact(Record):
    """The base of all facts. A fact is for ever: KIND is literal and never the class path.

    Changing a released fact means a new VERSION, an upgrade step and a golden file, in one commit.
    TEXTS names the fields that people write, also names of people: what is covered when it is secret. A
    field in a part stands with a point, `content.text`; in a tuple of parts it is that field of each. Numbers
    that draw something are named, too: covered, nothing is drawn.
    """

    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1
    TEXTS: ClassVar[tuple[str, ...]] = ()


class Line(Record, kw_only=True):
    """What a fact says in the log: the sentence is made once, at the append, and stored.

    `strikes` is the number of the line that this one strikes (0: none). `refs` name what the line is
    about, such as `decision:7`, `step:4.2`, `line:23`. `secrecy` is the provision ("" when open).
    """

    kind: LineKind
    text: str
    strikes: int = 0
    refs: tuple[str, ...] = ()
    secrecy: str = ""


class Recorded(Record, kw_only=True):
    """A fact in the journal, with its envelope.

    `seq` counts facts from 1 without gaps; `number` counts lines of the log from 1 (0 for a detail).
    Times are UTC with zone; `zone` is the name of the local zone they were written in, `wall_at` the real
    time of an exercise's fact (None otherwise). `done_by` did it, `recorded_by` is the keeper who typed.
    `cause` is the seq of the fact that led to this one in the same act (0: it came first).
    """

    seq: int
    fact: Fact
    happened_at: datetime
    recorded_at: datetime
    zone: str
    done_by: str = ""
    recorded_by: str = ""
    wall_at: datetime | None = None
    cause: int = 0
    number: int = 0
    line: Line | None = None
