"""The meetings as minutes: attendance, points with notes, decisions and tasks made during them, the board."""

from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features import board, decisions, meetings, tasks
from crisisdesk.features.meetings.state import Meeting
from crisisdesk.features.tasks.wording import owner_name
from crisisdesk.incident import secrecy
from crisisdesk.plan.content import Point
from crisisdesk.report.document import (
    Block,
    Cell,
    Column,
    Heading,
    KeyValues,
    Pair,
    Row,
    Table,
    Tag,
)
from crisisdesk.report.sections.board import title_of
from crisisdesk.report.source import Source, in_brackets, joined, nr


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the minutes of every meeting, nothing when none was held."""
    held = source.state[meetings.FEATURE].meetings.values()
    if not held:
        return ()
    found: list[Block] = [Heading(level=1, text="Möten", new_page=True)]
    for meeting in held:
        found += minutes(source, meeting)
    return tuple(found)


def minutes(source: Source, meeting: Meeting) -> list[Block]:
    """Return the minutes of one meeting."""
    return [
        Heading(level=2, text=meeting.title, number=f"Möte {meeting.meeting}"),
        KeyValues(pairs=tuple(_pairs(source, meeting))),
        _points(source, meeting),
        *_made(source, meeting),
    ]


def _pairs(source: Source, meeting: Meeting) -> list[Pair]:
    lines = tuple(n for n in (meeting.number, meeting.end_number) if n)
    pairs = [
        Pair(label="Tid", value=_time(source, meeting), refs=lines),
        Pair(label="Leddes av", value=meeting.led_by),
        Pair(label="Protokoll", value=meeting.recorded_by),
        *_attendance(meeting),
    ]
    if meeting.calls_stopped or meeting.calls_released:
        pairs.append(Pair(label="Växeln", value=_switchboard(meeting)))
    pairs += [Pair(label="Lägesbild", value=_boards(source, meeting))] if source.plan.columns else []
    return [*pairs, Pair(label="Nästa möte", value=_next(source, meeting))]


def _time(source: Source, meeting: Meeting) -> str:
    begun = source.clock(meeting.begun_at)
    if meeting.ended_at is None:
        return f"{begun}, pågår{in_brackets(meeting.number)}"
    length = swedish.duration(meeting.ended_at - meeting.begun_at)
    lines = in_brackets(meeting.number, meeting.end_number)
    return f"{begun}–{source.clock(meeting.ended_at)}, {length}{lines}"


def _attendance(meeting: Meeting) -> list[Pair]:
    marks = meeting.attendance.values()
    found: list[Pair] = []
    for present, label in (("here", "Närvarande"), ("later", "Kommer senare"), ("absent", "Frånvarande")):
        said = [joined((m.who, f"({m.note})" if m.note else "")) for m in marks if m.present == present]
        if said or present == "here":
            found.append(Pair(label=label, value=", ".join(said)))
    return found


def _switchboard(meeting: Meeting) -> str:
    if not meeting.calls_stopped:
        return "släppte på samtal vid slutet"
    released = "släppte på dem vid slutet" if meeting.calls_released else "släppte inte på dem vid slutet"
    return f"stoppade samtal, {released}"


def _boards(source: Source, meeting: Meeting) -> str:
    frozen = [f for f in source.state[board.FEATURE].frozen if f.meeting == meeting.meeting]
    return ", ".join(f"{title_of(f)}, fryst {source.clock(f.at)}" for f in frozen) or "ingen fryst"


def _next(source: Source, meeting: Meeting) -> str:
    if meeting.next_at is not None:
        return source.clock(meeting.next_at)
    return "inga fler" if meeting.no_more else ""


def _points(source: Source, meeting: Meeting) -> Table:
    columns = (
        Column(title="Punkt", mm=18),
        Column(title="Ämne", share=1.0),
        Column(title="Anteckning", share=1.3),
        Column(title="Klar", mm=14),
        Column(title="Logg", mm=13),
    )
    points = source.plan.agenda(meeting.agenda).walk()
    return Table(columns=columns, rows=tuple(_point(source, meeting, point) for point in points))


def _point(source: Source, meeting: Meeting, point: Point) -> Row:
    closed = meeting.closed.get(point.id)
    line = closed.number if closed is not None else 0
    mark = secrecy.of_ref(source.state, f"point:{meeting.meeting}/{point.id}")
    open_tag = Tag(text="Öppen", icon="circle", signal="warn")
    return Row(
        cells=(
            point.number,
            point.text,
            source.text(meeting.notes.get(point.id, ""), mark),
            source.clock(closed.at) if closed is not None else Cell(tag=open_tag),
            Cell(text=nr(line), refs=(line,) if line else ()),
        )
    )


def _made(source: Source, meeting: Meeting) -> list[Block]:
    """Return what was decided and given out between the meeting's first line and its last."""
    made = [d for d in source.state[decisions.FEATURE].decisions.values() if _during(meeting, d.number, d.at)]
    given = [t for t in source.state[tasks.FEATURE].tasks.values() if _during(meeting, t.number, t.added_at)]
    rows = [
        *(
            _row(
                source,
                f"Beslut {d.decision}",
                d.text,
                source.mark("decision", d.decision),
                d.responsible,
                d.number,
            )
            for d in made
        ),
        *(
            _row(
                source,
                f"Uppgift {t.task}",
                t.text,
                source.mark("task", t.task),
                owner_name(source.plan, t.owner),
                t.number,
            )
            for t in given
        ),
    ]
    if not rows:
        return []
    columns = (
        Column(title="Nr", mm=24),
        Column(title="Beslut och uppgifter under mötet"),
        Column(title="Ansvarig", share=0.5),
        Column(title="Logg", mm=13),
    )
    return [Table(columns=columns, rows=tuple(rows))]


def _row(source: Source, title: str, text: str, mark: str, owner: str, line: int) -> Row:
    hidden = bool(source.hidden(mark))
    cells = (
        Cell(text=title, tone="strong"),
        source.text(text, mark),
        "" if hidden else owner,
        Cell(text=nr(line), refs=(line,) if line else ()),
    )
    return Row(cells=cells)


def _during(meeting: Meeting, line: int, at: datetime) -> bool:
    if at < meeting.begun_at or line < meeting.number:
        return False
    return meeting.ended_at is None or (at <= meeting.ended_at and line <= meeting.end_number)
