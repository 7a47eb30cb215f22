"""One act, several features: what a fact leads to. Replay runs none of this."""

import re
from collections.abc import Callable
from typing import Any

from crisisdesk.features import board, checklists, decisions, intake, lifecycle, log, meetings, people
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact
from crisisdesk.plan.content import Step
from crisisdesk.plan.given import Given

_ANSWERS = re.compile(r"[\s,;:.(–-]*\bbesvarar oklarhet (?P<number>\d+)\)?[\s,;:.–-]*", re.IGNORECASE)
"""What an entry says when it answers an uncertainty; the rest of it is the answer."""


def follow_ups(state: State, fact: Fact, given: Given) -> tuple[Command, ...]:
    """Return the commands that the fact leads to, in the order they shall be carried out."""
    policy = POLICIES.get(type(fact))
    return tuple(policy(state, fact, given)) if policy is not None else ()


def _decided(state: State, fact: decisions.facts.DecisionRecorded, given: Given) -> list[Command]:
    """Keep what was known; settle the plan's step: sign it, take its branch, appoint (krisplan 3.2, 5.1)."""
    wishes: list[Command] = [_known(state, fact)]
    if fact.step:
        step = given.plan.step(fact.step)
        wishes.append(checklists.commands.Sign(item=step.id, decision=fact.decision))
        wishes += _branched(state, step, fact)
        wishes += _appointed(step, fact)
    return wishes


def _known(state: State, fact: decisions.facts.DecisionRecorded) -> Command:
    return decisions.commands.NoteKnown(
        decision=fact.decision,
        present=tuple(p.person for p in state[people.FEATURE].present()),
        open_uncertainties=tuple(c.uncertainty for c in state[board.FEATURE].open_uncertainties()),
    )


def _branched(state: State, step: Step, fact: decisions.facts.DecisionRecorded) -> list[Command]:
    if step.branch is None or not fact.answer:
        return []
    yes = fact.answer == "yes"
    dropped = step.branch.yes_drops if yes else step.branch.no_drops
    freed = step.branch.no_drops if yes else step.branch.yes_drops
    marks = state[checklists.FEATURE].marks
    wishes: list[Command] = [checklists.commands.Drop(item=item, decision=fact.decision) for item in dropped]
    # A new judgement the other way opens what the old one made needless.
    wishes += [
        checklists.commands.Undo(item=item)
        for item in freed
        if item not in dropped and item in marks and marks[item].kind == "dropped" and marks[item].decision
    ]
    return wishes


def _appointed(step: Step, fact: decisions.facts.DecisionRecorded) -> list[Command]:
    if not fact.appoints or not step.appoints:
        return []
    appoint = people.commands.Appoint(
        function=step.appoints, person=fact.appoints, sign=fact.appointed_sign, decision=fact.decision
    )
    return [appoint]


def _field_saved(state: State, fact: intake.facts.FieldSaved, given: Given) -> list[Command]:
    """What may come of it fills the board's forecast (krisplan 2.6)."""
    feeds = given.plan.field(fact.field).feeds
    if feeds is None:
        return []
    which = "worst" if feeds == "forecast.worst" else "likely"
    return [board.commands.SetForecast(which=which, text=fact.value)]


def _point_closed(state: State, fact: meetings.facts.PointClosed, given: Given) -> list[Command]:
    """The board is frozen when the agenda's board point is closed."""
    meeting = state[meetings.FEATURE].meetings[fact.meeting]
    points = {p.id: p for p in given.plan.agenda(meeting.agenda).walk()}
    if points[fact.point].purpose != "board" or not given.plan.columns:
        return []
    return [] if _frozen_in(state, fact.meeting) else [board.commands.Freeze(meeting=fact.meeting)]


def _meeting_ended(state: State, fact: meetings.facts.MeetingEnded, given: Given) -> list[Command]:
    """The board is frozen at the latest when the meeting ends."""
    if not given.plan.columns or _frozen_in(state, fact.meeting):
        return []
    return [board.commands.Freeze(meeting=fact.meeting)]


def _frozen_in(state: State, meeting: int) -> bool:
    return any(frozen.meeting == meeting for frozen in state[board.FEATURE].frozen)


def _relieved(state: State, fact: people.facts.ReliefDone, given: Given) -> list[Command]:
    """The relief of the log keeper changes whose sign the lines carry."""
    if given.plan.function(fact.function).duty != "log_keeper":
        return []
    return [lifecycle.commands.ChangeKeeper(sign=fact.sign_to, relieved=True)]


def _entry_recorded(state: State, fact: log.facts.EntryRecorded, given: Given) -> list[Command]:
    """An entry that says so answers an uncertainty, and its reliability is that of the card it becomes."""
    said = _ANSWERS.search(fact.text)
    number = int(said["number"]) if said is not None else 0
    card = state[board.FEATURE].uncertainty(number)
    if said is None or card is None or card.struck or not card.uncertainty:
        return []
    answer = _without(fact.text, said)
    if not answer:
        return []
    wish = board.commands.AnswerUncertainty(
        uncertainty=number,
        answer=answer,
        answer_line=given.last_line + 1,
        becomes=True,
        certainty=fact.reliability,
    )
    return [wish]


def _without(text: str, said: re.Match[str]) -> str:
    before, after = text[: said.start()].strip(), text[said.end() :].strip()
    return f"{before}. {after}" if before and after else before or after


def _reopened(state: State, fact: board.facts.UncertaintyReopened, given: Given) -> list[Command]:
    """The card that the answer became does not stand as if it held: it is contradicted."""
    answer = state[board.FEATURE].cards[fact.card].answer
    became = state[board.FEATURE].cards.get(answer.became) if answer is not None else None
    if became is None or became.struck:
        return []
    return [board.commands.SetCertainty(card=became.card, certainty="contradicted")]


POLICIES: dict[type[Fact], Callable[[State, Any, Given], list[Command]]] = {
    board.facts.UncertaintyReopened: _reopened,
    decisions.facts.DecisionRecorded: _decided,
    intake.facts.FieldSaved: _field_saved,
    log.facts.EntryRecorded: _entry_recorded,
    meetings.facts.PointClosed: _point_closed,
    meetings.facts.MeetingEnded: _meeting_ended,
    people.facts.ReliefDone: _relieved,
}
