"""The decisions as rows, and one with everything that is known of it."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features import board, decisions, tasks
from crisisdesk.features.decisions.state import MUST_HAVE, Decision
from crisisdesk.features.decisions.wording import FIELD_WORDS, PROGRESS_WORDS
from crisisdesk.incident import queries, secrecy
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Plan
from crisisdesk.ui.kit.pane_look import (
    BriefHead,
    BriefLook,
    Link,
    Mark,
    NamedValue,
    PaneAction,
    PaneLook,
    PaneSection,
)
from crisisdesk.ui.kit.tokens import Tone

_STANDING_LOOK: dict[str, tuple[str, Tone]] = {
    "open": ("circle-dot", "neutral"),
    "ongoing": ("play", "warn"),
    "done": ("circle-check", "ok"),
    "revoked": ("ban", "neutral"),
    "replaced": ("rotate-ccw", "neutral"),
}
_ENDED = ("revoked", "replaced")
_SHOWN_AT_MOST = 8


def rows(state: State, now: datetime) -> list[BriefLook | BriefHead]:
    """Return the decisions, newest first, under headings: incomplete ones first, ended ones last."""
    every = sorted(state[decisions.FEATURE].decisions.values(), key=lambda d: -d.decision)
    groups = (
        BriefHead("head:incomplete", "Ofullständiga"),
        BriefHead("head:standing", "Gäller"),
        BriefHead("head:ended", "Gäller inte längre"),
    )
    found: list[BriefLook | BriefHead] = []
    for place, head in enumerate(groups):
        members = [d for d in every if _group(d) == place]
        if members:
            found.append(BriefHead(head.key, head.text, len(members)))
            found += [brief(state, decision, now) for decision in members]
    return found


def _group(decision: Decision) -> int:
    return 2 if decision.standing in _ENDED else 0 if decision.missing else 1


def brief(state: State, decision: Decision, now: datetime) -> BriefLook:
    """Return the decision as a row."""
    at = swedish.near(decision.at, state.zone, now)
    return BriefLook(
        key=f"decision:{decision.decision}",
        number=str(decision.decision),
        title=swedish.in_one_line(decision.text, 140),
        said=" · ".join(part for part in (at, decision.decider) if part),
        late=late_words(state, decision, now),
        lacks=lacks(decision),
        struck=decision.standing in _ENDED,
        marks=(*marks(state, decision), *open_ground(state, decision)),
    )


def open_ground(state: State, decision: Decision) -> Iterator[Mark]:
    """Yield a mark that the decision rests on what nobody knows yet."""
    asked = [state[board.FEATURE].uncertainty(number) for number in decision.rests_on]
    unanswered = [card.uncertainty for card in asked if card is not None and card.unanswered]
    if unanswered and decision.standing not in _ENDED:
        numbers = swedish.listed([str(number) for number in unanswered])
        yield Mark(f"vilar på öppen oklarhet {numbers}", "circle-question-mark", "warn")


def lacks(decision: Decision) -> str:
    """Return what is missing as `saknar motivering och uppföljning`, "" when nothing is."""
    words = [FIELD_WORDS[name] for name in decision.missing]
    return f"Saknar {swedish.listed(words)}" if words else ""


def is_late(decision: Decision, now: datetime) -> bool:
    """Return whether it should have been followed up by now."""
    due = decision.follow_up_at
    return due is not None and decision.standing in ("open", "ongoing") and due < now


def late_words(state: State, decision: Decision, now: datetime) -> str:
    """Return `Uppföljning 16:00, 12 min sen` when it is late, else ""."""
    if decision.follow_up_at is None or not is_late(decision, now):
        return ""
    due = swedish.near(decision.follow_up_at, state.zone, now)
    return f"Uppföljning {due}, {swedish.duration(now - decision.follow_up_at)} sen"


def marks(state: State, decision: Decision) -> tuple[Mark, ...]:
    """Return the state of the decision, whether it is one not to act, and whether it is secret."""
    icon, tone = _STANDING_LOOK[decision.standing]
    word = PROGRESS_WORDS[decision.standing]
    if decision.replaced_by:
        word = f"{word} av beslut {decision.replaced_by}"
    found = [Mark(word, icon, tone)]
    found += [Mark("beslut att avvakta", "pause")] if decision.waits else []
    secret = secrecy.of_ref(state, f"decision:{decision.decision}")
    found += [Mark(f"sekretess {secret}", "lock")] if secret else []
    return tuple(found)


# ---------------------------------------------------------------- one decision


def pane(state: State, number: int, now: datetime) -> PaneLook:
    """Return the decision with all its fields; KeyError when there is none."""
    decision = state[decisions.FEATURE].decisions[number]
    return PaneLook(
        key=f"decision:{number}",
        kind="dec",
        number=f"beslut {number}",
        title=decision.text,
        struck=decision.standing in _ENDED,
        note=_ended_note(decision),
        marks=(*_late_mark(state, decision, now), *marks(state, decision), *open_ground(state, decision)),
        values=tuple(values(state, decision, now)),
        sections=tuple(_sections(state, decision, now)),
        links=tuple(links(state, decision)),
        actions=tuple(actions(decision)),
    )


def _ended_note(decision: Decision) -> str:
    if decision.standing == "revoked":
        return f"Återkallat: {swedish.sentence(decision.revoked_because)}"
    return f"Ersatt av beslut {decision.replaced_by}." if decision.replaced_by else ""


def _late_mark(state: State, decision: Decision, now: datetime) -> Iterator[Mark]:
    if words := late_words(state, decision, now):
        yield Mark(words, "clock", "alarm")


def values(state: State, decision: Decision, now: datetime) -> list[NamedValue]:
    """Return the fields in order; one that a complete decision has and this one lacks says `saknas`."""
    follow = decision.follow_up_at
    said = {
        "decider": decision.decider,
        "mandate": decision.mandate,
        "reason": decision.reason,
        "options": decision.options,
        "uncertain": decision.uncertain,
        "affected": decision.affected,
        "responsible": decision.responsible,
        "follow_up_at": swedish.near(follow, state.zone, now) if follow is not None else "",
    }
    found = [("Beslutat", f"{swedish.near(decision.at, state.zone, now)}, loggat av {decision.recorded_by}")]
    for name, value in said.items():
        if value or (name in MUST_HAVE and name in decision.missing):
            found.append((FIELD_WORDS[name].capitalize(), value or "saknas"))
    if decision.progress_note:
        found.append(("Läge", decision.progress_note))
    return found


def _sections(state: State, decision: Decision, now: datetime) -> Iterator[PaneSection]:
    known = decision.known
    if known is not None:
        present = swedish.listed(known.present) if known.present else "ingen var incheckad"
        open_then = [_uncertainty(state, number) for number in known.open_uncertainties]
        asked: tuple[NamedValue, ...] = tuple(("Öppet", text) for text in open_then) or (
            ("Öppet", "inga oklarheter"),
        )
        told = _told_out(state, decision, now)
        frozen = _frozen_then(state, decision, now)
        yield PaneSection("Det här var känt då", (("På plats", present), *asked, *told, *frozen))
    if decision.trail:
        steps = tuple(
            (swedish.near(at, state.zone, now), f"{_TRAIL_WORDS.get(what, what)}, {who}")
            for at, who, what in decision.trail
        )
        yield PaneSection("Därefter", steps)


def _told_out(state: State, decision: Decision, now: datetime) -> Iterator[NamedValue]:
    """Yield the latest information that had gone out when the decision was made."""
    last = queries.last_out(state, decision.number)
    if not last:
        yield "Senast ut", "ingen information hade gått ut"
        return
    said = swedish.in_one_line(state.timeline.says(last).text, 120)
    yield "Senast ut", f"{swedish.near(state.timeline.line(last).happened_at, state.zone, now)} {said}"


def _frozen_then(state: State, decision: Decision, now: datetime) -> Iterator[NamedValue]:
    """Yield the last board that was frozen before the decision."""
    before = [frozen for frozen in state[board.FEATURE].frozen if frozen.seq < decision.seq]
    if before:
        last = before[-1]
        yield "Lägesbild", f"{last.number}, fryst {swedish.near(last.at, state.zone, now)}"


_TRAIL_WORDS = {"completed": "kompletterat", **PROGRESS_WORDS}


def _uncertainty(state: State, number: int) -> str:
    card = state[board.FEATURE].uncertainty(number)
    return (
        f"oklarhet {number}: {swedish.in_one_line(card.content.text, 90)}"
        if card is not None
        else f"oklarhet {number}"
    )


def links(state: State, decision: Decision) -> Iterator[Link]:
    """Yield where the decision leads: its line, its step, what it rests on, its tasks, other decisions."""
    yield Link(f"line:{decision.number}", f"Nr {decision.number} i loggen", "scroll-text")
    if state.plan.columns:
        yield Link(f"past:decision:{decision.decision}", "Tavlan som den var då", "history")
    if decision.step:
        yield Link(f"step:{decision.step}", _step_words(state.plan, decision.step), "list-checks")
    for number in decision.rests_on:
        if (card := state[board.FEATURE].uncertainty(number)) is not None:
            still = ", ännu obesvarad" if card.unanswered else ""
            text = f"Vilar på oklarhet {number}{still}"
            yield Link(f"card:{card.card}", text, "circle-question-mark", "k_unc")
    for task in state[tasks.FEATURE].from_source(f"decision:{decision.decision}"):
        yield Link(
            f"task:{task.task}",
            f"Uppgift {task.task}: {swedish.in_one_line(task.text, 60)}",
            "square-check-big",
            "k_task",
        )
    for other in state[decisions.FEATURE].decisions.values():
        if other.replaced_by == decision.decision:
            yield Link(f"decision:{other.decision}", f"Ersätter beslut {other.decision}", "gavel", "k_dec")
    if decision.replaced_by:
        text = f"Ersatt av beslut {decision.replaced_by}"
        yield Link(f"decision:{decision.replaced_by}", text, "gavel", "k_dec")
    yield from _named_by(state, decision)


def _named_by(state: State, decision: Decision) -> Iterator[Link]:
    named = state.timeline.about.get(f"decision:{decision.decision}", [])
    for number in [n for n in named if n != decision.number][-_SHOWN_AT_MOST:]:
        yield Link(
            f"line:{number}",
            f"Nr {number}: {swedish.in_one_line(state.timeline.says(number).text, 60)}",
            "scroll-text",
        )


def _step_words(plan: Plan, id: str) -> str:
    try:
        return f"Steg {plan.step(id).number}"
    except KeyError:
        return f"Steg {id}"


def actions(decision: Decision) -> Iterator[PaneAction]:
    """Yield what can be done with the decision as it stands."""
    if decision.standing not in _ENDED:
        yield from _changes(decision)
    yield PaneAction("print", "Skriv ut", "printer", tip="Beslutet med det som var känt då")


def _changes(decision: Decision) -> Iterator[PaneAction]:
    yield PaneAction("complete", "Komplettera", "pen-line", hint="F2", primary=bool(decision.missing))
    yield PaneAction("progress", "Läge", "circle-check")
    yield PaneAction("task", "Uppgift", "square-check-big")
    yield PaneAction("replace", "Ersätt", "rotate-ccw")
    yield PaneAction("revoke", "Återkalla", "ban", tip="Ctrl+R", danger=True)
