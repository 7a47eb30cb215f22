"""Refusals that look at several features at once; asked before the feature's own rules."""

from crisisdesk.base import swedish
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import decisions, lifecycle
from crisisdesk.incident import board_links, paper_forms, queries, secrecy, wording
from crisisdesk.incident.cover import refuse_covered
from crisisdesk.incident.registry import FEATURE_OF_COMMAND
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command

_AFTER_CLOSING = ("evaluation", "lifecycle")
"""Features that still take commands when the incident is closed (product: After)."""

_LONGEST_REF = 200
"""Letters in a ref such as `point:1/6.1.agenda.2`; what a plan calls its points is far shorter."""


def check(state: State, command: Command) -> None:
    """Raise RuleBroken when the incident as a whole does not allow the command now."""
    life = state[lifecycle.FEATURE]
    starting = isinstance(command, lifecycle.commands.Start)
    if not life.incident and not starting:
        raise RuleBroken(wording.NOT_STARTED)
    if life.closed and FEATURE_OF_COMMAND[type(command)].name not in _AFTER_CLOSING:
        raise RuleBroken(wording.CLOSED)
    refuse_covered(command)
    _check_refs(command)
    paper_forms.check(state, command)
    board_links.check(state, command)
    if isinstance(command, secrecy.Asked):
        secrecy.check(state, command)
    if isinstance(command, lifecycle.commands.Close):
        _check_close(state, command)
    if isinstance(command, decisions.commands.NoteKnown):
        _check_known(state, command)


def _check_refs(command: Command) -> None:
    """Refuse a ref that is longer than any is: its number would be too long to be read again."""
    for name in ("ref", "refs", "links", "carries"):
        said: str | tuple[str, ...] | None = getattr(command, name, None)
        refs = (said,) if isinstance(said, str) else said or ()
        if too_long := next((ref for ref in refs if len(ref) > _LONGEST_REF), ""):
            raise RuleBroken(wording.NO_SUCH_REF.format(ref=too_long[:20]), name)


def _check_known(state: State, command: decisions.commands.NoteKnown) -> None:
    """What was known follows the decision in the same act; alone it needs one that stands in the journal."""
    if command.decision not in state[decisions.FEATURE].decisions:
        raise RuleBroken(decisions.wording.NO_DECISION.format(number=command.decision), "decision")


def _check_close(state: State, command: lifecycle.commands.Close) -> None:
    if state[lifecycle.FEATURE].closed:
        return
    left = [ref for ref in queries.open_refs(state) if ref not in command.carries]
    if left:
        named = swedish.listed([wording.ref(r) for r in left])
        raise RuleBroken(wording.STILL_OPEN.format(named=named), "carries")
