"""A program that logs lines until it is stopped: `python -m tests.support.journal_writer FILE COUNT [BALLAST]`.

It says on its standard output `saved N` when line N is saved and `refused N SENTENCE` when it was not; a
refused line is tried again, with another text. With COUNT 0 it goes on until it is killed. Every tenth line
it does what a window does when nobody types.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.ballast import Ballast
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec, detail, line

_TRIES = 50


def main(path: Path, count: int, ballast: Path | None) -> None:
    journal = _open(path, Ballast(ballast, 64 * 1024) if ballast else None)
    number = journal.head.lines
    say("open", number)
    while count == 0 or number < count:
        number += 1
        _insist("refused", number, lambda tried: _append(journal, tried))
        say("notice" if journal.notice else "saved", number)
        if number % 10 == 0:
            _insist("untidy", number, lambda _: journal.checkpoint_when_idle())
    try:
        journal.close()
    except WorldFault as fault:
        say("unclosed", number, fault.sentence)
    say("done", number)


def _open(path: Path, ballast: Ballast | None) -> SqliteJournal:
    if ballast:
        ballast.ensure()
    make = SqliteJournal.open if path.exists() else SqliteJournal.create
    return make(path, codec(), ballast=ballast)


def _append(journal: SqliteJournal, tried: int) -> None:
    seq, number = journal.head.facts + 1, journal.head.lines + 1
    journal.append([line(seq, number, f"Rad {number}, försök {tried}"), detail(seq + 1, seq)])


def _insist(word: str, number: int, do: Callable[[int], object]) -> None:
    for tried in range(_TRIES):
        try:
            do(tried)
        except WorldFault as fault:
            say(word, number, fault.sentence)
        else:
            return
    say("gave-up", number)
    sys.exit(1)


def say(*words: object) -> None:
    sys.stdout.write(f"{' '.join(map(str, words))}\n")  # one write: a kill may not part it
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
