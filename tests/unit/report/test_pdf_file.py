"""The file on the disk: whole or not at all, the same bytes for the same document."""

import errno
from pathlib import Path

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.report.pdf import write_pdf
from tests.support.pdf_samples import EVERYTHING, document


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_pdf(EVERYTHING, first)
    write_pdf(EVERYTHING, second)
    assert first.read_bytes() == second.read_bytes()


# ---------------------------------------------------------------- the file


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.mkdir()
    with pytest.raises(WorldFault, match=r"Filen rapport\.pdf kunde inte skrivas"):
        write_pdf(document(), path)
    assert path.is_dir()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="Se efter att mappen finns"):
        write_pdf(document(), tmp_path / "borta" / "rapport.pdf")


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"%PDF gammal")
    write_pdf(document(), path)
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_told_in_swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crisisdesk.report.pdf import archive

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archive, "_write_synced", full)
    with pytest.raises(WorldFault, match="kunde inte skrivas: disken är full"):
        write_pdf(document(), tmp_path / "x.pdf")
