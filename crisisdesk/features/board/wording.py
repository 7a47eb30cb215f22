"""The Swedish sentences of the board."""

from collections.abc import Sequence
from typing import Final

from crisisdesk.base import certainty, swedish
from crisisdesk.features.board import facts
from crisisdesk.features.board.state import BoardState, Card
from crisisdesk.kernel.fact import Line, LineKind
from crisisdesk.kernel.feature import Joints, Wordings
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

TEXT_MISSING = "Skriv vad som ska stå på kortet."
NO_COLUMN = "Tavlan har ingen kolumn {column}."
NO_COLUMNS = "Planen har ingen tavla."
NO_CARD = "Det finns inget kort {card}."
STRUCK = "Kort {card} är struket."
REASON_MISSING = "Skriv varför kortet stryks."
NO_UNCERTAINTY = "Det finns ingen oklarhet {number} på tavlan."
ANSWER_MISSING = "Skriv svaret på oklarheten."
REOPEN_REASON_MISSING = "Skriv varför svaret inte håller."
NO_FROZEN = "Det finns ingen lägesbild {number}."
NOT_CONTRADICTED = "Välj säkerheten motsagd, eller ta bort raden."
NO_REF = "Skriv vad kortet hör till: en uppgift, ett beslut eller en rad."
NO_LINE = "Det finns ingen rad {number} i loggen."

RESOURCE_WORDS = {
    "requested": "begärd",
    "promised": "utlovad",
    "on_way": "på väg",
    "on_site": "på plats",
    "released": "frigjord",
}
SUFFICES_WORDS = {"yes": "räcker", "no": "räcker inte", "later": "räcker inte på sikt"}

LINK_WORDS = {"task": "uppgift", "decision": "beslut", "line": "rad"}
"""What a card can belong to, as it is read."""


def _added(state: BoardState, fact: facts.CardAdded, given: Given) -> Line:
    title = given.plan.column(fact.column).title
    refs = [f"card:{fact.card}"]
    refs += [f"uncertainty:{fact.uncertainty}"] if fact.uncertainty else []
    refs += [f"line:{fact.origin}"] if fact.origin else []
    head = f"Oklarhet {fact.uncertainty}" if fact.uncertainty else f"Tavlan, {title}"
    # The sentence of the answer says what the card says.
    text = f"Kort i {title}." if fact.became_from else f"{head}: {_said(fact.content, given)}"
    return Line(kind=_kind(fact.uncertainty), text=text, refs=tuple(refs), secrecy=fact.content.secrecy)


def _kind(uncertainty: int) -> LineKind:
    return "unc" if uncertainty else "note"


def _said(content: facts.Content, given: Given) -> str:
    parts = [swedish.sentence(content.text)]
    if content.resource:
        until = f" {swedish.near(content.until, given.zone, given.happened_at)}" if content.until else ""
        parts.append(f"{RESOURCE_WORDS[content.resource].capitalize()}{until}.")
    if content.suffices:
        short = f": {content.shortage.rstrip('.')}" if content.shortage else ""
        parts.append(f"{SUFFICES_WORDS[content.suffices].capitalize()}{short}.")
    if content.source:
        parts.append(f"Källa: {swedish.sentence(content.source)}")
    if content.certainty:
        parts.append(f"{certainty.WORDS[content.certainty].capitalize()}.")
    if content.owner:
        parts.append(f"Ägare: {swedish.sentence(content.owner)}")
    if content.needed_by is not None:
        parts.append(f"Behövs senast {swedish.near(content.needed_by, given.zone, given.happened_at)}.")
    return " ".join(parts)


