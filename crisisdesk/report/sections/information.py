"""The messages by version, when each went out and to whom, and what the switchboard was given."""

from crisisdesk.base import swedish
from crisisdesk.features import information
from crisisdesk.features.information.state import Brief, Message, Version
from crisisdesk.report.document import Block, Cell, Column, Heading, Paragraph, Row, Table, Tag
from crisisdesk.report.source import Source, joined, nr


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the messages and the switchboard's sheets, nothing when there are none."""
    state = source.state[information.FEATURE]
    if not state.messages and not state.briefs:
        return ()
    found: list[Block] = [Heading(level=1, text="Information")]
    for message in state.messages.values():
        found += _message(source, message)
    return (*found, *_switchboard(source, state.briefs))


def _message(source: Source, message: Message) -> list[Block]:
    columns = (
        Column(title="Version", mm=15),
        Column(title="Budskap", share=1.7),
        Column(title="Till och kanal", share=1.0),
        Column(title="Talesperson", mm=36),
        Column(title="Ut", mm=20),
    )
    rows = tuple(_version(source, message, version) for version in message.versions)
    gone = message.withdrawn_because
    why = (
        [Paragraph(text=f"Budskapet drogs tillbaka: {swedish.sentence(gone)}", tone="strong")] if gone else []
    )
    return [Heading(level=2, text=f"Budskap {message.message}"), Table(columns=columns, rows=rows), *why]


def _version(source: Source, message: Message, version: Version) -> Row:
    fact = version.fact
    mark = source.mark("message", message.message)
    sent = [s for s in message.sendings if s.version == version.version]
    latest = f"Senast {source.clock(fact.latest_at)}" if fact.latest_at is not None else ""
    numbers = tuple(s.number for s in sent if s.number)
    out = Cell(
        text=joined((source.clock(s.at) for s in sent), "\n"),
        secondary=joined((nr(*numbers), latest), ", "),
        tag=None if sent else Tag(text="Inte ut", icon="clock", signal="warn"),
        refs=numbers,
    )
    groups = [s.groups for s in sent] or [fact.groups]
    return Row(
        cells=(
            str(version.version),
            source.text(fact.text, mark),
            Cell(
                text="\n".join(dict.fromkeys(swedish.listed(g) for g in groups)),
                secondary=joined(dict.fromkeys([s.channel for s in sent] or [fact.channel]), ", "),
            ),
            fact.spokesperson,
            out,
        ),
        struck=not message.stands and not source.hidden(mark),
    )


def _switchboard(source: Source, briefs: list[Brief]) -> list[Block]:
    if not briefs:
        return []
    columns = (Column(title="Tid", mm=14), Column(title="Underlag"), Column(title="Logg", mm=13))
    rows = tuple(_brief(source, brief) for brief in briefs)
    return [Heading(level=2, text="Underlag till växeln"), Table(columns=columns, rows=rows)]


def _brief(source: Source, brief: Brief) -> Row:
    hidden = source.hidden_line(brief.number)
    about = f"Till budskap {brief.message}" if brief.message else ""
    said = Cell(masked=hidden) if hidden else Cell(text=brief.text, secondary=about)
    return Row(cells=(source.clock(brief.at), said, Cell(text=nr(brief.number), refs=(brief.number,))))
