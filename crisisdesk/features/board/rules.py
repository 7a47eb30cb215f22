"""What may be done on the board. Nothing on it is erased: edited is a new version, struck has a reason."""

import msgspec

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.board import commands, facts, wording
from crisisdesk.features.board.state import BoardState, Card
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.content import Column, Plan
from crisisdesk.plan.given import Given


def _add(state: BoardState, command: commands.AddCard, given: Given) -> tuple[Fact, ...]:
    column = _column(given.plan, command)
    if not command.text.strip():
        raise RuleBroken(wording.TEXT_MISSING, "text")
    _check_line(command.origin, given, "origin")
    content = facts.Content(
        text=command.text.strip(),
        source=command.source.strip(),
        certainty=command.certainty,
        owner=command.owner.strip(),
        needed_by=command.needed_by,
        resource=command.resource,
        until=command.until,
        suffices=command.suffices,
        shortage=command.shortage.strip(),
        secrecy=command.secrecy.strip(),
    )
    return (_added(state, column, content, command.position, command.origin),)


def _added(
    state: BoardState,
    column: Column,
    content: facts.Content,
    position: int | None = None,
    origin: int = 0,
    became_from: int = 0,
) -> facts.CardAdded:
    return facts.CardAdded(
        card=len(state.cards) + 1,
        column=column.id,
        position=_place(state, column.id, position),
        content=content,
        uncertainty=next_uncertainty(state) if column.purpose == "uncertainty" else 0,
        origin=origin,
        became_from=became_from,
    )


def _column(plan: Plan, command: commands.AddCard) -> Column:
    if command.column:
        return known_column(plan, command.column)
    found = plan.column_for(command.purpose) if command.purpose is not None else None
    # A plan without a column for the purpose still takes the card: in its first column.
    if found is None and plan.columns:
        found = plan.columns[0]
    if found is None:
        raise RuleBroken(wording.NO_COLUMNS)
    return found


def known_column(plan: Plan, column: str) -> Column:
    """Return the column with the id; RuleBroken when the plan's board has none."""
    try:
        return plan.column(column)
    except KeyError:
        raise RuleBroken(wording.NO_COLUMN.format(column=column), "column") from None


