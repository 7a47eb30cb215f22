"""The figures that stand beside an evaluation question: computed from the facts, by the plan's own words."""

from collections.abc import Callable
from datetime import datetime, timedelta

from crisisdesk.base import swedish
from crisisdesk.features import (
    board,
    calls,
    checklists,
    decisions,
    information,
    intake,
    lifecycle,
    log,
    meetings,
    people,
)
from crisisdesk.features.board.state import Frozen
from crisisdesk.incident import figures, milestones, paper_forms, queries, tenures
from crisisdesk.incident.figures import EvidenceFigure, count, minutes, since_alarm, told
from crisisdesk.incident.milestones import Milestone
from crisisdesk.incident.state import State
from crisisdesk.plan.content import Evidence, Question

Figures = list[EvidenceFigure]


def evidence(state: State, question: Question, now: datetime | None = None) -> tuple[EvidenceFigure, ...]:
    """Return the figures for the question, each once, in the order of the plan's words for it.

    `now` (UTC) ends what is still going on while the incident is open; the last line's time when None.
    """
    moment = now or _last(state)
    found = [figure for word in question.evidence for figure in WORDS[word](state, moment)]
    return tuple(dict.fromkeys(found))


def _last(state: State) -> datetime:
    lines = state.timeline.lines
    if lines:
        return lines[-1].recorded_at
    raise LookupError("nothing has happened yet")


def _alarm_chain(state: State, now: datetime) -> Figures:
    found = [figures.judgement(state)] if _judges(state) else []
    found += _reached(state)
    found += (
        [figures.gathered(state)] if milestones.first_meeting(state) != milestones.gathered(state) else []
    )
    found += [figures.first_meeting(state)] if state.plan.agendas else []
    if state.plan.call_list is not None:
        counted = queries.calls_progress(state)
        found.append(EvidenceFigure(value=f"{counted.done} av {counted.total}", label="på larmlistan nådda"))
    return found


def _judges(state: State) -> bool:
    return any(step.action == "judge" for phase in state.plan.phases for step in phase.steps)


def _reached(state: State) -> Figures:
    """Return when the chair was reached, and the first whom the plan names outside the call list."""
    chair = state.plan.function_with("chair")
    call_list = state.plan.call_list
    found: Figures = []
    if chair is not None and call_list is not None and chair.id in call_list.order:
        found.append(_reached_one(state, f"function:{chair.id}", chair.post or chair.title))
    if call_list is not None and call_list.others:
        found.append(_reached_one(state, call_list.others[0], call_list.others[0]))
    return found


def _reached_one(state: State, target: str, name: str) -> EvidenceFigure:
    said = f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name
    attempts = state[calls.FEATURE].attempts(target)
    tried = next((i for i, call in enumerate(attempts, 1) if call.reached), len(attempts))
    tries = f", {tried} försök" if tried > 1 else ""
    moment = milestones.reached(state, target)
    return since_alarm(state, moment, f"från larm till {said} nådd{tries}", f"{said} inte nådd")


def _decisions(state: State, now: datetime) -> Figures:
    every = list(state[decisions.FEATURE].decisions.values())
    standing = state[decisions.FEATURE].standing()
    bare = [d for d in standing if not d.reason]
    loose = [d for d in standing if "follow_up_at" in d.missing]
    return [
        count(len(every), "beslut", "beslut", *(d.number for d in every)),
        count(len(bare), "beslut utan motivering", "beslut utan motivering", *(d.number for d in bare)),
        count(len(loose), "beslut utan uppföljning", "beslut utan uppföljning", *(d.number for d in loose)),
    ]


def _decisions_early(state: State, now: datetime) -> Figures:
    start = milestones.alarm(state)
    every = list(state[decisions.FEATURE].decisions.values())
    hour = timedelta(hours=1)
    early = [d for d in every if start is not None and d.at - start.at <= hour]
    first = milestones.first_decision(state)
    return [
        since_alarm(state, first, "från larm till första beslut", "inget beslut fattat"),
        *([figures.judgement(state)] if _judges(state) and first != milestones.judged(state) else []),
        count(len(early), "beslut första timmen", "beslut första timmen", *(d.number for d in early)),
    ]


