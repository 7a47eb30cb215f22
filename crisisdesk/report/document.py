"""The neutral document: frozen plain data that says what is printed. Writers read it, none is known here.

All text is plain text: a writer never takes any of it for markup. A newline is a line break.
`refs` are the log lines that a text names: a writer links each `nr 41` in it to the row of that line.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Literal

from crisisdesk.base.record import Record
from crisisdesk.kernel.fact import LineKind
from crisisdesk.report.sketch import Photo, Sketch

Tone = Literal["normal", "quiet", "strong"]
Signal = Literal["plain", "accent", "ok", "warn", "alarm"]
"""A second sign beside the word: done, late, wrong. Never the only one."""

Align = Literal["left", "right", "center"]


class Heading(Record, kw_only=True):
    """A heading of level 1-3. It stands in the bookmarks; levels 1 and 2 also in the contents.

    `number` is printed before the text (`8.2.4`). `new_page` starts a page, unless one was just started.
    """

    level: int
    text: str
    number: str = ""
    new_page: bool = False


class Paragraph(Record, kw_only=True):
    """Running text."""

    text: str
    tone: Tone = "normal"
    refs: tuple[int, ...] = ()


class Bullets(Record, kw_only=True):
    """A short list with points, or with its own numbers when `numbered`."""

    items: tuple[str, ...]
    numbered: bool = False
    refs: tuple[int, ...] = ()


class Note(Record, kw_only=True):
    """A text that stands out: a warning, the integrity statement. `title` says what it is."""

    text: str
    title: str = ""
    signal: Signal = "plain"
    refs: tuple[int, ...] = ()


class Spacer(Record, kw_only=True):
    """Empty room, in mm; none at the top of a page."""

    height: float = 4.0


class PageBreak(Record, kw_only=True):
    """What follows starts on a new page."""


class RuledOff(Record, kw_only=True):
    """Crosses out what is free of the page, so that nothing can be added there afterwards."""


class Figure(Record, kw_only=True):
    """A large figure with what it means: `35 min`, `från larm till samlad krisledning (nr 44)`."""

    value: str
    label: str
    refs: tuple[int, ...] = ()


class Figures(Record, kw_only=True):
    """Large figures beside each other, four to a row."""

    figures: tuple[Figure, ...]


class Pair(Record, kw_only=True):
    """A label and its value. `strong` values are what the reader looks for first."""

    label: str
    value: str
    strong: bool = False
    refs: tuple[int, ...] = ()


class KeyValues(Record, kw_only=True):
    """Labels with their values below each other; an empty value is printed as –."""

    pairs: tuple[Pair, ...]


class TextColumn(Record, kw_only=True):
    """A text with its heading: Styrkor (`ok`), Svagheter (`alarm`), Farligast, Troligast."""

    title: str
    text: str
    signal: Signal = "plain"
    refs: tuple[int, ...] = ()


class Columns(Record, kw_only=True):
    """Texts beside each other (two or three)."""

    columns: tuple[TextColumn, ...]


class Grade(Record, kw_only=True):
    """A grade as boxes and words: `value` of `of`, 0 when there is none; `word` such as `god`."""

    value: int
    of: int = 5
    word: str = ""
    title: str = "Betyg"


class Tag(Record, kw_only=True):
    """A state: its word on a soft ground. `icon` is the name of a shipped icon, or empty."""

    text: str
    icon: str = ""
    signal: Signal = "plain"


class Cell(Record, kw_only=True):
    """A cell with more than plain text.

    `struck` text is struck and quieter, followed by `after`, which says what replaced it. `kind` prints the
    kind's icon, and the text in its colour. `secondary` stands below, quiet. `masked` is the provision of a
    secret text: a bar is printed with it, and `text` must be empty.
    """

    text: str = ""
    secondary: str = ""
    struck: bool = False
    after: str = ""
    kind: LineKind | None = None
    tag: Tag | None = None
    masked: str = ""
    tone: Tone = "normal"
    refs: tuple[int, ...] = ()


class Column(Record, kw_only=True):
    """A column of a table: `mm` wide, or with 0 its `share` of what the others leave."""

    title: str
    mm: float = 0.0
    share: float = 1.0
    align: Align = "left"


class Row(Record, kw_only=True):
    """A row: a cell for each column; a plain string is a cell with only text.

    `struck` strikes every cell's text. `group` makes the row a heading over the ones that follow (only its
    first cell is printed, across the table). `line` makes it the place that references to that line lead to.
    """

    cells: tuple[str | Cell, ...]
    struck: bool = False
    strong: bool = False
    group: bool = False
    line: int = 0


class Table(Record, kw_only=True):
    """A table; its head is repeated on every page. `note` stands below, `empty` in place of no rows.

    `lined` draws rules between the columns and rows at least 9 mm high: to be filled in by hand.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = ""
    lined: bool = False


class LogRow(Record, kw_only=True):
    """A line of the log, ready to print.

    `time` is when it happened (`14:10`), `recorded` when it was written where that is told apart (`14:23`).
    `day` is the date it happened (`Torsdag 14 januari 2027`): a change of day is printed between the rows.
    `word` is the kind's word. `struck` text is followed by `after`, `text` by the quiet `secondary`.
    `masked` is the provision of a secret line: a bar is printed with it, and the text must be empty.
    """

    number: int
    time: str
    kind: LineKind
    word: str
    text: str
    recorded: str = ""
    day: str = ""
    struck: bool = False
    after: str = ""
    secondary: str = ""
    tag: Tag | None = None
    route: str = ""
    sign: str = ""
    masked: str = ""
    refs: tuple[int, ...] = ()


