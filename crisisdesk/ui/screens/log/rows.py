"""A line of the log as a ready row: its stored sentence, its marks, what strikes it."""

from collections.abc import Iterator
from datetime import timedelta

from crisisdesk.base import certainty, swedish
from crisisdesk.features import board, calls, checklists, decisions, forms, log, tasks
from crisisdesk.features.log.state import LATE_AFTER, Entry
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.fact import Fact, Recorded
from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.tokens import Tone

_STRUCK_WORDS: dict[type[Fact], str] = {
    log.facts.EntryRecorded: "rättad",
    log.facts.EntryStruck: "struken",
    decisions.facts.DecisionRevoked: "återkallat",
    decisions.facts.DecisionRecorded: "ersatt",
    checklists.facts.ItemUndone: "ångrat",
    calls.facts.CallWithdrawn: "återtaget",
    tasks.facts.TaskWithdrawn: "borttagen",
    forms.facts.FormRestored: "gäller igen",
    board.facts.CardStruck: "struket",
    board.facts.UncertaintyAnswered: "besvarad på nytt",
    board.facts.UncertaintyReopened: "öppen igen",
}
_SHORT = 60


def row(state: State, number: int, *, by_number: bool = True) -> LogRow:
    """Return the line with the number as a row; LookupError when there is none.

    In order of number the day over the row is that of recording, so that days never go back; otherwise it
    is that of what happened.
    """
    recorded, line = state.timeline.line(number), state.timeline.says(number)
    entry = state[log.FEATURE].entries.get(number)
    text, quiet = parted(recorded)
    struck = number in state.timeline.struck_by
    marks = tags(state, recorded, entry, by_number=by_number)
    return LogRow(
        number=number,
        time=swedish.clock(recorded.happened_at, state.zone)[:5],
        kind=line.kind,
        text=text,
        secondary=" ".join(part for part in (quiet, _about(recorded, entry)) if part),
        tags=marks,
        struck=struck,
        replaced_note=replaced_note(state, number) if struck else "",
        route=route(recorded),
        sign=recorded.recorded_by,
        day=swedish.long_date(recorded.recorded_at if by_number else recorded.happened_at, state.zone),
        cells=tuple(cells(state, recorded, entry, marks)),
    )


