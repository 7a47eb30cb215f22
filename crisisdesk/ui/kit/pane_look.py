"""What a detail pane and a short row of a list show, as plain data. No Qt here."""

from dataclasses import dataclass

from crisisdesk.ui.kit.tokens import Tone

NamedValue = tuple[str, str]  # name, value


@dataclass(frozen=True)
class Mark:
    """A state: word, icon and tone."""

    word: str
    icon: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True)
class Link:
    """A place in the program, such as `decision:7`, with its words and icon."""

    place: str
    text: str
    icon: str
    token: str = "ink2"


@dataclass(frozen=True)
class PaneAction:
    """Something that can be done: `key` names it; without a text it is a button of an icon, named by `tip`.

    `hint` is the key shown on the button. One that is not `possible` says why in its tip.
    """

    key: str
    text: str
    icon: str
    hint: str = ""
    tip: str = ""
    primary: bool = False
    danger: bool = False
    possible: bool = True


@dataclass(frozen=True)
class PaneSection:
    """Values under a heading of their own."""

    heading: str
    values: tuple[NamedValue, ...]


@dataclass(frozen=True)
class PaneLook:
    """A thing with all that is known of it.

    `key` tells it from others; `kind` is a kind of line whose word and icon it has unless they are given.
    `note` stands under a struck title, `text` after the values; `more` counts links that are not named.
    """

    key: str
    kind: str
    number: str
    title: str
    word: str = ""
    icon: str = ""
    struck: bool = False
    note: str = ""
    marks: tuple[Mark, ...] = ()
    values: tuple[NamedValue, ...] = ()
    text: str = ""
    sections: tuple[PaneSection, ...] = ()
    links: tuple[Link, ...] = ()
    more: int = 0
    actions: tuple[PaneAction, ...] = ()


@dataclass(frozen=True)
class BriefLook:
    """A thing on a row of a list: number, title, what is said of it quietly, its state.

    `late` stands in the alarm colour before what is said, `lacks` in the amber of what is not complete.
    """

    key: str
    number: str
    title: str
    said: str = ""
    late: str = ""
    lacks: str = ""
    struck: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def spoken(self) -> str:
        """Return the row as it is read aloud."""
        words = (mark.word for mark in self.marks)
        parts = (f"{self.number} {self.title}".strip(), *words, self.late, self.lacks, self.said)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class BriefHead:
    """A heading over the rows after it; `late` shows its count in red."""

    key: str
    text: str
    count: int = 0
    late: bool = False
