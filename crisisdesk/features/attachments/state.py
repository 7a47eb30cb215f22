"""The attachments as they stand, folded from their facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept
from crisisdesk.features.attachments import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Attachment(Kept):
    """A file beside a line, and what has been said of it since.

    `seq` is its fact, `number` the line that tells of it, `struck_by` the one that strikes it (0: none).
    Times are UTC.
    """

    fact: facts.FileAttached
    seq: int
    number: int
    recorded_at: datetime
    recorded_by: str
    text: str
    struck_by: int = 0
    reason: str = ""


class AttachmentsState(Kept):
    """Attachments by id, their ids by line in order, the id that a line tells of, and the first of each
    content by its hash.
    """

    attachments: dict[str, Attachment] = field(default_factory=dict[str, Attachment])
    beside: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    told_by: dict[int, str] = field(default_factory=dict[int, str])
    first_with: dict[str, str] = field(default_factory=dict[str, str])

    def of_line(self, number: int) -> tuple[Attachment, ...]:
        """Return the attachments of the line, struck ones too, in order."""
        return tuple(self.attachments[id] for id in self.beside.get(number, ()))


def _attached(state: AttachmentsState, fact: facts.FileAttached, recorded: Recorded) -> None:
    state.attachments[fact.id] = Attachment(
        fact=fact,
        seq=recorded.seq,
        number=recorded.number,
        recorded_at=recorded.recorded_at,
        recorded_by=recorded.recorded_by,
        text=fact.text,
    )
    state.beside.setdefault(fact.line, []).append(fact.id)
    if recorded.number:
        state.told_by[recorded.number] = fact.id
    state.first_with.setdefault(fact.sha256, fact.id)


def _described(state: AttachmentsState, fact: facts.AttachmentDescribed, recorded: Recorded) -> None:
    state.attachments[fact.id].text = fact.text


def _struck(state: AttachmentsState, fact: facts.AttachmentStruck, recorded: Recorded) -> None:
    held = state.attachments[fact.id]
    held.struck_by, held.reason = recorded.number, fact.reason


FOLDS: Folds[AttachmentsState] = {
    facts.FileAttached: _attached,
    facts.AttachmentDescribed: _described,
    facts.AttachmentStruck: _struck,
}
