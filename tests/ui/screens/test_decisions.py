"""The decisions screen: what lacks stands first, sheets fill in, answers stay at their fields."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import board, decisions, tasks
from crisisdesk.ui.kit.detail import LinkButton
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.screen import PrintWish
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import IconButton
from crisisdesk.ui.screens.decisions.screen import DecisionsScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import Heard

KEY = Qt.Key


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[DecisionsScreen]:
    """Return the screen with an incomplete decision and a whole one."""
    incident = Incident()
    incident.do(decisions.commands.Record(text="Stäng ventilationen"))
    incident.do(
        decisions.commands.Record(
            text="Ställ in undervisningen",
            decider="Ordförande",
            reason="Rök",
            responsible="Rektor",
            follow_up_at=incident.now + timedelta(minutes=55),
        )
    )
    return Play(qtbot, DecisionsScreen(theme), incident)


def form(play: Play[DecisionsScreen]) -> Form:
    assert play.screen.host.sheet is not None
    return play.screen.host.sheet.form


def send(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_Return, CTRL)


def test_an_empty_screen_says_what_belongs_here(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, DecisionsScreen(theme))
    assert any(text.startswith("Här står besluten") for text in play.texts())
    play.press(KEY.Key_Insert)
    assert play.focus_name() == "Vad beslutas?"


def test_the_incomplete_one_is_first_and_shown(play: Play[DecisionsScreen]) -> None:
    assert play.screen.list.keys() == ["decision:1", "decision:2"]
    assert play.screen.pane.look is not None
    assert play.screen.pane.look.key == "decision:1"
    assert "Saknar beslutat av, motivering, ansvarig och uppföljning" in play.texts()


def test_arrows_show_another_decision(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_Down)
    assert "Ställ in undervisningen" in play.texts()
    assert play.screen.pane.look is not None
    assert play.screen.pane.look.key == "decision:2"


def test_f2_completes_and_the_decision_moves_down(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_F2)
    assert play.focus_name() == "Beslutat av"
    form(play).set_values(
        {"decider": "Chefen", "reason": "Rök", "responsible": "Jouren", "follow_up_at": "16:00"}
    )
    send(play)
    wish = play.wish(decisions.commands.Complete)
    assert (wish.decider, wish.reason, wish.mandate) == ("Chefen", "Rök", None)
    assert wish.follow_up_at is not None
    assert wish.follow_up_at.isoformat() == "2027-01-14T15:00:00+00:00"
    assert play.screen.list.keys() == ["decision:2", "decision:1"]
    assert play.screen.list.current() == "decision:1", "the focus follows the decision"


def test_a_follow_up_that_was_not_touched_is_not_read_anew(play: Play[DecisionsScreen]) -> None:
    play.incident.wait(120)
    play.show()
    play.screen.go_to("decision:2")
    play.press(KEY.Key_F2)
    form(play).set_values({"mandate": "Delegation"})
    send(play)
    assert play.wish(decisions.commands.Complete).follow_up_at is None


def test_a_time_that_is_none_is_refused_at_its_field(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_F2)
    form(play).set_values({"follow_up_at": "snart"})
    send(play)
    assert form(play).field("follow_up_at").error().startswith("Skriv tiden så")
    assert play.focus_name() == "Uppföljning"
    assert not play.asked


def test_a_new_decision_needs_its_text_alone(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_Insert)
    send(play)
    assert form(play).field("text").error() == "Skriv vad som beslutas."
    form(play).set_values({"text": "Avvakta med presskonferens", "waits": True})
    send(play)
    wish = play.wish(decisions.commands.Record)
    assert (wish.text, wish.waits, wish.replaces) == ("Avvakta med presskonferens", True, 0)
    assert play.screen.host.sheet is None


def test_a_new_decision_can_rest_on_open_uncertainties(play: Play[DecisionsScreen]) -> None:
    for text in ("Vem saknas?", "Brinner vinden?"):
        play.do(board.commands.AddCard(text=text, purpose="uncertainty"))
    play.press(KEY.Key_Insert)
    form(play).set_values({"text": "Leta", "rests_on": "ett"})
    send(play)
    assert form(play).field("rests_on").error()
    form(play).set_values({"rests_on": "1, 2"})
    send(play)
    assert play.wish(decisions.commands.Record).rests_on == (1, 2)


def test_progress_is_said_with_a_note(play: Play[DecisionsScreen]) -> None:
    play.button("Läge").click()
    form(play).set_values({"progress": "done", "note": "Avstängd 13:10"})
    send(play)
    assert play.wish(decisions.commands.SetProgress) == decisions.commands.SetProgress(
        decision=1, progress="done", note="Avstängd 13:10"
    )
    assert "genomfört" in play.texts()


def test_ctrl_r_takes_back_with_a_reason(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    send(play)
    assert form(play).field("reason").error() == "Skriv varför beslutet återkallas."
    play.write("Fel hus")
    send(play)
    assert play.wish(decisions.commands.Revoke) == decisions.commands.Revoke(decision=1, reason="Fel hus")
    assert "Återkallat: Fel hus." in play.texts()
    play.press(KEY.Key_R, CTRL)
    assert play.screen.host.sheet is None, "what no longer holds is not taken back again"


def test_a_decision_is_replaced_by_another(play: Play[DecisionsScreen]) -> None:
    play.screen.go_to("decision:2")
    play.button("Ersätt").click()
    play.write("Undervisning på distans")
    send(play)
    assert play.wish(decisions.commands.Record).replaces == 2
    assert play.screen.list.keys()[-1] == "decision:2"


def test_a_task_comes_from_the_decision(play: Play[DecisionsScreen]) -> None:
    play.screen.go_to("decision:2")
    play.button("Uppgift").click()
    form(play).set_values({"text": "Ordna lokal", "owner": "Stabschef", "due_at": "16:00"})
    send(play)
    wish = play.wish(tasks.commands.Add)
    assert (wish.source, wish.owner) == ("decision:2", "function:stabschef")
    named = [link for link in play.screen.findChildren(LinkButton) if link.text().startswith("Uppgift 1")]
    named[0].click()
    assert play.places == ["task:1"]


def test_late_follow_up_is_told_when_its_time_has_passed(play: Play[DecisionsScreen]) -> None:
    assert not any("sen" in text.split() for text in play.texts())
    play.incident.wait(67)
    play.show()
    assert "Uppföljning 14:00, 12 min sen" in play.texts()


def test_a_form_that_is_being_filled_in_stays_when_something_happens(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_F2)
    play.write("Che")
    play.do(decisions.commands.Record(text="Annat beslut"))
    assert form(play).text_of("decider") == "Che"
    assert play.focus_name() == "Beslutat av"
    play.press(KEY.Key_Escape)
    assert play.focus_name() == "Beslut"
    assert play.screen.list.current() == "decision:1"


def test_enter_goes_into_the_detail_and_escape_back(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_Return)
    assert play.focus_name() == "Nr 3 i loggen"
    play.press(KEY.Key_Escape)
    assert play.focus_name() == "Beslut"


def test_places_lead_to_decisions(play: Play[DecisionsScreen]) -> None:
    assert play.screen.go_to("decision:2")
    assert play.focus_name() == "Beslut"
    assert play.screen.list.current() == "decision:2"
    assert not play.screen.go_to("decision:9")
    play.button("Skriv ut").click()
    assert play.prints == ["decisions"]


def test_a_draft_comes_back(play: Play[DecisionsScreen]) -> None:
    play.screen.restore_draft("decision:new", "Halvt beslut")
    assert form(play).text_of("text") == "Halvt beslut"


def test_list_and_detail_take_turns_where_it_is_narrow(play: Play[DecisionsScreen]) -> None:
    play.screen.resize(600, 632)
    assert not play.screen.pane.isVisible()
    play.press(KEY.Key_Return)
    assert play.screen.pane.isVisible()
    assert not play.screen.list.isVisible()
    play.press(KEY.Key_Escape)
    assert play.screen.list.isVisible()
    play.press(KEY.Key_Return)
    play.named(IconButton, "Tillbaka till listan").click()
    assert play.screen.list.isVisible()
    play.screen.resize(1158, 632)
    assert play.screen.list.isVisible()
    assert play.screen.pane.isVisible()


def test_a_decision_begun_in_a_meeting_goes_on_here(play: Play[DecisionsScreen]) -> None:
    links = ("meeting:1", "point:1/5.2.1")
    typed = {"text": "Utrym plan 2 & 3", "decider": "Ordförande", "follow_up_at": "16:00"}
    assert play.screen.go_to(NewPlace("decision", links, typed).place)
    assert play.focus_name() == "Vad beslutas?"
    send(play)
    wish = play.wish(decisions.commands.Record)
    assert (wish.text, wish.decider, wish.links) == ("Utrym plan 2 & 3", "Ordförande", links)
    assert wish.follow_up_at is not None


def test_a_decision_from_a_meeting_waits_for_one_that_is_being_written(play: Play[DecisionsScreen]) -> None:
    play.press(KEY.Key_Insert)
    form(play).set_values({"text": "Stäng grinden"})
    assert play.screen.go_to(NewPlace("decision", ("meeting:1",), {"text": "Utrym plan 2"}).place)
    assert form(play).text_of("text") == "Stäng grinden"
    assert any(text.startswith("Spara eller avbryt det här först") for text in play.texts())
    send(play)
    assert play.wish(decisions.commands.Record).text == "Stäng grinden"
    assert "Nytt beslut" in play.texts()
    assert form(play).text_of("text") == "Utrym plan 2"
    send(play)
    assert play.wish(decisions.commands.Record).links == ("meeting:1",)
    assert play.screen.host.sheet is None


def test_what_comes_from_a_meeting_is_a_draft_here(play: Play[DecisionsScreen]) -> None:
    kept = Heard(play.screen.draft_changed)
    play.screen.go_to(NewPlace("decision", ("meeting:1",), {"text": "Utrym"}).place)
    assert kept.all[-1] == ("decision:new", "Utrym")


def test_an_emptied_follow_up_time_is_taken_away(play: Play[DecisionsScreen]) -> None:
    play.screen.act("decision:2", "complete")
    form(play).set_values({"follow_up_at": ""})
    play.press(KEY.Key_Return, CTRL)
    assert play.incident.state[decisions.FEATURE].decisions[2].follow_up_at is None
    assert play.incident.lines()[-1].endswith("Beslut 2: ingen uppföljning (före: 14:00).")


def test_a_decision_is_printed_with_its_picture(play: Play[DecisionsScreen]) -> None:
    wishes: list[object] = []
    play.screen.print_requested.connect(wishes.append)
    play.screen.act("decision:2", "print")
    assert wishes == [PrintWish(part="decision", number=2)]
