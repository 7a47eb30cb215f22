"""The paper forms: which number stands on which line of the log, which are void, which never came in."""

from crisisdesk.features import forms
from crisisdesk.incident import paper_forms
from crisisdesk.incident.paper_forms import PaperForm, spans
from crisisdesk.report.document import Block, Cell, Column, Heading, Note, Row, Table, Tag
from crisisdesk.report.source import Source, nr


def blocks(source: Source) -> tuple[Block, ...]:
    """Return every form, nothing when there are none."""
    every = paper_forms.paper_forms(source.state)
    if not every:
        return ()
    columns = (
        Column(title="Nr", mm=12, align="right"),
        Column(title="Läge", mm=30),
        Column(title="Hände", mm=24),
        Column(title="Skriven av", share=1.0),
        Column(title="Anmärkning", share=1.4),
        Column(title="Logg", mm=16),
    )
    table = Table(columns=columns, rows=tuple(_row(source, form) for form in every))
    return (Heading(level=1, text="Blanketter"), *_missing(source), table)


def _missing(source: Source) -> tuple[Block, ...]:
    left = paper_forms.missing(source.state)
    if not left:
        return ()
    text = f"Nummer {spans(left)} är varken införda eller makulerade."
    return (Note(title="Blanketter som saknas", text=text, signal="warn"),)


def _row(source: Source, form: PaperForm) -> Row:
    entered = form.standing == "entered"
    at = source.clock(source.line(form.line).happened_at) if entered else ""
    return Row(
        cells=(
            str(form.form),
            Cell(tag=_TAGS[form.standing]),
            at,
            _writer(source, form),
            _remark(source, form),
            Cell(text=nr(form.line), refs=(form.line,) if form.line else ()),
        )
    )


_TAGS = {
    "entered": Tag(text="Införd", icon="check", signal="ok"),
    "voided": Tag(text="Makulerad", icon="ban"),
    "missing": Tag(text="Saknas", icon="triangle-alert", signal="warn"),
}


def _writer(source: Source, form: PaperForm) -> str:
    return "" if source.hidden_line(form.line) else paper_forms.writer_of(source.state, form.form)


def _remark(source: Source, form: PaperForm) -> str:
    voided = source.state[forms.FEATURE].voided.get(form.form)
    if voided is not None:
        return voided.reason
    return "" if form.printed else "inte utskriven från den här händelsen"
