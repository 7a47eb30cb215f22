"""What a journal promises, whatever it is kept in: one suite, run on memory and on a file."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.journal.row import PART_SIZE
from crisisdesk.journal.sqlite import SqliteJournal
from crisisdesk.journal.store import Head, Journal
from crisisdesk.kernel.fact import Fact, Line, Recorded
from tests.support.facts import START, ZONE, Measured, Place, Written, act, codec, detail, line, lines

Make = Callable[[], MemoryJournal | SqliteJournal]


@pytest.fixture(params=["memory", "sqlite"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Make journals of one kind, empty."""
    made: list[Journal] = []

    def one() -> MemoryJournal | SqliteJournal:
        if request.param == "memory":
            journal = MemoryJournal(codec())
        else:
            journal = SqliteJournal.create(tmp_path / f"{len(made)}.crisisdesk", codec())
        made.append(journal)
        return journal

    yield one
    for journal in made:
        journal.close()


@pytest.fixture
def journal(make: Make) -> MemoryJournal | SqliteJournal:
    return make()


def test_an_empty_journal_has_an_empty_head(journal: Journal) -> None:
    assert journal.head == Head()
    assert list(journal.read()) == []
    assert journal.check() is None


def test_what_was_appended_comes_back_equal_and_in_order(journal: Journal) -> None:
    first, second = act(1, 1), act(2, 4)
    journal.append(first)
    journal.append(second)
    assert list(journal.read()) == [*first, *second]


def test_append_returns_the_head(journal: Journal) -> None:
    head = journal.append(act(1, 1))
    assert (head.facts, head.lines) == (3, 1)
    assert len(head.hash) == 64
    assert head == journal.head


def test_every_shape_of_fact_comes_back(journal: Journal) -> None:
    fact = Measured(
        count=-(2**40), share=0.1, done=True, at=datetime(2027, 1, 14, 13, 5, 7, 123456, tzinfo=UTC),
        places=(Place(name="Åvägen ”3”"), Place(name="", floor=-1)), words={"b": "2", "a": "ö\n\0"},
    )  # fmt: skip
    told = Line(
        kind="dec", text="Två\nrader – och <tecken> & 🚒", refs=("decision:7", "line:1"), secrecy="OSL 18:1"
    )
    recorded = Recorded(
        seq=1, fact=fact, happened_at=START, recorded_at=START + timedelta(milliseconds=7), zone=ZONE,
        wall_at=START + timedelta(days=1), number=1, line=told,
    )  # fmt: skip
    journal.append([recorded])
    assert list(journal.read()) == [recorded]


def test_an_act_of_nothing_changes_nothing(journal: Journal) -> None:
    head = journal.append(lines(1))
    assert journal.append([]) == head


def test_the_same_acts_give_the_same_chain(make: Make) -> None:
    one, two = make(), make()
    one.append(act(1, 1))
    one.append(act(2, 4))
    two.append([*act(1, 1), *act(2, 4)])
    assert one.head == two.head


def test_the_chain_is_the_same_in_memory_and_in_a_file(tmp_path: Path) -> None:
    memory = MemoryJournal(codec())
    with SqliteJournal.create(tmp_path / "a.crisisdesk", codec()) as file:
        assert memory.append(act(1, 1)) == file.append(act(1, 1))
        assert list(memory.stored()) == list(file.stored())


def test_another_fact_gives_another_chain(make: Make) -> None:
    assert make().append([line(1, 1, "en")]) != make().append([line(1, 1, "två")])


NOT_FOLLOWING = {
    "a gap": [line(3, 2)],
    "the same seq again": [line(1, 2)],
    "a gap in the numbers": [line(2, 3)],
    "the same number again": [line(2, 1)],
    "a gap inside the act": [line(2, 2), line(4, 3)],
    "caused by itself": [detail(2, cause=2)],
    "strikes itself": [line(2, 2, strikes=2)],
    "a number without a line": [
        Recorded(seq=2, fact=Written(text=""), happened_at=START, recorded_at=START, zone=ZONE, number=2)
    ],
}