def _roles(state: State, now: datetime) -> Figures:
    empty = tenures.vacancies(state, now)
    found = [_appointed(state)]
    titles = {f.id: f.title for f in state.plan.functions}
    never = [t for t in empty if not t.ended and not t.line]
    others = sorted((t for t in empty if t not in never), key=lambda t: t.length, reverse=True)
    found += [
        EvidenceFigure(
            value=minutes(t.length), label=f"{titles[t.function]} utan innehavare", lines=told(t.line)
        )
        for t in others[:2]
    ]
    if never:
        names = swedish.listed([titles[t.function] for t in never])
        found.append(EvidenceFigure(value=str(len(never)), label=f"vakanta hela tiden: {names}"))
    return found


def _appointed(state: State) -> EvidenceFigure:
    held = [h for h in state[people.FEATURE].history if h.person and h.number]
    lines = [d.number for d in state[decisions.FEATURE].decisions.values() if d.appoints]
    by_decision = [d for d in state[decisions.FEATURE].decisions.values() if d.appoints]
    total = len(by_decision) + sum(1 for h in held if not h.decision)
    numbers = (*lines, *(h.number for h in held))
    return count(total, "utnämning och avlösning", "utnämningar och avlösningar", *numbers)


def _forecasts(state: State, now: datetime) -> Figures:
    agendas = state.plan.agendas
    looking = {p.id for agenda in agendas for p in agenda.walk() if p.purpose == "forecast"}
    held = state[meetings.FEATURE].meetings.values()
    closed = [c for m in held for point, c in m.closed.items() if point in looking]
    frozen = [f for f in state[board.FEATURE].frozen if f.worst or f.likely]
    different = len({(f.worst, f.likely) for f in frozen})
    return [
        count(len(closed), "gång på dagordningen", "gånger på dagordningen", *(c.number for c in closed)),
        EvidenceFigure(value=str(different), label="olika prognoser i de frysta lägesbilderna"),
    ]


def _room(state: State, now: datetime) -> Figures:
    breaks = state[lifecycle.FEATURE].interruptions
    away = sum((b.until - b.since for b in breaks), timedelta())
    broken = [r.number for r in state.timeline.lines if isinstance(r.fact, lifecycle.facts.LogInterrupted)]
    words = "avbrott i loggen" if not breaks else f"avbrott i loggen, {swedish.duration(away)}"
    paper = paper_forms.entered(state)
    late = _late_lines(state)
    return [
        count(len(breaks), words, words, *broken),
        count(len(paper), "rad från papper", "rader från papper", *paper.values()),
        count(len(late), "rad skriven i efterhand", "rader skrivna i efterhand", *late),
        *_silence(state, now),
    ]


def _late_lines(state: State) -> list[int]:
    entries = state[log.FEATURE].entries.values()
    return [e.number for e in entries if e.late and e.fact.paper is None]


def _silence(state: State, now: datetime) -> Figures:
    gaps = milestones.silences(state, now)
    limit = swedish.duration(milestones.SILENCE)
    longest = max(gaps, key=lambda gap: gap.length, default=None)
    if longest is None:
        return [EvidenceFigure(value="0", label=f"tysta luckor över {limit}")]
    span = minutes(longest.length)
    label = f"tysta luckor över {limit}, den längsta {span}"
    one = f"tyst lucka över {limit}: {span}"
    return [count(len(gaps), one, label, longest.before, longest.after)]


def _reliefs(state: State, now: datetime) -> Figures:
    done = state[people.FEATURE].reliefs
    left = state[people.FEATURE].due_reliefs()
    found = [
        _length(state, now),
        count(len(done), "avlösning", "avlösningar", *(r.number for r in done)),
    ]
    if left:
        found.append(count(len(left), "planerad avlösning inte gjord", "planerade avlösningar inte gjorda"))
    return [*found, *_longest_pass(state, now)]


def _length(state: State, now: datetime) -> EvidenceFigure:
    start = milestones.alarm(state)
    span = milestones.ended(state, now) - start.at if start is not None else timedelta()
    closed = state[lifecycle.FEATURE].closed
    label = "från larm till avslut" if closed else "sedan larmet"
    return EvidenceFigure(value=minutes(span), label=label, lines=told(milestones.closing_line(state)))


