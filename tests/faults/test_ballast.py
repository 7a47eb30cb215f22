"""The reserve takes room that is really taken, lets it go when asked, and never fails for want of a disk."""

import zlib
from pathlib import Path

from crisisdesk.journal.ballast import Ballast
from tests.support.tools import small_disk


def test_it_is_there_after_ensure_and_gone_after_release(tmp_path: Path) -> None:
    reserve = Ballast(tmp_path / "reserv", 100_000)
    assert not reserve.ready()
    assert reserve.ensure()
    assert reserve.ensure()
    assert (tmp_path / "reserv").stat().st_size == 100_000
    assert reserve.release()
    assert not reserve.release()
    assert list(tmp_path.iterdir()) == []


def test_its_bytes_cannot_be_pressed_together(tmp_path: Path) -> None:
    Ballast(tmp_path / "reserv", 100_000).ensure()
    assert len(zlib.compress((tmp_path / "reserv").read_bytes())) > 99_000


def test_half_a_reserve_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / "reserv").write_bytes(bytes(10))
    reserve = Ballast(tmp_path / "reserv", 1000)
    assert not reserve.ready()
    assert reserve.ensure()
    assert reserve.ready()


def test_without_room_or_folder_there_is_none_and_no_rest_of_it(tmp_path: Path) -> None:
    assert not Ballast(tmp_path / "borta" / "reserv", 1000).ensure()
    with small_disk(tmp_path / "disk", "64k") as disk:
        assert not Ballast(disk / "reserv", 1_000_000).ensure()
        assert list(disk.iterdir()) == []
