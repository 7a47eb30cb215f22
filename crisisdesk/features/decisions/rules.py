"""What may be decided, completed and taken back."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.decisions import commands, facts, wording
from crisisdesk.features.decisions.state import Decision, DecisionState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Plan, Step
from crisisdesk.plan.given import Given


def _record(state: DecisionState, command: commands.Record, given: Given) -> tuple[Fact, ...]:
    step = _step(given.plan, command.step)
    _check_step(step, command)
    text = command.text.strip() or _text_from(step, command)
    if not text:
        raise RuleBroken(wording.TEXT_MISSING, "text")
    if command.replaces:
        _standing(state, command.replaces, "replaces")
    recorded = facts.DecisionRecorded(
        decision=len(state.decisions) + 1,
        text=text,
        decider=command.decider.strip(),
        mandate=command.mandate.strip(),
        reason=command.reason.strip() or _reason_from(step, command),
        options=command.options.strip(),
        uncertain=command.uncertain.strip(),
        affected=command.affected.strip(),
        responsible=command.responsible.strip(),
        follow_up_at=command.follow_up_at,
        waits=command.waits,
        replaces=command.replaces,
        step=command.step,
        answer=command.answer,
        grounds=command.grounds,
        appoints=command.appoints.strip(),
        appointed_sign=command.appointed_sign.strip(),
        rests_on=command.rests_on,
        secrecy=command.secrecy.strip(),
        links=command.links,
    )
    return (recorded,)


def _step(plan: Plan, step: str) -> Step | None:
    if not step:
        return None
    try:
        return plan.step(step)
    except KeyError:
        raise RuleBroken(wording.NO_STEP.format(step=step), "step") from None


def _check_step(step: Step | None, command: commands.Record) -> None:
    if step is None or step.branch is None:
        if command.answer:
            raise RuleBroken(wording.NO_BRANCH, "answer")
        return
    if not command.answer:
        raise RuleBroken(wording.ANSWER_MISSING, "answer")
    known = {ground.id for ground in step.branch.grounds}
    if unknown := [ground for ground in command.grounds if ground not in known]:
        raise RuleBroken(
            wording.NO_GROUND.format(ground=unknown[0], known=", ".join(sorted(known))), "grounds"
        )
    if command.answer == "yes" and known and not command.grounds:
        raise RuleBroken(wording.GROUND_MISSING, "grounds")


def _text_from(step: Step | None, command: commands.Record) -> str:
    """A judgement and an appointment are worded by the plan when nothing else was written."""
    if step is None:
        return ""
    if step.branch is not None and command.answer:
        return wording.judged(step.branch, command.answer)
    if command.appoints.strip():
        return f"{step.text.rstrip('.')}: {command.appoints.strip()}"
    return ""


def _reason_from(step: Step | None, command: commands.Record) -> str:
    if step is None:
        return ""
    if step.branch is not None and command.grounds:
        return wording.grounds(step.branch, command.grounds)
    return wording.BY_THE_PLAN.format(step=step.number) if command.appoints else ""


def _complete(state: DecisionState, command: commands.Complete, given: Given) -> tuple[Fact, ...]:
    decision = _standing(state, command.decision, "decision")
    changed: dict[str, str | None] = {}
    for name in ("decider", "mandate", "reason", "options", "uncertain", "affected", "responsible"):
        value: str | None = getattr(command, name)
        if value is not None and value.strip() != getattr(decision, name):
            changed[name] = value.strip()
    later = command.follow_up_at if command.follow_up_at != decision.follow_up_at else None
    found: list[Fact] = []
    if changed or later is not None:
        found.append(facts.DecisionCompleted(decision=command.decision, follow_up_at=later, **changed))
    if command.no_follow_up and command.follow_up_at is None and decision.follow_up_at is not None:
        found.append(facts.FollowUpCleared(decision=command.decision))
    return tuple(found)


def _progress(state: DecisionState, command: commands.SetProgress, given: Given) -> tuple[Fact, ...]:
    decision = _standing(state, command.decision, "decision")
    if decision.standing == command.progress and decision.progress_note == command.note.strip():
        return ()
    note = command.note.strip()
    return (facts.ProgressSet(decision=command.decision, progress=command.progress, note=note),)


def _revoke(state: DecisionState, command: commands.Revoke, given: Given) -> tuple[Fact, ...]:
    _standing(state, command.decision, "decision")
    if not command.reason.strip():
        raise RuleBroken(wording.REVOKE_REASON_MISSING, "reason")
    return (facts.DecisionRevoked(decision=command.decision, reason=command.reason.strip()),)


def _note_known(state: DecisionState, command: commands.NoteKnown, given: Given) -> tuple[Fact, ...]:
    known = facts.KnownThen(
        decision=command.decision,
        present=command.present,
        open_uncertainties=command.open_uncertainties,
    )
    return (known,)


def _standing(state: DecisionState, number: int, field: str) -> Decision:
    decision = state.decisions.get(number)
    if decision is None:
        raise RuleBroken(wording.NO_DECISION.format(number=number), field)
    if decision.standing in ("revoked", "replaced"):
        raise RuleBroken(wording.NOT_STANDING.format(number=number), field)
    return decision


RULES: Rules[DecisionState] = {
    commands.Record: _record,
    commands.Complete: _complete,
    commands.SetProgress: _progress,
    commands.Revoke: _revoke,
    commands.NoteKnown: _note_known,
}
