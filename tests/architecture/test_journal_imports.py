"""The database library takes as long to import as half an empty window: not before the first write."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.facts import lines
from tests.support.incident_files import write

_OPEN_AND_READ = """
from crisisdesk.journal.sqlite import SqliteJournal
from tests.support.facts import codec
journal = SqliteJournal.open(Path(sys.argv[1]), codec())
list(journal.read())
"""


@pytest.mark.parametrize("code", ["import crisisdesk.journal.sqlite", _OPEN_AND_READ])
def test_nothing_slow_is_imported_before_the_first_write(tmp_path: Path, code: str) -> None:
    path = tmp_path / "a.crisisdesk"
    write(path, lines(2))
    tell = "import sys; from pathlib import Path\n" + code + "\nprint('sqlite_utils' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", tell, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
