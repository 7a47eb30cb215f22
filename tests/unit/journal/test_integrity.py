"""The walk names the first fact that cannot be trusted and the line it belongs to."""

import struct
from collections.abc import Iterator
from hashlib import sha256

import pytest

from crisisdesk.journal.chain import admit, link
from crisisdesk.journal.integrity import walk
from crisisdesk.journal.row import Row, Unreadable
from crisisdesk.journal.store import Head
from tests.support.facts import act, codec, line

ROWS, HEAD = admit(Head(), [*act(1, 1), *act(2, 4), *act(3, 7)], codec())


def test_a_whole_chain_is_trusted() -> None:
    report = walk(ROWS, HEAD)
    assert report.fault is None
    assert report.head == HEAD


def test_an_empty_chain_is_trusted() -> None:
    assert walk([], Head()).fault is None


OTHER: dict[str, object] = {
    "seq": 50, "kind": "test.other", "version": 9, "body": '{"text":"annan"}',
    "happened_at": "2027-01-14T12:00:00.000Z", "happened_offset": 120,
    "recorded_at": "2027-01-14T12:00:00.000Z", "recorded_offset": 120, "zone": "Europe/Oslo",
    "wall_at": "2027-01-14T12:00:00.000Z", "done_by": "XX", "recorded_by": "XX", "cause": 1, "number": 9,
    "line_kind": "dec", "sentence": "annan", "strikes": 1, "refs": '["line:1"]', "secrecy": "OSL 18:1",
    "hash": "0" * 64,
}  # fmt: skip


@pytest.mark.parametrize("column", Row._fields)
def test_every_altered_column_is_found(column: str) -> None:
    altered = [*ROWS]
    altered[3] = ROWS[3]._replace(**{column: OTHER[column]})  # type: ignore[arg-type]
    fault = walk(altered, HEAD).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (4, 2)
    assert fault.sentence.endswith("Rad 1 är hel.")


@pytest.mark.parametrize("column", Row._fields)
@pytest.mark.parametrize("value", [None, b"x", 1.5, "\udc00", 2**70])
def test_a_column_of_another_type_is_a_fault_and_no_crash(column: str, value: object) -> None:
    altered = [*ROWS]
    altered[4] = ROWS[4]._replace(**{column: value})  # type: ignore[arg-type]
    report = walk(altered, HEAD)
    if altered[4] == ROWS[4]:
        assert report.fault is None
    else:
        assert report.fault is not None
        assert report.fault.seq == 5


def test_an_altered_detail_belongs_to_the_line_of_its_act() -> None:
    altered = [*ROWS]
    altered[5] = ROWS[5]._replace(body="{}")
    fault = walk(altered, HEAD).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (6, 2)


def test_bytes_moved_from_one_column_to_the_next_are_found() -> None:
    altered = [ROWS[0]._replace(done_by="L", recorded_by="SMK"), *ROWS[1:]]
    assert altered[0].done_by + altered[0].recorded_by == ROWS[0].done_by + ROWS[0].recorded_by
    fault = walk(altered, HEAD).fault
    assert fault is not None
    assert fault.seq == 1


def test_a_fact_taken_out_is_named() -> None:
    fault = walk([*ROWS[:4], *ROWS[5:]], HEAD).fault
    assert fault is not None
    assert (fault.seq, fault.sentence) == (5, "Faktum 5 saknas. Rad 1–2 är hela.")


def test_facts_that_changed_places_are_named() -> None:
    fault = walk([ROWS[0], ROWS[2], ROWS[1], *ROWS[3:]], HEAD).fault
    assert fault is not None
    assert fault.seq == 2


@pytest.mark.parametrize("kept", range(9))
def test_the_last_facts_removed_together_are_seen_by_the_head(kept: int) -> None:
    report = walk(ROWS[:kept], HEAD)
    assert report.fault is not None
    assert report.fault.seq == kept + 1
    assert report.head.facts == kept
    assert "saknas" in report.fault.sentence


def test_facts_added_beside_the_head_are_named() -> None:
    more, _ = admit(HEAD, [line(10, 4)], codec())
    fault = walk([*ROWS, *more], HEAD).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (10, 4)


def test_a_chain_written_anew_from_a_fact_on_is_seen_by_the_head() -> None:
    forged = _relinked([*ROWS[:8], ROWS[8]._replace(done_by="XX")])
    fault = walk(forged, HEAD).fault
    assert fault is not None
    assert fault.seq == 9


def test_a_number_that_skips_is_named_though_the_chain_holds() -> None:
    forged = _relinked([*ROWS[:6], ROWS[6]._replace(number=4), *ROWS[7:]])
    fault = walk(forged, HEAD).fault
    assert fault is not None
    assert (fault.seq, fault.number) == (7, 3)


def test_a_head_that_is_lost_or_altered_is_a_fault() -> None:
    for head in (None, Head(facts=9, lines=2, hash=HEAD.hash)):
        fault = walk(ROWS, head).fault
        assert fault is not None
        assert fault.seq == 10
        assert fault.sentence.endswith("Rad 1–3 är hela.")


def test_a_row_that_cannot_be_read_is_a_fault() -> None:
    def broken() -> Iterator[Row]:
        yield from ROWS[:2]
        raise Unreadable

    fault = walk(broken(), HEAD).fault
    assert fault is not None
    assert fault.sentence == "Faktum 3 går inte att läsa. Rad 1 är hel."


def test_the_link_is_what_its_description_says() -> None:
    """Written out by hand after the description in chain.py: it must hold for ever."""
    (row,), _ = admit(Head(), [line(1, 1, "Åska")], codec())
    texts = [
        b"test.written", b'{"text":"\xc3\x85ska"}', b"2027-01-14T12:05:01.000Z", b"2027-01-14T12:05:02.000Z",
        b"Europe/Stockholm", b"", b"LS", b"MK", b"note", b"\xc3\x85ska", b'["step:4.2"]', b"",
    ]  # fmt: skip
    numbers = struct.pack("<7q", 1, 1, 60, 60, 0, 1, 0)
    lengths = struct.pack("<12i", 12, 16, 24, 24, 16, -1, 2, 2, 4, 5, 12, 0)
    assert row.hash == sha256(b"0" * 64 + numbers + lengths + b"".join(texts)).hexdigest()


def _relinked(rows: list[Row]) -> list[Row]:
    linked: list[Row] = []
    before = ""
    for row in rows:
        before = link(before, row)
        linked.append(row._replace(hash=before))
    return linked
