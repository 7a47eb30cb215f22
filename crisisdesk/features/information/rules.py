"""What may go out, and what it must say."""

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features.information import commands, facts, wording
from crisisdesk.features.information.state import InformationState, Message
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Rules
from crisisdesk.plan.given import Given


def _save(state: InformationState, command: commands.SaveMessage, given: Given) -> tuple[Fact, ...]:
    if not command.text.strip():
        raise RuleBroken(wording.TEXT_MISSING, "text")
    message = _standing(state, command.message) if command.message else None
    saved = facts.MessageSaved(
        message=command.message or len(state.messages) + 1,
        version=len(message.versions) + 1 if message is not None else 1,
        text=command.text.strip(),
        groups=_groups(command.groups),
        channel=command.channel.strip(),
        spokesperson=command.spokesperson.strip(),
        latest_at=command.latest_at,
        secrecy=command.secrecy.strip() or (message.current.secrecy if message is not None else ""),
    )
    return () if message is not None and _same(message.current, saved) else (saved,)


def _same(old: facts.MessageSaved, new: facts.MessageSaved) -> bool:
    return all(getattr(old, n) == getattr(new, n) for n in new.__struct_fields__ if n != "version")


def _send(state: InformationState, command: commands.SendMessage, given: Given) -> tuple[Fact, ...]:
    message = _standing(state, command.message) if command.message else None
    saved = _next_version(state, message, command)
    current = saved or (message.current if message is not None else None)
    if current is None:
        raise RuleBroken(wording.TEXT_MISSING, "text")
    groups = _groups(command.groups) or current.groups
    if not groups:
        raise RuleBroken(wording.GROUPS_MISSING, "groups")
    sent = facts.MessageSent(
        message=current.message,
        version=current.version,
        text=current.text,
        groups=groups,
        channel=command.channel.strip() or current.channel,
        secrecy=current.secrecy,
    )
    return (sent,) if saved is None else (saved, sent)


_OF_A_VERSION = ("text", "spokesperson", "secrecy")
"""What makes a new version when it is sent; to whom and how it goes belongs to the sending."""


def _next_version(
    state: InformationState, message: Message | None, command: commands.SendMessage
) -> facts.MessageSaved | None:
    """Return the version to write before sending, None when the last one goes out: to others, perhaps."""
    if message is None:
        if not command.text.strip():
            raise RuleBroken(wording.TEXT_MISSING, "text")
        return _version(len(state.messages) + 1, 1, None, command)
    saved = _version(message.message, len(message.versions) + 1, message.current, command)
    unchanged = all(getattr(saved, n) == getattr(message.current, n) for n in _OF_A_VERSION)
    return None if unchanged else saved


def _version(
    number: int, version: int, old: facts.MessageSaved | None, command: commands.SendMessage
) -> facts.MessageSaved:
    return facts.MessageSaved(
        message=number,
        version=version,
        text=command.text.strip() or (old.text if old else ""),
        groups=_groups(command.groups) or (old.groups if old else ()),
        channel=command.channel.strip() or (old.channel if old else ""),
        spokesperson=command.spokesperson.strip() or (old.spokesperson if old else ""),
        latest_at=old.latest_at if old else None,
        secrecy=command.secrecy.strip() or (old.secrecy if old else ""),
    )


def _withdraw(state: InformationState, command: commands.WithdrawMessage, given: Given) -> tuple[Fact, ...]:
    _standing(state, command.message)
    if not command.reason.strip():
        raise RuleBroken(wording.REASON_MISSING, "reason")
    return (facts.MessageWithdrawn(message=command.message, reason=command.reason.strip()),)


def _brief(state: InformationState, command: commands.BriefSwitchboard, given: Given) -> tuple[Fact, ...]:
    if not command.text.strip():
        raise RuleBroken(wording.BRIEF_MISSING, "text")
    if command.message:
        _standing(state, command.message)
    return (facts.SwitchboardBriefed(text=command.text.strip(), message=command.message),)


def _standing(state: InformationState, number: int) -> Message:
    message = state.messages.get(number)
    if message is None:
        raise RuleBroken(wording.NO_MESSAGE.format(message=number), "message")
    if not message.stands:
        raise RuleBroken(wording.WITHDRAWN.format(message=number), "message")
    return message


def _groups(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(g.strip() for g in groups if g.strip()))


RULES: Rules[InformationState] = {
    commands.SaveMessage: _save,
    commands.SendMessage: _send,
    commands.WithdrawMessage: _withdraw,
    commands.BriefSwitchboard: _brief,
}
