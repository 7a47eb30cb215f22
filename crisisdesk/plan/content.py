"""What a plan holds: frozen data in a small closed vocabulary. No rule of one plan is in Python.

Every thing a person can point at has a stable id, unique in the plan: `4.2`, `2.5a`, `5.2.6.1`, `6.1.3`,
`6.1.agenda.4`, `8.2.12a`. `number` is what is shown; it may repeat where the id does not.
"""

from collections.abc import Iterator
from typing import Literal, TypeVar

from crisisdesk.base.record import Record

_T = TypeVar("_T")

Action = Literal["tick", "form", "judge", "appoint", "call", "meeting", "board"]
"""What doing a step means: sign it, fill in a sheet, answer a branch, appoint a person, call, meet, draw."""

PhaseKind = Literal["steps", "sheet"]
FieldKind = Literal["text", "long", "time", "sign", "tick", "table"]
Feeds = Literal["forecast.worst", "forecast.likely"]
ColumnPurpose = Literal["event", "consequence", "uncertainty", "resource", "plain"]
Duty = Literal[
    "chair",
    "deputy_chair",
    "chief_of_staff",
    "deputy_chief_of_staff",
    "log_keeper",
    "information",
    "personnel",
    "plain",
]
PointPurpose = Literal[
    "opening",
    "attendance",
    "board",
    "forecast",
    "follow_up",
    "decisions",
    "information",
    "next_meeting",
    "closing",
    "plain",
]
ListKind = Literal["role_card", "action_card", "room"]
Evidence = Literal[
    "alarm_chain",
    "decisions",
    "decisions_early",
    "roles",
    "forecasts",
    "room",
    "reliefs",
    "boards",
    "uncertainties",
    "cooperation",
    "plan",
    "information",
    "media",
    "support",
    "public",
    "switchboard",
    "none",
]
"""Which facts of the incident stand beside an evaluation question."""


class Adoption(Record, kw_only=True):
    """Who adopted the plan, and when (ISO date)."""

    by: str
    on: str


class Header(Record, kw_only=True):
    """The plan's own name and version. `version` is shown in the status line."""

    title: str
    organisation: str
    short: str
    municipality: str = ""
    case: str = ""
    version: str
    adopted: tuple[Adoption, ...] = ()
    place: str = ""
    emergency: str = ""


class Ground(Record, kw_only=True):
    """A ground that a judgement can rest on (krisplan 3.2 a-d); `number` is its letter."""

    id: str
    number: str = ""
    text: str


class Branch(Record, kw_only=True):
    """A judging step's two ways on: where each leads, and which steps it makes `ej aktuellt`."""

    question: str
    yes: str
    no: str
    yes_text: str
    no_text: str
    yes_drops: tuple[str, ...] = ()
    no_drops: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


class Group(Record, kw_only=True):
    """A numbered heading over some steps of a phase (krisplan 5.1)."""

    id: str
    number: str
    text: str


class Step(Record, kw_only=True):
    """One numbered item of a phase. `responsible` is empty where the plan leaves it open.

    `group` is the id of the heading it stands under, if any.
    """

    id: str
    number: str
    group: str = ""
    text: str
    responsible: str = ""
    action: Action = "tick"
    leads_to: str = ""
    branch: Branch | None = None
    appoints: str = ""
    note: str = ""


class Field(Record, kw_only=True):
    """One field of a fact sheet: what is asked, the kind of answer, what else it fills."""

    id: str
    number: str
    text: str
    kind: FieldKind = "text"
    hint: str = ""
    feeds: Feeds | None = None
    columns: tuple[str, ...] = ()
    parts: tuple["Field", ...] = ()

    def leaves(self) -> Iterator["Field"]:
        """Yield the fields that take an answer: the parts where there are any, else this one."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


class Phase(Record, kw_only=True):
    """A numbered part of the plan worked through during the crisis: steps to sign or a sheet to fill."""

    id: str
    number: str
    title: str
    short: str
    icon: str = "list-checks"
    kind: PhaseKind = "steps"
    after: str = ""
    groups: tuple[Group, ...] = ()
    steps: tuple[Step, ...] = ()
    fields: tuple[Field, ...] = ()


class Point(Record, kw_only=True):
    """A point of an agenda, with its sub-points; `purpose` says what the program does at it."""

    id: str
    number: str
    text: str
    purpose: PointPurpose = "plain"
    points: tuple["Point", ...] = ()

    def walk(self) -> Iterator["Point"]:
        """Yield this point and all below it, in order."""
        yield self
        for point in self.points:
            yield from point.walk()


class Agenda(Record, kw_only=True):
    """A meeting's agenda. `first` marks the one for the group's first meeting."""

    id: str
    title: str
    short: str
    first: bool = False
    stops_calls: bool = False
    points: tuple[Point, ...]

    def walk(self) -> Iterator[Point]:
        """Yield every point and sub-point in order."""
        for point in self.points:
            yield from point.walk()


class Function(Record, kw_only=True):
    """A function of the crisis group: its title, the post that holds it, its duty, whom it deputises."""

    id: str
    title: str
    post: str = ""
    duty: Duty = "plain"
    deputy_of: str = ""
    icon: str = "user"


class Column(Record, kw_only=True):
    """A column of the board and what it is for."""

    id: str
    title: str
    purpose: ColumnPurpose = "plain"
    hint: str = ""
    icon: str = "circle"


class Item(Record, kw_only=True):
    """A line of a card or list. `repeats` marks what is to be done again and again (löpande)."""

    id: str
    number: str = ""
    text: str
    repeats: bool = False
    agenda: str = ""
    items: tuple["Item", ...] = ()

    def walk(self) -> Iterator["Item"]:
        """Yield this item and all below it, in order."""
        yield self
        for item in self.items:
            yield from item.walk()


class Contact(Record, kw_only=True):
    """A public contact: an organisation or a duty function, never a private person.

    `alternative` is a second number, `checked` the ISO date when the contact was last verified.
    """

    title: str
    phone: str = ""
    alternative: str = ""
    email: str = ""
    web: str = ""
    note: str = ""
    checked: str = ""


class ContactGroup(Record, kw_only=True):
    """Contacts that belong together."""

    id: str
    title: str
    contacts: tuple[Contact, ...]


class Card(Record, kw_only=True):
    """A list to tick: role card, action card or the room's equipment. `function` for a role card.

    `sketch` says what a sketch that belongs to the list shows (krisplan bilaga 2), or is empty.
    """

    id: str
    number: str
    title: str
    kind: ListKind
    function: str = ""
    icon: str = "list-checks"
    intro: str = ""
    sketch: str = ""
    items: tuple[Item, ...]
    contacts: tuple[Contact, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Yield every item and sub-item in order."""
        for item in self.items:
            yield from item.walk()


