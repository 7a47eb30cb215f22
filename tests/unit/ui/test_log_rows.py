"""The rows of the log: what a line says, which are chosen, where it leads, how it is taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from crisisdesk.features import board, calls, checklists, decisions, forms, log, secrecy, tasks
from crisisdesk.ui.kit.log_columns import ORDER
from crisisdesk.ui.kit.log_row import LogTag
from crisisdesk.ui.screens.log import rows, withdrawals
from crisisdesk.ui.screens.log.choice import Choice
from crisisdesk.ui.screens.log.detail import detail
from crisisdesk.ui.screens.log.lines import OrderedLines, RowBook, touched
from crisisdesk.ui.screens.log.links import links
from crisisdesk.ui.screens.log.sieve import Sieve
from tests.support.brand_play import brand
from tests.support.incident_play import Incident


def entry(incident: Incident, text: str = "Rök i trapphuset", **fields: object) -> int:
    """Write an entry and return its number."""
    return incident.do(log.commands.Record(text=text, **fields)).number  # type: ignore[arg-type]


def words(tags: tuple[LogTag, ...]) -> list[str]:
    return [tag.word for tag in tags]


# ---------------------------------------------------------------- rows


def test_a_row_says_the_stored_sentence_with_time_route_and_sign() -> None:
    incident = Incident()
    number = entry(incident, "Hus B utrymt", kind="in", sender="Rektor", receiver="Chef", channel="telefon")
    row = rows.row(incident.state, number)
    assert (row.number, row.time, row.kind, row.text) == (number, "13:05", "in", "Hus B utrymt")
    assert (row.route, row.sign, row.day) == ("Rektor → Chef, telefon", "MK", "Torsdag 14 januari 2027")


@pytest.mark.parametrize(
    ("fields", "route"),
    [
        ({"receiver": "POSOM", "channel": "telefon"}, "Till POSOM, telefon"),
        ({"source": "sociala medier", "channel": "media"}, "Sociala medier, media"),
        ({"sender": "Rektor"}, "Rektor"),
        ({}, ""),
    ],
)
def test_the_route_says_what_is_known_of_it(fields: dict[str, str], route: str) -> None:
    incident = Incident()
    assert rows.row(incident.state, entry(incident, **fields)).route == route


def test_a_decision_is_parted_in_what_is_decided_and_why() -> None:
    incident = Incident()
    change = incident.do(decisions.commands.Record(text="Huset stängs", reason="Sanering", decider="Chefen"))
    row = rows.row(incident.state, change.number)
    assert row.text == "Beslut 1: Huset stängs."
    assert row.secondary == "Beslutat av: Chefen. Motivering: Sanering."
    assert row.route == "Chefen"


def test_a_corrected_line_is_struck_with_what_replaced_it_and_why() -> None:
    incident = Incident()
    old = entry(incident, "Tre elever", reliability="confirmed")
    incident.wait(2)
    new = incident.do(log.commands.Correct(number=old, text="Två elever", reason="Fel antal.")).number
    row = rows.row(incident.state, old)
    assert row.struck
    assert row.replaced_note == f"rättad: Två elever, se nr {new} · Fel antal, MK 13:07"
    assert row.tags == (), "a struck text is not confirmed"
    assert rows.row(incident.state, new).secondary == f"rättar nr {old}"


def test_a_line_struck_by_another_feature_says_by_what() -> None:
    incident = Incident()
    first = incident.do(decisions.commands.Record(text="Stäng huset")).number
    second = incident.do(decisions.commands.Record(text="Öppna huset", replaces=1)).number
    assert rows.row(incident.state, first).replaced_note == f"ersatt av beslut 2, se nr {second} · MK 13:05"
    last = incident.do(decisions.commands.Revoke(decision=2, reason="Ny uppgift")).number
    note = rows.row(incident.state, second).replaced_note
    assert note == f"återkallat, se nr {last} · Ny uppgift, MK 13:05"


def test_reliability_is_a_tag_with_the_line_that_says_so() -> None:
    incident = Incident()
    rumour = entry(incident, "En elev död", reliability="unconfirmed")
    because = entry(incident, "Inga döda")
    assert words(rows.row(incident.state, rumour).tags) == ["obekräftad"]
    incident.do(log.commands.SetReliability(number=rumour, reliability="contradicted", because=because))
    row = rows.row(incident.state, rumour)
    assert row.tags == (LogTag(word="motsagd", icon="ban", tone="alarm"),)
    assert row.secondary == f"enligt nr {because}"


def test_a_secret_line_shows_its_provision_and_what_quotes_it_does_too() -> None:
    incident = Incident()
    number = entry(incident, "Misstänkt anlagd", secrecy="OSL 18:1")
    assert words(rows.row(incident.state, number).tags) == ["sekretess OSL 18:1"]
    new = incident.do(log.commands.Correct(number=number, text="Anlagd", reason="Säkert nu")).number
    assert words(rows.row(incident.state, new).tags) == ["sekretess OSL 18:1"]
    opened = entry(incident, "Öppen")
    incident.do(secrecy.commands.Mark(ref=f"line:{opened}", provision="OSL 26:1"))
    assert words(rows.row(incident.state, opened).tags) == ["sekretess OSL 26:1"]


def test_a_late_line_shows_both_times_until_and_after_it_is_explained() -> None:
    incident = Incident().wait(60)
    number = entry(incident, happened_at=incident.now - timedelta(minutes=22))
    row = rows.row(incident.state, number)
    assert (row.time, row.tags) == ("13:43", (LogTag(word="loggad 14:05", icon="history", tone="warn"),))
    incident.do(log.commands.ExplainLateness(number=number, reason="Telefonen gick varm"))
    assert rows.row(incident.state, number).tags[0].tone == "neutral"
    on_time = entry(incident, happened_at=incident.now - timedelta(minutes=4))
    assert rows.row(incident.state, on_time).tags == ()


def test_a_line_from_paper_says_its_form() -> None:
    incident = Incident().wait(60)
    paper = log.facts.Paper(form=2, writer="Stabschef")
    number = entry(incident, paper=paper, happened_at=incident.now - timedelta(minutes=14))
    assert words(rows.row(incident.state, number).tags) == ["från papper, blankett 2", "införd 14:05"]


def test_days_never_go_back_in_order_of_number() -> None:
    incident = Incident()
    late = datetime(2027, 1, 14, 23, 10, tzinfo=UTC)  # 00:10 on the 15th in Stockholm
    incident.clock.set(late)
    number = entry(incident, happened_at=late - timedelta(minutes=12))
    by_number, by_time = (rows.row(incident.state, number, by_number=flag) for flag in (True, False))
    assert (by_number.time, by_number.day) == ("23:58", "Fredag 15 januari 2027")
    assert words(by_number.tags) == ["loggad fre 00:10", "hände 14 januari 2027"]
    assert by_time.day == "Torsdag 14 januari 2027"
    assert words(by_time.tags) == ["loggad fre 00:10"]


def test_the_repeated_hour_of_the_autumn_night_says_its_season() -> None:
    incident = Incident()
    for moment, season in ((0, "sommartid"), (1, "normaltid")):
        incident.clock.set(datetime(2027, 10, 31, moment, 30, tzinfo=UTC))
        row = rows.row(incident.state, entry(incident))
        assert (row.time, words(row.tags)) == ("02:30", [season])
        assert row.cell("recorded") == f"02:30 {season}"


def test_every_column_says_its_part_and_nothing_more() -> None:
    incident = Incident().wait(30)
    chief = next(f.id for f in incident.state.plan.functions if f.title == "Stabschef")
    said = {"sender": "Rektor", "receiver": "Chef", "channel": "telefon", "reliability": "confirmed"}
    number = entry(
        incident,
        functions=(chief,),
        secrecy="OSL 18:1",
        happened_at=incident.now - timedelta(minutes=9),
        **said,
    )
    row = rows.row(incident.state, number)
    shown = {column: row.cell(column) for column in ORDER if column not in ("number", "time", "kind", "text")}
    assert shown == {
        "recorded": "13:35",
        "sender": "Rektor",
        "receiver": "Chef",
        "channel": "telefon",
        "route": "Rektor → Chef, telefon",
        "reliability": "bekräftad",
        "functions": "Stabschef",
        "tags": "bekräftad, sekretess OSL 18:1 och loggad 13:35",
        "sign": "MK",
    }


# ---------------------------------------------------------------- choice and order


def chosen(incident: Incident, choice: Choice) -> list[int]:
    sieve = Sieve()
    sieve.take(incident.state)
    return sieve.numbers(choice, "number")


def flagged(*flags: str) -> Choice:
    return Choice(flags=frozenset(flags))


def test_everything_is_newest_first() -> None:
    incident = Incident()
    number = entry(incident)
    assert chosen(incident, Choice()) == list(range(number, 0, -1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LEDNINGSGRUPP", True),
        ("ledningsgruppen samlas", True),
        ("rektor", True),
        ("rakel", True),
        ("an ", False),
        ("ån", True),
        ("ledningsgruppan", False),
        ("  samlas ", True),
    ],
)
def test_search_finds_parts_of_words_and_keeps_letters_apart(text: str, found: bool) -> None:
    incident = Incident()
    number = entry(incident, "Krisledningsgruppen samlas vid ån", sender="Rektor", channel="Rakel")
    assert (number in chosen(incident, Choice(text=text))) == found


def test_filters_hold_together() -> None:
    incident = Incident().wait(60)
    paper = entry(
        incident, kind="in", paper=log.facts.Paper(form=1), happened_at=incident.now - timedelta(minutes=30)
    )
    late = entry(incident, kind="in", happened_at=incident.now - timedelta(minutes=30))
    plain = entry(incident, kind="out")
    struck = entry(incident, kind="in")
    incident.do(log.commands.Strike(number=struck, reason="Dubbel"))
    assert chosen(incident, Choice(kinds=frozenset({"in"}))) == [struck, late, paper]
    assert chosen(incident, flagged("paper")) == [paper]
    assert chosen(incident, flagged("late")) == [late, paper]
    assert chosen(incident, flagged("struck")) == [struck]
    assert struck not in chosen(incident, flagged("standing"))
    assert chosen(incident, Choice(kinds=frozenset({"in"}), flags=frozenset({"late", "standing"}))) == [
        late,
        paper,
    ]
    assert plain in chosen(incident, Choice(keepers=frozenset({"MK"})))
    assert chosen(incident, Choice(keepers=frozenset({"ZZ"}))) == []


def test_order_of_what_happened_puts_a_late_line_where_it_belongs() -> None:
    incident = Incident()
    first = entry(incident, "Ett")
    second = entry(incident.wait(30), "Två")
    late = entry(incident, "Mellan", happened_at=incident.now - timedelta(minutes=20))
    sieve = Sieve()
    sieve.take(incident.state)
    numbers = sieve.numbers(Choice(), "happened")
    assert numbers[:3] == [second, late, first]
    newest = entry(incident, "Mitt emellan", happened_at=incident.now - timedelta(minutes=10))
    sieve.take(incident.state)
    numbers.insert(sieve.place(numbers, newest, "happened"), newest)
    assert numbers == sieve.numbers(Choice(), "happened")


def test_rows_are_made_when_asked_and_stay_the_same_object_while_they_say_the_same() -> None:
    incident = Incident()
    number, other = entry(incident), entry(incident)
    book = RowBook()
    book.take(incident.state, "number")
    lines = OrderedLines(book, [other, number])
    before = lines[1], lines[0]
    incident.do(log.commands.SetReliability(number=number, reliability="confirmed"))
    book.take(incident.state, "number")
    assert lines[0] is before[1]
    assert words(lines[1].tags) == ["bekräftad"]
    assert (lines.place_of(number), lines.place_of(99), len(lines)) == (1, -1, 2)


def test_lines_touch_what_they_strike_and_name() -> None:
    incident = Incident()
    number = entry(incident)
    before = len(incident.state.timeline.lines)
    incident.do(log.commands.SetReliability(number=number, reliability="confirmed"))
    incident.do(log.commands.Strike(number=number, reason="Fel"))
    assert touched(incident.state.timeline.lines[before:]) == {number}


# ---------------------------------------------------------------- the pane


def test_the_pane_says_every_field_that_says_something() -> None:
    state = brand().state
    number = state[log.FEATURE].forms[2]
    shown = dict(detail(state, number, state.timeline.line(number).recorded_at).values)
    assert shown["Hände"] == "15:01"
    assert shown["Loggat"] == "15:12:00 TB, 11 min efter"
    assert (shown["Från"], shown["Kanal"]) == ("Fastighetsjour", "Rakel")
    assert shown["Papper"] == "blankett 2, skriven av Stabschef"
    assert "Till" not in shown


def test_links_go_both_ways() -> None:
    state = brand().state
    texts = {link.place: link.text for link in links(state, 76)}
    assert texts["line:75"].startswith("Stryker nr 75: ")
    assert texts["card:8"] == "Besvarar oklarhet 2"
    assert {link.place for link in links(state, 75)} == {"line:76"}
    assert "decision:7" in {link.place for link in links(state, 51)}
    assert "line:52" in {link.place for link in links(state, 51)}, "the task that comes from the decision"


def test_every_link_of_the_whole_exercise_leads_to_a_kind_of_place_that_screens_know() -> None:
    state = brand().state
    known = {
        "line", "decision", "task", "card", "step", "phase", "meeting", "function", "message", "board",
        "call", "call_list", "form", "role_card", "action_card",
    }  # fmt: skip
    for number in range(1, len(state.timeline.lines) + 1):
        for link in links(state, number):
            assert link.place.partition(":")[0] in known, link
            assert link.place != f"line:{number}"
            assert link.text


def test_many_links_are_counted_not_listed() -> None:
    incident = Incident()
    number = entry(incident)
    for n in range(12):
        incident.do(tasks.commands.Add(text=f"Uppgift {n}", source=f"line:{number}"))
    shown = detail(incident.state, number, incident.now)
    assert len(shown.links) == 8
    assert shown.more == 4
    assert shown.links[-1].place == "task:12", "the latest are the ones that are shown"


# ---------------------------------------------------------------- taking back


def test_what_another_feature_did_is_taken_back_there() -> None:
    incident = Incident()
    column = incident.state.plan.columns[0].id
    cases = (
        (decisions.commands.Record(text="Stäng"), "Återkalla beslut 1", decisions.commands.Revoke),
        (checklists.commands.Sign(item="1.1"), "Ångra 1.1", checklists.commands.Undo),
        (
            calls.commands.Call(target="Polisen", outcome="reached"),
            "Ta tillbaka samtalet: Polisen",
            calls.commands.Withdraw,
        ),
        (board.commands.AddCard(text="Rök", column=column), "Stryk kort 1", board.commands.StrikeCard),
        (tasks.commands.Add(text="Ring"), "Ta bort uppgift 1", tasks.commands.Withdraw),
    )
    for command, title, kind in cases:
        number = incident.do(command).number
        found = withdrawals.withdrawal(incident.state, number)
        assert found is not None
        assert found.title == title
        wish = found.build("", "Fel")
        assert isinstance(wish, kind)
        incident.do(wish)
        assert withdrawals.withdrawal(incident.state, number) is None, title
        assert withdrawals.refusal(incident.state, number)


def test_a_void_form_is_taken_back_from_its_line() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    number = incident.do(forms.commands.Void(form=2, reason="Kaffe på den")).number
    found = withdrawals.withdrawal(incident.state, number)
    assert found is not None
    assert (found.title, found.verb) == ("Blankett 2 gäller igen", "Gäller igen")
    by = incident.do(found.build("", "Den var läslig")).number
    assert incident.state.timeline.struck_by[number] == by
    assert rows.row(incident.state, number).replaced_note.startswith(
        f"gäller igen, se nr {by} · Den var läslig"
    )
    assert withdrawals.withdrawal(incident.state, number) is None


def test_a_round_of_calls_asks_which_call() -> None:
    incident = Incident()
    outcomes = (
        calls.commands.Outcome(target="function:stabschef", outcome="reached"),
        calls.commands.Outcome(target="Polisen", outcome="no_answer"),
    )
    number = incident.do(calls.commands.CallList(outcomes=outcomes)).number
    found = withdrawals.withdrawal(incident.state, number)
    assert found is not None
    assert [word for _value, word in found.options] == ["Stabschef", "Polisen"]
    assert found.build("2", "Fel") == calls.commands.Withdraw(call=2, reason="Fel")


def test_an_entry_is_corrected_once_and_the_programs_own_line_never() -> None:
    incident = Incident()
    number = entry(incident)
    assert withdrawals.correctable(incident.state, number)
    assert withdrawals.refusal(incident.state, number) == ""
    new = incident.do(log.commands.Correct(number=number, text="Annat", reason="Fel")).number
    assert not withdrawals.correctable(incident.state, number)
    assert withdrawals.refusal(incident.state, number) == f"Rad {number} är struken, se rad {new}."
    assert withdrawals.refusal(incident.state, 1).startswith("Rad 1 ändras inte.")


def test_a_line_corrected_long_after_is_no_late_line() -> None:
    incident = Incident()
    number = entry(incident, "tre elever")
    happened = incident.state[log.FEATURE].entries[number].happened_at
    incident.wait(30)
    incident.do(log.commands.Correct(number=number, text="två elever", reason="fel", happened_at=happened))
    assert chosen(incident, flagged("late")) == []
    corrected = incident.state[log.FEATURE].entries[number + 1]
    assert not corrected.late
    assert corrected.happened_at == happened
    recorded = incident.state.timeline.lines[number]
    shown = words(rows.tags(incident.state, recorded, corrected, by_number=True))
    assert shown == ["rättad 13:35"]