class LogTable(Record, kw_only=True):
    """The log or a part of it. `rows` makes the rows anew each time it is called: there may be 100 000.

    `anchors` makes its rows the places that references lead to (only one table of a document should).
    """

    rows: Callable[[], Iterable[LogRow]]
    anchors: bool = True
    note: str = ""
    empty: str = "Inga rader i loggen."


class CheckRow(Record, kw_only=True):
    """A step: done (with time and sign), open, or not relevant (`note` says why).

    `group` makes it a heading over the steps that follow. `indent` is 0 or more levels.
    """

    number: str
    text: str
    responsible: str = ""
    state: Literal["open", "done", "dropped"] = "open"
    time: str = ""
    sign: str = ""
    note: str = ""
    group: bool = False
    indent: int = 0
    refs: tuple[int, ...] = ()


class Checklist(Record, kw_only=True):
    """Steps with their marks. `by_hand` leaves room to write responsible, time and sign (printed binder)."""

    rows: tuple[CheckRow, ...]
    responsible: bool = True
    by_hand: bool = False


class Mark(Record, kw_only=True):
    """Something on a time axis, at an aware time. The heaviest labels get room first.

    `icon` is the name of a shipped icon, instead of the kind's own.
    """

    at: datetime
    kind: LineKind
    label: str = ""
    icon: str = ""
    weight: int = 0


class Timeline(Record, kw_only=True):
    """A time axis from `start` to `end` with marks; `zone` is the one that its clock times are read in.

    `now` draws the now line. A label that finds no room is left out, and the caption says how many were.
    """

    start: datetime
    end: datetime
    marks: tuple[Mark, ...]
    zone: str = "Europe/Stockholm"
    now: datetime | None = None
    caption: str = ""


class BoardCard(Record, kw_only=True):
    """A card: text, `meta` (time, source, owner), tags, and what happened to it since the last board.

    A struck card's text is struck and quieter, `after` says what replaced it.
    """

    text: str
    meta: str = ""
    tags: tuple[Tag, ...] = ()
    change: Literal["", "new", "changed", "gone"] = ""
    struck: bool = False
    after: str = ""
    masked: str = ""
    refs: tuple[int, ...] = ()


class BoardColumn(Record, kw_only=True):
    """A column of the board. `icon` is the name of a shipped icon; `kind` colours the cards' edge."""

    title: str
    cards: tuple[BoardCard, ...]
    icon: str = ""
    kind: LineKind | None = None


class Board(Record, kw_only=True):
    """A whole lägesbild: its columns beside each other, over several pages when it is long."""

    columns: tuple[BoardColumn, ...]
    caption: str = ""


class BlankForm(Record, kw_only=True):
    """A form of the plan's bilaga 1 to write on by hand, a page of its own.

    `number` is its own (0: an empty box to write it in), `code` what its QR code says, `incident` what it is
    for ("" leaves a line to write on).
    """

    number: int = 0
    code: str = ""
    incident: str = ""
    exercise: bool = False


class Signature(Record, kw_only=True):
    """A line to sign on, or the sign and time when it was signed on the screen."""

    label: str
    sign: str = ""
    time: str = ""


class Signatures(Record, kw_only=True):
    """Lines to sign on, two to a row."""

    lines: tuple[Signature, ...]


Block = (
    Heading | Paragraph | Bullets | Note | Spacer | PageBreak | RuledOff
    | Figures | KeyValues | Columns | Grade
    | Table | LogTable | Checklist
    | Timeline | Board | Sketch | Photo
    | BlankForm | Signatures
)  # fmt: skip


class Cover(Record, kw_only=True):
    """The first page: lines under the title, large figures, pairs, and a line for each who adopts it."""

    lines: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    pairs: tuple[Pair, ...] = ()
    sign_labels: tuple[str, ...] = ()


class Document(Record, kw_only=True):
    """A document to print. `title` is the incident's name, `subtitle` what the document is.

    `own_number` is ours (`2027-003`), `dnr` the registry's ("" until typed). `head_hash` (hex), `line_count`
    and `fact_count` are those of the journal at printing; what is not of an incident has no head hash.
    `mark` is printed on every page as ÖVNING is: `Maskerad kopia`. `contents` adds a page of contents.
    `loose` sheets have no title over the first and no page numbers: each is used alone. `sheets_before` are
    on paper already: the sheets of this are numbered after them (-1: sheets are not numbered).
    """

    title: str
    subtitle: str = ""
    organisation: str = ""
    exercise: bool = False
    own_number: str = ""
    dnr: str = ""
    head_hash: str = ""
    line_count: int = 0
    fact_count: int = 0
    plan_version: str = ""
    printed_at: datetime
    zone: str = "Europe/Stockholm"
    mark: str = ""
    cover: Cover | None = None
    contents: bool = False
    loose: bool = False
    sheets_before: int = -1
    blocks: tuple[Block, ...] = ()
