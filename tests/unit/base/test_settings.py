"""Choices come back; a newer program's file does not stop an older one."""

from pathlib import Path

import pytest

from crisisdesk.base import settings
from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.base.settings import Settings


def test_nothing_kept_is_the_first_choice(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings()


def test_choices_come_back(tmp_path: Path) -> None:
    chosen = Settings(dark=True, scale=1.5, side_folded=True)
    settings.save(tmp_path, chosen)
    assert settings.load(tmp_path) == chosen


def test_fields_of_a_newer_program_are_passed_by(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text('{"dark": true, "from_the_future": 1}')
    assert settings.load(tmp_path) == Settings(dark=True)


def test_a_broken_file_says_so(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text("{dark")
    with pytest.raises(BadInput, match=settings.FILE):
        settings.load(tmp_path)


def test_a_missing_folder_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="går inte att skriva"):
        settings.save(tmp_path / "borta", Settings())


def test_a_failed_write_leaves_the_old_choices(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings(dark=True))
    (tmp_path / f"{settings.FILE}.ny").mkdir()
    with pytest.raises(WorldFault):
        settings.save(tmp_path, Settings(dark=False))
    assert settings.load(tmp_path).dark
