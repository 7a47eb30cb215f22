"""Searching the log: what is typed is understood, filters find what they say, a question finds its line."""

from datetime import UTC, datetime, timedelta

import pytest

from crisisdesk.features import attachments, decisions, log, secrecy, tasks
from crisisdesk.ui.screens.log.as_text import as_text
from crisisdesk.ui.screens.log.asked import read
from crisisdesk.ui.screens.log.choice import Choice, Known, named, parts, without, written
from crisisdesk.ui.screens.log.detail import detail
from crisisdesk.ui.screens.log.period import bound, reference
from crisisdesk.ui.screens.log.sieve import Sieve
from tests.support.incident_play import Incident

ZONE = "Europe/Stockholm"
NOW = datetime(2027, 1, 14, 13, 32, tzinfo=UTC)  # 14:32 in Stockholm
KNOWN = Known(
    functions=(("chair", "Ordförande"), ("chief_of_staff", "Stabschef"), ("log_keeper", "Loggförare")),
    keepers=("MK", "TB"),
)


def entry(incident: Incident, text: str = "Rök i trapphuset", **fields: object) -> int:
    return incident.do(log.commands.Record(text=text, **fields)).number  # type: ignore[arg-type]


def found(incident: Incident, text: str = "", *flags: str, looked: int = 0) -> list[int]:
    sieve = Sieve()
    sieve.looked = looked
    sieve.take(incident.state, incident.now)
    return sieve.numbers(Choice(text=text, flags=frozenset(flags)), "number")


def at(clock: str, day: int = 14) -> datetime:
    hour, minute = clock.split(":")
    return datetime(2027, 1, day, int(hour) - 1, int(minute), tzinfo=UTC)


# ---------------------------------------------------------------- what is typed


@pytest.mark.parametrize(
    ("text", "words", "not_words"),
    [
        ("rök hus", ("rök", "hus"), ()),
        ('"rök i hus" B', ("rök i hus", "b"), ()),
        ("rök -trapphus", ("rök",), ("trapphus",)),
        ('rök -"hus b"', ("rök",), ("hus b",)),
        ('"hus b', ("hus b",), ()),
        ("RÄDDNINGSLEDARE: lågan", ("räddningsledare:", "lågan"), ()),
        ("14:10", ("14:10",), ()),
        ("  -  ", (), ()),
        ("nr 12", ("nr", "12"), ()),
    ],
)
def test_words_phrases_and_not(text: str, words: tuple[str, ...], not_words: tuple[str, ...]) -> None:
    asked = read(text, KNOWN, NOW, ZONE)
    assert (asked.words, asked.without) == (words, not_words)
    assert asked.more == Choice()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("typ:beslut", Choice(kinds=frozenset({"dec"}))),
        ("typ:info", Choice(kinds=frozenset({"in", "out"}))),
        ("typ:info-in", Choice(kinds=frozenset({"in"}))),
        ("TYP:be", Choice(kinds=frozenset({"dec", "ass"}))),
        ("kanal:telefon", Choice(channels=frozenset({"telefon"}))),
        ("från:14.00", Choice(since="14.00")),
        ('från:"igår 23.50" till:08:00', Choice(since="igår 23.50", until="08:00")),
        ("@stabschef", Choice(functions=frozenset({"chief_of_staff"}))),
        ("@stab", Choice(functions=frozenset({"chief_of_staff"}))),
        ("funktion:chair", Choice(functions=frozenset({"chair"}))),
        ("förare:mk", Choice(keepers=frozenset({"MK"}))),
        ("är:motsagd är:sen", Choice(reliabilities=frozenset({"contradicted"}), flags=frozenset({"late"}))),
    ],
)
def test_operators_are_filters(text: str, expected: Choice) -> None:
    asked = read(text, KNOWN, NOW, ZONE)
    assert asked.more == expected
    assert asked.words == ()
    assert not any(part.warns for part in asked.parts)


@pytest.mark.parametrize("text", ["typ:x", "från:rektor", "@ingen", "är:glad", "förare:ZZ", "-typ:beslut"])
def test_what_is_not_understood_warns_and_filters_nothing(text: str) -> None:
    asked = read(text, KNOWN, NOW, ZONE)
    assert asked.more == Choice()
    assert asked.words == ()
    assert [(part.word, part.warns) for part in asked.parts] == [(f"{text}?", True)]


