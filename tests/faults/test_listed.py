"""The list of incidents tells the same whether a file was closed in order, is open still, or is damaged."""

import shutil
import sqlite3
from pathlib import Path

from crisisdesk.base.clock import SystemClock
from crisisdesk.compose import SqliteJournals, load_plan
from crisisdesk.features import lifecycle
from crisisdesk.session.library import Library, Listed
from crisisdesk.session.session import Session


def library(folder: Path) -> Library:
    return Library(folder, SqliteJournals(), SystemClock())


def one(folder: Path) -> Listed:
    (listed,) = library(folder).listed()
    return listed


def begun(folder: Path) -> tuple[Path, Session]:
    path, session = library(folder).create(load_plan(), name="Brand")
    session.execute(lifecycle.commands.Rename(name="Brand i Ekskolan"))
    return path, session


def test_a_file_closed_in_order_is_told_by_what_it_says_last(tmp_path: Path) -> None:
    path, session = begun(tmp_path)
    session.close()
    listed = one(tmp_path)
    assert (listed.name, listed.fault, listed.open) == ("Brand i Ekskolan", "", True)
    assert listed.own_number == path.stem
    assert listed.started_at == session.state[lifecycle.FEATURE].started_at
    assert library(tmp_path).to_continue() == path


def test_to_be_listed_leaves_nothing_behind_and_changes_nothing(tmp_path: Path) -> None:
    path, session = begun(tmp_path)
    session.close()
    before = path.read_bytes()
    one(tmp_path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_stands_in_the_log_of_a_file_that_was_left_open_counts(tmp_path: Path) -> None:
    path, session = begun(tmp_path)
    left = tmp_path / "left" / "handelser"
    left.mkdir(parents=True)
    for beside in ("", "-wal"):
        source = path.with_name(path.name + beside)
        shutil.copyfile(source, left / source.name)
    session.close()
    assert one(tmp_path / "left").name == "Brand i Ekskolan"


def test_of_a_damaged_file_what_can_be_trusted_is_told_or_why_nothing_can(tmp_path: Path) -> None:
    path, session = begun(tmp_path)
    session.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 1")
    connection.close()
    assert one(tmp_path).name == "Brand i Ekskolan"
    path.write_bytes(b"no incident")
    assert one(tmp_path).fault
