"""The next incident gets a number whatever the files in the folder are called."""

from pathlib import Path

from crisisdesk.base.clock import SetClock
from crisisdesk.compose import library
from crisisdesk.plan import loader
from crisisdesk.session.library import REAL
from tests.support.incident_play import ALARM


def test_a_name_that_only_looks_like_a_number_counts_for_nothing(tmp_path: Path) -> None:
    books = library(tmp_path, SetClock(ALARM))
    folder = books.folder(REAL)
    (folder / "2027-²²².crisisdesk").touch()
    (folder / "2027-004.crisisdesk").touch()
    path, session = books.create(loader.load_shipped())
    session.close()
    assert path.stem == "2027-005"
