"""A pipe in the place of a file is told at once: reading it would last for ever."""

import os
from pathlib import Path

import pytest

from crisisdesk.base.errors import BadInput
from crisisdesk.compose import library, load_plan
from crisisdesk.journal.reading import check_file

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def test_a_pipe_is_no_plan(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.toml")
    with pytest.raises(BadInput, match="det är ingen fil"):
        load_plan(tmp_path / "plan.toml")
    with pytest.raises(BadInput, match="det är ingen fil"):
        load_plan(tmp_path)


def test_a_pipe_among_the_incidents_does_not_stop_the_list(tmp_path: Path) -> None:
    path = library(tmp_path).folder("handelser") / "2027-001.crisisdesk"
    os.mkfifo(path)
    with pytest.raises(BadInput, match="är ingen fil"):
        check_file(path)
    (listed,) = library(tmp_path).listed()
    assert "är ingen fil" in listed.fault
