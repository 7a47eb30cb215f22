"""The evaluation: each question with its evidence, answer and grade; material, summary, measures."""

from datetime import date

from crisisdesk.base import swedish
from crisisdesk.features import evaluation
from crisisdesk.features.evaluation.state import BEST_GRADE, Measure, summary_items
from crisisdesk.incident.evidence import evidence
from crisisdesk.incident.figures import EvidenceFigure
from crisisdesk.plan.content import Evaluation, Item, Question
from crisisdesk.report.document import (
    Block,
    Cell,
    Column,
    Columns,
    Figure,
    Figures,
    Grade,
    Heading,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
    TextColumn,
)
from crisisdesk.report.source import Source, joined

GRADES = {1: "mycket svag", 2: "svag", 3: "godtagbar", 4: "god", 5: "mycket god"}
_MOST_LINES = 4
"""More line numbers than this beside a figure are hard to read: the first and the last are given."""


def blocks(source: Source) -> tuple[Block, ...]:
    """Return the evaluation, nothing when the plan has none or it is not begun."""
    plan = source.plan.evaluation
    state = source.state[evaluation.FEATURE]
    if plan is None or not state.begun:
        return ()
    found: list[Block] = [
        Heading(level=1, text=plan.title, number=plan.number, new_page=True),
        Paragraph(text=_progress(source), tone="quiet"),
    ]
    for question in plan.questions:
        found += _question(source, question)
    return (*found, *_material(source, plan), *_summary(source, plan), *_measures(source), *_signed(source))


def _progress(source: Source) -> str:
    state = source.state[evaluation.FEATURE]
    answered, asked = state.answered(source.plan)
    average = state.average_grade()
    mean = f"{average:.1f}".replace(".", ",") if average is not None else ""
    return joined(
        (
            f"{answered} av {asked} frågor besvarade.",
            f"Medelbetyg {mean} av {BEST_GRADE}." if mean else "",
            "Siffrorna är räknade ur loggen.",
        )
    )


def _question(source: Source, question: Question) -> list[Block]:
    found = _asked(question, 2)
    if not question.parts:
        return [*found, *_evidence(source, question, {}), *_answer(source, question)]
    shown: dict[EvidenceFigure, str] = {}
    for part in leaves(question):
        found += [*_asked(part, 3), *_evidence(source, part, shown), *_answer(source, part)]
    return found


def _asked(question: Question, level: int) -> list[Block]:
    title = question.short or question.text
    heading = Heading(level=level, text=title, number=question.number)
    return [heading] if title == question.text else [heading, Paragraph(text=question.text, tone="quiet")]


def _evidence(source: Source, question: Question, shown: dict[EvidenceFigure, str]) -> list[Block]:
    """Return the figures beside the question; those that a part before it has shown are only named."""
    figures = evidence(source.state, question, source.printed_at)
    new = [figure for figure in figures if figure not in shown]
    before = list(dict.fromkeys(shown[figure] for figure in figures if figure in shown))
    shown.update(dict.fromkeys(new, question.number))
    found: list[Block] = [Figures(figures=tuple(_figure(figure) for figure in new))] if new else []
    if before:
        found.append(Paragraph(text=f"Se också siffrorna vid {swedish.listed(before)}.", tone="quiet"))
    return found


def leaves(question: Question) -> list[Question]:
    """Return the parts that take an answer of their own, in order."""
    if not question.parts:
        return [question]
    return [leaf for part in question.parts for leaf in leaves(part)]


def _figure(found: EvidenceFigure) -> Figure:
    return Figure(value=found.value, label=f"{found.label}{_told(found.lines)}", refs=found.lines)


def _told(lines: tuple[int, ...]) -> str:
    """Return ` (nr 3, 7)`; many lines as the first and the last."""
    if not lines:
        return ""
    if len(lines) > _MOST_LINES:
        return f" (nr {min(lines)} … {max(lines)})"
    return f" (nr {', '.join(str(line) for line in lines)})"


def _answer(source: Source, question: Question) -> list[Block]:
    answer = source.state[evaluation.FEATURE].answers.get(question.id)
    if answer is None or not answer.given:
        return [Paragraph(text="Inte besvarad.", tone="quiet")]
    columns = Columns(
        columns=(
            TextColumn(title="Styrkor", text=answer.strengths or "–", signal="ok"),
            TextColumn(title="Svagheter", text=answer.weaknesses or "–", signal="alarm"),
        )
    )
    grade = Grade(value=answer.grade, of=BEST_GRADE, word=GRADES.get(answer.grade, ""))
    return [columns, grade] if answer.grade else [columns]


def _material(source: Source, plan: Evaluation) -> list[Block]:
    noted = source.state[evaluation.FEATURE].material
    return [Heading(level=2, text=plan.material_title), _items(plan.material, noted)] if plan.material else []


def _summary(source: Source, plan: Evaluation) -> list[Block]:
    said = source.state[evaluation.FEATURE].summary
    whole = [Paragraph(text=said[""])] if said.get("") else []
    points = [_items(plan.summary, said)] if plan.summary else []
    found: list[Block] = [Heading(level=2, text=plan.summary_title), *whole, *points]
    return found if whole or points else []


def _items(items: tuple[Item, ...], said: dict[str, str]) -> Table:
    columns = (Column(title="Nr", mm=12), Column(title="Punkt", share=1.0), Column(title="Text", share=1.5))
    rows = [_item(item, said) for top in items for item in top.walk()]
    return Table(columns=columns, rows=tuple(rows))


def _item(item: Item, said: dict[str, str]) -> Row:
    text = said.get(item.id, "")
    if item.items and not text:
        return Row(cells=(joined((item.number, item.text)),), group=True)
    return Row(cells=(item.number, item.text, text or Cell(text="–", tone="quiet")))


def _measures(source: Source) -> list[Block]:
    columns = (
        Column(title="Nr", mm=9),
        Column(title="Åtgärd", share=1.3),
        Column(title="Område", share=1.0),
        Column(title="Ansvarig", share=0.8),
        Column(title="Klart senast", mm=24),
    )
    every = source.state[evaluation.FEATURE].measures.values()
    rows = tuple(_measure(source, measure) for measure in every)
    return [
        Heading(level=2, text="Åtgärder"),
        Table(columns=columns, rows=rows, empty="Inga åtgärder är beslutade."),
    ]


def _measure(source: Source, measure: Measure) -> Row:
    return Row(
        cells=(
            Cell(text=str(measure.measure), tone="strong"),
            Cell(text=measure.text, after=f"Struken: {measure.struck}" if measure.struck else ""),
            _area(source, measure.area),
            measure.owner,
            date.fromisoformat(measure.due_on).isoformat(),
        ),
        struck=bool(measure.struck),
    )


def _area(source: Source, area: str) -> str:
    items = {item.id: item for item in summary_items(source.plan)}
    return items[area].text if area in items else area


def _signed(source: Source) -> list[Block]:
    state = source.state[evaluation.FEATURE]
    signed = state.signed
    if signed is None:
        return [Signatures(lines=(Signature(label="Utvärderat av"), Signature(label="Datum")))]
    late = [Paragraph(text="Utvärderingen är ändrad efter signeringen.", tone="strong")]
    when = source.stamp(signed.at)
    lines = Signatures(lines=tuple(Signature(label="Utvärderat av", sign=by, time=when) for by in signed.by))
    return [*(late if state.changed_since else []), lines]
