"""What a row that opens looks like, as plain data: its line, what is told of it, and what can be done."""

from dataclasses import dataclass

from crisisdesk.ui.kit.tokens import Tone


@dataclass(frozen=True)
class TagLook:
    """A state: word, icon and tone."""

    word: str
    icon: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True)
class NoteLook:
    """Something told under the line while the row is open; `lead` is a time or a name before it."""

    text: str
    lead: str = ""
    token: str = "ink2"
    struck: bool = False


@dataclass(frozen=True)
class ChipLook:
    """Something that can be chosen, such as a number; `key` names it in `acted`."""

    key: str
    text: str
    icon: str = ""
    token: str = "ink"
    on: bool = False


@dataclass(frozen=True)
class ActionLook:
    """A button. `hint` is its key, which works while the row is the focused one: `1`, `Ctrl R`, `Ins`."""

    key: str
    text: str
    icon: str = ""
    hint: str = ""
    primary: bool = False
    danger: bool = False


@dataclass(frozen=True)
class RowLook:
    """A row; one without a title is there for its form. `said` stands quietly under the title; `mark` at the
    right end, such as sign and time. `reading` says that the title is a text to read and no name.
    """

    key: str
    title: str
    number: str = ""
    said: str = ""
    said_token: str = "ink2"
    title_token: str = "ink"
    struck: bool = False
    reading: bool = False
    tags: tuple[TagLook, ...] = ()
    mark: str = ""
    mark_token: str = "ink2"
    notes: tuple[NoteLook, ...] = ()
    chips: tuple[ChipLook, ...] = ()
    actions: tuple[ActionLook, ...] = ()

    @property
    def spoken(self) -> str:
        """Return the line as it is read aloud."""
        parts = (f"{self.number} {self.title}".strip(), self.said, *(t.word for t in self.tags), self.mark)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class HeadLook:
    """A heading over the rows after it, with a quiet note at its right."""

    key: str
    text: str
    note: str = ""
