"""Phases and steps: each is of its kind, leads somewhere, and what it does has what it needs."""

from collections.abc import Callable, Collection, Iterator

from crisisdesk.plan.checks.problem import Place, Problem, at
from crisisdesk.plan.content import Action, Branch, Phase, Plan, Step
from crisisdesk.plan.words import field, nearest, quoted


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the errors of the phases in order."""
    if not plan.phases:
        yield Place("phases", "", "planen").error("den har ingen fas. Förväntade minst en.")
    for phase in plan.phases:
        yield from _phase(plan, phase)
    for phase in plan.phases:
        for step in phase.steps:
            yield from _step(plan, phase, step)


def unknown(name: str, id: str, what: str, known: Collection[str]) -> str:
    """Return that a field names something that is not there, or nothing."""
    if not id:
        return f"{field(name)} saknas. Förväntade en beteckning."
    return f"{field(name)}: {what} {quoted(id)} finns inte.{nearest(id, tuple(known))}"


def targets(plan: Plan) -> set[str]:
    """Return the ids that a step can lead to."""
    calls = {plan.call_list.id} if plan.call_list else set[str]()
    return _worked(plan) | calls | {each.id for each in (*plan.agendas, *plan.cards)}


def _worked(plan: Plan) -> set[str]:
    """Return the ids of the phases and steps."""
    return {phase.id for phase in plan.phases} | _steps(plan)


def _steps(plan: Plan) -> set[str]:
    """Return the ids of the steps."""
    return {step.id for phase in plan.phases for step in phase.steps}


def _phase(plan: Plan, phase: Phase) -> Iterator[Problem]:
    """Yield the errors of the phase itself."""
    place = at("phases", phase)
    has, lacks = ("fields", "steps") if phase.kind == "sheet" else ("steps", "fields")
    if not getattr(phase, has):
        yield place.error(f"{field(has)} saknas. En fas av slaget {phase.kind} ska ha dem.")
    if getattr(phase, lacks):
        yield place.error(f"{field(lacks)} får inte stå i en fas av slaget {phase.kind}.")
    others = {each.id for each in plan.phases} - {phase.id}
    if phase.after and phase.after not in others:
        yield place.error(unknown("after", phase.after, "en annan fas", others))
    yield from _groups(phase)


def _groups(phase: Phase) -> Iterator[Problem]:
    """Yield an error for a heading over no step, and for a step apart from the others under its heading."""
    used = [step.group for step in phase.steps]
    for group in phase.groups:
        if group.id not in used:
            yield at("phases", group).error("inget steg står under rubriken.")
    for index, step in enumerate(phase.steps):
        if step.group and step.group in used[:index] and used[index - 1] != step.group:
            yield at("phases", step).error(f"steget står skilt från de andra under rubriken {step.group}.")


def _step(plan: Plan, phase: Phase, step: Step) -> Iterator[Problem]:
    """Yield the errors of a step."""
    place = at("phases", step)
    groups = {group.id for group in phase.groups}
    if step.group and step.group not in groups:
        yield place.error(unknown("group", step.group, "rubriken", groups))
    if step.leads_to and step.leads_to not in targets(plan):
        yield place.error(unknown("leads_to", step.leads_to, "målet", targets(plan)))
    else:
        yield from _NEEDS.get(step.action, _nothing)(plan, step, place)
    if step.branch and step.action != "judge":
        yield place.error(f"{field('branch')} får bara stå i ett steg med action = ”judge”.")
    if step.appoints and step.action != "appoint":
        yield place.error(f"{field('appoints')} får bara stå i ett steg med action = ”appoint”.")


def _nothing(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield no error: a step that is only ticked needs nothing."""
    return iter(())


def _form(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield an error unless the step leads to a sheet."""
    sheets = {phase.id for phase in plan.phases if phase.kind == "sheet"}
    if step.leads_to not in sheets:
        yield place.error(
            f"{field('leads_to')}: förväntade en fas av slaget sheet. Steget fyller i ett blad."
        )


def _meeting(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield an error unless the step leads to an agenda."""
    if step.leads_to not in {agenda.id for agenda in plan.agendas}:
        yield place.error(f"{field('leads_to')}: förväntade en dagordning. Steget är ett möte.")


def _call(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield an error unless the step leads to the call list."""
    if not plan.call_list or step.leads_to != plan.call_list.id:
        yield place.error(f"{field('leads_to')}: förväntade larmlistans beteckning. Steget är att larma.")


def _appoint(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield an error unless the step names a function."""
    functions = {function.id for function in plan.functions}
    if not step.appoints:
        yield place.error(f"{field('appoints')} saknas. Förväntade den funktion som steget utser.")
    elif step.appoints not in functions:
        yield place.error(unknown("appoints", step.appoints, "funktionen", functions))


def _board(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield an error when there is no board to draw on."""
    if not plan.columns:
        yield place.error("steget ritar på tavlan, men planen har inga kolumner (columns).")


def _judge(plan: Plan, step: Step, place: Place) -> Iterator[Problem]:
    """Yield the errors of a judging step's branch."""
    if step.branch is None:
        yield place.error(f"{field('branch')} saknas. Ett steg med action = ”judge” ska ha det.")
    else:
        yield from _branch(plan, step, step.branch, place)


def _branch(plan: Plan, step: Step, branch: Branch, place: Place) -> Iterator[Problem]:
    """Yield an error for each way that leads nowhere or drops what is not there."""
    goals = _worked(plan) - {step.id}
    for name, goal in (("yes", branch.yes), ("no", branch.no)):
        if goal not in goals:
            yield place.error(f"vägvalet, {unknown(name, goal, 'fasen eller steget', goals)}")
    steps = _steps(plan) - {step.id}
    ways = (("yes_drops", branch.yes_drops, branch.yes), ("no_drops", branch.no_drops, branch.no))
    for name, drops, goal in ways:
        for drop in drops:
            if drop not in steps:
                yield place.error(f"vägvalet, {unknown(name, drop, 'steget', steps)}")
            elif drop == goal:
                yield place.error(f"vägvalet, {field(name)}: steget {drop} både följer och stryks.")


_NEEDS: dict[Action, Callable[[Plan, Step, Place], Iterator[Problem]]] = {
    "form": _form,
    "judge": _judge,
    "appoint": _appoint,
    "call": _call,
    "meeting": _meeting,
    "board": _board,
}
"""What each kind of step needs."""
