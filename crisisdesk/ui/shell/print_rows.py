"""What can be put on paper now: the common things first, the rest by typing. No Qt here."""

from collections.abc import Iterator

from crisisdesk.base import swedish
from crisisdesk.base.print_wish import PrintWish
from crisisdesk.base.record import Record
from crisisdesk.features import decisions, meetings, prints, tasks
from crisisdesk.features.tasks.wording import owner_name
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.ui.shell.palette_rows import Target

FORMS = "forms"
"""The key of what leads to the screen of the paper forms: they need numbers first."""

COMMON = 12
"""So many are shown before anything is typed."""

_PARTS = (
    ("decisions", "Beslut", "gavel"),
    ("tasks", "Uppgifter", "square-check-big"),
    ("meetings", "Möten, protokoll", "calendar-clock"),
    ("boards", "Lägesbilder", "layout-dashboard"),
    ("calls", "Larmlista", "phone-call"),
    ("people", "Funktioner", "id-card"),
    ("checklists", "Checklistor", "list-checks"),
    ("information", "Information", "megaphone"),
    ("", "Hela rapporten", "file-check"),
    ("sketches", "Skisser", "pencil"),
    ("sheet", "Faktablad", "file-text"),
    ("cards", "Rollkort och åtgärdskort", "book-user"),
    ("summary", "Sammanfattning", "file-text"),
    ("course", "Händelseförlopp", "history"),
    ("paper", "Blanketternas lista", "file-text"),
    ("evaluation", "Utvärdering", "file-check"),
    ("attachments", "Bilagor, en lista", "paperclip"),
)
_LONGEST = 60


class Choice(Record, kw_only=True):
    """Something to print. `note` says at the right what of it; without a wish it leads to a screen."""

    key: str
    words: str
    icon: str
    note: str = ""
    wish: PrintWish | None = None

    @property
    def target(self) -> Target:
        """Return the choice as a row to choose by typing."""
        return Target(place=self.key, words=self.words, kind=self.note, icon=self.icon)


def choices(state: State) -> tuple[Choice, ...]:
    """Return everything that can be printed, the common things first."""
    return (
        *_log(state),
        *_parts(),
        *_decisions(state),
        *_meetings(state),
        *_owners(state),
        *_functions(state),
    )


def _log(state: State) -> Iterator[Choice]:
    held, last = state[prints.FEATURE], len(state.timeline.lines)
    if held.line:
        new = f"rad {held.line + 1}–{last}" if held.line < last else "inget nytt"
        since = PrintWish(part="log_since")
        yield Choice(
            key="since", words="Loggen sedan senaste utskriften", icon="scroll-text", note=new, wish=since
        )
    whole = swedish.plural(last, "rad", "rader")
    yield Choice(key="log", words="Hela loggen", icon="scroll-text", note=whole, wish=PrintWish(part="log"))


def _parts() -> Iterator[Choice]:
    for place, (part, words, icon) in enumerate(_PARTS):
        if place == COMMON - 4:
            yield Choice(key=FORMS, words="Tomma blanketter", icon="printer", note="med nya nummer")
        yield Choice(key=f"part:{part}", words=words, icon=icon, wish=PrintWish(part=part))


def _decisions(state: State) -> Iterator[Choice]:
    for number, decision in state[decisions.FEATURE].decisions.items():
        mark = secrecy.of_ref(state, f"decision:{number}")
        said = f"Sekretess {mark}" if mark else swedish.in_one_line(decision.text, _LONGEST)
        wish = PrintWish(part="decision", number=number)
        words = f"Beslut {number}: {said}"
        yield Choice(
            key=f"decision:{number}", words=words, icon="gavel", note="med det som var känt", wish=wish
        )


def _meetings(state: State) -> Iterator[Choice]:
    for number, meeting in state[meetings.FEATURE].meetings.items():
        wish = PrintWish(part="meetings", number=number)
        words = f"Möte {number}: {swedish.in_one_line(meeting.title, _LONGEST)}"
        yield Choice(key=f"meeting:{number}", words=words, icon="calendar-clock", note="protokoll", wish=wish)


def _owners(state: State) -> Iterator[Choice]:
    owners = dict.fromkeys(task.owner for task in state[tasks.FEATURE].tasks.values() if task.owner)
    for owner in owners:
        words = f"Uppgifter för {owner_name(state.plan, owner)}"
        wish = PrintWish(part="tasks", title=owner)
        yield Choice(key=f"tasks:{owner}", words=words, icon="square-check-big", note="uppgifter", wish=wish)


def _functions(state: State) -> Iterator[Choice]:
    for function in state.plan.functions:
        lines = tuple(state.timeline.about.get(f"function:{function.id}", ()))
        if lines:
            words = f"Loggen för {function.title}"
            wish = PrintWish(part="log", lines=lines, title=words)
            note = swedish.plural(len(lines), "rad", "rader")
            yield Choice(key=f"log:{function.id}", words=words, icon=function.icon, note=note, wish=wish)
