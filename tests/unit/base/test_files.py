"""Small files: what the disk refuses is told in Swedish."""

import errno
from pathlib import Path

import pytest

from crisisdesk.base import files
from crisisdesk.base.errors import WorldFault


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "disken är full"),
        (errno.EDQUOT, "disken är full"),
        (errno.EACCES, "behörighet saknas"),
        (errno.EROFS, "disken är skrivskyddad"),
        (errno.EIO, "disken svarar med fel"),
    ],
)
def test_a_refusal_says_why_in_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(code, "told by the system", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorldFault) as told:
        files.write_whole(tmp_path / "x.utkast", b"")
    assert told.value.sentence == f"x.utkast går inte att skriva: {why}."
