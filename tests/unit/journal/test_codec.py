"""Rows of every released version become today's facts, and what is not known is refused in plain words."""

from typing import ClassVar

import pytest

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.codec import Codec
from crisisdesk.journal.faults import NewerFormat
from crisisdesk.journal.row import pack_rows, unpack_rows
from crisisdesk.kernel.fact import Fact
from tests.support.facts import Measured, Place, Written, codec, detail, line


def test_the_body_is_canonical_json() -> None:
    fact = Measured(count=1, words={"b": "2", "a": "å"})
    assert codec().encode(detail(1, fact=fact)).body == (
        '{"count":1,"share":0.0,"done":false,"at":null,"places":[],"words":{"a":"å","b":"2"}}'
    )


def test_times_are_utc_with_the_local_offset_beside() -> None:
    row = codec().encode(line(1, 1))
    assert (row.happened_at, row.happened_offset) == ("2027-01-14T12:05:01.000Z", 60)
    assert (row.recorded_at, row.recorded_offset) == ("2027-01-14T12:05:02.000Z", 60)


def test_an_older_version_is_brought_up_to_today() -> None:
    old = codec().encode(detail(1))._replace(version=1, body='{"number":7,"places":[{"name":"Hus B"}]}')
    assert codec().decode(old).fact == Measured(count=7, places=(Place(name="Hus B"),))


def test_several_upgrades_follow_on_each_other() -> None:
    class Third(Fact, kw_only=True):
        KIND: ClassVar[str] = "test.third"
        VERSION: ClassVar[int] = 3
        steps: str

    def first(fields: dict[str, object]) -> dict[str, object]:
        return {"steps": f"{fields['steps']}, ett"}

    def second(fields: dict[str, object]) -> dict[str, object]:
        return {"steps": f"{fields['steps']}, två"}

    third = Codec([Third], {("test.third", 1): first, ("test.third", 2): second})
    row = codec().encode(detail(1))._replace(kind="test.third", version=1, body='{"steps":"noll"}')
    assert third.decode(row).fact == Third(steps="noll, ett, två")


NEWER = {
    "kind": {"kind": "test.invented_later"},
    "version": {"version": 3},
    "line kind": {"number": 1, "line_kind": "later"},
}


@pytest.mark.parametrize("change", NEWER.values(), ids=NEWER)
def test_what_only_a_later_program_knows_is_refused_as_newer(change: dict[str, object]) -> None:
    row = codec().encode(detail(1))._replace(**change)  # type: ignore[arg-type]
    with pytest.raises(NewerFormat, match="nyare version av CrisisDesk"):
        codec().decode(row)


BAD_BODIES = [
    "",
    "{",
    "[]",
    '{"count":"3"}',
    '{"count":3,"unknown":1}',
    '{"share":1.0}',
    '{"count":1,"at":"yesterday"}',
]


@pytest.mark.parametrize("body", BAD_BODIES)
def test_a_body_that_does_not_fit_names_the_fact(body: str) -> None:
    row = codec().encode(detail(4))._replace(body=body)
    with pytest.raises(WorldFault, match=r"Faktum 4 \(test.measured 2\) går inte att tolka"):
        codec().decode(row)


def test_an_old_body_that_its_upgrade_does_not_fit_names_the_fact() -> None:
    row = codec().encode(detail(4))._replace(version=1, body='{"other":1}')
    with pytest.raises(WorldFault, match="Faktum 4"):
        codec().decode(row)


def test_a_codec_knows_each_kind_once_and_every_upgrade() -> None:
    class Again(Fact, kw_only=True):
        KIND: ClassVar[str] = "test.written"

    class Nameless(Fact, kw_only=True):
        pass

    with pytest.raises(ValueError, match="share the kind"):
        Codec([Written, Again])
    with pytest.raises(ValueError, match="needs a KIND"):
        Codec([Nameless])
    with pytest.raises(ValueError, match="no upgrade from version 1"):
        Codec([Measured])


def test_rows_travel_as_bytes() -> None:
    rows = [codec().encode(line(1, 1, "Åäö 🚒")), codec().encode(detail(2, 1))]
    assert list(unpack_rows(pack_rows(rows))) == rows
