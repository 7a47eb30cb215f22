"""Half a character is refused with a sentence; the next line goes on as if nothing had been."""

from pathlib import Path

import pytest

from crisisdesk import compose
from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import log
from crisisdesk.plan import loader
from tests.support.incident_play import Incident


def test_in_memory() -> None:
    incident = Incident()
    head = incident.session.head
    with pytest.raises(RuleBroken, match="inte går att spara"):
        incident.do(log.commands.Record(text="a\ud800b"))
    assert incident.session.head == head


def test_in_a_file(tmp_path: Path) -> None:
    path, session = compose.library(tmp_path).create(loader.load_shipped())
    with pytest.raises(RuleBroken, match="inte går att spara"):
        session.execute(log.commands.Record(text="a\ud800b"))
    session.execute(log.commands.Record(text="ab"))
    head = session.head
    session.close()
    assert compose.check_file(path).head == head