def test_an_operator_that_is_being_typed_filters_nothing_and_says_nothing() -> None:
    asked = read("rök typ:", KNOWN, NOW, ZONE)
    assert (asked.words, asked.more, asked.parts) == (("rök",), Choice(), ())


def test_a_choice_is_written_as_it_would_be_typed_and_read_back() -> None:
    choice = Choice(
        text="rök -hus",
        kinds=frozenset({"in", "dec"}),
        functions=frozenset({"chief_of_staff"}),
        keepers=frozenset({"MK"}),
        channels=frozenset({"egen iakttagelse"}),
        reliabilities=frozenset({"unconfirmed"}),
        since="igår 14.00",
        until="15.30",
        flags=frozenset({"open", "standing"}),
    )
    text = written(choice, KNOWN)
    asked = read(text, KNOWN, NOW, ZONE)
    assert (asked.words, asked.without) == (("rök",), ("hus",))
    assert asked.more == Choice(
        kinds=choice.kinds,
        functions=choice.functions,
        keepers=choice.keepers,
        channels=choice.channels,
        reliabilities=choice.reliabilities,
        since=choice.since,
        until=choice.until,
        flags=choice.flags,
    )


def test_every_part_that_is_on_is_shown_and_can_be_taken_away() -> None:
    choice = Choice(
        text="typ:beslut brand", kinds=frozenset({"in"}), since="14.00", flags=frozenset({"late"})
    )
    typed = read(choice.text, KNOWN, NOW, ZONE).parts
    shown = parts(choice, KNOWN, typed)
    assert [part.word for part in shown] == ["Info in", "Sen", "Från 14.00", "Beslut"]
    for part in shown:
        choice = without(choice, part.part, part.value)
    assert choice == Choice(text="brand")


def test_only_one_of_struck_and_standing_can_be_wanted() -> None:
    assert Choice().turned("flags", "struck").turned("flags", "standing").flags == {"standing"}
    assert Choice().turned("flags", "late").turned("flags", "struck").flags == {"late", "struck"}


def test_a_choice_says_in_words_what_it_is() -> None:
    choice = Choice(channels=frozenset({"telefon"}), kinds=frozenset({"dec"}))
    typed = read('"rök i" xx typ:q', KNOWN, NOW, ZONE)
    assert named(parts(choice, KNOWN, typed.parts), typed.words) == "beslut, kanal telefon, ”rök i”, ”xx”"


# ---------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("text", "edge", "moment"),
    [
        ("14.00", "since", at("14:00")),
        ("14:00", "until", at("14:01")),
        ("15", "since", at("15:00", 13)),
        ("13/1", "since", datetime(2027, 1, 12, 23, 0, tzinfo=UTC)),
        ("13/1", "until", datetime(2027, 1, 13, 23, 0, tzinfo=UTC)),
        ("igår", "since", datetime(2027, 1, 12, 23, 0, tzinfo=UTC)),
        ("igår 23.50", "since", at("23:50", 13)),
        ("2027-01-13 08:00", "since", at("08:00", 13)),
        ("20 min", "since", NOW - timedelta(minutes=20)),
        ("senaste 2 h", "since", NOW - timedelta(hours=2)),
    ],
)
def test_a_period_is_typed_as_people_write(text: str, edge: str, moment: datetime) -> None:
    assert bound(text, edge, NOW, ZONE) == moment  # type: ignore[arg-type]


def test_the_period_of_the_repeated_hour_takes_both() -> None:
    after = datetime(2027, 10, 31, 9, 0, tzinfo=UTC)
    assert bound("02.30", "since", after, ZONE) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert bound("02.30", "until", after, ZONE) == datetime(2027, 10, 31, 1, 31, tzinfo=UTC)


def test_weeks_later_a_clock_time_is_one_of_the_incident() -> None:
    incident = Incident()
    for _ in range(6):
        entry(incident)
    lines, last = incident.state.timeline.lines, incident.now
    assert reference(last + timedelta(hours=2), lines) == last + timedelta(hours=2)
    assert reference(last + timedelta(days=20), lines) == last
    entry(incident.wait(6 * 24 * 60), "Utvärderingen klar")
    assert reference(incident.now, lines) == last, "the line of an evaluation is not the incident"
    assert found(incident, "från:13.00") == list(range(len(lines), 0, -1))
    sieve = Sieve()
    sieve.take(incident.state, incident.now)
    assert sieve.period(Choice(since="13.00", until="strax")) == ("tor 13:00", "strax?")