def _edit(state: BoardState, command: commands.EditCard, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    changes = {name: getattr(command, name) for name in facts.Content.__struct_fields__}
    given_now = {n: v.strip() if isinstance(v, str) else v for n, v in changes.items() if v is not None}
    emptied = dict.fromkeys(command.clear)
    content = msgspec.structs.replace(card.content, **(given_now | emptied))
    if not content.text:
        raise RuleBroken(wording.TEXT_MISSING, "text")
    said = _against(state, card, content, command, given)
    return (*said, *_version(card, content), *_relinked(card, command.links, given))


def _against(
    state: BoardState, card: Card, content: facts.Content, command: commands.EditCard, given: Given
) -> tuple[Fact, ...]:
    """Return what says otherwise when it is another than before: a line, a card, or nothing any more."""
    by_line = card.by_line if command.by_line is None else command.by_line
    by_card = card.by_card if command.by_card is None else command.by_card
    if (by_line, by_card) == (card.by_line, card.by_card):
        return ()
    if content.certainty != "contradicted":
        raise RuleBroken(wording.NOT_CONTRADICTED, "by_line" if by_line != card.by_line else "by_card")
    _check_line(by_line, given, "by_line")
    _check_other(state, card, by_card)
    return (facts.CardContradicted(card=card.card, by_line=by_line, by_card=by_card),)


def _check_other(state: BoardState, card: Card, by_card: int) -> None:
    """Raise RuleBroken unless the card that says otherwise is there, and another."""
    if by_card and (by_card not in state.cards or by_card == card.card):
        raise RuleBroken(wording.NO_CARD.format(card=by_card), "by_card")


def _relinked(card: Card, links: tuple[str, ...] | None, given: Given) -> tuple[Fact, ...]:
    if links is None:
        return ()
    wanted = [_ref(link, given) for link in links]
    gone = (facts.CardUnlinked(card=card.card, ref=ref) for ref in card.links if ref not in wanted)
    new = (facts.CardLinked(card=card.card, ref=ref) for ref in wanted if ref not in card.links)
    return (*gone, *new)


def _version(card: Card, content: facts.Content) -> tuple[Fact, ...]:
    if content == card.content:
        return ()
    return (facts.CardEdited(card=card.card, version=len(card.versions) + 1, content=content),)


def _certainty(state: BoardState, command: commands.SetCertainty, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    said = _contradicted(state, command, card, given)
    return (*said, *_version(card, msgspec.structs.replace(card.content, certainty=command.certainty)))


def _contradicted(
    state: BoardState, command: commands.SetCertainty, card: Card, given: Given
) -> tuple[Fact, ...]:
    """Return what says otherwise, first: its sentence is the one that tells of both."""
    if command.certainty != "contradicted" or not (command.by_line or command.by_card):
        return ()
    _check_line(command.by_line, given, "by_line")
    _check_other(state, card, command.by_card)
    if (card.by_line, card.by_card) == (command.by_line, command.by_card):
        return ()
    fact = facts.CardContradicted(card=card.card, by_line=command.by_line, by_card=command.by_card)
    return (fact,)


def _resource(state: BoardState, command: commands.SetResource, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    before = card.content
    suffices = before.suffices if command.suffices is None else command.suffices
    shortage = before.shortage if command.shortage is None else command.shortage.strip()
    content = msgspec.structs.replace(
        before,
        resource=command.resource,
        until=command.until,
        suffices=suffices,
        # What suffices lacks nothing.
        shortage="" if suffices == "yes" else shortage,
    )
    return _version(card, content)


def _move(state: BoardState, command: commands.MoveCard, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    column = known_column(given.plan, command.column)
    if column.id == card.column:
        return _ordered(state, card, command.position)
    moved = facts.CardMoved(
        card=card.card,
        column=column.id,
        position=_place(state, column.id, command.position),
        uncertainty=_uncertainty_in(state, card, column),
    )
    return (moved,)


def _ordered(state: BoardState, card: Card, position: int | None) -> tuple[Fact, ...]:
    order = state.columns[card.column]
    last = len(order) - 1
    place = last if position is None else max(0, min(position, last))
    return () if order.index(card.card) == place else (facts.CardOrdered(card=card.card, position=place),)


def _uncertainty_in(state: BoardState, card: Card, column: Column) -> int:
    """A card keeps the number it once had as an uncertainty; elsewhere it is none."""
    if column.purpose != "uncertainty":
        return 0
    held = [number for number, which in state.uncertainties.items() if which == card.card]
    return held[0] if held else next_uncertainty(state)


def _strike(state: BoardState, command: commands.StrikeCard, given: Given) -> tuple[Fact, ...]:
    hanging(state, command.card)
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.CardStruck(card=command.card, reason=command.reason.strip()),)


def _answer(state: BoardState, command: commands.AnswerUncertainty, given: Given) -> tuple[Fact, ...]:
    card = _asked(state, command.uncertainty)
    answer = command.answer.strip()
    if not answer:
        raise RuleBroken(wording.ANSWER_MISSING, "answer")
    # The line that the answer comes with may be the one that this act makes.
    if command.answer_line != given.last_line + 1:
        _check_line(command.answer_line, given, "answer_line")
    if _answered_so(card, answer, command):
        return ()
    became = _became(state, command, card, given.plan) if command.becomes else None
    answered = facts.UncertaintyAnswered(
        card=card.card,
        uncertainty=command.uncertainty,
        answer=answer,
        answer_line=command.answer_line,
        became=_card_of_answer(card, became),
    )
    return (answered,) if became is None else (answered, became)


def _answered_so(card: Card, answer: str, command: commands.AnswerUncertainty) -> bool:
    old = card.answer
    if old is None or (old.text, old.answer_line) != (answer, command.answer_line):
        return False
    return not command.becomes or old.became > 0


def _card_of_answer(card: Card, became: facts.CardAdded | None) -> int:
    if became is not None:
        return became.card
    return card.answer.became if card.answer is not None else 0


def _reopen(state: BoardState, command: commands.ReopenUncertainty, given: Given) -> tuple[Fact, ...]:
    card = _asked(state, command.uncertainty)
    if card.answer is None:
        return ()
    if not command.reason.strip():
        raise RuleBroken(wording.REOPEN_REASON_MISSING, "reason")
    reopened = facts.UncertaintyReopened(
        card=card.card, uncertainty=command.uncertainty, reason=command.reason.strip()
    )
    return (reopened,)


def _asked(state: BoardState, number: int) -> Card:
    card = state.uncertainty(number)
    if card is None or card.struck or not card.uncertainty:
        raise RuleBroken(wording.NO_UNCERTAINTY.format(number=number), "uncertainty")
    return card


def _check_line(number: int, given: Given, field: str) -> None:
    if not 0 <= number <= given.last_line:
        raise RuleBroken(wording.NO_LINE.format(number=number), field)


def _became(
    state: BoardState, command: commands.AnswerUncertainty, card: Card, plan: Plan
) -> facts.CardAdded | None:
    column = known_column(plan, command.column) if command.column else plan.column_for("event")
    if column is None:
        return None
    content = facts.Content(
        text=command.answer.strip(),
        certainty=command.certainty,
        secrecy=card.content.secrecy,
        source=card.content.owner,
    )
    return _added(state, column, content, None, command.answer_line, command.uncertainty)


def _forecast(state: BoardState, command: commands.SetForecast, given: Given) -> tuple[Fact, ...]:
    text = command.text.strip()
    before = state.forecast_secrecy.get(command.which, "")
    secrecy = before if command.secrecy is None else command.secrecy.strip()
    # The mark stands before the text that it covers.
    marked = (facts.ForecastMarked(which=command.which, secrecy=secrecy),) if secrecy != before else ()
    written = (facts.ForecastSet(which=command.which, text=text),)
    return (*marked, *(written if text != state.forecast.get(command.which, "") else ()))


def _freeze(state: BoardState, command: commands.Freeze, given: Given) -> tuple[Fact, ...]:
    frozen = facts.BoardFrozen(
        number=len(state.frozen) + 1, name=command.name.strip(), meeting=command.meeting
    )
    return (frozen,)


def _name(state: BoardState, command: commands.NameFrozen, given: Given) -> tuple[Fact, ...]:
    if not 0 < command.number <= len(state.frozen):
        raise RuleBroken(wording.NO_FROZEN.format(number=command.number), "number")
    name = command.name.strip()
    if name == state.frozen[command.number - 1].name:
        return ()
    return (facts.BoardNamed(number=command.number, name=name),)


def _link(state: BoardState, command: commands.LinkCard, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    ref = _ref(command.ref, given)
    return () if ref in card.links else (facts.CardLinked(card=card.card, ref=ref),)


def _ref(said: str, given: Given) -> str:
    """Return what a card can belong to, written as refs are."""
    kind, _, number = said.strip().partition(":")
    if kind not in wording.LINK_WORDS or not number.isdecimal() or int(number) < 1:
        raise RuleBroken(wording.NO_REF, "ref")
    if kind == "line":
        _check_line(int(number), given, "ref")
    return f"{kind}:{int(number)}"


def _unlink(state: BoardState, command: commands.UnlinkCard, given: Given) -> tuple[Fact, ...]:
    card = hanging(state, command.card)
    known = command.ref in card.links
    return (facts.CardUnlinked(card=card.card, ref=command.ref),) if known else ()


def hanging(state: BoardState, number: int) -> Card:
    """Return the card; RuleBroken when it is not there or struck."""
    card = state.cards.get(number)
    if card is None:
        raise RuleBroken(wording.NO_CARD.format(card=number), "card")
    if card.struck:
        raise RuleBroken(wording.STRUCK.format(card=number), "card")
    return card


def _place(state: BoardState, column: str, position: int | None) -> int:
    count = len(state.columns.get(column, []))
    return count if position is None else max(0, min(position, count))


def next_uncertainty(state: BoardState) -> int:
    """Return the number of the next uncertainty; none is used twice."""
    return max(state.uncertainties, default=0) + 1


RULES: Rules[BoardState] = {
    commands.AddCard: _add,
    commands.EditCard: _edit,
    commands.SetCertainty: _certainty,
    commands.SetResource: _resource,
    commands.MoveCard: _move,
    commands.StrikeCard: _strike,
    commands.AnswerUncertainty: _answer,
    commands.ReopenUncertainty: _reopen,
    commands.SetForecast: _forecast,
    commands.Freeze: _freeze,
    commands.NameFrozen: _name,
    commands.LinkCard: _link,
    commands.UnlinkCard: _unlink,
}
