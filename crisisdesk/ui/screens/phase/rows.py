"""A phase's steps as ready rows: what each says, who signed it, and where it leads. No Qt here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import calls, checklists, decisions, intake, lifecycle, meetings, people, tasks
from crisisdesk.features.checklists.state import Mark
from crisisdesk.features.decisions.state import Decision
from crisisdesk.incident import queries
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Action, Branch, Phase, Plan, Step

NO_SIGN = "–"
"""Stands for the sign before a keeper has chosen one."""

NOT_GIVEN = "ej angivet"

StepState = Literal["off", "on", "skipped"]


class Link(Record, kw_only=True):
    """A way to what belongs to the step, such as its decision."""

    text: str
    icon: str
    token: str
    place: str


class Lead(Record, kw_only=True):
    """Where the step itself leads: the call list, the fact sheet, the meeting."""

    text: str
    icon: str
    place: str


class StepRow(Record, kw_only=True):
    """A step, ready to be shown. `key` is its id; `mark` is sign and time, or `Ej aktuellt 14:05`."""

    key: str
    number: str
    text: str
    responsible: str
    action: Action
    state: StepState = "off"
    mark: str = ""
    mark_note: str = ""
    said: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    leads: tuple[Lead, ...] = ()
    branch: Branch | None = None
    appoints: str = ""
    suggestions: tuple[str, ...] = ()
    standing_decision: int = 0


class HeadRow(Record, kw_only=True):
    """A numbered heading over the steps after it."""

    key: str
    number: str
    text: str


class PhaseRows(Record, kw_only=True):
    """The whole phase. `onward` leads to what comes after when all is done; `said` is what holds before.

    `received_by` took the alarm, `chair` leads the group: both are offered where a form asks who decides.
    `decisions` are those that a step can be needless by, as (number, words).
    """

    title: str
    done: int
    total: int
    rows: tuple[StepRow | HeadRow, ...]
    keeper: str
    zone: str
    received_by: str = ""
    chair: str = ""
    decisions: tuple[tuple[str, str], ...] = ()
    said: str = ""
    onward: Lead | None = None

    def steps(self) -> list[StepRow]:
        """Return the steps without the headings."""
        return [row for row in self.rows if isinstance(row, StepRow)]

    def step(self, key: str) -> StepRow | None:
        """Return the step, None when the phase has none with that id."""
        return next((row for row in self.steps() if row.key == key), None)

    def first_of(self, group: str) -> str:
        """Return the first step under the heading, "" when the phase has no such heading."""
        keys = [row.key for row in self.rows]
        head = f"head:{group}"
        return keys[keys.index(head) + 1] if head in keys else ""

    def next_after(self, key: str) -> str:
        """Return the first unsettled step after `key`, else the first of all; "" when all are settled."""
        keys = [row.key for row in self.steps()]
        at = keys.index(key) + 1 if key in keys else 0
        order = self.steps()[at:] + self.steps()[:at]
        return next((row.key for row in order if row.state == "off"), "")


def phase_rows(state: State, phase_id: str, now: datetime) -> PhaseRows:
    """Return the phase as it stands at the moment (UTC); KeyError when the plan has no such phase."""
    plan = state.plan
    phase = plan.phase(phase_id)
    progress = queries.progress(state, phase)
    return PhaseRows(
        title=f"{phase.number} {phase.title}",
        done=progress.done,
        total=progress.total,
        rows=tuple(_rows(state, phase, now)),
        keeper=state[lifecycle.FEATURE].keeper or NO_SIGN,
        zone=state.zone,
        received_by=_received_by(state),
        chair=_chair(state),
        decisions=tuple((str(d.decision), _decision_words(d)) for d in state[decisions.FEATURE].standing()),
        said=_before(state, phase),
        onward=_onward(state, phase) if progress.complete else None,
    )


def _rows(state: State, phase: Phase, now: datetime) -> Iterable[StepRow | HeadRow]:
    groups = {group.id: group for group in phase.groups}
    by_step = _decisions_by_step(state)
    over = ""
    for step in phase.steps:
        if step.group and step.group != over:
            group = groups[step.group]
            yield HeadRow(key=f"head:{group.id}", number=group.number, text=group.text)
        over = step.group
        yield _step_row(state, step, by_step.get(step.id), now)


def _received_by(state: State) -> str:
    """Return who took the alarm, as it says in the fact sheet (krisplan 2.3)."""
    fields = (field for phase in state.plan.phases for each in phase.fields for field in each.leaves())
    sign = next((field for field in fields if field.kind == "sign"), None)
    return state[intake.FEATURE].value(sign.id) if sign is not None else ""


def _chair(state: State) -> str:
    chair = state.plan.function_with("chair")
    return state[people.FEATURE].holder_or_post(state.plan, chair.id) if chair is not None else ""


def _decision_words(decision: Decision) -> str:
    return f"Beslut {decision.decision}: {decision.text}"


def _suggestions(state: State, step: Step) -> Iterable[str]:
    """Yield the plan's post and those of the directory who have the function, each once."""
    if not step.appoints:
        return
    post = state.plan.function(step.appoints).post
    named = [person.person for person in state[people.FEATURE].persons_for(step.appoints)]
    yield from (person for person in dict.fromkeys((post, *named)) if person)