def test_a_period_holds_both_its_ends() -> None:
    incident = Incident()
    first = entry(incident)
    second = entry(incident.wait(10))
    third = entry(incident.wait(10))
    assert found(incident, "rök från:13.15") == [third, second]
    assert found(incident, "rök till:13.15") == [second, first]
    assert found(incident, "rök från:13.15 till:13.15") == [second]


# ---------------------------------------------------------------- filters


def test_words_in_any_order_must_all_stand_there() -> None:
    incident = Incident()
    both = entry(incident, "Rektor: en elev saknas\ni hus B", sender="Rektor")
    entry(incident, "Rektor ringer")
    assert found(incident, "elev rektor") == [both]
    assert found(incident, '"saknas i hus"') == [both], "a phrase goes over a line break"
    assert found(incident, '"hus B Rektor"') == [], "and not from one field into the next"
    assert found(incident, "rektor -elev") == [both + 1]


def test_channel_and_function_and_reliability() -> None:
    incident = Incident()
    chief = next(f.id for f in incident.state.plan.functions if f.title == "Stabschef")
    call = entry(incident, "Ett", channel="telefon", functions=(chief,))
    to_him = entry(incident, "Två", receiver="Stabschef", reliability="unconfirmed")
    entry(incident, "Tre", channel="Rakel")
    assert found(incident, "kanal:Telefon") == [call]
    assert found(incident, "@stabschef") == [to_him, call]
    assert found(incident, "är:obekräftad") == [to_him]
    incident.do(log.commands.SetReliability(number=to_him, reliability="confirmed"))
    assert found(incident, "är:obekräftad") == []


def test_secret_lines_are_those_that_say_so_and_that_quote() -> None:
    incident = Incident()
    secret = entry(incident, "Namn", secrecy="OSL 21:1")
    entry(incident, "Öppet")
    assert found(incident, "", "secret") == [secret]


def test_open_is_what_somebody_must_still_handle() -> None:
    incident = Incident().wait(30)
    origin = entry(incident, "Rektor vill ha besked")
    late = entry(incident, "Sen", happened_at=incident.now - timedelta(minutes=20))
    task = incident.do(tasks.commands.Add(text="Ring rektor", source=f"line:{origin}")).number
    decision = incident.do(decisions.commands.Record(text="Huset stängs", decider="Chefen")).number
    assert set(found(incident, "är:öppen")) == {late, task, decision}
    incident.do(tasks.commands.Answer(task=1, answer="Ringd"))
    incident.do(log.commands.ExplainLateness(number=late, reason="Blankett"))
    assert decision in found(incident, "är:öppen")
    assert task not in found(incident, "är:öppen")
    assert late not in found(incident, "är:öppen")


def test_lines_with_a_file_beside_them_are_found_until_it_is_struck() -> None:
    incident = Incident()
    number = entry(incident)
    looked = incident.state.facts
    incident.do(
        attachments.commands.Attach(
            line=number, name="entre.jpg", media="image/jpeg", size=3, sha256="0" * 64, key="k", parts=1
        )
    )
    assert found(incident, "är:bilaga") == [number]
    assert number in found(incident, "är:ändrad", looked=looked)
    incident.do(attachments.commands.Strike(id=f"{number}-1", reason="Fel fil"))
    assert found(incident, "är:bilaga") == []


def test_changed_is_what_came_and_what_was_said_anew_since_one_looked() -> None:
    incident = Incident()
    old, struck, doubted = (entry(incident, text) for text in ("Ett", "Två", "Tre"))
    looked = incident.state.facts
    assert found(incident, "är:ändrad", looked=looked) == []
    come = entry(incident, "Ny")
    strike = incident.do(log.commands.Strike(number=struck, reason="Fel")).number
    judged = incident.do(log.commands.SetReliability(number=doubted, reliability="contradicted")).number
    assert set(found(incident, "är:ändrad", looked=looked)) == {come, struck, strike, doubted, judged}
    assert old not in found(incident, "är:ändrad", looked=looked)


