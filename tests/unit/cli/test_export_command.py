"""`crisisdesk export`: attachments as files that stay in their folder, the log as CSV and JSON; `verify`."""

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from crisisdesk.base.attachable import from_bytes
from crisisdesk.base.clock import SetClock
from crisisdesk.cli.__main__ import start
from crisisdesk.compose import check_file, library, load_plan
from crisisdesk.features import attachments, log, secrecy
from crisisdesk.session.attaching import Attaching
from tests.support.incident_files import alter, replace_bytes
from tests.support.incident_play import ALARM

PHOTO = b"\xff\xd8\xff" + b"det som var pa bilden " * 9000
NAMES = ("foto.jpg", "../../x", "C:\\x", "CON", "a\x00b.txt", "å" * 400 + ".txt", "..")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2027-003.crisisdesk"
    session = library(tmp_path, SetClock(ALARM)).start(path, load_plan(None), "2027-003", name="Brand")
    session.execute(log.commands.Record(text='=HYPERLINK("http://example.org")', sender="RCB"))
    session.execute(log.commands.Record(text="Elev saknas; se bild"))
    session.execute(secrecy.commands.Mark(ref="line:3", provision="OSL 23:1"))
    queue = Attaching(session, session.execute, lambda: 1 << 40)
    for place, name in enumerate(NAMES):
        queue.add(2, from_bytes(name, PHOTO + bytes([place])))
    queue.add(3, from_bytes("elev.jpg", b"hemlig"))
    while queue.busy:
        outcome = queue.step()
        assert outcome is None or not outcome.sentence
    queue.close()
    session.close()
    return path


def test_attachments_are_written_in_their_folder_alone(file: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    out = tmp_path / "ut" / "bilagor"
    assert start(["export", str(file), "--attachments", str(out)]) == 0
    written = sorted(out.iterdir())
    assert set(tmp_path.rglob("*")) - before == {*written, out, out.parent}
    assert len(written) == len(NAMES) + 1
    assert (out / "2-1 foto.jpg").read_bytes() == PHOTO + b"\x00"
    assert (out / "2-2 x").read_bytes() == PHOTO + b"\x01"
    assert (out / "3-1 elev.jpg").read_bytes() == b"hemlig"


def test_nothing_is_written_over(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "2-1 foto.jpg").write_bytes(b"annat")
    assert start(["export", str(file), "--attachments", str(tmp_path)]) == 3
    assert (tmp_path / "2-1 foto.jpg").read_bytes() == b"annat"
    assert "det finns redan en fil med det namnet" in capsys.readouterr().err


def test_a_masked_export_leaves_the_secret_one_out(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, table, lines = tmp_path / "ut", tmp_path / "logg.csv", tmp_path / "logg.jsonl"
    arguments = ["--attachments", str(out), "--csv", str(table), "--jsonl", str(lines)]
    assert start(["export", str(file), *arguments, "--masked"]) == 0
    assert not list(out.glob("*elev*"))
    assert "Bilaga 3-1 är utelämnad: sekretess OSL 23:1." in capsys.readouterr().out
    for written in (table, lines):
        text = written.read_text(encoding="utf-8")
        assert "Elev saknas" not in text
        assert "elev.jpg" not in text
        assert "OSL 23:1" in text


def test_the_table_opens_in_a_swedish_excel(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "logg.csv"
    assert start(["export", str(file), "--csv", str(table)]) == 0
    raw = table.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[1]["Text"].startswith("'=HYPERLINK")
    assert (rows[1]["Från"], rows[1]["Hände"]) == ("RCB", "2027-01-14 13:05")
    assert rows[2]["Text"] == "Elev saknas; se bild"
    assert rows[1]["Bilagor"].startswith("2-1, 2-2")


def test_the_lines_are_json(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "logg.jsonl"
    assert start(["export", str(file), "--jsonl", str(out)]) == 0
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["number"] for line in found] == list(range(1, len(found) + 1))


def test_nothing_to_do_is_wrong_use(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["export", str(file)]) == 2
    assert "--attachments" in capsys.readouterr().err


def test_a_flipped_byte_is_found_and_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check_file(file).fault is None
    replace_bytes(file, b"hemlig", b"hemlih")
    assert start(["verify", str(file)]) == 1
    assert "Inte hel: Bilaga 3-1 är skadad. Alla rader är hela." in capsys.readouterr().out
    assert start(["export", str(file), "--attachments", str(tmp_path / "ut")]) == 1
    assert "Bilaga 3-1 (elev.jpg) är skadad" in capsys.readouterr().err
    assert len(list((tmp_path / "ut").iterdir())) == len(NAMES)


def test_an_attachment_that_was_swapped_with_its_hash_is_found(file: Path) -> None:
    import hashlib

    other = hashlib.sha256(b"hemlih").hexdigest()
    alter(
        file,
        f"UPDATE part SET content = CAST('hemlih' AS BLOB), hash = '{other}' "
        "WHERE content = CAST('hemlig' AS BLOB)",
    )
    fault = check_file(file).fault
    assert fault is not None
    assert fault.sentence.startswith("Bilaga 3-1 är inte den fil som bifogades.")


def test_an_attachment_that_was_taken_away_is_found(file: Path) -> None:
    alter(file, "DELETE FROM part WHERE content = CAST('hemlig' AS BLOB)")
    fault = check_file(file).fault
    assert fault is not None
    assert fault.sentence.startswith("Bilaga 3-1 saknar 6 byte.")


def test_the_state_that_is_read_knows_them(file: Path, tmp_path: Path) -> None:
    with closing(library(tmp_path).read(file)) as session:
        assert session.state[attachments.FEATURE].attachments["2-4"].fact.name == "CON"
