"""The cover: what it was and when, four figures first, who evaluated and who adopts."""

from crisisdesk.base import swedish
from crisisdesk.features import board, decisions, evaluation, meetings
from crisisdesk.incident import figures, milestones
from crisisdesk.incident.figures import EvidenceFigure
from crisisdesk.report.document import Cover, Figure, Pair
from crisisdesk.report.source import Source, in_brackets, joined


def cover(source: Source) -> Cover:
    """Return the first page."""
    return Cover(
        lines=(when(source),), figures=_figures(source), pairs=_pairs(source), sign_labels=("Fastställd",)
    )


def title(source: Source) -> str:
    """Return what the report is: an evaluation once there is one."""
    begun = source.state[evaluation.FEATURE].begun
    return "Utvärdering av krisledningen" if begun else "Rapport från krisledningen"


def when(source: Source) -> str:
    """Return `14 januari 2027, kl. 13:05–16:15`, `… från kl. 13:05` while it is open."""
    zone, start = source.state.zone, source.life.started_at or source.printed_at
    day, clock = swedish.date(start, zone), source.hour(start)
    if not source.life.closed:
        return f"{day}, från kl. {clock}. Pågår {source.clock(source.printed_at)}."
    if swedish.date(source.end, zone) == day:
        return f"{day}, kl. {clock}–{source.hour(source.end)}"
    return f"{day} kl. {clock} till {swedish.date(source.end, zone)} kl. {source.hour(source.end)}"


def _figures(source: Source) -> tuple[Figure, ...]:
    return (
        _figure(_first(source)),
        _decided(source),
        _figure(figures.first_information(source.state)),
        _last(source),
    )


def _first(source: Source) -> EvidenceFigure:
    """Return the time to the gathered group, or to the first meeting where the plan gathers nobody."""
    if milestones.gathered(source.state) is not None or not source.plan.agendas:
        return figures.gathered(source.state)
    return figures.first_meeting(source.state)


def _figure(found: EvidenceFigure) -> Figure:
    return Figure(value=found.value, label=f"{found.label}{in_brackets(*found.lines)}", refs=found.lines)


def _decided(source: Source) -> Figure:
    state = source.state[decisions.FEATURE]
    total = len(state.decisions)
    reasoned = sum(1 for d in state.decisions.values() if d.reason)
    if total and reasoned == total:
        return Figure(value=str(total), label="beslut, alla med motivering")
    return Figure(value=str(total), label=f"beslut, {reasoned} med motivering" if total else "beslut")


def _last(source: Source) -> Figure:
    """Return the measures of the evaluation; before it the meetings and frozen boards."""
    state = source.state[evaluation.FEATURE]
    if state.begun:
        count = len(state.standing_measures())
        return Figure(
            value=str(count), label="åtgärd att genomföra" if count == 1 else "åtgärder att genomföra"
        )
    count = len(source.state[meetings.FEATURE].meetings)
    frozen = len(source.state[board.FEATURE].frozen)
    boards = f", {swedish.plural(frozen, 'fryst lägesbild', 'frysta lägesbilder')}" if frozen else ""
    return Figure(value=str(count), label=f"{'möte' if count == 1 else 'möten'}{boards}")


def _pairs(source: Source) -> tuple[Pair, ...]:
    plan = source.plan.plan
    adopted = swedish.listed([joined((a.by, a.on), " ") for a in plan.adopted])
    signed = source.state[evaluation.FEATURE].signed
    pairs = [
        Pair(label="Löpnummer", value=source.life.own_number, strong=True),
        Pair(label="Diarienummer", value=source.life.registry_number),
        Pair(label="Krisplan", value=joined((plan.title, plan.version), ", version ")),
        *([Pair(label="Planen antagen", value=adopted)] if adopted else []),
        *([Pair(label="Utvärderad av", value=", ".join(signed.by))] if signed is not None else []),
        Pair(label="Utskriven", value=source.stamp(source.printed_at)),
    ]
    return tuple(pairs)
