"""Documents to print in tests: one with everything in it, and its parts."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from crisisdesk.base.drawing import SketchText, Stroke
from crisisdesk.report.document import (
    Block,
    Board,
    BoardCard,
    BoardColumn,
    Bullets,
    Cell,
    Checklist,
    CheckRow,
    Column,
    Columns,
    Cover,
    Document,
    Figure,
    Figures,
    Grade,
    Heading,
    KeyValues,
    LogRow,
    LogTable,
    Mark,
    Note,
    PageBreak,
    Pair,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Spacer,
    Table,
    Tag,
    TextColumn,
    Timeline,
)
from crisisdesk.report.sketch import Sketch

NOW = datetime(2027, 1, 20, 8, 14, tzinfo=UTC)


def line(number: int, text: str = "Brand i hus B.", **more: object) -> LogRow:
    return LogRow(number=number, time="13:05", kind="note", word="Händelse", text=text, **more)  # type: ignore[arg-type]


def log(*rows: LogRow) -> LogTable:
    return LogTable(rows=lambda: rows)


def document(*blocks: Block, **more: object) -> Document:
    return Document(title="Brand hus B", printed_at=NOW, blocks=blocks, **more)  # type: ignore[arg-type]


def picture(kind: str = "PNG", mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, (12, 8), None).save(out, kind)
    return out.getvalue()


EVERYTHING = document(
    Heading(level=1, text="Larmkedjan", number="4", new_page=True),
    Paragraph(text="Hur fungerade larmkedjan?", tone="quiet"),
    Paragraph(text="Fler ord som bryts över flera rader. " * 9),
    Bullets(items=("första punkten", "andra punkten"), numbered=True),
    Note(title="Äkthet", text="Ingen rad har ändrats.", signal="ok"),
    Figures(
        figures=tuple(Figure(value=f"{n} min", label=f"till steg {n} (nr 1)", refs=(1,)) for n in range(5))
    ),
    KeyValues(pairs=(Pair(label="Diarienummer", value=""), Pair(label="Larm", value="13:05", strong=True))),
    Columns(
        columns=(
            TextColumn(title="Styrkor", text="Nåddes snabbt.", signal="ok"),
            TextColumn(title="Svagheter", text="Ersättare saknades.", signal="alarm"),
        )
    ),
    Grade(value=4, word="god"),
    Heading(level=2, text="Förloppet"),
    Timeline(
        start=datetime(2027, 1, 14, 12, tzinfo=UTC),
        end=datetime(2027, 1, 14, 15, tzinfo=UTC),
        now=datetime(2027, 1, 14, 13, 32, tzinfo=UTC),
        marks=(
            Mark(at=datetime(2027, 1, 14, 12, 5, tzinfo=UTC), kind="unc", label="13:05 larm", icon="siren"),
        ),
        caption="Figur 2.",
    ),
    Spacer(height=6),
    log(
        line(1, day="Torsdag 14 januari 2027", recorded="13:12", route="rektor, telefon", sign="LS"),
        line(
            2, "Tre skadade.", struck=True, after="Rättad, se nr 3.", refs=(3,), day="Torsdag 14 januari 2027"
        ),
        line(
            3,
            "Två skadade.",
            tag=Tag(text="bekräftad", icon="circle-check", signal="ok"),
            secondary="Källa: 112.",
        ),
        line(4, "", masked="OSL 18:1", day="Fredag 15 januari 2027"),
    ),
    PageBreak(),
    Table(
        columns=(
            Column(title="Nr", mm=10, align="right"),
            Column(title="Beslut"),
            Column(title="Läge", mm=30),
        ),
        rows=(
            Row(cells=("Fattade",), group=True),
            Row(cells=("7", Cell(kind="dec", text="Ställ in", secondary="enligt nr 1", refs=(1,)), "öppet")),
            Row(cells=("8", "Avvakta", Cell(tag=Tag(text="pågår", signal="warn"))), struck=True),
            Row(cells=("9", Cell(masked="OSL 18:1"), ""), strong=True),
        ),
        note="Minuter från larm.",
    ),
    Table(columns=(Column(title="Samtal"),), rows=(), empty="Inga samtal.", lined=True),
    Checklist(
        rows=(
            CheckRow(number="4", text="Larma", group=True),
            CheckRow(number="4.1", text="Ring", responsible="Chef", state="done", time="14:02", sign="LS"),
            CheckRow(number="4.2", text="Annan ort", state="dropped", note="Ej aktuellt: beslut 2", indent=1),
        )
    ),
    Board(
        columns=(
            BoardColumn(
                title="Oklarheter",
                icon="circle-question-mark",
                kind="unc",
                cards=(
                    BoardCard(text="Håller elen?", meta="stabschef", change="new", tags=(Tag(text="sen"),)),
                    BoardCard(text="En död", struck=True, after="Dementerat", change="gone"),
                    BoardCard(text="", masked="OSL 18:1"),
                ),
            ),
            BoardColumn(title="Resurser", cards=()),
        ),
        caption="Fryst 14:38.",
    ),
    Sketch(
        width=200,
        height=100,
        picture=picture(),
        strokes=(
            Stroke(points=((1, 1), (50, 50)), arrow=True),
            Stroke(points=((9, 9),), soft=True, colour="röd"),
        ),
        texts=(SketchText(x=10, y=10, text="Hus A", icon="flame"),),
        caption="Figur 3.",
    ),
    Signatures(lines=(Signature(label="Ordförande", sign="LS", time="16:15"), Signature(label="Loggförare"))),
    subtitle="Utvärdering",
    organisation="Förvaltningen",
    exercise=True,
    own_number="2027-003",
    dnr="AVF 2027/12",
    head_hash="7f3a91c0" * 8,
    line_count=64,
    fact_count=212,
    mark="Maskerad kopia",
    contents=True,
    cover=Cover(
        lines=("14 januari 2027",),
        figures=(Figure(value="35 min", label="till samlad grupp"),),
        pairs=(Pair(label="Krisplan", value="2016-06-09"),),
        sign_labels=("Fastställd",),
    ),
)
