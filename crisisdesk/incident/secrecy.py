"""What is marked secret: a thing keeps its mark, and what quotes it inherits it."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import meetings, secrecy
from crisisdesk.incident import quotes, wording
from crisisdesk.incident.state import State


def of_line(state: State, number: int) -> str:
    """Return the provision that the line is secret by, "" when it is open.

    A line is marked itself, or it quotes: it corrects or builds on a marked line, or is about a marked
    decision, task, card or message. A mark that was lifted no longer counts.
    """
    return state.marks.of(f"line:{number}")


def of_ref(state: State, ref: str) -> str:
    """Return the provision of what a ref such as `decision:3` names, "" when it is open or unknown."""
    return state.marks.of(ref)


def holder(state: State, ref: str) -> str:
    """Return the thing that a mark on the ref belongs to: a line that tells of a decision is the decision's.

    A line that tells of nothing else, and a thing, are their own.
    """
    kind, _, number = ref.partition(":")
    if kind != "line" or not number.isdecimal() or not 0 < int(number) <= len(state.timeline.lines):
        return ref
    return next(iter(quotes.things(state.timeline.line(int(number)).fact)), ref)


def exists(state: State, ref: str) -> bool:
    """Return whether the ref names something that can be marked: what is recorded, or a meeting's point."""
    kind, _, id = ref.partition(":")
    if kind == "point":
        return _is_point(state, id)
    return kind in secrecy.wording.NAMES and state.marks.known(ref)


def _is_point(state: State, id: str) -> bool:
    number, _, point = id.partition("/")
    meeting = state[meetings.FEATURE].meetings.get(int(number)) if number.isdecimal() else None
    return meeting is not None and any(p.id == point for p in state.plan.agenda(meeting.agenda).walk())


Asked = secrecy.commands.Mark | secrecy.commands.MarkSeveral | secrecy.commands.Lift


def check(state: State, command: Asked) -> None:
    """Raise RuleBroken when there is no such thing, or nothing to lift."""
    several = isinstance(command, secrecy.commands.MarkSeveral)
    refs = [ref.strip() for ref in (command.refs if several else (command.ref,))]
    if unknown := [ref for ref in refs if not exists(state, ref)]:
        raise RuleBroken(wording.NOTHING_NAMED.format(ref=unknown[0]), "refs" if several else "ref")
    ref = refs[0] if refs else ""
    if isinstance(command, secrecy.commands.Lift) and not of_ref(state, ref):
        raise RuleBroken(wording.NOT_SECRET.format(named=secrecy.wording.named(ref)), "ref")
