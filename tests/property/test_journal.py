"""Whatever facts come, they come back equal; whatever is altered in the stored rows, it is found."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.journal.chain import admit, link
from crisisdesk.journal.integrity import walk
from crisisdesk.journal.memory import MemoryJournal
from crisisdesk.journal.row import Row, pack_rows, unpack_rows
from crisisdesk.journal.store import Head
from crisisdesk.kernel.fact import LINE_WORDS, Line, Recorded
from tests.support.facts import Measured, Place, Written, codec

# Everything a keyboard or a paste can give, but half characters: they are refused (see the contract).
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
whole_milliseconds = st.datetimes(
    min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)  # noqa: DTZ001
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))  # fmt: skip
places = st.builds(Place, name=texts, floor=st.integers(-9, 99))
facts = st.one_of(
    st.builds(Written, text=texts),
    st.builds(
        Measured,
        count=st.integers(-(2**63), 2**63 - 1),
        share=st.floats(allow_nan=False, allow_infinity=False),
        done=st.booleans(),
        at=st.none() | st.datetimes(timezones=st.just(UTC)),
        places=st.lists(places, max_size=3).map(tuple),
        words=st.dictionaries(texts, texts, max_size=3),
    ),
)
zones = st.sampled_from(["Europe/Stockholm", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"])


@st.composite
def journals(draw: st.DrawFn) -> list[Recorded]:
    """Return facts that follow on, lines and details mixed."""
    recorded: list[Recorded] = []
    number = 0
    for seq in range(1, draw(st.integers(1, 8)) + 1):
        is_line = draw(st.booleans())
        number += is_line
        recorded.append(
            Recorded(
                seq=seq,
                fact=draw(facts),
                happened_at=draw(whole_milliseconds),
                recorded_at=draw(whole_milliseconds),
                zone=draw(zones),
                done_by=draw(texts),
                recorded_by=draw(texts),
                wall_at=draw(st.none() | whole_milliseconds),
                cause=draw(st.integers(0, seq - 1)),
                number=number if is_line else 0,
                line=draw(_lines(number)) if is_line else None,
            )
        )
    return recorded


def _lines(number: int) -> st.SearchStrategy[Line]:
    return st.builds(
        Line,
        kind=st.sampled_from(sorted(LINE_WORDS)),
        text=texts,
        strikes=st.integers(0, number - 1),
        refs=st.lists(texts, max_size=3).map(tuple),
        secrecy=texts,
    )


@given(journals())
def test_what_goes_in_comes_out_equal(recorded: list[Recorded]) -> None:
    journal = MemoryJournal(codec())
    journal.append(recorded)
    assert list(journal.read()) == recorded
    assert journal.check() is None


@given(journals())
def test_encoding_again_gives_the_same_bytes(recorded: list[Recorded]) -> None:
    rows, _ = admit(Head(), recorded, codec())
    again, _ = admit(Head(), [codec().decode(row) for row in rows], codec())
    assert again == rows
    assert list(unpack_rows(pack_rows(rows))) == rows


@given(journals(), st.data())
def test_the_chain_does_not_depend_on_how_facts_came_in_acts(
    recorded: list[Recorded], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(recorded)))
    journal = MemoryJournal(codec())
    journal.append(recorded[:cut])
    journal.append(recorded[cut:])
    whole = MemoryJournal(codec())
    assert whole.append(recorded) == journal.head


@given(journals(), st.data())
def test_any_column_altered_to_anything_is_found_at_its_fact(
    recorded: list[Recorded], data: st.DataObject
) -> None:
    rows, head = admit(Head(), recorded, codec())
    place = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(Row._fields))
    value = data.draw(st.one_of(texts, st.integers(-9, 9), st.none(), st.binary(max_size=4)))
    old = getattr(rows[place], column)
    if value == old and type(value) is type(old):
        return
    altered = rows[place]._replace(**{column: value})
    report = walk([*rows[:place], altered, *rows[place + 1 :]], head)
    assert report.fault is not None
    assert report.fault.seq == place + 1
    assert report.head.facts == place


@given(journals(), st.data())
def test_characters_moved_over_a_columns_edge_are_found(
    recorded: list[Recorded], data: st.DataObject
) -> None:
    rows, head = admit(Head(), recorded, codec())
    place = data.draw(st.integers(0, len(rows) - 1))
    both = rows[place].done_by + rows[place].recorded_by
    edge = data.draw(st.integers(0, len(both)))
    altered = rows[place]._replace(done_by=both[:edge], recorded_by=both[edge:])
    report = walk([*rows[:place], altered, *rows[place + 1 :]], head)
    assert (report.fault is None) == (altered == rows[place])


@given(journals(), st.integers(0, 7))
def test_a_forger_who_links_everything_anew_is_seen_by_the_head(recorded: list[Recorded], place: int) -> None:
    rows, head = admit(Head(), recorded, codec())
    place %= len(rows)
    rows[place] = rows[place]._replace(done_by=rows[place].done_by + "X")
    before = rows[place - 1].hash if place else ""
    for at in range(place, len(rows)):
        before = link(before, rows[at])
        rows[at] = rows[at]._replace(hash=before)
    assert walk(rows, head).fault is not None


@given(whole_milliseconds, zones)
def test_the_local_time_can_be_told_without_a_table_of_zones(moment: datetime, zone: str) -> None:
    """UTC and the offset stored beside it give what the clock on the wall showed."""
    recorded = Recorded(seq=1, fact=Written(text=""), happened_at=moment, recorded_at=moment, zone=zone)
    row = codec().encode(recorded)
    there = datetime.fromisoformat(row.happened_at) + timedelta(minutes=row.happened_offset)
    assert there.replace(tzinfo=None, second=0) == moment.astimezone(ZoneInfo(zone)).replace(
        tzinfo=None, second=0
    )
