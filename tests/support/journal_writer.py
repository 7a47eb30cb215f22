"""A program that logs lines until it is stopped: `… FILE COUNT [REFUSED]`.

It says on its standard output `saved N` when line N is saved and `refused N SENTENCE` when it was not; a
refused line is tried again, with another text. With COUNT 0 it goes on until it is killed. Every tenth line
it does what a window does when nobody types. REFUSED says what to do after a refusal instead of trying
again: `close` the file, or `die`.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, detail, line

_TRIES = 50


def main(path: Path, count: int, refused: str = "") -> None:
    """Log the lines that are missing up to `count`."""
    make = SqliteJournal.open if path.exists() else SqliteJournal.create
    journal = make(path, codec())
    number = journal.head.lines
    say("open", number)
    while count == 0 or number < count:
        number += 1
        if not _insist("refused", number, lambda tried: _append(journal, tried), 1 if refused else _TRIES):
            break
        say("saved", number)
        if number % 10 == 0:
            _insist("untidy", number, lambda _: journal.checkpoint_when_idle())
    if refused == "die" and number < count:
        os._exit(1)
    try:
        journal.close()
    except WorldFault as fault:
        say("unclosed", number, fault.sentence)
    say("done", number)


def _append(journal: SqliteJournal, tried: int) -> None:
    seq, number = journal.head.facts + 1, journal.head.lines + 1
    journal.append([line(seq, number, f"Rad {number}, försök {tried}"), detail(seq + 1, seq)])


def _insist(word: str, number: int, do: Callable[[int], object], tries: int = _TRIES) -> bool:
    for tried in range(tries):
        try:
            do(tried)
        except WorldFault as fault:
            say(word, number, fault.sentence)
        else:
            return True
    return False


def say(*words: object) -> None:
    """Tell it in one write: a kill may not part it."""
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
