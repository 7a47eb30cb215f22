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


def test_what_is_written_beside_an_incident_is_for_its_users_eyes_alone(tmp_path: Path) -> None:
    path = tmp_path / "2027-003.crisisdesk.utkast"
    path.write_bytes(b"")
    path.chmod(0o644)
    files.write_whole(path, b"text")
    assert path.stat().st_mode & 0o077 == 0
