"""The Swedish sentences of decisions."""

from crisisdesk.base import swedish
from crisisdesk.features.decisions import facts
from crisisdesk.features.decisions.state import DecisionState
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Branch
from crisisdesk.plan.given import Given

TEXT_MISSING = "Skriv vad som beslutas."
NO_STEP = "Planen har inget steg {step}."
NO_BRANCH = "Steget har inget vägval att svara på."
ANSWER_MISSING = "Svara ja eller nej."
GROUND_MISSING = "Välj minst en grund för bedömningen."
NO_GROUND = "Grunden {ground} finns inte i planen. Välj bland {known}."
NO_DECISION = "Det finns inget beslut {number}."
NOT_STANDING = "Beslut {number} gäller inte längre."
REVOKE_REASON_MISSING = "Skriv varför beslutet återkallas."
BY_THE_PLAN = "Enligt krisplanen {step}"

FIELD_WORDS = {
    "decider": "beslutat av",
    "mandate": "mandat",
    "reason": "motivering",
    "options": "alternativ",
    "uncertain": "osäkert",
    "affected": "berörda",
    "responsible": "ansvarig",
    "follow_up_at": "uppföljning",
}
PROGRESS_WORDS = {
    "open": "öppet",
    "ongoing": "pågår",
    "done": "genomfört",
    "revoked": "återkallat",
    "replaced": "ersatt",
}


def judged(branch: Branch, answer: facts.Answer) -> str:
    """Return a judgement as it is decided (krisplan 3.2)."""
    said, then = ("Ja", branch.yes_text) if answer == "yes" else ("Nej", branch.no_text)
    return f"{branch.question} {said}. {then}"


def grounds(branch: Branch, chosen: tuple[str, ...]) -> str:
    """Return the grounds that a judgement rests on."""
    named = [f"{g.number}) {g.text[0].lower()}{g.text[1:]}" for g in branch.grounds if g.id in chosen]
    return f"Grund {swedish.listed(named)}"


def _recorded(state: DecisionState, fact: facts.DecisionRecorded, given: Given) -> Line:
    parts = [f"Beslut {fact.decision}: {swedish.sentence(fact.text)}"]
    parts += ["Beslut att avvakta."] if fact.waits else []
    parts += _details(
        {
            "decider": fact.decider,
            "reason": fact.reason,
            "options": fact.options,
            "uncertain": fact.uncertain,
            "affected": fact.affected,
            "responsible": fact.responsible,
        }
    )
    if fact.follow_up_at is not None:
        parts.append(f"Uppföljning: {swedish.near(fact.follow_up_at, given.zone, given.now)}.")
    if fact.replaces:
        parts.append(f"Ersätter beslut {fact.replaces}.")
    return Line(
        kind="dec",
        text=" ".join(parts),
        strikes=state.decisions[fact.replaces].number if fact.replaces else 0,
        refs=_refs(fact),
        secrecy=fact.secrecy,
    )


def _details(values: dict[str, str]) -> list[str]:
    return [
        f"{FIELD_WORDS[name].capitalize()}: {swedish.sentence(value)}"
        for name, value in values.items()
        if value
    ]


def _refs(fact: facts.DecisionRecorded) -> tuple[str, ...]:
    refs = [f"decision:{fact.decision}", *fact.links]
    refs += [f"step:{fact.step}"] if fact.step else []
    refs += [f"decision:{fact.replaces}"] if fact.replaces else []
    refs += [f"uncertainty:{number}" for number in fact.rests_on]
    return tuple(refs)


def _completed(state: DecisionState, fact: facts.DecisionCompleted, given: Given) -> Line:
    values = {name: getattr(fact, name) or "" for name in FIELD_WORDS if name != "follow_up_at"}
    parts = [f"Beslut {fact.decision} kompletterat.", *_details(values)]
    if fact.follow_up_at is not None:
        parts.append(f"Uppföljning: {swedish.near(fact.follow_up_at, given.zone, given.now)}.")
    secrecy = state.decisions[fact.decision].secrecy
    return Line(kind="dec", text=" ".join(parts), refs=(f"decision:{fact.decision}",), secrecy=secrecy)


def _follow_up_cleared(state: DecisionState, fact: facts.FollowUpCleared, given: Given) -> Line:
    due = state.decisions[fact.decision].follow_up_at
    was = f" (före: {swedish.near(due, given.zone, given.now)})" if due is not None else ""
    text = f"Beslut {fact.decision}: ingen uppföljning{was}."
    return Line(kind="dec", text=text, refs=(f"decision:{fact.decision}",))


def _progress(state: DecisionState, fact: facts.ProgressSet, given: Given) -> Line:
    note = f" {swedish.sentence(fact.note)}" if fact.note else ""
    text = f"Beslut {fact.decision}: {PROGRESS_WORDS[fact.progress]}.{note}"
    return Line(kind="dec", text=text, refs=(f"decision:{fact.decision}",))


def _revoked(state: DecisionState, fact: facts.DecisionRevoked, given: Given) -> Line:
    return Line(
        kind="dec",
        text=f"Beslut {fact.decision} återkallas: {swedish.sentence(fact.reason)}",
        strikes=state.decisions[fact.decision].number,
        refs=(f"decision:{fact.decision}",),
    )


WORDINGS: Wordings[DecisionState] = {
    facts.DecisionRecorded: _recorded,
    facts.DecisionCompleted: _completed,
    facts.FollowUpCleared: _follow_up_cleared,
    facts.ProgressSet: _progress,
    facts.DecisionRevoked: _revoked,
}