def _decisions_by_step(state: State) -> dict[str, Decision]:
    """Return the last standing decision of each step."""
    return {d.step: d for d in state[decisions.FEATURE].standing() if d.step}


def _step_row(state: State, step: Step, decision: Decision | None, now: datetime) -> StepRow:
    mark = state[checklists.FEATURE].mark(step.id)
    return StepRow(
        key=step.id,
        number=step.number,
        text=step.text,
        responsible=step.responsible or NOT_GIVEN,
        action=step.action,
        state=_state(mark),
        mark=_mark(mark, state.zone, now),
        mark_note=_mark_note(mark),
        said=" ".join(part for part in (_reason(mark), _judged(decision), _standing(state, step)) if part),
        note=step.note,
        links=tuple(_links(state, step, decision, mark)),
        leads=tuple(_leads(state, step)),
        branch=step.branch,
        appoints=step.appoints,
        suggestions=tuple(_suggestions(state, step)),
        standing_decision=decision.decision if decision is not None else 0,
    )


def _state(mark: Mark | None) -> StepState:
    return "off" if mark is None else "on" if mark.kind == "signed" else "skipped"


def _mark(mark: Mark | None, zone: str, now: datetime) -> str:
    if mark is None:
        return ""
    time = swedish.near(mark.at, zone, now)
    return f"{time} {mark.done_by or NO_SIGN}" if mark.kind == "signed" else f"Ej aktuellt {time}"


def _mark_note(mark: Mark | None) -> str:
    """Say who recorded it when another did it: both are kept."""
    if mark is None or mark.recorded_by in ("", NO_SIGN, mark.done_by):
        return ""
    return f"infört av {mark.recorded_by}"


def _reason(mark: Mark | None) -> str:
    if mark is None:
        return ""
    return swedish.sentence(mark.text)


def _judged(decision: Decision | None) -> str:
    if decision is None or not decision.answer:
        return ""
    said = "Ja." if decision.answer == "yes" else "Nej."
    who = f" Bedömt av {decision.decider}." if decision.decider else ""
    return f"{said} {swedish.sentence(decision.reason)}{who}" if decision.reason else f"{said}{who}"


def _standing(state: State, step: Step) -> str:
    """Say how far that is which the step leads to, or who was appointed."""
    plan = state.plan
    if plan.call_list is not None and step.leads_to == plan.call_list.id and state[calls.FEATURE].calls:
        reached = queries.calls_progress(state)
        return f"{reached.done} av {reached.total} i larmlistan nådda."
    if step.action == "form" and (sheet := _phase(plan, step.leads_to)) is not None:
        done, total = state[intake.FEATURE].progress(sheet)
        return f"{done} av {total} fält ifyllda." if done else ""
    if step.action == "appoint":
        holder = state[people.FEATURE].holder(step.appoints)
        return f"{holder.person}." if holder is not None else ""
    return ""