def cells(
    state: State, recorded: Recorded, entry: Entry | None, marks: tuple[LogTag, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the words of the columns that are shown when they are asked for."""
    near = swedish.near(recorded.recorded_at, state.zone, recorded.happened_at)
    yield "recorded", near.replace("(", "").replace(")", "")  # the season on a line of its own, unbroken
    yield "tags", swedish.listed([tag.word for tag in marks])
    if entry is not None:
        yield "sender", entry.fact.sender
        yield "receiver", entry.fact.receiver
        yield "channel", entry.fact.channel
        yield "reliability", certainty.WORDS.get(entry.reliability, "")
    yield "functions", swedish.listed(function_titles(state, recorded))


def function_titles(state: State, recorded: Recorded) -> list[str]:
    """Return the titles of the functions that the line names."""
    refs = recorded.line.refs if recorded.line is not None else ()
    named = [ref.removeprefix("function:") for ref in refs if ref.startswith("function:")]
    titles = {function.id: function.title for function in state.plan.functions} if named else {}
    return [titles.get(id, id) for id in named]


def parted(recorded: Recorded) -> tuple[str, str]:
    """Return the stored sentence in two parts: what is decided, and the reasons and terms after it."""
    text = recorded.line.text if recorded.line is not None else ""
    if not isinstance(recorded.fact, decisions.facts.DecisionRecorded):
        return text, ""
    head = f"Beslut {recorded.fact.decision}: {swedish.sentence(recorded.fact.text)}"
    return (head, text[len(head) :].strip()) if text.startswith(head) else (text, "")


def _about(recorded: Recorded, entry: Entry | None) -> str:
    if entry is None:
        return ""
    corrects = f"rättar nr {entry.fact.corrects}" if entry.fact.corrects else ""
    because = f"enligt nr {entry.because}" if entry.because else ""
    return ", ".join(part for part in (because, corrects) if part)


def route(recorded: Recorded) -> str:
    """Return from whom, to whom and how, as far as it is known."""
    fact = recorded.fact
    if isinstance(fact, decisions.facts.DecisionRecorded):
        return fact.decider
    if not isinstance(fact, log.facts.EntryRecorded):
        return ""
    who = f"{fact.sender} → {fact.receiver}" if fact.sender and fact.receiver else fact.sender
    if fact.receiver and not fact.sender:
        who = f"Till {fact.receiver}"
    said = ", ".join(part for part in (who or fact.source, fact.channel) if part)
    return said[:1].upper() + said[1:]


def tags(state: State, recorded: Recorded, entry: Entry | None, *, by_number: bool) -> tuple[LogTag, ...]:
    """Return the marks of a line: reliability, secrecy, paper, late, and the season of a repeated hour."""
    found: list[LogTag] = []
    # A struck text is neither confirmed nor contradicted any more.
    if entry is not None and entry.reliability and not entry.struck_by:
        icon, tone = certainty.LOOKS[entry.reliability]
        found.append(LogTag(word=certainty.WORDS[entry.reliability], icon=icon, tone=tone))
    if provision := secrecy.of_line(state, recorded.number):
        found.append(LogTag(word=f"sekretess {provision}", icon="lock"))
    if entry is not None and entry.fact.paper is not None:
        found.append(LogTag(word=f"från papper, blankett {entry.fact.paper.form}", icon="file-text"))
    found += _time_tags(state, recorded, entry, by_number=by_number)
    return tuple(found)


def _time_tags(state: State, recorded: Recorded, entry: Entry | None, *, by_number: bool) -> list[LogTag]:
    found: list[LogTag] = []
    if lateness(recorded) > LATE_AFTER:
        open_reason = recorded.number in state[log.FEATURE].unexplained
        at = swedish.near(recorded.recorded_at, state.zone, recorded.happened_at)
        tone: Tone = "warn" if open_reason else "neutral"
        found.append(LogTag(word=f"{_written(entry)} {at}", icon="history", tone=tone))
    if by_number and _days_apart(state, recorded):
        found.append(LogTag(word=f"hände {swedish.date(recorded.happened_at, state.zone)}", icon="calendar"))
    season = swedish.clock(recorded.happened_at, state.zone)[5:].strip(" ()")
    return [*found, LogTag(word=season, icon="clock")] if season else found


def _written(entry: Entry | None) -> str:
    """Return in a word how a line came to be written long after it happened."""
    if entry is not None and entry.fact.corrects:
        return "rättad"
    return "införd" if entry is not None and entry.fact.paper is not None else "loggad"


def is_late(recorded: Recorded) -> bool:
    """Return whether the line was written more than five minutes after it happened (product: the log).

    A correction is not: it happened when the line that it stands for did.
    """
    fact = recorded.fact
    corrects = isinstance(fact, log.facts.EntryRecorded) and bool(fact.corrects)
    return not corrects and lateness(recorded) > LATE_AFTER


def lateness(recorded: Recorded) -> timedelta:
    """Return how long after it happened the line was written."""
    return recorded.recorded_at - recorded.happened_at


def _days_apart(state: State, recorded: Recorded) -> bool:
    happened = swedish.local(recorded.happened_at, state.zone).date()
    return swedish.local(recorded.recorded_at, state.zone).date() != happened


def replaced_note(state: State, number: int) -> str:
    """Return what stands beside a struck line: how, by which line, why, who and when."""
    by = state.timeline.struck_by[number]
    striker = state.timeline.line(by)
    word = _STRUCK_WORDS.get(type(striker.fact), "struken")
    reason = str(getattr(striker.fact, "reason", "")).strip().rstrip(".")
    if isinstance(striker.fact, log.facts.EntryRecorded):
        word = f"{word}: {short(striker.fact.text)}"
    elif isinstance(striker.fact, decisions.facts.DecisionRecorded):
        word, reason = f"{word} av beslut {striker.fact.decision}", ""
    at = f"{striker.recorded_by} {swedish.clock(striker.recorded_at, state.zone)}"
    return f"{word}, {state.timeline.see(number)} · {f'{reason}, {at}' if reason else at}"


def short(text: str) -> str:
    """Return the first line of a text, cut when it is long."""
    first = next(iter(text.strip().splitlines()), "").rstrip(".")
    return swedish.shortened(first, _SHORT)
