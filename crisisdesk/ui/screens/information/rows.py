"""Messages as ready rows: what they say to whom, whether they went out, how old they are. No Qt here."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.features import information, lifecycle
from crisisdesk.features.information.state import Brief, Message, Sending, Version
from crisisdesk.incident import milestones, secrecy
from crisisdesk.incident.state import State

OLD = timedelta(hours=1)
"""After this long without news a message that went out is shown as old."""

SOON = timedelta(minutes=15)
"""This close to its latest time a message that waits is shown as urgent."""

Age = Literal["late", "soon", "waiting", "fresh", "old", "withdrawn"]


class VersionRow(Record, kw_only=True):
    """A version that has been replaced, or a time that the message went out."""

    at: str
    told: str
    text: str = ""


class MessageRow(Record, kw_only=True):
    """A message. `sent` when its last version went out; `when` is its age, or when it must be out."""

    key: str
    message: int
    version: int
    text: str
    groups: str
    channel: str
    spokesperson: str
    latest: str
    secrecy: str
    age: Age
    when: str
    sent: bool
    withdrawn: str = ""
    sendings: tuple[VersionRow, ...] = ()
    versions: tuple[VersionRow, ...] = ()


class BriefRow(Record, kw_only=True):
    """What the switchboard was given to say."""

    key: str
    at: str
    text: str
    message: int


class InformationRows(Record, kw_only=True):
    """All messages, the newest first, and the switchboard's sheets.

    `first` says how long after the alarm the first one went out; `last` is the text of the last that stands
    and went out, for the switchboard, `last_message` its number.
    """

    messages: tuple[MessageRow, ...]
    briefs: tuple[BriefRow, ...]
    groups: str = ""
    first: str = ""
    last: str = ""
    last_message: int = 0
    spokesperson: str = ""
    zone: str = ""
    closed: bool = False

    def row(self, key: str) -> MessageRow | None:
        """Return the message's row, None when there is none."""
        return next((row for row in self.messages if row.key == key), None)


def information_rows(state: State, now: datetime) -> InformationRows:
    """Return the messages as they stand at the moment (UTC)."""
    told = state[information.FEATURE]
    last = _last(state)
    return InformationRows(
        messages=tuple(_message(state, m, now) for m in reversed(told.messages.values())),
        briefs=tuple(_brief(state, i, brief, now) for i, brief in _newest_first(told.briefs)),
        groups=swedish.listed(list(told.reached_groups())),
        first=_first(state),
        last=last.current.text if last is not None else "",
        last_message=last.message if last is not None else 0,
        spokesperson=last.current.spokesperson if last is not None else "",
        zone=state.zone,
        closed=state[lifecycle.FEATURE].closed,
    )


def _newest_first(briefs: list[Brief]) -> Iterable[tuple[int, Brief]]:
    return reversed(list(enumerate(briefs, 1)))


def _last(state: State) -> Message | None:
    """Return the standing message that went out last."""
    sent = [m for m in state[information.FEATURE].messages.values() if m.stands and m.sendings]
    return max(sent, key=lambda m: (m.sendings[-1].at, m.message), default=None)


def _first(state: State) -> str:
    span = milestones.since_alarm(state, milestones.first_information(state))
    return swedish.duration(span) if span is not None else ""


def _message(state: State, message: Message, now: datetime) -> MessageRow:
    current = message.current
    age = _age(message, now)
    latest = swedish.near(current.latest_at, state.zone, now) if current.latest_at is not None else ""
    return MessageRow(
        key=f"message:{message.message}",
        message=message.message,
        version=current.version,
        text=current.text,
        groups=", ".join(current.groups),
        channel=current.channel,
        spokesperson=current.spokesperson,
        latest=latest,
        secrecy=secrecy.of_ref(state, f"message:{message.message}"),
        age=age,
        when=_when(message, age, latest, now),
        sent=message.sent,
        withdrawn=message.withdrawn_because,
        sendings=tuple(_sending(state, sending, now) for sending in message.sendings),
        versions=tuple(_version(state, version, now) for version in reversed(message.versions[:-1])),
    )


def _age(message: Message, now: datetime) -> Age:
    latest = message.current.latest_at
    if not message.stands:
        return "withdrawn"
    if message.sent and message.last_sent_at is not None:
        return "old" if now - message.last_sent_at >= OLD else "fresh"
    if latest is None:
        return "waiting"
    return "late" if latest < now else "soon" if latest - now <= SOON else "waiting"


def _when(message: Message, age: Age, latest: str, now: datetime) -> str:
    """Return how old it is, how late, or when it must be out."""
    due, sent = message.current.latest_at, message.last_sent_at
    if age in ("fresh", "old") and sent is not None:
        return f"{swedish.duration(now - sent)} sedan"
    if age == "late" and due is not None:
        return f"{swedish.duration(now - due)} sen"
    return f"senast {latest}" if latest and age != "withdrawn" else ""


def _sending(state: State, sending: Sending, now: datetime) -> VersionRow:
    version = f"version {sending.version}, " if sending.version > 1 else ""
    channel = f", {sending.channel}" if sending.channel else ""
    told = f"Ut: {version}{', '.join(sending.groups)}{channel} (rad {sending.number})"
    return VersionRow(at=swedish.near(sending.at, state.zone, now), told=told)


def _version(state: State, version: Version, now: datetime) -> VersionRow:
    at = swedish.near(version.at, state.zone, now)
    return VersionRow(at=at, told=f"Version {version.version}: {version.fact.text}", text=version.fact.text)


def _brief(state: State, number: int, brief: Brief, now: datetime) -> BriefRow:
    at = swedish.near(brief.at, state.zone, now)
    return BriefRow(key=f"brief:{number}", at=at, text=brief.text, message=brief.message)


def split_groups(typed: str) -> tuple[str, ...]:
    """Return the target groups typed with commas, semicolons or line breaks between."""
    parts = typed.replace(";", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