def _links(state: State, step: Step, decision: Decision | None, mark: Mark | None) -> Iterable[Link]:
    numbers = [decision.decision] if decision is not None else []
    if mark is not None and mark.decision and mark.decision not in numbers:
        numbers.append(mark.decision)
    for number in numbers:
        yield Link(text=f"Beslut {number}", icon="gavel", token="k_dec", place=f"decision:{number}")
    for task in state[tasks.FEATURE].from_source(f"step:{step.id}"):
        place, icon = f"task:{task.task}", "square-check-big"
        yield Link(text=f"Uppgift {task.task}", icon=icon, token="k_task", place=place)
    if step.action == "meeting":
        for meeting in state[meetings.FEATURE].meetings.values():
            if meeting.agenda == step.leads_to:
                place = f"meeting:{meeting.meeting}"
                yield Link(text=f"Möte {meeting.meeting}", icon="users", token="k_meet", place=place)


def _leads(state: State, step: Step) -> Iterable[Lead]:
    plan, to = state.plan, step.leads_to
    if step.action == "meeting":
        running = state[meetings.FEATURE].running is not None
        yield Lead(text="Till mötet" if running else "Starta möte", icon="users", place="meetings")
    elif step.action == "call" or (plan.call_list is not None and to == plan.call_list.id):
        yield Lead(text="Larmlistan", icon="phone-call", place="call_list")
    elif step.action == "board":
        yield Lead(text="Lägesbilden", icon="layout-dashboard", place="board")
    elif (phase := _phase(plan, to)) is not None:
        text = "Faktabladet" if phase.kind == "sheet" else f"{phase.number} {phase.short}"
        yield Lead(text=text, icon=phase.icon, place=f"phase:{phase.id}")
    elif (card := next((each for each in plan.cards if each.id == to), None)) is not None:
        yield Lead(text=card.title, icon=card.icon, place=f"{card.kind}:{card.id}")
    elif any(to == each.id for p in plan.phases for each in p.steps):
        yield Lead(text=f"Bedöm på nytt, {plan.step(to).number}", icon="rotate-ccw", place=f"step:{to}")
    if step.branch is not None and (after := _branch_phase(state, step)) is not None:
        text = f"{after.number} {after.short}"
        yield Lead(text=text, icon="arrow-right", place=f"phase:{after.id}")


def _branch_phase(state: State, step: Step) -> Phase | None:
    """Return the phase that the given answer leads to, if it leads to one."""
    answer = state[decisions.FEATURE].latest_answer(step.id)
    if answer is None or step.branch is None:
        return None
    return _phase(state.plan, step.branch.yes if answer.answer == "yes" else step.branch.no)


def _phase(plan: Plan, phase_id: str) -> Phase | None:
    return next((phase for phase in plan.phases if phase.id == phase_id), None)


def _before(state: State, phase: Phase) -> str:
    """Say that the judgement which leads here is not made, or was the other way. It stops nobody."""
    for step in (step for each in state.plan.phases for step in each.steps):
        if step.branch is None or step.branch.yes != phase.id:
            continue
        answer = state[decisions.FEATURE].latest_answer(step.id)
        if answer is None:
            return f"{step.number} är inte bedömd än. Stegen kan signeras ändå."
        if answer.answer == "no":
            return f"Bedömningen i {step.number} är nej. Stegen kan signeras ändå."
    return ""


def _onward(state: State, phase: Phase) -> Lead | None:
    """Return what comes after a finished phase: where the branch leads, else the phase that follows."""
    for step in phase.steps:
        if step.branch is not None:
            after = _branch_phase(state, step)
            return _lead_on(after) if after is not None else None
    order = list(state.plan.phases)
    named = next((each for each in order if each.after == phase.id), None)
    at = order.index(phase) + 1
    follower = named or (order[at] if at < len(order) and not order[at].after else None)
    return _lead_on(follower) if follower is not None else None


def _lead_on(phase: Phase) -> Lead:
    return Lead(text=f"{phase.number} {phase.short}", icon="arrow-right", place=f"phase:{phase.id}")
