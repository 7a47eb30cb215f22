"""The board's rows: cards with their tags, what is late, what is new since the last frozen board."""

from datetime import timedelta

import msgspec
import pytest

from crisisdesk.features import board, secrecy
from crisisdesk.incident.board_rows import BoardRows, CardRow, ColumnRow, TagRow, board_rows, frozen_rows
from crisisdesk.plan.content import Column
from crisisdesk.ui.screens.board.change_rows import MOST, change_list
from tests.support.incident_play import Incident

add = board.commands.AddCard


def rows(incident: Incident) -> BoardRows:
    return board_rows(incident.state, incident.now)


def column(incident: Incident, purpose: str) -> ColumnRow:
    return next(c for c in rows(incident).columns if c.purpose == purpose)


def only(incident: Incident, purpose: str) -> CardRow:
    (card,) = column(incident, purpose).cards
    return card


def test_columns_are_the_plans_in_order() -> None:
    incident = Incident()
    assert [c.title for c in rows(incident).columns] == [c.title for c in incident.state.plan.columns]
    assert all(c.hint for c in rows(incident).columns)


def test_a_plan_may_have_one_column() -> None:
    plan = msgspec.structs.replace(Incident().state.plan, columns=(Column(id="allt", title="Allt"),))
    incident = Incident(plan)
    incident.do(add(purpose="event", text="Brand"))
    (one,) = rows(incident).columns
    assert [card.text for card in one.cards] == ["Brand"]


def test_a_card_shows_time_source_and_certainty() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="Brand i hus B", source="rektor", certainty="confirmed"))
    card = only(incident, "event")
    assert card.meta == "13:05 rektor"
    assert [(t.word, t.signal) for t in card.tags] == [("bekräftad", "ok")]
    assert not card.struck
    assert card.spoken == "Händelse, Brand i hus B, 13:05 rektor, bekräftad"


def test_a_contradicted_card_is_struck_through() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="En elev död", certainty="contradicted"))
    card = only(incident, "event")
    assert card.struck
    assert [t.word for t in card.tags] == ["motsagd"]


def test_an_uncertainty_shows_owner_and_when_it_is_needed() -> None:
    incident = Incident()
    needed = incident.now + timedelta(minutes=25)
    incident.do(add(purpose="uncertainty", text="Är alla ute?", owner="stabschef", needed_by=needed))
    card = only(incident, "uncertainty")
    assert card.meta == "ägare: stabschef · behövs 13:30"
    assert card.late == ""


def test_a_late_uncertainty_says_by_how_much() -> None:
    incident = Incident()
    needed = incident.now + timedelta(minutes=25)
    incident.do(add(purpose="uncertainty", text="Är alla ute?", needed_by=needed))
    incident.wait(37)
    card = only(incident, "uncertainty")
    assert card.meta == "ingen ägare"
    assert card.late == "sen 12 min"


def test_an_answered_uncertainty_shows_its_answer_and_is_not_late() -> None:
    incident = Incident()
    incident.do(
        add(purpose="uncertainty", text="Är alla ute?", needed_by=incident.now + timedelta(minutes=5))
    )
    incident.wait(10)
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Ja, räknade.", becomes=True))
    incident.wait(10)
    card = only(incident, "uncertainty")
    assert card.answer == "13:15 Ja, räknade."
    assert card.late == ""
    assert [t.word for t in card.tags] == ["besvarad"]
    assert only(incident, "event").text == "Ja, räknade."


def test_a_resource_shows_where_it_is_and_what_it_lacks() -> None:
    incident = Incident()
    until = incident.now + timedelta(hours=19)
    incident.do(
        add(
            purpose="resource",
            text="Medborgarhuset, 5 salar",
            resource="promised",
            until=until,
            suffices="no",
            shortage="1 sal till",
        )
    )
    card = only(incident, "resource")
    assert [(t.word, t.icon, t.signal) for t in card.tags] == [
        ("utlovad fre 08:05", "calendar-clock", "neutral"),
        ("räcker inte", "triangle-alert", "alarm"),
    ]
    assert card.note == "saknas: 1 sal till"


def test_a_secret_card_says_by_which_provision() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="Misstänkt anlagd", secrecy="OSL 18:1"))
    assert [(t.word, t.icon) for t in only(incident, "event").tags] == [("OSL 18:1", "lock")]


def test_nothing_has_changed_before_the_first_frozen_board() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="Brand"))
    assert rows(incident).changed == ""
    assert rows(incident).next_number == 1
    assert only(incident, "event").change == ""


