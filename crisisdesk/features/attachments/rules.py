"""What may be put beside a line, described and struck."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.attachments import commands, facts, wording
from crisisdesk.features.attachments.state import Attachment, AttachmentsState
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _attach(state: AttachmentsState, command: commands.Attach, given: Given) -> tuple[Fact, ...]:
    if not 0 < command.line <= given.last_line:
        raise RuleBroken(wording.NO_LINE.format(number=command.line), "line")
    if not command.name.strip():
        raise RuleBroken(wording.NAME_MISSING, "name")
    if command.size < 1:
        raise RuleBroken(wording.EMPTY.format(name=command.name), "name")
    number = len(state.beside.get(command.line, ())) + 1
    attached = facts.FileAttached(
        id=f"{command.line}-{number}",
        line=command.line,
        name=command.name.strip(),
        media=command.media,
        size=command.size,
        sha256=command.sha256,
        key=command.key,
        parts=command.parts,
        text=command.text.strip(),
    )
    return (attached,)


def _describe(state: AttachmentsState, command: commands.Describe, given: Given) -> tuple[Fact, ...]:
    held = _standing(state, command.id)
    text = command.text.strip()
    if not text:
        raise RuleBroken(wording.TEXT_MISSING, "text")
    return () if text == held.text else (facts.AttachmentDescribed(id=command.id, text=text),)


def _strike(state: AttachmentsState, command: commands.Strike, given: Given) -> tuple[Fact, ...]:
    _standing(state, command.id)
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.AttachmentStruck(id=command.id, reason=command.reason.strip()),)


def _standing(state: AttachmentsState, id: str) -> Attachment:
    held = state.attachments.get(id)
    if held is None:
        raise RuleBroken(wording.NO_ATTACHMENT.format(id=id), "id")
    if held.struck_by:
        raise RuleBroken(wording.STRUCK.format(id=id, by=held.struck_by), "id")
    return held


RULES: Rules[AttachmentsState] = {
    commands.Attach: _attach,
    commands.Describe: _describe,
    commands.Strike: _strike,
}
