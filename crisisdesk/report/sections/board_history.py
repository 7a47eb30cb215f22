"""How the board came to be as it is: every version of the cards that changed, and of the forecast."""

from collections.abc import Iterator

from crisisdesk.base import certainty, swedish
from crisisdesk.features import board
from crisisdesk.features.board.facts import Content
from crisisdesk.features.board.state import Card, ForecastVersion, Version
from crisisdesk.features.board.wording import RESOURCE_WORDS, SUFFICES_WORDS
from crisisdesk.report.document import Block, Cell, Column, Heading, Row, Table
from crisisdesk.report.source import Source, capital, joined

_FORECAST = {"worst": "Farligast", "likely": "Troligast"}


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the versions of changed cards and of the forecast, nothing when nothing was changed."""
    rows = (*_cards(source), *_forecast(source))
    if not rows:
        return ()
    columns = (
        Column(title="Kort", mm=17),
        Column(title="Tid", mm=17),
        Column(title="Av", mm=11),
        Column(title="Det stod"),
    )
    return (Heading(level=2, text="Ändringar på tavlan"), Table(columns=columns, rows=rows))


def _cards(source: Source) -> Iterator[Row]:
    for card in source.state[board.FEATURE].cards.values():
        if len(card.versions) < 2 and not card.struck:
            continue
        for version in card.versions:
            yield _version(source, card, version)
        if card.struck_at is not None:
            said = Cell(text=f"Struket: {card.struck_because}")
            yield Row(cells=("", source.clock(card.struck_at), "", _covered(source, card, said)))


def _version(source: Source, card: Card, version: Version) -> Row:
    content = version.content
    first = version.version == 1
    return Row(
        cells=(
            Cell(text=str(card.card), tone="strong") if first else "",
            source.clock(version.at),
            version.recorded_by,
            _covered(source, card, Cell(text=content.text, secondary=said_of(source, content))),
        )
    )


def _covered(source: Source, card: Card, cell: Cell) -> Cell:
    mark = source.hidden(source.mark("card", card.card))
    return Cell(masked=mark) if mark else cell


def said_of(source: Source, content: Content) -> str:
    """Return what a version said beside its text: source, certainty, state of a resource, owner, deadline."""
    until = f" {source.clock(content.until)}" if content.until is not None else ""
    resource = f"{RESOURCE_WORDS[content.resource]}{until}" if content.resource else ""
    suffices = SUFFICES_WORDS[content.suffices] if content.suffices else ""
    needed = f"behövs senast {source.clock(content.needed_by)}" if content.needed_by is not None else ""
    parts = (
        content.source,
        certainty.WORDS.get(content.certainty, ""),
        resource,
        joined((suffices, content.shortage), ": "),
        f"ägare {content.owner}" if content.owner else "",
        needed,
    )
    return capital(joined(parts, " · "))


def _forecast(source: Source) -> Iterator[Row]:
    versions = source.state[board.FEATURE].forecasts
    for which, title in _FORECAST.items():
        written = versions.get(which, [])
        if len(written) > 1:
            for place, version in enumerate(written):
                yield _forecast_row(source, "" if place else title, version, which)


def _forecast_row(source: Source, title: str, version: ForecastVersion, which: str) -> Row:
    now = source.state[board.FEATURE].forecast_secrecy.get(which, "")
    mark = source.hidden(version.secrecy or now)
    text = swedish.sentence(version.text) if version.text else "Inget."
    said = Cell(masked=mark) if mark else Cell(text=text)
    named = Cell(text=title, tone="strong") if title else ""
    return Row(cells=(named, source.clock(version.at), version.recorded_by, said))
