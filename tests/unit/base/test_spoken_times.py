"""How people write times, as a table. It is Thursday 14 January 2027, 14:32 in Stockholm."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from crisisdesk.base.times import parse_moment, said

ZONE = "Europe/Stockholm"
HERE = ZoneInfo(ZONE)
NOW = datetime(2027, 1, 14, 14, 32, tzinfo=HERE).astimezone(UTC)

THAT_WAS = """
14.10                          | 2027-01-14 14:10
14:10                          | 2027-01-14 14:10
14,10                          | 2027-01-14 14:10
1410                           | 2027-01-14 14:10
0905                           | 2027-01-14 09:05
9.05                           | 2027-01-14 09:05
14                             | 2027-01-14 14:00
kl 14                          | 2027-01-14 14:00
kl14                           | 2027-01-14 14:00
kl. 14                         | 2027-01-14 14:00
kl.14.10                       | 2027-01-14 14:10
kl 14.10                       | 2027-01-14 14:10
kl. 14.10                      | 2027-01-14 14:10
KL 14.10                       | 2027-01-14 14:10
klockan 14.10                  | 2027-01-14 14:10
klockan 14                     | 2027-01-14 14:00
kl 1410                        | 2027-01-14 14:10
kl 930                         | 2027-01-14 09:30
klockan tre                    | 2027-01-14 03:00
klockan två                    | 2027-01-14 14:00
ca 14.10                       | 2027-01-14 14:10
cirka 14                       | 2027-01-14 14:00
vid 14.10                      | 2027-01-14 14:10
prick 14                       | 2027-01-14 14:00
15:00                          | 2027-01-13 15:00
14:33                          | 2027-01-13 14:33
14:32                          | 2027-01-14 14:32
igår 23.50                     | 2027-01-13 23:50
i går 23.50                    | 2027-01-13 23:50
i går kl 23:50                 | 2027-01-13 23:50
I Går  Kl. 23.50               | 2027-01-13 23:50
igår 8                         | 2027-01-13 08:00
igår kväll 8                   | 2027-01-13 20:00
igår kväll kl 20.15            | 2027-01-13 20:15
i går morse 7                  | 2027-01-13 07:00
i går eftermiddag halv tre     | 2027-01-13 14:30
i går på förmiddagen 10.30     | 2027-01-13 10:30
23.50 igår                     | 2027-01-13 23:50
i förrgår 9.15                 | 2027-01-12 09:15
förrgår 9.15                   | 2027-01-12 09:15
idag 8                         | 2027-01-14 08:00
i dag kl 8.15                  | 2027-01-14 08:15
i morse 7                      | 2027-01-14 07:00
i morse kl 7.20                | 2027-01-14 07:20
i morse halv åtta              | 2027-01-14 07:30
7.20 i morse                   | 2027-01-14 07:20
i natt 02.15                   | 2027-01-14 02:15
i natt halv tre                | 2027-01-14 02:30
i natt 23.50                   | 2027-01-13 23:50
i förmiddags 10.40             | 2027-01-14 10:40
i eftermiddags 2               | 2027-01-14 14:00
nyss                           | 2027-01-14 14:32
nu                             | 2027-01-14 14:32
alldeles nyss                  | 2027-01-14 14:32
för 10 min sedan               | 2027-01-14 14:22
för 10 minuter sen             | 2027-01-14 14:22
10 min sedan                   | 2027-01-14 14:22
för tio minuter sedan          | 2027-01-14 14:22
för 10min sedan                | 2027-01-14 14:22
för en halvtimme sedan         | 2027-01-14 14:02
för en halv timme sedan        | 2027-01-14 14:02
för en kvart sedan             | 2027-01-14 14:17
för tre kvart sedan            | 2027-01-14 13:47
för en timme sedan             | 2027-01-14 13:32
för två timmar sedan           | 2027-01-14 12:32
för en och en halv timme sedan | 2027-01-14 13:02
för 1,5 timme sedan            | 2027-01-14 13:02
för 1 h 20 min sedan           | 2027-01-14 13:12
för 2 dagar sedan              | 2027-01-12 14:32
halv tre                       | 2027-01-14 14:30
halv fyra                      | 2027-01-14 03:30
halv två                       | 2027-01-14 13:30
halv 2                         | 2027-01-14 13:30
halv 14                        | 2027-01-14 13:30
kvart över två                 | 2027-01-14 14:15
kvart i två                    | 2027-01-14 13:45
kvart i tre                    | 2027-01-14 02:45
tio i två                      | 2027-01-14 13:50
tio över två                   | 2027-01-14 14:10
tjugo över ett                 | 2027-01-14 13:20
fem i halv två                 | 2027-01-14 13:25
fem över halv två              | 2027-01-14 13:35
tre minuter över två           | 2027-01-14 14:03
kvart i tre i natt             | 2027-01-14 02:45
midnatt                        | 2027-01-14 00:00
24.00                          | 2027-01-14 00:00
2 em                           | 2027-01-14 14:00
8 fm                           | 2027-01-14 08:00
8.15 f.m.                      | 2027-01-14 08:15
kl 9 em                        | 2027-01-13 21:00
9 på kvällen                   | 2027-01-13 21:00
mån 8                          | 2027-01-11 08:00
måndag 8                       | 2027-01-11 08:00
i måndags 8.30                 | 2027-01-11 08:30
tis kl 8                       | 2027-01-12 08:00
tors 14                        | 2027-01-14 14:00
tors 15                        | 2027-01-07 15:00
i torsdags 8                   | 2027-01-07 08:00
förra fredagen 14.10           | 2027-01-08 14:10
förra fredag 14.10             | 2027-01-08 14:10
fredag förra veckan 10         | 2027-01-08 10:00
14/1 08:00                     | 2027-01-14 08:00
14/1 kl 8                      | 2027-01-14 08:00
20/12 08:00                    | 2026-12-20 08:00
14 januari 8.30                | 2027-01-14 08:30
den 14 januari kl. 8.30        | 2027-01-14 08:30
14 jan 8.30                    | 2027-01-14 08:30
3 sept 2026 8.30               | 2026-09-03 08:30
8.30 den 12 januari            | 2027-01-12 08:30
2027-01-14 08:00               | 2027-01-14 08:00
2027-01-14 kl 08.00            | 2027-01-14 08:00
2027-01-14T08:00               | 2027-01-14 08:00
20270114 0800                  | 2027-01-14 08:00
12/1 2027 8.30                 | 2027-01-12 08:30
"""

TO_COME = """
16                             | 2027-01-14 16:00
16.00                          | 2027-01-14 16:00
kl 18.30                       | 2027-01-14 18:30
senast 16                      | 2027-01-14 16:00
senast fre 8                   | 2027-01-15 08:00
före kl 12                     | 2027-01-15 12:00
innan midnatt                  | 2027-01-15 00:00
till i morgon 9                | 2027-01-15 09:00
14.10                          | 2027-01-15 14:10
14:32                          | 2027-01-14 14:32
halv tre                       | 2027-01-15 02:30
kvart i tre                    | 2027-01-14 14:45
fem                            | -
klockan fem                    | 2027-01-14 17:00
om 20 min                      | 2027-01-14 14:52
om 20min                       | 2027-01-14 14:52
20 min                         | 2027-01-14 14:52
om tjugo minuter               | 2027-01-14 14:52
om en timme                    | 2027-01-14 15:32
om en halvtimme                | 2027-01-14 15:02
om en kvart                    | 2027-01-14 14:47
om 1,5 timme                   | 2027-01-14 16:02
om 1 tim och 15 min            | 2027-01-14 15:47
om två dagar                   | 2027-01-16 14:32
om en vecka                    | 2027-01-21 14:32
ikväll 8                       | 2027-01-14 20:00
i kväll 20.30                  | 2027-01-14 20:30
i kväll                        | 2027-01-14 21:00
i eftermiddag 4                | 2027-01-14 16:00
i natt 02.15                   | 2027-01-15 02:15
i natt 23.15                   | 2027-01-14 23:15
i morgon                       | 2027-01-15 17:00
i morgon bitti                 | 2027-01-15 08:00
i morgon bitti 7               | 2027-01-15 07:00
imorgon kl 8                   | 2027-01-15 08:00
kl 8 i morgon                  | 2027-01-15 08:00
8.30 i morgon bitti            | 2027-01-15 08:30
i morgon kväll 7               | 2027-01-15 19:00
i morgon halv tre              | 2027-01-15 14:30
i övermorgon 12                | 2027-01-16 12:00
fre 8                          | 2027-01-15 08:00
fre. 8                         | 2027-01-15 08:00
på fredag kl 8                 | 2027-01-15 08:00
fredag kväll 8                 | 2027-01-15 20:00
fredag morgon 8                | 2027-01-15 08:00
fredag                         | 2027-01-15 17:00
torsdag 10                     | 2027-01-21 10:00
nästa fredag 8                 | 2027-01-22 08:00
fredag nästa vecka 8           | 2027-01-22 08:00
8 på fredag                    | 2027-01-15 08:00
15/1                           | 2027-01-15 17:00
1 februari 8                   | 2027-02-01 08:00
2027-02-01 8.30                | 2027-02-01 08:30
3/12                           | 2027-12-03 17:00
fredag 24.00                   | 2027-01-16 00:00
"""

NO_TIME = [
    "", " ", "snart", "kl", "kl.", "om", "om en", "sedan", "25.99", "24.30", "12.60", "-5", "fre 99",
    "31 februari", "31/2 8", "29 februari 8", "2027-02-30", "0/0 8", "14/13 8", "tre", "tre i fem", "halv",
    "kvart i", "i", "om 20 elefanter", "för min sedan", "1️⃣4️⃣.1️⃣0️⃣", "１４．１０", "١٤:١٠", "\u202e01.41",
    "14\x00.10", "9" * 5000, "14." * 3000, "om 9999 veckor 9999 veckor 9999 veckor 9999 veckor",
    "999999/1", "14.10.2026", "mars",
]  # fmt: skip


def rows(table: str) -> list[tuple[str, str]]:
    parted = (row.split("|") for row in table.strip().splitlines())
    return [(typed.strip(), local.strip()) for typed, local in parted]


def shown(moment: datetime | None) -> str:
    return f"{moment.astimezone(HERE):%Y-%m-%d %H:%M}" if moment is not None else "-"


@pytest.mark.parametrize(("typed", "local"), rows(THAT_WAS))
def test_when_it_happened(typed: str, local: str) -> None:
    assert shown(parse_moment(typed, NOW, ZONE, future=False)) == local


@pytest.mark.parametrize(("typed", "local"), rows(TO_COME))
def test_when_it_is_due(typed: str, local: str) -> None:
    assert shown(parse_moment(typed, NOW, ZONE)) == local


@pytest.mark.parametrize("typed", NO_TIME, ids=lambda typed: ascii(typed)[:30])
@pytest.mark.parametrize("future", [True, False])
def test_no_time(typed: str, future: bool) -> None:
    assert parse_moment(typed, NOW, ZONE, future=future) is None


@pytest.mark.parametrize(
    ("now", "typed", "utc"),
    [
        ("2027-10-31 03:40", "02.30", "2027-10-31 00:30"),
        ("2027-10-31 03:40", "02.30 normaltid", "2027-10-31 01:30"),
        ("2027-10-31 03:40", "02.30 vintertid", "2027-10-31 01:30"),
        ("2027-10-31 03:40", "02:30 (sommartid)", "2027-10-31 00:30"),
        ("2027-11-02 10:00", "31/10 02.30", "2027-10-31 00:30"),
        ("2027-11-02 10:00", "31/10 02.30 normaltid", "2027-10-31 01:30"),
        ("2027-03-28 04:00", "02.30", ""),
        ("2027-03-28 04:00", "i natt 02.30", ""),
        ("2027-03-28 04:00", "01.30", "2027-03-28 00:30"),
        ("2027-03-28 04:00", "03.30", "2027-03-28 01:30"),
        ("2027-03-28 04:00", "för två timmar sedan", "2027-03-28 00:00"),
        ("2027-03-29 04:00", "28/3 02.30", ""),
    ],
)
def test_the_nights_when_the_clock_is_moved(now: str, typed: str, utc: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=HERE).astimezone(UTC)
    found = parse_moment(typed, at, ZONE, future=False)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else "") == utc


def test_a_day_ahead_is_the_same_time_on_the_clock() -> None:
    evening = datetime(2027, 3, 27, 20, 0, tzinfo=HERE).astimezone(UTC)
    assert shown(parse_moment("om en dag", evening, ZONE)) == "2027-03-28 20:00"
    assert shown(parse_moment("om 24 timmar", evening, ZONE)) == "2027-03-28 21:00"


@pytest.mark.parametrize(
    ("local", "words"),
    [
        ("2027-01-14 16:00", "16:00"),
        ("2027-01-15 17:00", "i morgon 17:00"),
        ("2027-01-13 23:50", "igår 23:50"),
        ("2027-01-12 09:00", "i förrgår 09:00"),
        ("2027-01-18 08:00", "mån 08:00"),
        ("2027-01-11 08:00", "i måndags 08:00"),
        ("2027-02-14 08:00", "2027-02-14 08:00"),
        ("2026-12-01 08:00", "2026-12-01 08:00"),
    ],
)
def test_a_moment_says_its_day_and_is_understood_again(local: str, words: str) -> None:
    moment = datetime.fromisoformat(local).replace(tzinfo=HERE).astimezone(UTC)
    assert said(moment, NOW, ZONE) == words
    assert parse_moment(words, NOW, ZONE, future=moment > NOW) == moment
