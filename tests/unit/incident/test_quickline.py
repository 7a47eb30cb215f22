"""What the quick line makes of what is typed. It is Thursday 14 January 2027, 14:32 in Stockholm."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.incident.quickline import Parsed, parse
from crisisdesk.plan import loader

PLAN = loader.load_shipped()
NOW = datetime(2027, 1, 14, 13, 32, tzinfo=UTC)
ZONE = "Europe/Stockholm"


def read(text: str, dropped: frozenset[str] = frozenset()) -> Parsed:
    return parse(text, PLAN, NOW, ZONE, dropped)


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("släckt", "note", "släckt"),
        ("b: stäng hus B", "dec", "stäng hus B"),
        ("B: stäng hus B", "dec", "stäng hus B"),
        ("b:stäng", "dec", "stäng"),
        ("beslut: stäng", "dec", "stäng"),
        ("u: ordna lokal", "task", "ordna lokal"),
        ("in: rektor ringer", "in", "rektor ringer"),
        ("ut: budskap", "out", "budskap"),
        ("o: var är eleven?", "unc", "var är eleven?"),
        ("bed: läget stabilt", "ass", "läget stabilt"),
        ("bedömning: läget stabilt", "ass", "läget stabilt"),
        ("rektor: ringer", "note", "rektor: ringer"),
        ("b: u: två", "dec", "u: två"),
        ("12:30 in: rektor", "in", "rektor"),
        ("in: 12.30 rektor", "in", "rektor"),
    ],
)
def test_kinds(typed: str, kind: str, text: str) -> None:
    parsed = read(typed)
    assert (parsed.kind, parsed.text) == (kind, text)


@pytest.mark.parametrize(
    ("typed", "utc", "text"),
    [
        ("14.10 släckt", "2027-01-14T13:10", "släckt"),
        ("14:10 släckt", "2027-01-14T13:10", "släckt"),
        ("kl 14:10 släckt", "2027-01-14T13:10", "släckt"),
        ("kl. 14.10 släckt", "2027-01-14T13:10", "släckt"),
        ("kl 2.12 släckt", "2027-01-14T01:12", "släckt"),
        ("02.12 släckt", "2027-01-14T01:12", "släckt"),
        ("igår 23.50 släckt", "2027-01-13T22:50", "släckt"),
        ("i går 23:50 släckt", "2027-01-13T22:50", "släckt"),
        ("i förrgår 9.15 släckt", "2027-01-12T08:15", "släckt"),
        ("15:00 släckt", "2027-01-13T14:00", "släckt"),
        ("14:32 nu", "2027-01-14T13:32", "nu"),
    ],
)
def test_times(typed: str, utc: str, text: str) -> None:
    parsed = read(typed)
    assert parsed.happened_at == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert parsed.text == text


@pytest.mark.parametrize(
    "typed",
    [
        "2.12 aktörer ringda",
        "25:10 fel",
        "14:75 fel",
        "14.10.2026 gammalt",
        "1410 elever",
        "14.1 hej",
        "14:10:30 x",
    ],
)
def test_stays_text(typed: str) -> None:
    parsed = read(typed)
    assert parsed.happened_at is None
    assert parsed.text == typed


def test_later_than_now_means_yesterday_and_says_so() -> None:
    assert read("15:00 släckt").time_note == "igår 15:00"
    assert read("14:10 släckt").time_note == ""


def test_secret_before_anything_is_shown() -> None:
    parsed = read("sek: in: 14.10 polisen")
    assert (parsed.secret, parsed.kind, parsed.text) == (True, "in", "polisen")


def test_mentions() -> None:
    parsed = read("ring @stabschef och @Lisa")
    assert parsed.functions == ("stabschef",)
    assert parsed.persons == ("Lisa",)
    assert "@stabschef" in parsed.text
    assert read("mejl till a@example.org").persons == ()


def test_removed_chips_stay_text() -> None:
    assert read("b: 14.10 x", frozenset({"kind"})).text == "b: 14.10 x"
    parsed = read("b: 14.10 x", frozenset({"time"}))
    assert (parsed.kind, parsed.happened_at, parsed.text) == ("dec", None, "14.10 x")


def test_autumn_night_takes_the_last_one_that_was() -> None:
    second = datetime(2027, 10, 31, 1, 40, tzinfo=UTC)
    assert parse("02:30 x", PLAN, second, ZONE).happened_at == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    first = datetime(2027, 10, 31, 0, 40, tzinfo=UTC)
    assert parse("02:30 x", PLAN, first, ZONE).happened_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@given(st.text(max_size=60))
def test_never_fails_and_never_loses_the_rest(typed: str) -> None:
    parsed = read(typed)
    assert typed.strip().endswith(parsed.text)
    assert parsed.happened_at is None or parsed.happened_at <= NOW