def _longest_pass(state: State, now: datetime) -> Figures:
    """Return the longest time that a person held a function they were appointed to."""
    every = (t for f in state.plan.functions for t in tenures.of(state, f, now) if t.person and t.line)
    longest = max(every, key=lambda t: t.length, default=None)
    if longest is None:
        return []
    who = longest.sign or longest.person
    title = state.plan.function(longest.function).title
    return [
        EvidenceFigure(
            value=minutes(longest.length), label=f"längsta passet: {title}, {who}", lines=told(longest.line)
        )
    ]


def _boards(state: State, now: datetime) -> Figures:
    frozen = state[board.FEATURE].frozen
    first = min((Milestone(at=f.at, line=_board_line(state, f)) for f in frozen), default=None, key=_moment)
    struck = [entry.struck_by for entry in state[log.FEATURE].entries.values() if entry.struck_by]
    return [
        count(len(frozen), "fryst lägesbild", "frysta lägesbilder", *(_board_line(state, f) for f in frozen)),
        since_alarm(state, first, "från larm till första lägesbild", "ingen lägesbild fryst"),
        count(len(struck), "rättelse i loggen", "rättelser i loggen", *struck),
    ]


def _board_line(state: State, frozen: Frozen) -> int:
    told = state.timeline.about.get(f"board:{frozen.number}", [])
    return frozen.line or (told[0] if told else 0)


def _moment(moment: Milestone) -> tuple[datetime, int]:
    return moment.at, moment.line


def _uncertainties(state: State, now: datetime) -> Figures:
    held = state[board.FEATURE]
    cards = [held.cards[card] for card in held.uncertainties.values()]
    answered = [c for c in cards if c.answer is not None]
    waiting = held.open_uncertainties()
    late = [c for c in answered if c.answer and c.needed_by is not None and c.answer.at > c.needed_by]
    found = [
        EvidenceFigure(
            value=f"{len(answered)} av {len(cards)}",
            label="oklarheter besvarade",
            lines=told(*(c.number for c in cards)),
        ),
        count(len(waiting), "obesvarad oklarhet", "obesvarade oklarheter", *(c.number for c in waiting)),
        count(len(late), "svar efter utsatt tid", "svar efter utsatt tid", *(c.number for c in late)),
    ]
    return [*found, _unconfirmed(state)]


def _unconfirmed(state: State) -> EvidenceFigure:
    entries = state[log.FEATURE].entries.values()
    left = [e.number for e in entries if e.reliability == "unconfirmed" and not e.struck_by]
    return count(len(left), "uppgift står obekräftad", "uppgifter står obekräftade", *left)


def _cooperation(state: State, now: datetime) -> Figures:
    others = state[calls.FEATURE].others()
    got = [c for c in others if any(a.reached for a in state[calls.FEATURE].attempts(c.target))]
    incoming = [e for e in state[log.FEATURE].entries.values() if e.fact.kind == "in" and not e.struck_by]
    senders = {e.fact.sender.casefold() for e in incoming if e.fact.sender}
    return [
        EvidenceFigure(
            value=f"{len(got)} av {len(others)}",
            label="sökta utanför larmlistan nådda",
            lines=told(*(c.number for c in others)),
        ),
        count(
            len(incoming), "rad med information in", "rader med information in", *(e.number for e in incoming)
        ),
        count(len(senders), "avsändare", "olika avsändare"),
    ]


def _plan(state: State, now: datetime) -> Figures:
    steps = [step.id for phase in state.plan.phases for step in phase.steps]
    marks = state[checklists.FEATURE].marks
    signed = [s for s in steps if s in marks and marks[s].kind == "signed"]
    dropped = [s for s in steps if s in marks and marks[s].kind == "dropped"]
    found = [
        EvidenceFigure(value=f"{len(signed)} av {len(steps)}", label="steg signerade"),
        count(len(dropped), "steg ej aktuellt", "steg ej aktuella"),
    ]
    left = [state.plan.step(s).number for s in steps if s not in marks]
    label = f"steg kvar: {swedish.listed(left)}" if 0 < len(left) <= 6 else "steg kvar"
    found.append(EvidenceFigure(value=str(len(left)), label=label))
    for phase in state.plan.phases:
        if phase.kind == "sheet":
            done, total = state[intake.FEATURE].progress(phase)
            found.append(
                EvidenceFigure(
                    value=f"{done} av {total}", label=f"frågor besvarade i {phase.number} {phase.short}"
                )
            )
    return found


