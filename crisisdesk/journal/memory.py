"""A journal in memory, with the same promises and the same chain: for tests and for looking ahead."""

from collections.abc import Iterator, Sequence

from crisisdesk.journal import attachments
from crisisdesk.journal.chain import admit, admit_rows
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.integrity import walk
from crisisdesk.journal.row import Part, Row
from crisisdesk.journal.store import Fault, Head
from crisisdesk.kernel.fact import Recorded


class MemoryJournal:
    """Keeps its rows in a list, encoded as a file would have them."""

    def __init__(self, codec: Codec) -> None:
        self._codec = codec
        self._rows: list[Row] = []
        self._parts: list[Part] = []
        self._head = Head()
        self._closed = False

    @property
    def head(self) -> Head:
        """Return where the chain stands after the last append."""
        return self._head

    @property
    def notice(self) -> str:
        """Return "": memory has nothing to tell."""
        return ""

    def append(self, act: Sequence[Recorded]) -> Head:
        """Append one act; ValueError when it does not follow on, or after `close`."""
        self._check_open()
        rows, self._head = admit(self._head, act, self._codec)
        self._rows += rows
        return self._head

    def append_stored(self, rows: Sequence[Row]) -> Head:
        """Append rows of another journal; ValueError unless they continue this chain."""
        self._check_open()
        self._head = admit_rows(self._head, rows)
        self._rows += rows
        return self._head

    def read(self) -> Iterator[Recorded]:
        """Yield every fact in order."""
        return map(self._codec.decode, self.stored())

    def stored(self, after: int = 0) -> Iterator[Row]:
        """Yield the stored rows after the fact with seq `after`, in order."""
        self._check_open()
        yield from self._rows[after:]

    def put_part(self, key: str, number: int, content: bytes) -> None:
        """Keep one part of an attachment; ValueError when it does not follow on."""
        self._check_open()
        if number != len(self._of(key)) + 1:
            raise ValueError(f"part {number} of {key} does not follow on")
        self._parts.append(attachments.made(len(self._parts) + 1, key, number, content))

    def attachment(self, key: str) -> Iterator[bytes]:
        """Yield the content of an attachment, part by part."""
        self._check_open()
        for part in self._of(key):
            yield part.content

    @property
    def parts(self) -> int:
        """Return how many parts are kept."""
        return len(self._parts)

    def stored_parts(self, after: int = 0) -> Iterator[Part]:
        """Yield the parts of all attachments after the part with seq `after`."""
        self._check_open()
        yield from self._parts[after:]

    def check(self) -> Fault | None:
        """Walk the whole chain; return the first fact that cannot be trusted, if any."""
        return walk(self.stored(), self._head).fault

    def checkpoint_when_idle(self) -> None:
        """Do nothing: memory needs no housekeeping."""

    def close(self) -> None:
        """Close: nothing can be appended or read afterwards."""
        self._closed = True

    def _of(self, key: str) -> list[Part]:
        return [part for part in self._parts if part.key == key]

    def _check_open(self) -> None:
        if self._closed:
            raise ValueError("the journal is closed")
