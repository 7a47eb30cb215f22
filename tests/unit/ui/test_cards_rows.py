"""The rows of the cards: who holds them, what is done, what is due again, whom to reach."""

from datetime import UTC, datetime

from crisisdesk.features import checklists, decisions, people, tasks
from crisisdesk.ui.screens.cards.rows import ItemRow, card_rows, open_card
from tests.support.incident_play import Incident

SIGN = checklists.commands.Sign


def item(incident: Incident, card: str, key: str) -> ItemRow:
    found = open_card(incident.state, card, incident.now).item(key)
    assert found is not None
    return found


def test_the_cards_of_a_kind_in_the_order_of_the_plan() -> None:
    state = Incident().state
    assert [row.key for row in card_rows(state, "role_card")] == ["6.1", "6.2", "6.3", "6.4"]
    assert [row.key for row in card_rows(state, "room")] == ["bilaga2"]
    assert len(card_rows(state, "action_card")) == 5


def test_a_role_card_says_who_holds_the_function() -> None:
    incident = Incident()
    assert card_rows(incident.state, "role_card")[0].holder == "Förvaltningschef"
    incident.do(decisions.commands.Record(step="5.1a", appoints="Kim Exempel", appointed_sign="KE"))
    assert card_rows(incident.state, "role_card")[0].holder == "Kim Exempel, KE"
    incident.do(people.commands.Vacate(function="ordforande"))
    row = card_rows(incident.state, "role_card")[0]
    assert (row.holder, row.vacant) == ("vakant", True)


def test_the_holders_sign_is_what_a_tick_carries() -> None:
    incident = Incident()
    assert open_card(incident.state, "6.1", incident.now).sign == ""
    incident.do(people.commands.Appoint(function="ordforande", person="Kim Exempel", sign="KE"))
    card = open_card(incident.state, "6.1", incident.now)
    assert (card.sign, card.keeper) == ("KE", "MK")


def test_every_item_that_is_ticked_is_there_and_counted() -> None:
    incident = Incident()
    card = open_card(incident.state, "6.4", incident.now)
    assert card.total == len(card.items)
    deep = [row.text for row in card.items if row.depth]
    assert deep
    assert deep[0].startswith("1 ")
    incident.do(SIGN(item="6.4.1"))
    assert open_card(incident.state, "6.4", incident.now).done == 1
    assert card_rows(incident.state, "role_card")[3].count == f"1/{card.total}"


def test_what_to_think_of_each_time_stands_under_its_repeating_item() -> None:
    row = item(Incident(), "6.1", "6.1.7")
    assert row.repeats
    assert row.said.splitlines()[0] == "1 Är gruppen rätt sammansatt för läget?"
    assert open_card(Incident().state, "6.1", datetime(2027, 1, 14, tzinfo=UTC)).item("6.1.7.1") is None


def test_a_repeating_item_says_when_it_was_last_done_and_when_it_is_time_again() -> None:
    incident = Incident()
    incident.do(SIGN(item="6.2.3"))
    incident.wait(27)
    row = item(incident, "6.2", "6.2.3")
    assert (row.state, row.mark, row.mark_note, row.times) == ("off", "13:05 MK", "27 min sedan", 1)
    assert not row.due_again
    incident.wait(33)
    assert item(incident, "6.2", "6.2.3").due_again
    incident.do(SIGN(item="6.2.3"))
    row = item(incident, "6.2", "6.2.3")
    assert (row.mark, row.times, row.due_again) == ("14:05 MK", 2, False)


def test_an_item_leads_to_its_meeting_and_its_tasks() -> None:
    incident = Incident()
    incident.do(tasks.commands.Add(text="Boka lokal", source="step:6.1.2"))
    row = item(incident, "6.1", "6.1.2")
    assert row.agenda == "Avstämning"
    assert [link.place for link in row.links] == ["task:1"]


def test_the_next_open_item_skips_what_repeats() -> None:
    incident = Incident()
    card = open_card(incident.state, "6.1", incident.now)
    assert card.next_after("6.1.1") == "6.1.3"
    assert card.next_after("6.1.10") == "6.1.1"


def test_contacts_have_their_numbers_and_one_warning_for_all() -> None:
    incident = Incident()
    card = open_card(incident.state, "bilaga3.brand", incident.now)
    assert card.warning == "kontrollerad 2016-06-09"
    assert {row.warning for row in card.contacts} == {""}
    first = card.contacts[0]
    assert (first.phones, first.ways) == (("08-721 22 00",), ("www.sbff.se",))
    assert card.contacts[2].phones == ()


def test_contacts_checked_within_a_year_have_no_warning() -> None:
    state = Incident().state
    assert open_card(state, "bilaga3.brand", datetime(2017, 6, 9, 8, tzinfo=UTC)).warning == ""
    assert open_card(state, "bilaga3.brand", datetime(2017, 6, 10, 8, tzinfo=UTC)).warning != ""
