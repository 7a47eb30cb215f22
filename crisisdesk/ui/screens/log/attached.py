"""The attachments of a line, ready to show."""

from crisisdesk.base import provisions
from crisisdesk.features import attachments, lifecycle
from crisisdesk.features.attachments.state import Attachment
from crisisdesk.features.attachments.wording import described
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.attachment_look import AttachmentLook


def looks(state: State, number: int) -> tuple[AttachmentLook, ...]:
    """Return the attachment that the line tells of, then those beside it, struck ones too, in order."""
    held = state[attachments.FEATURE]
    told = held.told_by.get(number, "")
    ids = (*([told] if told else ()), *held.beside.get(number, ()))
    return tuple(_look(held.attachments[id]) for id in ids)


def takes_files(state: State) -> bool:
    """Return whether something can be attached: not once the incident is closed."""
    return not state[lifecycle.FEATURE].closed


def _look(held: Attachment) -> AttachmentLook:
    fact = held.fact
    return AttachmentLook(
        id=fact.id,
        name=fact.name,
        what=described(fact),
        media=fact.media,
        said=held.text,
        struck=bool(held.struck_by),
        covered=provisions.BAR in fact.name,
    )