def _information(state: State, now: datetime) -> Figures:
    every = state[information.FEATURE].messages.values()
    sent = [m for m in every if m.sendings]
    late = state[information.FEATURE].late(milestones.ended(state, now))
    found = [
        figures.first_information(state),
        count(len(sent), "budskap ut", "budskap ut", *(s.number for m in sent for s in m.sendings)),
    ]
    if late:
        found.append(count(len(late), "budskap försenat", "budskap försenade"))
    return [*found, *_to_groups(state, lambda group: True, "målgrupper nådda", "målgrupp nådd")]


def _media(state: State, now: datetime) -> Figures:
    entries = state[log.FEATURE].entries.values()
    asked = [e.number for e in entries if e.fact.channel.casefold() == "media" and not e.struck_by]
    first = _first_to(state, _is_media)
    return [
        count(len(asked), "rad med kanalen media", "rader med kanalen media", *asked),
        since_alarm(state, first, "från larm till första budskap till media", "inget budskap till media"),
    ]


def _public(state: State, now: datetime) -> Figures:
    return _to_groups(state, lambda group: not _is_media(group), "målgrupper nådda", "målgrupp nådd")


def _is_media(group: str) -> bool:
    return "media" in group.casefold()


def _to_groups(state: State, wanted: Callable[[str], bool], many: str, one: str) -> Figures:
    sent = [s for m in state[information.FEATURE].messages.values() for s in m.sendings]
    groups = list(dict.fromkeys(g for s in sent for g in s.groups if wanted(g)))
    names = f": {swedish.listed(groups)}" if groups else ""
    return [EvidenceFigure(value=str(len(groups)), label=f"{one if len(groups) == 1 else many}{names}")]


def _first_to(state: State, wanted: Callable[[str], bool]) -> Milestone | None:
    sent = [s for m in state[information.FEATURE].messages.values() for s in m.sendings]
    found = [Milestone(at=s.at, line=s.number) for s in sent if any(wanted(g) for g in s.groups)]
    return min(found, key=_moment, default=None)


def _support(state: State, now: datetime) -> Figures:
    cards = [c for c in state[board.FEATURE].cards.values() if not c.struck and c.content.resource]
    there = [c for c in cards if c.content.resource in ("on_site", "released")]
    short = [c for c in cards if c.content.suffices in ("no", "later")]
    return [
        count(len(cards), "resurs på tavlan", "resurser på tavlan", *(c.number for c in cards)),
        count(len(there), "resurs på plats", "resurser på plats", *(c.number for c in there)),
        count(len(short), "resurs räcker inte", "resurser räcker inte", *(c.number for c in short)),
    ]


def _switchboard(state: State, now: datetime) -> Figures:
    briefs = state[information.FEATURE].briefs
    first = min((Milestone(at=b.at, line=b.number) for b in briefs), key=_moment, default=None)
    held = list(state[meetings.FEATURE].meetings.values())
    stopped = [m for m in held if m.calls_stopped]
    kept = [m for m in stopped if not m.calls_released and m.ended_at is not None]
    found = [
        since_alarm(state, first, "från larm till växelns första underlag", "växeln har inte fått underlag"),
        EvidenceFigure(
            value=f"{len(stopped)} av {len(held)}",
            label="möten då växeln stoppade samtal",
            lines=told(*(m.number for m in stopped)),
        ),
    ]
    if kept:
        one, many = "möte då växeln inte släppte på igen", "möten då växeln inte släppte på igen"
        found.append(count(len(kept), one, many, *(m.end_number for m in kept)))
    return found


def _none(state: State, now: datetime) -> Figures:
    return []


WORDS: dict[Evidence, Callable[[State, datetime], Figures]] = {
    "alarm_chain": _alarm_chain,
    "decisions": _decisions,
    "decisions_early": _decisions_early,
    "roles": _roles,
    "forecasts": _forecasts,
    "room": _room,
    "reliefs": _reliefs,
    "boards": _boards,
    "uncertainties": _uncertainties,
    "cooperation": _cooperation,
    "plan": _plan,
    "information": _information,
    "media": _media,
    "support": _support,
    "public": _public,
    "switchboard": _switchboard,
    "none": _none,
}
