"""What may be written, corrected and struck. Nothing else changes an entry."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.log import commands, facts, wording
from crisisdesk.features.log.state import Entry, LogState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _record(state: LogState, command: commands.Record, given: Given) -> tuple[Fact, ...]:
    text = command.text.strip()
    if not text:
        raise RuleBroken(wording.TEXT_MISSING, "text")
    if command.paper is not None:
        _check_paper(state, command.paper)
    recorded = facts.EntryRecorded(
        kind=command.kind,
        text=text,
        sender=command.sender.strip(),
        receiver=command.receiver.strip(),
        channel=command.channel.strip(),
        source=command.source.strip(),
        reliability=command.reliability,
        functions=command.functions,
        secrecy=command.secrecy.strip(),
        paper=command.paper,
        links=command.links,
    )
    return (recorded,)


def _check_paper(state: LogState, paper: facts.Paper) -> None:
    if paper.form < 1:
        raise RuleBroken(wording.FORM_NUMBER, "paper")
    if paper.form in state.forms:
        raise RuleBroken(wording.FORM_TAKEN.format(form=paper.form, number=state.forms[paper.form]), "paper")


def _correct(state: LogState, command: commands.Correct, given: Given) -> tuple[Fact, ...]:
    old = _standing(state, command.number)
    if not command.text.strip():
        raise RuleBroken(wording.TEXT_MISSING, "text")
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    fact = old.fact

    def kept(new: str | None, before: str) -> str:
        return before if new is None else new.strip()

    corrected = facts.EntryRecorded(
        kind=command.kind or fact.kind,
        text=command.text.strip(),
        sender=kept(command.sender, fact.sender),
        receiver=kept(command.receiver, fact.receiver),
        channel=kept(command.channel, fact.channel),
        source=kept(command.source, fact.source),
        reliability=old.reliability if command.reliability is None else command.reliability,
        functions=fact.functions if command.functions is None else command.functions,
        secrecy=old.secrecy,
        paper=fact.paper,
        links=fact.links if command.links is None else command.links,
        corrects=command.number,
        reason=command.reason.strip(),
    )
    return (corrected,)


def _strike(state: LogState, command: commands.Strike, given: Given) -> tuple[Fact, ...]:
    _standing(state, command.number)
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.EntryStruck(number=command.number, reason=command.reason.strip()),)


def _reliability(state: LogState, command: commands.SetReliability, given: Given) -> tuple[Fact, ...]:
    entry = _standing(state, command.number)
    if not command.reliability:
        raise RuleBroken(wording.RELIABILITY_MISSING, "reliability")
    if command.because and not 0 < command.because <= given.last_line:
        raise RuleBroken(wording.NO_LINE.format(number=command.because), "because")
    if (entry.reliability, entry.because) == (command.reliability, command.because):
        return ()
    changed = facts.ReliabilitySet(
        number=command.number, reliability=command.reliability, because=command.because
    )
    return (changed,)


def _explain(state: LogState, command: commands.ExplainLateness, given: Given) -> tuple[Fact, ...]:
    entry = _standing(state, command.number)
    if not command.reason.strip():
        raise RuleBroken(wording.LATE_REASON_MISSING, "reason")
    if entry.late_reason == command.reason.strip():
        return ()
    return (facts.LatenessExplained(number=command.number, reason=command.reason.strip()),)


def _standing(state: LogState, number: int) -> Entry:
    entry = state.entries.get(number)
    if entry is None:
        raise RuleBroken(wording.NOT_AN_ENTRY.format(number=number), "number")
    if entry.struck_by:
        raise RuleBroken(wording.STRUCK.format(number=number, by=entry.struck_by), "number")
    return entry


RULES: Rules[LogState] = {
    commands.Record: _record,
    commands.Correct: _correct,
    commands.Strike: _strike,
    commands.SetReliability: _reliability,
    commands.ExplainLateness: _explain,
}
