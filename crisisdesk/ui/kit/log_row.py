"""One line of the log as ready strings: what the log view paints. No Qt here."""

from typing import Protocol

from crisisdesk.base.record import Record
from crisisdesk.ui.kit.tokens import KINDS, Tone


class LogTag(Record, kw_only=True):
    """A state tag inside the text of a line."""

    word: str
    icon: str = ""
    tone: Tone = "neutral"


class LogRow(Record, kw_only=True):
    """A line, ready to paint: every string is worded before it comes here.

    `text` is followed by the tags, then `secondary` in quiet ink on the same flow (`→ nr 22`, the reason of a
    decision). A `struck` text is struck and quieter; `replaced_note` says by what (`rättad: två, se nr 36`).
    `day` (`Torsdag 14 januari 2027`) makes a separator where it changes. `word` and `icon` stand in for those
    of the kind (`System` instead of `Steg`). `cells` are the words of the columns that not every log shows.
    """

    number: int
    time: str
    kind: str
    text: str
    secondary: str = ""
    tags: tuple[LogTag, ...] = ()
    struck: bool = False
    replaced_note: str = ""
    route: str = ""
    sign: str = ""
    day: str = ""
    word: str = ""
    icon: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> int:
        """The number: never reused, so it names the line."""
        return self.number

    @property
    def kind_word(self) -> str:
        """The word of the kind, as shown."""
        return self.word or KINDS[self.kind].word

    @property
    def kind_icon(self) -> str:
        """The icon of the kind, as shown."""
        return self.icon or KINDS[self.kind].icon

    def cell(self, column: str) -> str:
        """Return the words of a column beside the text, "" when it has none."""
        if column == "route":
            return self.route
        if column == "sign":
            return self.sign
        return next((words for key, words in self.cells if key == column), "")

    def spoken(self) -> str:
        """Return the line as one sentence for assistive technology."""
        tags = ", ".join(tag.word for tag in self.tags)
        note = f"struken, {self.replaced_note}" if self.struck else ""
        parts = (
            f"{self.number}",
            self.time,
            self.kind_word,
            self.text,
            tags,
            self.secondary,
            note,
            self.route,
            self.sign,
        )
        return ", ".join(part for part in parts if part)


class LogRows(Protocol):
    """Rows that are made when they come into sight: 100 000 of them cost nothing until they are looked at.

    The same row object comes back for a place until what it says has changed.
    """

    def __len__(self) -> int:
        """Return how many rows there are."""
        ...

    def __getitem__(self, place: int, /) -> LogRow:
        """Return the row at the place from 0; IndexError when there is none."""
        ...

    def place_of(self, number: int) -> int:
        """Return where the row with the number is, -1 when it is not there."""
        ...
