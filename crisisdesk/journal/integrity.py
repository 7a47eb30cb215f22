"""Integrity: walk the whole chain, recount, and name the first fact that cannot be trusted."""

import struct
from collections.abc import Iterable

from crisisdesk.journal.chain import link
from crisisdesk.journal.row import Row, Unreadable
from crisisdesk.journal.store import Fault, Head, Report


def walk(rows: Iterable[Row], stored: Head | None) -> Report:
    """Walk the chain from its beginning and stop at the first fact that cannot be trusted.

    `stored` is the head that the file keeps beside the chain (None: it has lost it): the chain alone cannot
    see its last facts removed together. The report's head covers what can be trusted. `rows` may raise
    Unreadable.
    """
    walked = _Walk(stored)
    try:
        for row in rows:
            flaw = walked.step(row)
            if flaw:
                return untrusted(walked.head, flaw, walked.line_of(row))
    except Unreadable:
        return untrusted(walked.head, f"Faktum {walked.facts + 1} går inte att läsa.")
    flaw = walked.end()
    return untrusted(walked.head, flaw) if flaw else Report(head=walked.head)


def untrusted(head: Head, flaw: str, number: int | None = None) -> Report:
    """Return the report that nothing after `head` can be trusted, by the Swedish sentence `flaw`.

    `number` is the line that the first such fact belongs to: the next line when not given.
    """
    fault = Fault(
        seq=head.facts + 1,
        number=head.lines + 1 if number is None else number,
        sentence=f"{flaw} {_trusted(head.lines)}",
    )
    return Report(head=head, fault=fault)


def _trusted(lines: int) -> str:
    if lines == 0:
        return "Ingen rad kan litas på."
    return "Rad 1 är hel." if lines == 1 else f"Rad 1–{lines} är hela."


class _Walk:
    """Where the walk stands, and which line each fact belongs to (for a detail: the line of its cause)."""

    def __init__(self, stored: Head | None) -> None:
        self.facts = 0
        self.lines = 0
        self.hash = ""
        self._stored = stored
        self._line_of = [0]

    @property
    def head(self) -> Head:
        """Return where the trusted part of the chain ends."""
        return Head(facts=self.facts, lines=self.lines, hash=self.hash)

    def step(self, row: Row) -> str:
        """Take one row in; return what is wrong with it, in Swedish ("" for nothing)."""
        try:
            flaw = self._flaw(row)
        except (AttributeError, TypeError, ValueError, struct.error):
            # A damaged column can hold anything: a number where a text was, nothing where a number was.
            return f"Faktum {self.facts + 1} har ett innehåll som inte går att läsa."
        if not flaw:
            self._take(row)
        return flaw

    def _flaw(self, row: Row) -> str:
        # By position: twice as fast as by name, and this is done for every fact at every opening.
        seq, number, its_link = row[0], row[13], row[19]
        if seq != self.facts + 1:
            return f"Faktum {self.facts + 1} saknas."
        if link(self.hash, row) != its_link:
            return f"Faktum {seq} är ändrat efter att det skrevs."
        if number not in (0, self.lines + 1):
            return f"Faktum {seq} har radnummer {number}, men näst på tur var {self.lines + 1}."
        stored = self._stored
        if stored is not None and seq >= stored.facts and its_link != stored.hash:
            return f"Faktum {seq} är utbytt eller tillagt vid sidan av filens räkneverk."
        return ""

    def _take(self, row: Row) -> None:
        seq, cause, number = row[0], row[12], row[13]
        if number:
            self.lines = number
        self._line_of.append(number or (self._line_of[cause] if 0 < cause < seq else 0))
        self.facts, self.hash = seq, row[19]

    def line_of(self, row: Row) -> int:
        """Return the line that an untrusted row belongs to, without trusting the row."""
        try:
            detail = row.number == 0 and row.line_kind == ""
            of_cause = self._line_of[row.cause] if 0 < row.cause < len(self._line_of) else 0
        except TypeError:
            return self.lines + 1
        return of_cause if detail else self.lines + 1

    def end(self) -> str:
        """Return what is wrong at the end of the chain, in Swedish ("" for nothing)."""
        stored = self._stored
        if stored is None:
            return "Filens räkneverk saknas: det går inte att se om de sista raderna är kvar."
        if stored.facts > self.facts:
            return f"De sista raderna saknas: filen ska ha {stored.facts} fakta och {stored.lines} rader."
        if stored != self.head:
            return f"Filens räkneverk är ändrat: det visar {stored.lines} rader."
        return ""
