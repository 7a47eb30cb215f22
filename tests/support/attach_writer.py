"""A program that attaches a file until it is stopped: `… FILE SOURCE`.

It logs a line when the incident is new, says `part N` for each part that is on the disk and `attached ID` at
the end; then it attaches the file again, and again.
"""

import sys
from pathlib import Path

from crisisdesk.base.attachable import from_path
from crisisdesk.compose import library, load_plan
from crisisdesk.features import log
from crisisdesk.session.attaching import Attaching
from tests.support.journal_writer import say


def main(path: Path, source: Path) -> None:
    """Attach the file beside line 2, without end."""
    books = library(path.parent)
    if path.exists():
        session = books.open(path)
    else:
        session = books.start(path, load_plan(None), "2027-003")
        session.execute(log.commands.Record(text="Rök ur taket"))
    queue = Attaching(session, session.execute, lambda: 1 << 40)
    say("open", 0)
    while True:
        queue.add(2, from_path(source))
        while queue.busy:
            before = session.parts
            outcome = queue.step()
            if session.parts != before:
                say("part", session.parts)
            if outcome is not None:
                say("attached", outcome.id or outcome.sentence)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