class Question(Record, kw_only=True):
    """A question of the evaluation, with parts where it has any, and the evidence shown beside it."""

    id: str
    number: str
    text: str
    short: str = ""
    evidence: tuple[Evidence, ...] = ()
    parts: tuple["Question", ...] = ()


class Evaluation(Record, kw_only=True):
    """The evaluation: material to gather, questions, points of the summary."""

    number: str = ""
    title: str
    material_title: str
    material: tuple[Item, ...]
    questions_title: str
    questions: tuple[Question, ...]
    summary_title: str
    summary: tuple[Item, ...]


class Blank(Record, kw_only=True):
    """The blank paper form (krisplan bilaga 1): its title and the headings of its fields."""

    number: str
    title: str
    fields: tuple[Item, ...]


class CallList(Record, kw_only=True):
    """The list of whom to alarm, in order; `others` are people reached the same way outside it."""

    id: str
    number: str
    title: str
    short: str = "Larmlista"
    order: tuple[str, ...]
    others: tuple[str, ...] = ()


class Plan(Record, kw_only=True):
    """A whole plan. Read strictly: an unknown word or a reference to nothing is an error with its place."""

    format: int
    plan: Header
    phases: tuple[Phase, ...]
    agendas: tuple[Agenda, ...] = ()
    functions: tuple[Function, ...] = ()
    call_list: CallList | None = None
    columns: tuple[Column, ...] = ()
    cards: tuple[Card, ...] = ()
    contacts: tuple[ContactGroup, ...] = ()
    blank: Blank | None = None
    evaluation: Evaluation | None = None

    def phase(self, id: str) -> Phase:
        """Return the phase; KeyError when there is none."""
        return _first((p for p in self.phases if p.id == id), id)

    def step(self, id: str) -> Step:
        """Return the step; KeyError when there is none."""
        return _first((s for p in self.phases for s in p.steps if s.id == id), id)

    def field(self, id: str) -> Field:
        """Return the sheet's field or part; KeyError when there is none."""
        every = (x for p in self.phases for f in p.fields for x in (f, *f.parts))
        return _first((f for f in every if f.id == id), id)

    def agenda(self, id: str) -> Agenda:
        """Return the agenda; KeyError when there is none."""
        return _first((a for a in self.agendas if a.id == id), id)

    def function(self, id: str) -> Function:
        """Return the function; KeyError when there is none."""
        return _first((f for f in self.functions if f.id == id), id)

    def function_with(self, duty: Duty) -> Function | None:
        """Return the first function with the duty, if the plan has one."""
        return next((f for f in self.functions if f.duty == duty), None)

    def column(self, id: str) -> Column:
        """Return the column; KeyError when there is none."""
        return _first((c for c in self.columns if c.id == id), id)

    def column_for(self, purpose: ColumnPurpose) -> Column | None:
        """Return the first column with the purpose, if the plan has one."""
        return next((c for c in self.columns if c.purpose == purpose), None)

    def card(self, id: str) -> Card:
        """Return the card or list; KeyError when there is none."""
        return _first((c for c in self.cards if c.id == id), id)

    def item(self, id: str) -> Item:
        """Return the item of any card; KeyError when there is none."""
        return _first((i for c in self.cards for i in c.walk() if i.id == id), id)


def _first(found: Iterator[_T], id: str) -> _T:
    """Return the first found, or raise KeyError naming the id."""
    for thing in found:
        return thing
    raise KeyError(id)