@pytest.mark.parametrize("wrong", NOT_FOLLOWING.values(), ids=NOT_FOLLOWING)
def test_an_act_that_does_not_follow_on_is_a_bug_and_leaves_nothing(
    journal: Journal, wrong: list[Recorded]
) -> None:
    head = journal.append(lines(1))
    with pytest.raises(ValueError, match=r"fact|line"):
        journal.append(wrong)
    assert journal.head == head
    assert list(journal.read()) == lines(1)
    journal.append([line(2, 2)])


class Unknown(Fact, kw_only=True):
    """A fact class that the codec was not told of."""

    KIND = "test.unknown"


NOT_STORABLE = {
    "an unknown fact": Recorded(seq=1, fact=Unknown(), happened_at=START, recorded_at=START, zone=ZONE),
    "a time without zone": Recorded(
        seq=1, fact=Written(text=""), happened_at=START.replace(tzinfo=None), recorded_at=START, zone=ZONE
    ),
    "a time finer than stored": Recorded(
        seq=1, fact=Written(text=""), happened_at=START.replace(microsecond=1), recorded_at=START, zone=ZONE
    ),
    "an unknown zone": Recorded(
        seq=1, fact=Written(text=""), happened_at=START, recorded_at=START, zone="Europe/Ankeborg"
    ),
    "half a character": line(1, 1, "\ud83d"),
}


@pytest.mark.parametrize("wrong", NOT_STORABLE.values(), ids=NOT_STORABLE)
def test_what_would_not_come_back_is_refused(journal: Journal, wrong: Recorded) -> None:
    with pytest.raises(ValueError, match=r"unknown|zone|millisecond|surrogate"):
        journal.append([wrong])
    assert journal.head == Head()


def test_rows_go_from_journal_to_journal_unchanged(make: Make) -> None:
    one, two = make(), make()
    one.append(act(1, 1))
    two.append_stored(list(one.stored()))
    one.append(act(2, 4))
    two.append_stored(list(one.stored(after=two.head.facts)))
    assert two.head == one.head
    assert list(two.read()) == list(one.read())
    assert two.check() is None


def test_rows_that_do_not_continue_the_chain_are_refused(make: Make) -> None:
    one, two = make(), make()
    one.append(act(1, 1))
    rows = list(one.stored())
    altered = rows[1]._replace(done_by="XX")
    for wrong in ([rows[1]], [rows[0], rows[0]], [rows[0], altered]):
        with pytest.raises(ValueError, match="does not continue"):
            two.append_stored(wrong)
    assert two.head == Head()


def test_reading_goes_on_while_the_journal_grows(journal: Journal) -> None:
    journal.append(lines(3))
    reading = journal.read()
    first = next(reading)
    journal.append([line(4, 4)])
    journal.checkpoint_when_idle()
    assert [first, *reading][:3] == lines(3)


def test_a_closed_journal_is_closed(journal: Journal) -> None:
    journal.append(lines(1))
    journal.close()
    journal.close()
    with pytest.raises(ValueError, match="closed"):
        journal.append([line(2, 2)])
    with pytest.raises(ValueError, match="closed"):
        list(journal.read())


def test_an_attachment_comes_back_part_by_part(journal: Journal) -> None:
    journal.put_part("a", 1, b"\0" * PART_SIZE)
    journal.put_part("b", 1, b"")
    journal.put_part("a", 2, b"slut")
    assert list(journal.attachment("a")) == [b"\0" * PART_SIZE, b"slut"]
    assert list(journal.attachment("b")) == [b""]
    assert list(journal.attachment("c")) == []
    assert journal.check() is None
    assert journal.head == Head()


def test_parts_are_numbered_without_gaps_and_no_larger_than_a_keystroke_can_wait_for(
    journal: Journal,
) -> None:
    journal.put_part("a", 1, b"x")
    for number in (0, 1, 3):
        with pytest.raises(ValueError, match="does not follow on"):
            journal.put_part("a", number, b"y")
    with pytest.raises(ValueError, match="larger than"):
        journal.put_part("a", 2, bytes(PART_SIZE + 1))
    assert list(journal.attachment("a")) == [b"x"]