def _edited(state: BoardState, fact: facts.CardEdited, given: Given) -> Line:
    card = state.cards[fact.card]
    title = _title(given.plan, card.column)
    head = f"Oklarhet {card.uncertainty} ändrad" if card.uncertainty else f"Tavlan, {title}, ändrat"
    text = f"{head}: {_said(fact.content, given)}"
    # A card that was secret once stays so in the log: the old version can be read out of the new one.
    secrecy = fact.content.secrecy or card.content.secrecy
    return Line(
        kind=_kind(card.uncertainty), text=text, refs=_refs(card.card, card.uncertainty), secrecy=secrecy
    )


def _moved(state: BoardState, fact: facts.CardMoved, given: Given) -> Line:
    card = state.cards[fact.card]
    before, after = _title(given.plan, card.column), _title(given.plan, fact.column)
    named = f" Oklarhet {fact.uncertainty}." if fact.uncertainty else ""
    text = f"Tavlan: kortet «{_quoted(card.content)}» flyttat från {before} till {after}.{named}"
    return Line(kind=_kind(fact.uncertainty), text=text, refs=_refs(card.card, fact.uncertainty))


def _moved_together(state: BoardState, moved: Sequence[facts.CardMoved], given: Given) -> Line:
    cards = [state.cards[fact.card] for fact in moved]
    came_from = dict.fromkeys(_title(given.plan, card.column) for card in cards)
    before = f" från {next(iter(came_from))}" if len(came_from) == 1 else ""
    after = _title(given.plan, moved[0].column)
    numbers = [str(fact.uncertainty) for fact in moved if fact.uncertainty]
    named = f" Oklarhet {swedish.listed(numbers)}." if numbers else ""
    text = f"Tavlan: {len(cards)} kort flyttade{before} till {after}: {_all_quoted(cards)}.{named}"
    refs = tuple(ref for fact in moved for ref in _refs(fact.card, fact.uncertainty))
    return Line(kind=_kind(moved[0].uncertainty), text=text, refs=refs)


def _struck_together(state: BoardState, struck: Sequence[facts.CardStruck], given: Given) -> Line:
    cards = [state.cards[fact.card] for fact in struck]
    why = swedish.sentence(struck[0].reason)
    asked = all(card.uncertainty for card in cards)
    return Line(
        kind="unc" if asked else "note",
        text=f"Tavlan: {len(cards)} kort strukna: {_all_quoted(cards)}. Därför: {why}",
        strikes=cards[0].number,
        refs=tuple(ref for card in cards for ref in _refs(card.card, card.uncertainty)),
        secrecy=next((card.content.secrecy for card in cards if card.content.secrecy), ""),
    )


_MOST_QUOTED: Final = 8
"""How many cards a sentence quotes; the rest are a count, and among the line's links."""


def _all_quoted(cards: Sequence[Card]) -> str:
    quoted = [f"«{_quoted(card.content)}»" for card in cards[:_MOST_QUOTED]]
    more = len(cards) - len(quoted)
    return swedish.listed([*quoted, *([f"{more} till"] if more else [])])


def _named(line: int, card: int) -> str:
    """Return what says otherwise, such as `rad 23 och kort 4`."""
    return swedish.listed([*([f"rad {line}"] if line else []), *([f"kort {card}"] if card else [])])


def _contradicted(state: BoardState, fact: facts.CardContradicted, given: Given) -> Line:
    card = state.cards[fact.card]
    line = (f"line:{fact.by_line}",) if fact.by_line else ()
    other = (f"card:{fact.by_card}",) if fact.by_card else ()
    by, before = _named(fact.by_line, fact.by_card), _named(card.by_line, card.by_card)
    against = f"motsägs av {by}" if by else f"motsägs inte längre av {before}" if before else "motsägs"
    return Line(
        kind=_kind(card.uncertainty),
        text=f"Kort {card.card} {against}: {swedish.sentence(_quoted(card.content))}",
        refs=(*_refs(card.card, card.uncertainty), *other, *line),
        secrecy=card.content.secrecy,
    )