def test_the_first_line_that_knew_is_first_when_one_asks_oldest_first() -> None:
    incident = Incident()
    first = entry(incident, "Elevskyddsombudet har ringt")
    entry(incident.wait(5), "Annat")
    last = entry(incident.wait(5), "Elevskyddsombudet på plats")
    sieve = Sieve()
    sieve.take(incident.state, incident.now)
    choice = Choice(text="skyddsombud")
    numbers = sieve.numbers(choice, "number", oldest_first=True)
    assert numbers == [first, last]
    newest = entry(incident, "Elevskyddsombudet har åkt")
    sieve.take(incident.state, incident.now)
    numbers.insert(sieve.place(numbers, newest, "number", oldest_first=True), newest)
    assert numbers == sieve.numbers(choice, "number", oldest_first=True)


def test_another_state_is_searched_by_its_own_texts() -> None:
    open_one, covered = Incident(), Incident()
    number = entry(open_one, "Namnet är hemligt")
    entry(covered, "█████")
    sieve = Sieve()
    sieve.take(open_one.state, open_one.now)
    assert sieve.numbers(Choice(text="hemligt"), "number") == [number]
    sieve.take(covered.state, covered.now)
    assert sieve.numbers(Choice(text="hemligt"), "number") == []


def test_the_pane_says_who_decided_on_secrecy_and_leads_to_the_line_that_says_so() -> None:
    incident = Incident()
    number, reason = entry(incident, "Rykte"), entry(incident, "Polisen bekräftar")
    incident.do(log.commands.SetReliability(number=number, reliability="confirmed", because=reason))
    incident.do(
        secrecy.commands.Mark(ref=f"line:{number}", provision="OSL 18:1", authority="Polismyndigheten")
    )
    look = detail(incident.state, number, incident.now)
    assert dict(look.values)["Sekretess"] == "OSL 18:1, Polismyndigheten, 2027-01-14"
    assert f"Enligt nr {reason}: Polisen bekräftar" in [link.text for link in look.links]


# ---------------------------------------------------------------- text and chain


def test_lines_are_copied_with_all_that_is_known() -> None:
    incident = Incident()
    struck = entry(
        incident, "Tre elever", kind="in", sender="Ambulans", channel="telefon", reliability="confirmed"
    )
    incident.do(log.commands.Correct(number=struck, text="Två elever", reason="Fel antal"))
    other = entry(incident, "Rykte", reliability="unconfirmed")
    first, second = as_text(incident.state, [struck, other]).split("\n\n")
    assert first.splitlines()[0] == f"Nr {struck} · 2027-01-14 13:05 · Info in"
    assert first.splitlines()[1].startswith("STRUKEN (rättad: Två elever, se nr ")
    assert first.splitlines()[1].endswith("): Tre elever")
    assert first.splitlines()[2] == (
        "Loggat: 13:05:00 MK · Från: Ambulans · Kanal: Telefon · Uppgiften: bekräftad"
    )
    assert second.splitlines()[1:] == ["Rykte", "Loggat: 13:05:00 MK · Uppgiften: obekräftad"]


def test_more_lines_than_an_e_mail_holds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisisdesk.ui.screens.log.as_text.MOST", 2)
    incident = Incident()
    numbers = [entry(incident) for _ in range(5)]
    said = as_text(incident.state, numbers).split("\n\n")
    assert len(said) == 3
    assert said[-1] == "… och 3 rader till. Skriv ut loggen för att få med alla."


def test_a_chain_of_corrections_reads_both_ways() -> None:
    incident = Incident()
    first = entry(incident, "Tre elever")
    second = incident.do(log.commands.Correct(number=first, text="Två", reason="Fel antal.")).number
    third = incident.do(log.commands.Correct(number=second, text="En", reason="Dubbelräknad")).number
    looks = {number: detail(incident.state, number, incident.now) for number in (first, second, third)}
    assert looks[first].note == (
        f"Rättad av nr {second}, MK 13:05, därför att fel antal; "
        f"nr {third}, MK 13:05, därför att dubbelräknad"
    )
    replaced = f"nr {second}, därför att dubbelräknad; nr {first}, därför att fel antal"
    assert dict(looks[third].values)["Ersätter"] == replaced
