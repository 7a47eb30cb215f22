"""The messages as they stand, folded from their facts."""

from datetime import datetime

from msgspec import field

from crisisdesk.base.record import Kept, Value
from crisisdesk.features.information import facts
from crisisdesk.kernel.fact import Recorded
from crisisdesk.kernel.feature import Folds


class Version(Value):
    """A version of a message, when it was written (UTC) and by whom."""

    version: int
    at: datetime
    recorded_by: str
    fact: facts.MessageSaved


class Sending(Value):
    """A version that went out: when (UTC), to whom, on which line of the log."""

    version: int
    at: datetime
    number: int
    groups: tuple[str, ...]
    channel: str
    done_by: str


class Message(Kept):
    """A message with all its versions, oldest first, and each time it went out."""

    message: int
    versions: list[Version] = field(default_factory=list[Version])
    sendings: list[Sending] = field(default_factory=list[Sending])
    withdrawn_because: str = ""
    withdrawn_at: datetime | None = None

    @property
    def current(self) -> facts.MessageSaved:
        """Return the last version."""
        return self.versions[-1].fact

    @property
    def sent(self) -> bool:
        """Return whether the last version has gone out."""
        return any(s.version == self.current.version for s in self.sendings)

    @property
    def last_sent_at(self) -> datetime | None:
        """Return when it last went out (UTC), None when it has not: its age counts from here."""
        return max((s.at for s in self.sendings), default=None)

    @property
    def stands(self) -> bool:
        """Return whether it has not been withdrawn."""
        return not self.withdrawn_because


class Brief(Value):
    """What the switchboard was given, when (UTC), on which line."""

    at: datetime
    number: int
    text: str
    message: int


class InformationState(Kept):
    """Messages by number and the switchboard's sheets, oldest first."""

    messages: dict[int, Message] = field(default_factory=dict[int, Message])
    briefs: list[Brief] = field(default_factory=list[Brief])
    first_sent_at: datetime | None = None

    def waiting(self) -> list[Message]:
        """Return the messages whose last version has not gone out."""
        return [m for m in self.messages.values() if m.stands and not m.sent]

    def due(self) -> list[Message]:
        """Return the messages with a latest time that have not gone out, the nearest first."""
        found = [
            (m.current.latest_at, m.message, m) for m in self.waiting() if m.current.latest_at is not None
        ]
        return [message for _, _, message in sorted(found, key=lambda one: one[:2])]

    def reached_groups(self) -> dict[str, list[int]]:
        """Return, by target group in the order first reached, the standing messages that went to it."""
        found: dict[str, list[int]] = {}
        for message in self.messages.values():
            groups = dict.fromkeys(g for s in message.sendings for g in s.groups)
            for group in groups if message.stands else ():
                found.setdefault(group, []).append(message.message)
        return found

    def late(self, now: datetime) -> list[Message]:
        """Return the messages that should have gone out before the moment (UTC)."""
        return [m for m in self.waiting() if m.current.latest_at is not None and m.current.latest_at < now]


def _saved(state: InformationState, fact: facts.MessageSaved, recorded: Recorded) -> None:
    message = state.messages.setdefault(fact.message, Message(fact.message))
    message.versions.append(Version(fact.version, recorded.happened_at, recorded.recorded_by, fact))


def _sent(state: InformationState, fact: facts.MessageSent, recorded: Recorded) -> None:
    sending = Sending(
        version=fact.version,
        at=recorded.happened_at,
        number=recorded.number,
        groups=fact.groups,
        channel=fact.channel,
        done_by=recorded.done_by,
    )
    state.messages[fact.message].sendings.append(sending)
    if state.first_sent_at is None or recorded.happened_at < state.first_sent_at:
        state.first_sent_at = recorded.happened_at


def _withdrawn(state: InformationState, fact: facts.MessageWithdrawn, recorded: Recorded) -> None:
    message = state.messages[fact.message]
    message.withdrawn_because = fact.reason
    message.withdrawn_at = recorded.happened_at


def _briefed(state: InformationState, fact: facts.SwitchboardBriefed, recorded: Recorded) -> None:
    state.briefs.append(Brief(recorded.happened_at, recorded.number, fact.text, fact.message))


FOLDS: Folds[InformationState] = {
    facts.MessageSaved: _saved,
    facts.MessageSent: _sent,
    facts.MessageWithdrawn: _withdrawn,
    facts.SwitchboardBriefed: _briefed,
}
