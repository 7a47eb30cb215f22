"""What may be kept as printed: lines that are there, and that follow on what is on paper already."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.prints import commands, facts
from crisisdesk.features.prints.state import PrintsState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given

NOT_THERE = "Det går inte att ha skrivit ut rad {first} till {last} nu."


def _note(state: PrintsState, command: commands.Note, given: Given) -> tuple[Fact, ...]:
    there = 0 < command.first <= command.last <= given.last_line
    follows = command.first in (1, state.line + 1) and command.last >= state.line
    if not there or not follows or command.sheets < 1:
        raise RuleBroken(NOT_THERE.format(first=command.first, last=command.last), "first")
    return (facts.LogPrinted(first=command.first, last=command.last, sheets=command.sheets),)


RULES: Rules[PrintsState] = {commands.Note: _note}
