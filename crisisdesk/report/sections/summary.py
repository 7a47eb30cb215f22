"""The summary: times, numbers, keepers, interruptions, the plan, what was open when it was closed."""

from crisisdesk.base import swedish
from crisisdesk.features import board, calls, decisions, evaluation, information, meetings, tasks
from crisisdesk.features.board.state import Frozen, Pinned
from crisisdesk.incident import milestones, paper_forms, queries, wording
from crisisdesk.incident.figures import minutes
from crisisdesk.incident.milestones import Milestone
from crisisdesk.plan.content import ColumnPurpose
from crisisdesk.report.document import Block, Bullets, Heading, KeyValues, Note, Pair, Paragraph
from crisisdesk.report.sections.board import line_of, title_of
from crisisdesk.report.sections.log import secret_lines
from crisisdesk.report.source import Source, in_brackets, joined, secret_words


def blocks(source: Source) -> tuple[Block, ...]:
    """Return what happened in short."""
    return (
        Heading(level=1, text="Sammanfattning", new_page=True),
        *_exercise(source),
        *_said(source),
        KeyValues(pairs=(*_times(source), *_log(source), *_counts(source))),
        *_last_board(source),
        *_open(source),
    )


def _exercise(source: Source) -> list[Block]:
    if not source.life.exercise:
        return []
    return [Note(title="Övning", text="Det här är en övning. Händelsen har inte inträffat.", signal="accent")]


def _said(source: Source) -> list[Block]:
    whole = source.state[evaluation.FEATURE].summary.get("", "")
    return [Paragraph(text=whole)] if whole else []


def _times(source: Source) -> list[Pair]:
    life = source.life
    closed = source.stamp(life.closed_at) if life.closed else "inte avslutad"
    length = source.end - life.started_at if life.started_at is not None else None
    return [
        Pair(label="Händelse", value=life.name, strong=True),
        Pair(label="Larm", value=source.stamp(life.started_at)),
        Pair(label="Avslutad", value=closed),
        Pair(label="Längd", value=minutes(length) if length is not None else ""),
        *_milestones(source),
        *_reopened(source),
        Pair(
            label="Krisplan", value=joined((source.plan.plan.title, source.plan.plan.version), ", version ")
        ),
    ]


def _milestones(source: Source) -> list[Pair]:
    state = source.state
    reached = {
        "Första bedömning": milestones.judged(state),
        "Gruppen samlad": milestones.gathered(state),
        "Första mötet": milestones.first_meeting(state),
        "Första information ut": milestones.first_information(state),
    }
    return [_milestone(source, label, moment) for label, moment in reached.items() if moment is not None]


def _milestone(source: Source, label: str, moment: Milestone) -> Pair:
    length = milestones.since_alarm(source.state, moment)
    after = f", efter {minutes(length)}" if length is not None else ""
    value = f"{source.clock(moment.at)}{after}{in_brackets(moment.line)}"
    return Pair(label=label, value=value, refs=(moment.line,) if moment.line else ())


def _reopened(source: Source) -> list[Pair]:
    said = [f"{source.stamp(at)}: {why}" for at, why in source.life.reopened]
    return [Pair(label="Öppnad igen", value="\n".join(said))] if said else []


def _log(source: Source) -> list[Pair]:
    keepers = [f"{sign} från {source.clock(at)}" for at, sign in source.life.keepers]
    breaks = [
        joined((f"{source.clock(b.since)}–{source.clock(b.until)}", b.reason), ", ")
        for b in source.life.interruptions
    ]
    return [
        Pair(label="Loggförare", value=", ".join(keepers)),
        Pair(label="Avbrott", value="\n".join(breaks) or "inga"),
        Pair(label="Loggen", value=_lines(source)),
    ]


def _lines(source: Source) -> str:
    state = source.state
    paper = len(paper_forms.entered(state))
    secret = len(secret_lines(source))
    return joined(
        (
            swedish.plural(len(state.timeline.lines), "rad", "rader"),
            swedish.plural(len(state.timeline.struck_by), "struken", "strukna"),
            f"{paper} från papper" if paper else "",
            f"{secret} med sekretess" if secret else "",
        ),
        ", ",
    )


