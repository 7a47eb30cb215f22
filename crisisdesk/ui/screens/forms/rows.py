"""The paper forms as rows: those that are missing first, and one with everything that is known of it."""

from collections.abc import Iterator
from datetime import datetime

from crisisdesk.base import swedish
from crisisdesk.features import forms, lifecycle
from crisisdesk.incident import paper_forms, secrecy
from crisisdesk.incident.paper_forms import PaperForm
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.pane_look import (
    BriefHead,
    BriefLook,
    Link,
    Mark,
    NamedValue,
    PaneAction,
    PaneLook,
)

Rows = list[BriefLook | BriefHead]
_LONGEST = 120
_ELSEWHERE = Mark("inte utskriven här", "triangle-alert", "warn")


def rows(state: State, now: datetime, *, asked: bool = False) -> Rows:
    """Return the forms under headings. The missing ones are loud once they are asked for: `asked`, or the
    program was away after they were printed, so that somebody has written on them.
    """
    every = paper_forms.paper_forms(state)
    missing = [form for form in every if form.standing == "missing"]
    loud = bool(missing) and (asked or was_away(state))
    groups = (
        (BriefHead("head:missing", "Saknas", len(missing), late=loud), missing),
        (BriefHead("head:entered", "Införda"), [form for form in every if form.standing == "entered"]),
        (BriefHead("head:voided", "Makulerade"), [form for form in every if form.standing == "voided"]),
    )
    found: Rows = []
    for head, members in groups:
        if members:
            found.append(head if head.count else BriefHead(head.key, head.text, len(members)))
            found += [brief(state, form, now) for form in members]
    return found


def was_away(state: State) -> bool:
    """Return whether the program was away after a form that is missing was printed."""
    held, missing = state[forms.FEATURE], paper_forms.missing(state)
    batches = [batch for form in missing if (batch := held.batch_of(form)) is not None]
    away = [gap.until for gap in state[lifecycle.FEATURE].interruptions]
    return any(until > batch.at for batch in batches for until in away)


def brief(state: State, form: PaperForm, now: datetime) -> BriefLook:
    """Return the form as a row."""
    return BriefLook(
        key=f"form:{form.form}",
        number=str(form.form),
        title=_title(state, form),
        said=_said(state, form, now),
        marks=() if form.printed else (_ELSEWHERE,),
    )


def _title(state: State, form: PaperForm) -> str:
    if form.standing == "missing":
        return "Har inte kommit tillbaka"
    if form.standing == "voided":
        return f"Makulerad: {state[forms.FEATURE].voided[form.form].reason}"
    mark = secrecy.of_line(state, form.line)
    return swedish.in_one_line(f"Sekretess {mark}" if mark else state.timeline.says(form.line).text, _LONGEST)


def _said(state: State, form: PaperForm, now: datetime) -> str:
    if form.standing == "entered":
        happened = swedish.near(state.timeline.line(form.line).happened_at, state.zone, now)
        return " · ".join(
            part for part in (happened, f"nr {form.line}", paper_forms.writer_of(state, form.form)) if part
        )
    batch = state[forms.FEATURE].batch_of(form.form)
    return f"utskriven {swedish.near(batch.at, state.zone, now)}" if batch is not None else ""


# ---------------------------------------------------------------- one form


def pane(state: State, number: int, now: datetime) -> PaneLook:
    """Return the form with all that is known of it; LookupError when there is none."""
    form = next((f for f in paper_forms.paper_forms(state) if f.form == number), None)
    if form is None:
        raise LookupError(number)
    return PaneLook(
        key=f"form:{number}",
        kind="note",
        word="Blankett",
        icon="file-text",
        number=f"blankett {number}",
        title=_title(state, form),
        marks=() if form.printed else (_ELSEWHERE,),
        values=tuple(_values(state, form, now)),
        links=tuple(_links(state, form)),
        actions=tuple(_actions(form)),
    )


def _values(state: State, form: PaperForm, now: datetime) -> Iterator[NamedValue]:
    batch = state[forms.FEATURE].batch_of(form.form)
    if batch is not None:
        yield "Utskriven", f"{swedish.near(batch.at, state.zone, now)}, {_batch(batch.first, batch.last)}"
    else:
        yield "Utskriven", "inte här: papper från annat håll"
    if form.standing == "entered":
        recorded = state.timeline.line(form.line)
        yield "Hände", swedish.near(recorded.happened_at, state.zone, now)
        yield "Införd", f"{swedish.near(recorded.recorded_at, state.zone, now)} {recorded.recorded_by}"
        if writer := paper_forms.writer_of(state, form.form):
            yield "Skriven av", writer
    voided = state[forms.FEATURE].voided.get(form.form)
    if voided is not None:
        yield "Makulerad", swedish.near(voided.at, state.zone, now)


def _batch(first: int, last: int) -> str:
    return f"ensam, nummer {first}" if first == last else f"tillsammans med {first}–{last}"


def _links(state: State, form: PaperForm) -> Iterator[Link]:
    if form.line:
        yield Link(f"line:{form.line}", f"Nr {form.line} i loggen", "scroll-text")
    voided = state[forms.FEATURE].voided.get(form.form)
    if voided is not None:
        yield Link(f"line:{voided.number}", f"Nr {voided.number} i loggen", "scroll-text")


def _actions(form: PaperForm) -> Iterator[PaneAction]:
    """Yield what can be done with the form as it stands."""
    if form.standing == "missing":
        yield PaneAction("enter", "För in", "pen-line", hint="Space", primary=True)
        yield PaneAction("void", "Makulera", "ban", hint="Del", danger=True)
    if form.standing == "voided":
        yield PaneAction("restore", "Gäller igen", "rotate-ccw", hint="Ctrl R")
    if form.printed and form.standing != "entered":
        yield PaneAction("print", "Skriv ut igen", "printer")
