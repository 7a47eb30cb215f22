"""What can be put on paper now: the common things first, the rest by typing. No Qt here."""

from collections.abc import Iterator

from msgspec.structs import replace

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
"""So many are shown before anything is typed, and the masked copies."""

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
_MASKED = (("", "Rapporten, maskerad kopia", "eye-off"), ("log", "Loggen, maskerad kopia", "eye-off"))
_LONGEST = 60

_SECRETS = {
    "decisions": {"decision"},
    "decision": {"decision", "card", "uncertainty", "line"},
    "tasks": {"task"},
    "meetings": {"meeting", "point", "decision", "task"},
    "boards": {"card", "uncertainty", "forecast", "board"},
    "calls": {"call"},
    "information": {"message"},
    "sketches": {"sketch", "attachment"},
    "attachments": {"attachment", "line"},
    "paper": {"line", "form"},
    "forms": set[str](),
}
"""Of which kinds the things are that stand in a part of the report; in the others it can be any."""


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
        *_masked(state),
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


def _masked(state: State) -> Iterator[Choice]:
    """Yield the masked copies, once something is secret: before that they are the same paper."""
    for part, words, icon in _MASKED if state.marks.any else ():
        wish = PrintWish(part=part, masked=True)
        yield Choice(key=f"masked:{part}", words=words, icon=icon, note="utan sekretess", wish=wish)


def shows_secret(state: State, wish: PrintWish) -> bool:
    """Return whether the print would show text that is marked secret."""
    if wish.masked or not state.marks.any:
        return False
    if wish.lines and wish.part == "log":
        return any(secrecy.of_line(state, number) for number in wish.lines)
    kinds = _SECRETS.get(wish.part)
    return kinds is None or bool(kinds & state.marks.kinds())


def masked(state: State, wish: PrintWish) -> PrintWish:
    """Return the same print without what is secret; what is new in the log is named by its lines."""
    held, last = state[prints.FEATURE], len(state.timeline.lines)
    if wish.part != "log_since":
        return replace(wish, masked=True)
    lines = tuple(range(held.line + 1, last + 1))
    return PrintWish(part="log", lines=lines, title="Loggen, fortsättning", masked=True)


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