def _counts(source: Source) -> list[Pair]:
    state = source.state
    done = len(state[tasks.FEATURE].answered())
    standing = len(state[tasks.FEATURE].standing())
    frozen = len(state[board.FEATURE].frozen)
    found = [
        Pair(label="Beslut", value=str(len(state[decisions.FEATURE].decisions))),
        Pair(label="Uppgifter", value=f"{standing}, varav {done} klara"),
        Pair(label="Möten", value=str(len(state[meetings.FEATURE].meetings))),
        Pair(label="Budskap", value=str(len(state[information.FEATURE].messages))),
    ]
    found += [Pair(label="Lägesbilder", value=str(frozen))] if source.plan.columns else []
    return [*found, *_called(source)]


def _called(source: Source) -> list[Pair]:
    if source.plan.call_list is None:
        return []
    counted = queries.calls_progress(source.state)
    tries = len(source.state[calls.FEATURE].standing())
    value = f"{counted.done} av {counted.total} nådda, {tries} samtal"
    return [Pair(label=source.plan.call_list.short, value=value)]


def _last_board(source: Source) -> list[Block]:
    """Return what the last frozen board said of what happened and what came of it."""
    frozen = source.state[board.FEATURE].frozen
    if not frozen:
        return []
    last = frozen[-1]
    wanted: tuple[ColumnPurpose, ...] = ("event", "consequence")
    said = [text for purpose in wanted for text in _cards(source, last, purpose)]
    line = line_of(source, last)
    title = f"Läget enligt {title_of(last)}, {source.clock(last.at)}{in_brackets(line)}"
    return [Paragraph(text=title, tone="strong", refs=(line,)), Bullets(items=tuple(said))] if said else []


def _cards(source: Source, frozen: Frozen, purpose: ColumnPurpose) -> list[str]:
    columns = {column.id for column in source.plan.columns if column.purpose == purpose}
    here = [pinned for pinned in frozen.cards if pinned.column in columns]
    return [_card(source, pinned) for pinned in here if not source.hidden(source.mark("card", pinned.card))]


def _card(source: Source, pinned: Pinned) -> str:
    """Return the card's text; one that answers an uncertainty with its question before it."""
    state = source.state[board.FEATURE]
    asked = state.uncertainty(state.cards[pinned.card].became_from)
    if asked is None or source.hidden(source.mark("card", asked.card)):
        return pinned.content.text
    return joined((asked.content.text, pinned.content.text))


def _open(source: Source) -> list[Block]:
    """Return what was carried over at closing, or what is open while the incident is."""
    closing = source.life.closing
    if not source.life.closed or closing is None:
        refs = queries.open_refs(source.state)
        title, empty = "Öppet nu", "Inget är öppet."
    else:
        refs = closing.carries
        title, empty = "Öppet vid avslutet, förs över", "Inget var öppet vid avslutet."
    note = [Paragraph(text=closing.note)] if source.life.closed and closing and closing.note else []
    said = [_named(source, ref) for ref in refs] + _carried(source)
    listed = Bullets(items=tuple(said)) if said else Paragraph(text=empty)
    return [Paragraph(text=title, tone="strong"), listed, *note]


def _carried(source: Source) -> list[str]:
    """Return the tasks that somebody outside goes on with."""
    every = source.state[tasks.FEATURE].tasks.values()
    return [
        f"Uppgift {task.task} till {task.carried_to}{_text(source, 'task', task.task, task.text)}"
        for task in every
        if task.standing == "carried"
    ]


def _named(source: Source, ref: str) -> str:
    said = wording.ref(ref)
    kind, _, number = ref.partition(":")
    return f"{said[:1].upper()}{said[1:]}{_about(source, kind, int(number))}"


def _about(source: Source, kind: str, number: int) -> str:
    state = source.state
    if kind == "decision":
        return _text(source, kind, number, state[decisions.FEATURE].decisions[number].text)
    if kind == "task":
        return _text(source, kind, number, state[tasks.FEATURE].tasks[number].text)
    card = state[board.FEATURE].uncertainty(number)
    return _text(source, kind, number, card.content.text) if card is not None else ""


def _text(source: Source, kind: str, number: int, text: str) -> str:
    mark = source.mark(kind, number)
    return f": {secret_words(mark)}" if source.hidden(mark) else f": {text}"