def test_new_changed_and_gone_are_counted_since_the_last_frozen_board() -> None:
    incident = Incident()
    for text in ("ett", "två", "tre"):
        incident.do(add(purpose="event", text=text))
    incident.do(board.commands.Freeze())
    incident.do(add(purpose="event", text="fyra"))
    incident.do(board.commands.EditCard(card=1, text="ett och ett halvt"))
    incident.do(board.commands.StrikeCard(card=2, reason="fel"))
    found = rows(incident)
    assert found.changed == "ändrad sedan nr 1: 1 ny, 1 ändrad, 1 borta"
    assert found.next_number == 2
    assert [(c.text, c.change) for c in column(incident, "event").cards] == [
        ("ett och ett halvt", "changed"),
        ("tre", ""),
        ("fyra", "new"),
    ]


def test_a_frozen_board_stands_as_it_was_with_what_went_since_the_one_before() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="ett"))
    incident.do(add(purpose="event", text="två"))
    incident.do(board.commands.Freeze())
    incident.do(board.commands.StrikeCard(card=1, reason="fel"))
    incident.wait(30)
    incident.do(board.commands.Freeze(name="middag"))
    incident.do(board.commands.EditCard(card=2, text="senare"))
    second = frozen_rows(incident.state, 2, incident.now)
    assert second.past == "Lägesbild 2 (middag), fryst 13:35"
    cards = next(c for c in second.columns if c.purpose == "event").cards
    assert [(c.text, c.change, c.struck) for c in cards] == [("två", "", False), ("ett", "gone", True)]
    assert [f.title for f in second.frozen] == ["1", "2 middag"]


def test_there_is_no_frozen_board_with_an_unknown_number() -> None:
    incident = Incident()
    with pytest.raises(KeyError):
        frozen_rows(incident.state, 1, incident.now)


def test_the_forecast_is_shown() -> None:
    incident = Incident()
    incident.do(board.commands.SetForecast(which="worst", text="Hus A brinner"))
    assert (rows(incident).worst, rows(incident).likely) == ("Hus A brinner", "")


def test_a_secret_forecast_has_its_lock_however_it_was_marked() -> None:
    incident = Incident()
    incident.do(board.commands.SetForecast(which="worst", text="Hot mot skolan", secrecy="OSL 18:1"))
    incident.do(board.commands.SetForecast(which="likely", text="Lugnt i kväll"))
    assert rows(incident).worst_lock == TagRow(word="OSL 18:1", icon="lock", signal="neutral")
    assert rows(incident).likely_lock is None
    incident.do(secrecy.commands.Mark(ref="forecast:likely", provision="OSL 18:8"))
    assert rows(incident).likely_lock == TagRow(word="OSL 18:8", icon="lock", signal="neutral")
    incident.do(board.commands.Freeze())
    frozen = frozen_rows(incident.state, 1, incident.now)
    assert (frozen.worst_lock, frozen.likely_lock) == (rows(incident).worst_lock, rows(incident).likely_lock)
    incident.do(secrecy.commands.Lift(ref="forecast:worst", reason="offentligt nu"))
    assert rows(incident).worst_lock is None


def test_a_card_that_nothing_happened_to_is_the_same_row_as_before() -> None:
    incident = Incident()
    incident.do(add(purpose="event", text="ett"))
    incident.do(add(purpose="event", text="två"))
    before = column(incident, "event").cards
    incident.wait(1).do(board.commands.EditCard(card=2, text="annat"))
    after = column(incident, "event").cards
    assert after[0] is before[0]
    assert after[1].text == "annat"


def test_an_uncertainty_gets_late_as_time_goes() -> None:
    incident = Incident()
    incident.do(add(purpose="uncertainty", text="Var?", needed_by=incident.now + timedelta(minutes=10)))
    assert only(incident, "uncertainty").late == ""
    incident.wait(12)
    assert only(incident, "uncertainty").late == "sen 2 min"


def test_a_long_list_of_changes_is_cut_and_counts_the_rest() -> None:
    incident = Incident()
    incident.do(board.commands.Freeze())
    for n in range(MOST + 3):
        incident.do(board.commands.AddCard(column="handelse", text=f"Kort {n}"))
    listed = change_list(incident.state, board_rows(incident.state, incident.now))
    assert (len(listed.rows), listed.more) == (MOST, 3)


def test_before_any_frozen_board_the_list_says_how_to_freeze() -> None:
    incident = Incident()
    listed = change_list(incident.state, board_rows(incident.state, incident.now))
    assert (listed.words, listed.rows) == ("Ingen lägesbild är fryst än. F7 fryser tavlan.", ())
