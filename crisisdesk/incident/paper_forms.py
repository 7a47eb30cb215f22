"""The paper forms of an incident: what was printed, what came back and stands in the log, what is missing."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from crisisdesk.base import swedish
from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.record import Record
from crisisdesk.features import forms, log
from crisisdesk.incident import wording
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command

Standing = Literal["missing", "entered", "voided"]


class PaperForm(Record, kw_only=True):
    """A form. `line` is where it stands in the log (0 when nowhere); `printed` whether it is from here."""

    form: int
    standing: Standing
    line: int = 0
    printed: bool = True


class EnterForm(Command, kw_only=True):
    """Put what stands on a form in the log: carries out `of`, and keeps in the same act where it is from.

    For what is no entry of the log: that says itself which form it comes from. Make it with `from_paper`.
    """

    NAME: ClassVar[str] = "forms.enter"

    form: int
    writer: str = ""
    of: Command


def from_paper(form: int, writer: str, of: Command) -> EnterForm:
    """Return the command that enters the form as what `of` makes: it happens when that does."""
    return EnterForm(form=form, writer=writer, of=of, happened_at=of.happened_at, done_by=of.done_by)


def commands_of(command: Command) -> tuple[Command, ...]:
    """Return the commands that one act carries out, the one that makes its line first."""
    if not isinstance(command, EnterForm):
        return (command,)
    return (command.of, forms.commands.NoteEntered(form=command.form, writer=command.writer))


def entered(state: State) -> dict[int, int]:
    """Return the line of each form that stands in the log, in order of number."""
    lines = {form: held.line for form, held in state[forms.FEATURE].entered.items()}
    return dict(sorted((state[log.FEATURE].forms | lines).items()))


def writer_of(state: State, form: int) -> str:
    """Return who wrote the form, "" when that was not said or it stands nowhere."""
    held = state[forms.FEATURE].entered.get(form)
    entry = state[log.FEATURE].entries.get(state[log.FEATURE].forms.get(form, 0))
    paper = entry.fact.paper if entry is not None else None
    return held.writer if held is not None else paper.writer if paper is not None else ""


def paper_forms(state: State) -> tuple[PaperForm, ...]:
    """Return every form that is printed here or stands in the log, in order of number."""
    lines = entered(state)
    reserved = set(state[forms.FEATURE].reserved())
    return tuple(
        _form(state, form, form in reserved, lines.get(form, 0)) for form in sorted(reserved | set(lines))
    )


def missing(state: State) -> tuple[int, ...]:
    """Return the forms that are printed and neither entered nor void, in order."""
    return tuple(f.form for f in paper_forms(state) if f.standing == "missing")


def spans(numbers: Iterable[int]) -> str:
    """Return numbers in order as they are said: `4–8 och 10`."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return swedish.listed([str(a) if a == b else f"{a}–{b}" for a, b in runs])


def next_free(state: State) -> int:
    """Return the lowest number after all that are printed here or stand in the log."""
    return max(state[forms.FEATURE].last, max(entered(state), default=0)) + 1


def to_write_on(state: State) -> int:
    """Return the number of the form to write on now: the first printed one that is unused, else the next."""
    return next(iter(missing(state)), next_free(state))


def _form(state: State, form: int, printed: bool, line: int) -> PaperForm:
    standing: Standing = "entered" if line else "voided" if form in state[forms.FEATURE].voided else "missing"
    return PaperForm(form=form, standing=standing, line=line, printed=printed)


def check(state: State, command: Command) -> None:
    """Raise RuleBroken when the command goes against what the log or the numbers say of a paper form."""
    if isinstance(command, forms.commands.Reserve):
        first = command.first or state[forms.FEATURE].last + 1
        taken = max((form for form in entered(state) if form >= first), default=0)
        if taken:
            raise RuleBroken(wording.FORM_IN_LOG.format(form=taken, free=next_free(state)), "first")
    elif isinstance(command, forms.commands.Void) and (line := entered(state).get(command.form)):
        raise RuleBroken(wording.FORM_ENTERED.format(form=command.form, line=line), "form")
    elif isinstance(command, log.commands.Record) and command.paper is not None:
        _check_new(state, command.paper.form)
    elif isinstance(command, forms.commands.NoteEntered):
        _check_new(state, command.form)


def _check_new(state: State, form: int) -> None:
    """A form stands in the log once, and not while it is void."""
    if line := entered(state).get(form):
        raise RuleBroken(wording.FORM_TWICE.format(form=form, line=line), "paper")
    if form in state[forms.FEATURE].voided:
        raise RuleBroken(wording.FORM_VOID, "paper")