def _linked(state: BoardState, fact: facts.CardLinked, given: Given) -> Line:
    card = state.cards[fact.card]
    kind, _, number = fact.ref.partition(":")
    return Line(
        kind=_kind(card.uncertainty),
        text=f"Tavlan: kortet «{_quoted(card.content)}» hör till {LINK_WORDS[kind]} {number}.",
        refs=(*_refs(card.card, card.uncertainty), fact.ref),
        secrecy=card.content.secrecy,
    )


def _struck(state: BoardState, fact: facts.CardStruck, given: Given) -> Line:
    card = state.cards[fact.card]
    text = f"Tavlan: kortet «{_quoted(card.content)}» struket: {swedish.sentence(fact.reason)}"
    return Line(
        kind=_kind(card.uncertainty),
        text=text,
        strikes=card.number,
        refs=_refs(card.card, card.uncertainty),
        secrecy=card.content.secrecy,
    )


def _answered(state: BoardState, fact: facts.UncertaintyAnswered, given: Given) -> Line:
    card = state.cards[fact.card]
    here = fact.answer_line == given.last_line + 1
    line = (f"line:{fact.answer_line}",) if fact.answer_line and not here else ()
    how = "besvarad" if card.answer is None else "besvarad på nytt"
    question = f" ({_quoted(card.content)})" if not card.content.secrecy else ""
    return Line(
        kind="unc",
        # The line that answers has just said the answer itself.
        text=f"Oklarhet {fact.uncertainty}{question} {how}"
        + ("." if here else f": {swedish.sentence(fact.answer)}"),
        strikes=card.answer.number if card.answer is not None else 0,
        refs=(*_refs(fact.card, fact.uncertainty), *line),
        secrecy=card.content.secrecy,
    )


def _reopened(state: BoardState, fact: facts.UncertaintyReopened, given: Given) -> Line:
    card = state.cards[fact.card]
    return Line(
        kind="unc",
        text=f"Oklarhet {fact.uncertainty} öppen igen: {swedish.sentence(fact.reason)}",
        strikes=card.answer.number if card.answer is not None else 0,
        refs=_refs(fact.card, fact.uncertainty),
        secrecy=card.content.secrecy,
    )


def _frozen(state: BoardState, fact: facts.BoardFrozen, given: Given) -> Line:
    name = f" ({fact.name})" if fact.name else ""
    refs = (f"board:{fact.number}", *((f"meeting:{fact.meeting}",) if fact.meeting else ()))
    return Line(kind="ass", text=f"Lägesbild {fact.number}{name} fryst: {_counted(state)}.", refs=refs)


def _counted(state: BoardState) -> str:
    if not state.frozen:
        return f"{len(state.pinned())} kort"
    found = state.since_frozen()
    counts = [
        swedish.plural(len(found.new), "nytt kort", "nya kort") if found.new else "",
        swedish.plural(len(found.changed), "ändrat", "ändrade") if found.changed else "",
        f"{len(found.gone)} borta" if found.gone else "",
    ]
    return swedish.listed([c for c in counts if c]) or "inga kort är ändrade"


def _title(plan: Plan, column: str) -> str:
    return plan.column(column).title


def _quoted(content: facts.Content) -> str:
    if content.secrecy:
        return f"sekretess {content.secrecy}"
    return swedish.shortened(content.text, 60)


def _refs(card: int, uncertainty: int) -> tuple[str, ...]:
    return (f"card:{card}", *((f"uncertainty:{uncertainty}",) if uncertainty else ()))


WORDINGS: Wordings[BoardState] = {
    facts.CardAdded: _added,
    facts.CardEdited: _edited,
    facts.CardMoved: _moved,
    facts.CardStruck: _struck,
    facts.CardContradicted: _contradicted,
    facts.CardLinked: _linked,
    facts.UncertaintyAnswered: _answered,
    facts.UncertaintyReopened: _reopened,
    facts.BoardFrozen: _frozen,
}

JOINTS: Joints[BoardState] = {facts.CardMoved: _moved_together, facts.CardStruck: _struck_together}
