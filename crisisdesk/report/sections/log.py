"""The whole log: struck lines with what replaced them, both times of late ones, paper, marks of secrecy."""

from collections.abc import Iterable, Iterator

from crisisdesk.base import certainty, swedish
from crisisdesk.features import decisions, log
from crisisdesk.features.log.state import LATE_AFTER, Entry
from crisisdesk.incident import secrecy
from crisisdesk.kernel.fact import LINE_WORDS, Recorded
from crisisdesk.report.document import Block, Heading, LogRow, LogTable, Note, Paragraph, RuledOff, Tag
from crisisdesk.report.source import Source, capital, in_brackets, joined, secret_tag

_NOTE = (
    "Tiden är när det hände, «förd» när raden skrevs om det dröjde mer än fem minuter. Sign är den som "
    "gjorde det, och inom parentes loggföraren när det är en annan."
)


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the log, every line of it."""
    return (
        Heading(level=1, text="Loggen", new_page=True),
        LogTable(rows=lambda: rows(source), note=_NOTE),
        RuledOff(),
    )


def chosen(source: Source, lines: Iterable[int], *, title: str) -> tuple[Block, ...]:
    """Return these lines under the title: what a filter shows. LookupError when one is not there."""
    wanted = tuple(lines)
    for number in wanted:
        source.line(number)
    table = LogTable(rows=lambda: (row(source, number) for number in wanted), empty="Inga rader.")
    return (Heading(level=1, text=title), table, RuledOff())


def since(source: Source, last: int, sheets: int) -> tuple[Block, ...]:
    """Return the lines after line `last`, which stands on sheet `sheets` of an earlier print."""
    total = len(source.state.timeline.lines)
    told = f"Fortsättning från rad {last}, blad {sheets}." if last else "Från början."
    table = LogTable(
        rows=lambda: (row(source, number) for number in range(last + 1, total + 1)),
        note=_NOTE,
        empty="Inga nya rader.",
    )
    return (
        Heading(level=1, text="Loggen, fortsättning"),
        Paragraph(text=told, tone="strong"),
        *_struck_before(source, last),
        table,
        RuledOff(),
    )


def _struck_before(source: Source, last: int) -> tuple[Block, ...]:
    """Return which lines on earlier sheets no longer hold: there they stand unstruck."""
    since = sorted((n, by) for n, by in source.state.timeline.struck_by.items() if n <= last < by)
    if not since:
        return ()
    told = swedish.listed([f"nr {number} (se nr {by})" for number, by in since])
    return (Note(title="Struket eller ersatt på tidigare blad", text=f"{capital(told)}."),)


def rows(source: Source) -> Iterator[LogRow]:
    """Yield every line, in order of number."""
    return (row(source, recorded.number) for recorded in source.state.timeline.lines)


def row(source: Source, number: int) -> LogRow:
    """Return the line ready to print, covered when it is secret and the copy is masked."""
    recorded = source.line(number)
    said = source.state.timeline.says(number)
    mark = secrecy.of_line(source.state, number)
    if source.hidden(mark):
        return _masked(source, recorded, mark)
    entry = source.state[log.FEATURE].entries.get(number)
    struck_by = source.state.timeline.struck_by.get(number, 0)
    return LogRow(
        number=number,
        time=source.hour(recorded.happened_at),
        recorded=_recorded(source, recorded),
        day=source.day(recorded.happened_at),
        kind=said.kind,
        word=LINE_WORDS[said.kind],
        text=said.text,
        struck=bool(struck_by),
        after=_after(source, number, struck_by) if struck_by else "",
        secondary=_secondary(source, number, entry, mark),
        tag=secret_tag(mark) or (_reliability(entry) if entry is not None and not struck_by else None),
        route=_route(entry) if entry is not None else "",
        sign=_sign(recorded),
        refs=tuple(n for n in (struck_by, said.strikes, entry.because if entry else 0) if n),
    )


def _masked(source: Source, recorded: Recorded, mark: str) -> LogRow:
    said = source.state.timeline.says(recorded.number)
    return LogRow(
        number=recorded.number,
        time=source.hour(recorded.happened_at),
        recorded=_recorded(source, recorded),
        day=source.day(recorded.happened_at),
        kind=said.kind,
        word=LINE_WORDS[said.kind],
        text="",
        sign=_sign(recorded),
        masked=mark,
    )


def _recorded(source: Source, recorded: Recorded) -> str:
    """Return when it was written, where that is more than five minutes after it happened."""
    late = recorded.recorded_at - recorded.happened_at > LATE_AFTER
    if not late:
        return ""
    zone = source.state.zone
    return swedish.near(recorded.recorded_at, zone, recorded.happened_at)


def _sign(recorded: Recorded) -> str:
    done, keeper = recorded.done_by, recorded.recorded_by
    return keeper if done in ("", keeper) else f"{done} ({keeper})"


def _route(entry: Entry) -> str:
    fact = entry.fact
    to = f"till {fact.receiver}" if fact.receiver else ""
    return joined((joined((fact.sender, to), " "), fact.channel), ", ")


def _reliability(entry: Entry) -> Tag | None:
    look = certainty.LOOKS.get(entry.reliability)
    if look is None:
        return None
    return Tag(text=capital(certainty.WORDS[entry.reliability]), icon=look[0], signal=look[1])


def _secondary(source: Source, number: int, entry: Entry | None, mark: str) -> str:
    """Return what stands quietly under the text: source, paper, lateness, what a correction replaces."""
    if entry is None:
        return ""
    return joined(
        (
            _weighed(entry, mark),
            f"Källa: {swedish.sentence(entry.fact.source)}" if entry.fact.source else "",
            _paper(entry),
            _late(entry),
            f"Ersätter nr {entry.fact.corrects}." if entry.fact.corrects else "",
        )
    )


def _weighed(entry: Entry, mark: str) -> str:
    """Return what is known of the line, beyond the tag."""
    word = capital(certainty.WORDS.get(entry.reliability, ""))
    if not word:
        return ""
    if mark:
        return f"{word}{in_brackets(entry.because)}."
    return f"Se nr {entry.because}." if entry.because else ""


def _paper(entry: Entry) -> str:
    paper = entry.fact.paper
    if paper is None:
        return ""
    writer = f", skriven av {paper.writer}" if paper.writer else ""
    return f"Från papper, blankett {paper.form}{writer}."


def _late(entry: Entry) -> str:
    if entry.late_reason:
        return f"Skrevs i efterhand: {swedish.sentence(entry.late_reason)}"
    unexplained = entry.late and entry.fact.paper is None
    return "Skrevs i efterhand, skäl saknas." if unexplained else ""


def _after(source: Source, number: int, by: int) -> str:
    """Return what replaced a struck line: who, when, why, and where to read on."""
    recorded = source.line(by)
    clock = swedish.near(recorded.recorded_at, source.state.zone, source.line(by).happened_at)
    signed = f" {recorded.done_by}" if recorded.done_by else ""
    why = "" if source.hidden_line(by) else _why(recorded)
    see = source.state.timeline.see(number)
    return f"{_verb(recorded)} {clock}{signed}{f': {why}' if why else ''}, {see}."


def _verb(recorded: Recorded) -> str:
    replaces = isinstance(recorded.fact, decisions.facts.DecisionRecorded)
    corrects = isinstance(recorded.fact, log.facts.EntryRecorded)
    return "Ersatt" if replaces else "Rättad" if corrects else "Struken"


def _why(recorded: Recorded) -> str:
    if isinstance(recorded.fact, decisions.facts.DecisionRecorded):
        # Its reason is why it was decided, not why the old one no longer holds.
        return ""
    why = str(getattr(recorded.fact, "reason", "")).strip().rstrip(".")
    return why[:1].lower() + why[1:]


def secret_lines(source: Source) -> list[tuple[int, str]]:
    """Return the lines that are marked secret, with their provisions."""
    numbers = (recorded.number for recorded in source.state.timeline.lines)
    return [(number, mark) for number in numbers if (mark := secrecy.of_line(source.state, number))]
