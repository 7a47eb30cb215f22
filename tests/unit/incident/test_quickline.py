"""What the quick line makes of what is typed. It is Thursday 14 January 2027, 14:32 in Stockholm."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

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


def test_autumn_night_takes_the_first_unless_normal_time_is_said() -> None:
    second = datetime(2027, 10, 31, 1, 40, tzinfo=UTC)
    assert parse("02:30 x", PLAN, second, ZONE).happened_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    said = parse("02:30 normaltid x", PLAN, second, ZONE)
    assert (said.happened_at, said.text) == (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "x")


def test_spring_night_leaves_the_hour_that_never_was_as_text() -> None:
    morning = datetime(2027, 3, 28, 2, 0, tzinfo=UTC)
    parsed = parse("02:30 x", PLAN, morning, ZONE)
    assert (parsed.happened_at, parsed.text) == (None, "02:30 x")


LINES = """
14.10 släckt                        | note | 01-14 14:10 | släckt
14.10: släckt                       | note | 01-14 14:10 | släckt
14.10, släckt                       | note | 01-14 14:10 | släckt
  14.10   släckt                    | note | 01-14 14:10 | släckt
igår 23.50 släckt                   | note | 01-13 23:50 | släckt
23.50 igår släckt                   | note | 01-13 23:50 | släckt
i morse kl 7 började det            | note | 01-14 07:00 | började det
i natt 02.15 larm                   | note | 01-14 02:15 | larm
för en kvart sedan ringde rektor    | note | 01-14 14:17 | ringde rektor
för 10 min sedan: larm              | note | 01-14 14:22 | larm
halv två kom polisen                | note | 01-14 13:30 | kom polisen
kvart över två kom polisen          | note | 01-14 14:15 | kom polisen
kl 14 kom polisen                   | note | 01-14 14:00 | kom polisen
kl 1410 kom polisen                 | note | 01-14 14:10 | kom polisen
klockan tio i två kom polisen       | note | 01-14 13:50 | kom polisen
mån 8.30 möte                       | note | 01-11 08:30 | möte
14/1 08:00 möte                     | note | 01-14 08:00 | möte
2027-01-14 08:00 möte               | note | 01-14 08:00 | möte
14.10 på fredag stängs skolan       | note | 01-14 14:10 | på fredag stängs skolan
16.00 idag                          | note | -           | 16.00 idag
idag 16.00 samlas staben            | note | -           | idag 16.00 samlas staben
i morgon 8.00 samlas staben         | note | -           | i morgon 8.00 samlas staben
kl 8 i morgon samlas staben         | note | -           | kl 8 i morgon samlas staben
2.12 aktörer ringda                 | note | -           | 2.12 aktörer ringda
2.12: aktörer ringda                | note | -           | 2.12: aktörer ringda
1410 elever                         | note | -           | 1410 elever
14 elever                           | note | -           | 14 elever
ca 14 elever                        | note | -           | ca 14 elever
vid 14 bord                         | note | -           | vid 14 bord
igår 8 elever                       | note | -           | igår 8 elever
tre elever                          | note | -           | tre elever
tre i fem fall                      | note | -           | tre i fem fall
nu brinner det                      | note | -           | nu brinner det
nyss kom polisen                    | note | -           | nyss kom polisen
innan 14.10 var allt lugnt          | note | -           | innan 14.10 var allt lugnt
25.99 fel                           | note | -           | 25.99 fel
31/2 08:00 fel                      | note | -           | 31/2 08:00 fel
3:2 i matchen                       | note | -           | 3:2 i matchen
08-465 004 12 ringde                | note | -           | 08-465 004 12 ringde
070-174 06 05 svarar inte           | note | -           | 070-174 06 05 svarar inte
klart 14.10                         | note | -           | klart 14.10
http://example.org/14.10            | note | -           | http://example.org/14.10
obs: dörren är låst                 | note | -           | obs: dörren är låst
in://x                              | note | -           | in://x
b：stäng                            | note | -           | b：stäng
1️⃣4️⃣.10 x                            | note | -           | 1️⃣4️⃣.10 x
B : stäng                           | dec  | -           | stäng
B:stäng                             | dec  | -           | stäng
BESLUT:   stäng                     | dec  | -           | stäng
b:b: stäng                          | dec  | -           | b: stäng
b:                                  | dec  | -           |
U:                                  | task | -           |
Bedömning: lugnt                    | ass  | -           | lugnt
O : var är eleven?                  | unc  | -           | var är eleven?
in: 3:2 i matchen                   | in   | -           | 3:2 i matchen
b: 14.10 stäng                      | dec  | 01-14 14:10 | stäng
14.10 b: stäng                      | dec  | 01-14 14:10 | stäng
sek: b: 14.10 stäng                 | dec  | 01-14 14:10 | stäng
sek:sek: x                          | note | -           | sek: x
sek : x                             | note | -           | x
"""


@pytest.mark.parametrize("row", LINES.strip().splitlines())
def test_lines(row: str) -> None:
    typed, kind, happened, text = row.split("|")
    parsed = read(typed.rstrip())
    at = f"{parsed.happened_at.astimezone(ZoneInfo(ZONE)):%m-%d %H:%M}" if parsed.happened_at else "-"
    assert (parsed.kind, at, parsed.text) == (kind.strip(), happened.strip(), text.strip())


DEADLINES = """
u: ring polisen @stabschef kl 18.30 | 01-14 18:30 | ring polisen @stabschef
u: ring polisen senast fre 8        | 01-15 08:00 | ring polisen
u: ring polisen, senast 16          | 01-14 16:00 | ring polisen
u: ring polisen före kl. 16.30.     | 01-14 16:30 | ring polisen
u: ring polisen om 20 min           | 01-14 14:52 | ring polisen
u: ring polisen om en halvtimme     | 01-14 15:02 | ring polisen
u: ring polisen i morgon 8          | 01-15 08:00 | ring polisen
u: ring polisen i morgon bitti kl 7 | 01-15 07:00 | ring polisen
u: ring polisen till fredag kl 8    | 01-15 08:00 | ring polisen
u: ring polisen senast i morgon     | 01-15 17:00 | ring polisen
u: ring polisen kl 8                | 01-15 08:00 | ring polisen
u: ring polisen kl 18.30 @stabschef | 01-14 18:30 | ring polisen kl 18.30 @stabschef
u: ring om 20 min @stabschef @Anna. | 01-14 14:52 | ring om 20 min @stabschef @Anna.
u: @stabschef                       | -           | @stabschef
u: ring 16.30 @stabschef            | -           | ring 16.30 @stabschef
u: boka möte fredag                 | -           | boka möte fredag
u: boka möte 16.30                  | -           | boka möte 16.30
u: räkna eleverna i buss 16         | -           | räkna eleverna i buss 16
u: läs 2.12                         | -           | läs 2.12
u: ring 08-465 004 12               | -           | ring 08-465 004 12
u: ring senast 25.99                | -           | ring senast 25.99
u: senast                           | -           | senast
b: stäng huset kl 18.30             | -           | stäng huset kl 18.30
polisen ringer kl 18.30             | -           | polisen ringer kl 18.30
"""


@pytest.mark.parametrize("row", DEADLINES.strip().splitlines())
def test_deadlines_of_tasks(row: str) -> None:
    typed, due, text = row.split("|")
    parsed = read(typed.strip())
    at = f"{parsed.due_at.astimezone(ZoneInfo(ZONE)):%m-%d %H:%M}" if parsed.due_at else "-"
    assert (at, parsed.text) == (due.strip(), text.strip())


NEEDED_BY = """
o: när kommer provsvaret, senast 20.40 | 01-14 20:40 | när kommer provsvaret
o: vem har nyckeln @stabschef senast 16 | 01-14 16:00 | vem har nyckeln @stabschef
o: vem har nyckeln senast 16 @stabschef | 01-14 16:00 | vem har nyckeln senast 16 @stabschef
o: räcker vattnet senast fre 8          | 01-15 08:00 | räcker vattnet
o: räcker vattnet senast i morgon       | 01-15 17:00 | räcker vattnet
o: eleven sågs senast 13.40             | -           | eleven sågs senast 13.40
o: kom bussen kl 18.30                  | -           | kom bussen kl 18.30
o: vad är känt senast                   | -           | vad är känt senast
"""


@pytest.mark.parametrize("row", NEEDED_BY.strip().splitlines())
def test_when_an_uncertaintys_answer_is_needed(row: str) -> None:
    typed, due, text = row.split("|")
    parsed = read(typed.strip())
    at = f"{parsed.due_at.astimezone(ZoneInfo(ZONE)):%m-%d %H:%M}" if parsed.due_at else "-"
    assert (at, parsed.text) == (due.strip(), text.strip())


def test_a_deadline_says_its_day_and_can_be_taken_away() -> None:
    assert read("u: ring kl 8").due_note == "i morgon 08:00"
    assert read("u: ring kl 18.30").due_note == "18:30"
    parsed = read("u: ring kl 18.30", frozenset({"due"}))
    assert (parsed.due_at, parsed.text) == (None, "ring kl 18.30")


@pytest.mark.parametrize(
    ("typed", "provision", "text"),
    [
        ("sek: x", "", "x"),
        ("sek 18:13: x", "OSL 18:13", "x"),
        ("SEK 25:1 : x", "OSL 25:1", "x"),
        ("sek OSL 18:13: x", "OSL 18:13", "x"),
        ("sek 18:13:x", "OSL 18:13", "x"),
    ],
)
def test_the_provision_can_be_named(typed: str, provision: str, text: str) -> None:
    parsed = read(typed)
    assert (parsed.secret, parsed.provision, parsed.text) == (True, provision, text)


@pytest.mark.parametrize(
    "typed", ["@", "@ @", "b: @", "x" * 20_000, "14.10 " * 3000, "\u202e14.10 x", "a\x00b", "\t\n", ":", "::"]
)
def test_hostile_text_stays(typed: str) -> None:
    assert read(typed).text in typed


@given(st.text(max_size=60))
def test_never_fails_and_never_loses_the_rest(typed: str) -> None:
    parsed = read(typed)
    assert typed.strip().endswith(parsed.text)
    assert parsed.happened_at is None or parsed.happened_at <= NOW


@given(st.text(max_size=40))
def test_a_task_never_loses_its_beginning(typed: str) -> None:
    assert read(f"u: {typed}").text in typed
