"""What may be done to the incident as a whole."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.lifecycle import commands, facts, wording
from crisisdesk.features.lifecycle.state import LifecycleState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _start(state: LifecycleState, command: commands.Start, given: Given) -> tuple[Fact, ...]:
    if state.incident:
        raise RuleBroken(wording.ALREADY_STARTED)
    started = facts.IncidentStarted(
        incident=command.incident,
        own_number=command.own_number,
        name=command.name.strip() or wording.UNNAMED,
        exercise=command.exercise,
        scenario=command.scenario,
        program=command.program,
    )
    return started, facts.PlanAdopted(plan=command.plan)


def _rename(state: LifecycleState, command: commands.Rename, given: Given) -> tuple[Fact, ...]:
    name = command.name.strip()
    if not name:
        raise RuleBroken(wording.NAME_MISSING, "name")
    return () if name == state.name else (facts.IncidentNamed(name=name),)


def _register(state: LifecycleState, command: commands.SetRegistryNumber, given: Given) -> tuple[Fact, ...]:
    number = command.registry_number.strip()
    return () if number == state.registry_number else (facts.RegistryNumberSet(registry_number=number),)


def _change_keeper(state: LifecycleState, command: commands.ChangeKeeper, given: Given) -> tuple[Fact, ...]:
    sign = command.sign.strip()
    if not sign:
        raise RuleBroken(wording.SIGN_MISSING, "sign")
    if len(sign) > 12:
        raise RuleBroken(wording.SIGN_LONG, "sign")
    return () if sign == state.keeper else (_keeper_change(state, command, sign),)


def _keeper_change(state: LifecycleState, command: commands.ChangeKeeper, sign: str) -> Fact:
    """Return how the log goes on: from the first keeper no sign is needed, then both sign."""
    before, reason = state.keeper, command.reason.strip()
    if not before or command.relieved:
        return facts.KeeperChanged(sign=sign, before=before)
    if reason:
        return facts.KeeperTakenOver(sign=sign, before=before, reason=reason)
    if command.sign_from.strip().casefold() != before.casefold():
        raise RuleBroken(wording.SIGN_FROM_MISSING.format(before=before), "sign_from")
    if not command.read_over:
        raise RuleBroken(wording.NOT_READ_OVER, "read_over")
    return facts.KeeperHandedOver(sign=sign, before=before)


def _interrupt(state: LifecycleState, command: commands.NoteInterruption, given: Given) -> tuple[Fact, ...]:
    return (facts.LogInterrupted(since=command.since, until=command.until, reason=command.reason.strip()),)


def _clock_moved(state: LifecycleState, command: commands.NoteClockMoved, given: Given) -> tuple[Fact, ...]:
    return (facts.ClockMoved(seconds=command.seconds),)


def _slept(state: LifecycleState, command: commands.NoteSleep, given: Given) -> tuple[Fact, ...]:
    return (facts.ComputerSlept(since=command.since, until=command.until),)


def _close(state: LifecycleState, command: commands.Close, given: Given) -> tuple[Fact, ...]:
    if state.closed:
        raise RuleBroken(wording.ALREADY_CLOSED)
    if not command.chair.strip():
        raise RuleBroken(wording.CHAIR_MISSING, "chair")
    if not command.keeper.strip():
        raise RuleBroken(wording.KEEPER_MISSING, "keeper")
    closed = facts.IncidentClosed(
        chair=command.chair.strip(),
        keeper=command.keeper.strip(),
        carries=command.carries,
        note=command.note.strip(),
    )
    return (closed,)


def _reopen(state: LifecycleState, command: commands.Reopen, given: Given) -> tuple[Fact, ...]:
    if not state.closed:
        raise RuleBroken(wording.NOT_CLOSED)
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.IncidentReopened(reason=command.reason.strip()),)


RULES: Rules[LifecycleState] = {
    commands.Start: _start,
    commands.Rename: _rename,
    commands.SetRegistryNumber: _register,
    commands.ChangeKeeper: _change_keeper,
    commands.NoteInterruption: _interrupt,
    commands.NoteClockMoved: _clock_moved,
    commands.NoteSleep: _slept,
    commands.Close: _close,
    commands.Reopen: _reopen,
}
