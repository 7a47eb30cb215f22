"""The paper forms of an incident: what was printed, what came back and stands in the log, what is missing."""

from collections.abc import Iterable
from typing import Literal

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


def paper_forms(state: State) -> tuple[PaperForm, ...]:
    """Return every form that is printed here or stands in the log, in order of number."""
    entered = state[log.FEATURE].forms
    reserved = set(state[forms.FEATURE].reserved())
    return tuple(_form(state, form, form in reserved) for form in sorted(reserved | set(entered)))


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
    return max(state[forms.FEATURE].last, max(state[log.FEATURE].forms, default=0)) + 1


def to_write_on(state: State) -> int:
    """Return the number of the form to write on now: the first printed one that is unused, else the next."""
    return next(iter(missing(state)), next_free(state))


def _form(state: State, form: int, printed: bool) -> PaperForm:
    line = state[log.FEATURE].forms.get(form, 0)
    standing: Standing = "entered" if line else "voided" if form in state[forms.FEATURE].voided else "missing"
    return PaperForm(form=form, standing=standing, line=line, printed=printed)


def check(state: State, command: Command) -> None:
    """Raise RuleBroken when the command goes against what the log or the numbers say of a paper form."""
    entered = state[log.FEATURE].forms
    if isinstance(command, forms.commands.Reserve):
        first = command.first or state[forms.FEATURE].last + 1
        taken = max((form for form in entered if form >= first), default=0)
        if taken:
            raise RuleBroken(wording.FORM_IN_LOG.format(form=taken, free=next_free(state)), "first")
    elif isinstance(command, forms.commands.Void) and command.form in entered:
        line = entered[command.form]
        raise RuleBroken(wording.FORM_ENTERED.format(form=command.form, line=line), "form")
    elif isinstance(command, log.commands.Record) and _on_void(state, command.paper):
        raise RuleBroken(wording.FORM_VOID, "paper")


def _on_void(state: State, paper: log.facts.Paper | None) -> bool:
    return paper is not None and paper.form in state[forms.FEATURE].voided
