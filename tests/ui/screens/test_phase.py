"""The phase on screen: signing, dropping, judging, appointing, undoing, with keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.features import checklists, decisions, tasks
from crisisdesk.ui.kit.choices import Segmented
from crisisdesk.ui.kit.row_list import RowList
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Chip, LineEdit, TickBox
from crisisdesk.ui.screens.phase.screen import PhaseScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import click

Open = Callable[[str], Play[PhaseScreen]]
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def open_phase(qtbot: QtBot, theme: Theme) -> Open:
    """Return what opens a phase of a fresh incident."""
    return lambda phase: Play(qtbot, PhaseScreen(theme, phase))


def focused(play: Play[PhaseScreen]) -> str:
    """Return the focused step."""
    return steps(play).focused_key()


def steps(play: Play[PhaseScreen]) -> RowList:
    """Return the list of steps."""
    found = play.screen.findChild(RowList)
    assert isinstance(found, RowList)
    return found


def test_space_signs_and_moves_on_to_the_next_unsigned(open_phase: Open) -> None:
    play = open_phase("4")
    play.do(checklists.commands.Sign(item="4.2"))
    play.press(SPACE)
    assert play.wish(checklists.commands.Sign) == checklists.commands.Sign(item="4.1")
    assert focused(play) == "4.3"
    assert play.focus() is steps(play)
    assert "2 av 9" in play.texts()


def test_any_step_can_be_signed_first(open_phase: Open) -> None:
    play = open_phase("4")
    play.press(Qt.Key.Key_End)
    play.press(SPACE)
    assert play.wish(checklists.commands.Sign).item == "4.9"
    assert focused(play) == "4.1"


def test_the_box_signs_as_space_does(open_phase: Open) -> None:
    play = open_phase("4")
    box = next(box for box in play.screen.findChildren(TickBox) if box.accessibleName().startswith("4.3"))
    click(box, box.rect().center())
    assert play.wish(checklists.commands.Sign).item == "4.3"
    assert box.isChecked()


def test_only_the_next_step_is_open_with_its_actions(open_phase: Open) -> None:
    play = open_phase("4")
    assert play.button("Signera MK").isVisible()
    assert len([text for text in play.texts() if text.startswith("Signera MK")]) == 1
    play.press(Qt.Key.Key_Down)
    assert len([text for text in play.texts() if text.startswith("Signera MK")]) == 1


def test_without_a_keeper_the_sign_is_a_dash(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, PhaseScreen(theme, "1"), Incident(keeper=""))
    assert play.button("Signera –")


def test_undo_is_offered_for_a_while_and_then_gone(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, PhaseScreen(theme, "4", undo_ms=1))
    play.press(SPACE)
    qtbot.waitUntil(lambda: "Ångra" not in play.texts())
    play.press(Qt.Key.Key_Z, CTRL)
    assert play.wish(checklists.commands.Sign)


def test_ctrl_z_takes_the_last_sign_back_and_goes_there(open_phase: Open) -> None:
    play = open_phase("4")
    play.press(SPACE)
    assert "Ångra" in play.texts()
    play.press(Qt.Key.Key_Z, CTRL)
    assert play.wish(checklists.commands.Undo) == checklists.commands.Undo(item="4.1")
    assert focused(play) == "4.1"
    assert "Ångra" not in play.texts()


def test_ctrl_r_withdraws_a_signed_step_with_a_reason(open_phase: Open) -> None:
    play = open_phase("4")
    play.do(checklists.commands.Sign(item="4.1"))
    play.press(Qt.Key.Key_Home)
    play.press(Qt.Key.Key_R, CTRL)
    play.press(ENTER, CTRL)
    assert not play.asked
    assert "Skriv varför signeringen tas tillbaka." in play.texts()
    play.write("fel person nåddes")
    play.press(ENTER, CTRL)
    assert play.wish(checklists.commands.Undo).reason == "fel person nåddes"
    assert (focused(play), play.focus()) == ("4.1", steps(play))


def test_sign_as_another_keeps_who_did_it_and_when(open_phase: Open) -> None:
    play = open_phase("4")
    play.incident.wait(30)
    play.show()
    play.button("Signera som").click()
    play.press(ENTER, CTRL)
    assert "Skriv signaturen för den som gjorde det." in play.texts()
    play.write("LS")
    play.press(ENTER)
    play.write("13.20")
    play.press(ENTER, CTRL)
    wish = play.wish(checklists.commands.Sign)
    assert (wish.item, wish.done_by) == ("4.1", "LS")
    assert "13:20 LS" in play.texts()
    assert focused(play) == "4.2"


def test_not_called_for_needs_a_reason_or_a_decision(open_phase: Open) -> None:
    play = open_phase("4")
    play.button("Ej aktuellt").click()
    play.press(ENTER, CTRL)
    assert play.asked  # the rule itself refuses
    assert "Skriv varför punkten inte är aktuell." in play.texts()
    play.write("redan på plats")
    play.press(ENTER, CTRL)
    assert play.wish(checklists.commands.Drop).reason == "redan på plats"
    assert focused(play) == "4.2"


def test_to_task_brings_the_step_along_and_leaves_it_unsigned(open_phase: Open) -> None:
    play = open_phase("4")
    play.screen.go_to("step:4.7")
    play.button("Till uppgift").click()
    play.write("Begär samverkansperson från räddningstjänsten")
    play.named(LineEdit, "Klart senast").setFocus()
    play.write("snart")
    play.press(ENTER, CTRL)
    assert not play.asked
    play.write("14:00")
    play.press(ENTER, CTRL)
    wish = play.wish(tasks.commands.Add)
    assert (wish.source, wish.text) == ("step:4.7", "Begär samverkansperson från räddningstjänsten")
    assert wish.due_at is not None
    assert focused(play) == "4.7"
    chip = next(chip for chip in play.screen.findChildren(Chip) if chip.text() == "Uppgift 1")
    chip.pressed.emit()
    assert play.places == ["task:1"]


def test_the_judgement_asks_for_a_ground_and_opens_the_next_phase(open_phase: Open) -> None:
    play = open_phase("3")
    play.press(SPACE)  # 3.1
    assert focused(play) == "3.2"
    play.press(SPACE)
    assert not isinstance(play.focus(), RowList)
    answer = play.named(Segmented, "Svar")
    play.press(SPACE)
    assert answer.value() == "yes"
    play.press(ENTER, CTRL)
    assert "Välj minst en grund för bedömningen." in play.texts()
    for box in play.screen.findChildren(TickBox):
        if box.text().startswith(("a)", "c)")):
            box.click()
    play.press(ENTER, CTRL)
    wish = play.wish(decisions.commands.Record)
    assert (wish.step, wish.answer, wish.grounds) == ("3.2", "yes", ("3.2a", "3.2c"))
    play.button("Fortsätt till 4").click()
    assert play.places == ["phase:4"]


def test_a_judgement_without_an_answer_asks_for_one(open_phase: Open) -> None:
    play = open_phase("3")
    play.screen.go_to("step:3.2")
    play.press(SPACE)
    play.press(ENTER, CTRL)
    assert "Svara ja eller nej." in play.texts()


def test_a_no_asks_for_no_ground(open_phase: Open) -> None:
    play = open_phase("3")
    play.screen.go_to("step:3.2")
    play.press(SPACE)
    answer = play.named(Segmented, "Svar")
    box = next(box for box in play.screen.findChildren(TickBox) if box.text().startswith("a)"))
    box.click()
    answer.set_value("no")
    answer.changed.emit("no")
    assert not box.isVisible()
    play.press(ENTER, CTRL)
    assert play.wish(decisions.commands.Record).grounds == ()
    assert focused(play) == "3.3"


def test_appointing_names_the_person_and_the_sign(open_phase: Open) -> None:
    play = open_phase("5")
    play.press(SPACE)
    play.press(ENTER, CTRL)
    assert "Skriv vem som utses." in play.texts()
    chip = next(chip for chip in play.screen.findChildren(Chip) if chip.text() == "Förvaltningschef")
    chip.pressed.emit()
    play.write("LS")
    play.press(ENTER, CTRL)
    wish = play.wish(decisions.commands.Record)
    assert (wish.step, wish.appoints, wish.appointed_sign) == ("5.1a", "Förvaltningschef", "LS")
    assert focused(play) == "5.1b"


def test_a_step_can_be_settled_by_a_decision(open_phase: Open) -> None:
    play = open_phase("4")
    play.screen.go_to("step:4.2")
    play.button("Till beslut").click()
    play.write("Hela larmlistan kallas")
    play.press(ENTER, CTRL)
    wish = play.wish(decisions.commands.Record)
    assert (wish.step, wish.text) == ("4.2", "Hela larmlistan kallas")
    assert focused(play) == "4.3"


def test_enter_goes_where_the_step_leads(open_phase: Open) -> None:
    play = open_phase("4")
    play.screen.go_to("step:4.4")
    play.press(ENTER)
    assert play.places == ["call_list"]


def test_what_is_half_written_stays_when_something_else_happens(open_phase: Open) -> None:
    play = open_phase("4")
    play.button("Ej aktuellt").click()
    field = play.focus()
    play.write("redan")
    play.do(checklists.commands.Sign(item="4.4"))
    assert play.focus() is field
    assert isinstance(field, LineEdit)
    assert field.text() == "redan"


def test_arrows_in_a_form_do_not_move_the_steps(open_phase: Open) -> None:
    play = open_phase("4")
    play.button("Ej aktuellt").click()
    play.press(Qt.Key.Key_Down)
    assert focused(play) == "4.1"
    play.press(Qt.Key.Key_Escape)
    assert play.focus() is steps(play)


def test_a_text_being_written_is_handed_over_and_put_back(open_phase: Open) -> None:
    play = open_phase("4")
    drafts: dict[str, str] = {}
    play.screen.draft_changed.connect(drafts.__setitem__)
    play.screen.go_to("step:4.2")
    play.button("Till beslut").click()
    play.write("Hela larmlistan kallas")
    assert drafts == {"decide:4.2": "Hela larmlistan kallas"}
    again = open_phase("4")
    again.screen.restore_draft("decide:4.2", drafts["decide:4.2"])
    again.press(ENTER, CTRL)
    assert again.wish(decisions.commands.Record).text == "Hela larmlistan kallas"
    play.button("Avbryt").click()
    assert drafts["decide:4.2"] == ""


def test_places_that_are_here(open_phase: Open) -> None:
    play = open_phase("4")
    assert play.screen.go_to("step:4.6")
    assert focused(play) == "4.6"
    assert play.screen.go_to("phase:4")
    assert open_phase("5").screen.go_to("group:5.1")
    assert not play.screen.go_to("step:5.2")
    assert not play.screen.go_to("decision:1")


def test_a_minute_that_changes_nothing_leaves_every_widget(open_phase: Open) -> None:
    play = open_phase("4")
    before = play.button("Signera MK")
    play.incident.wait(1)
    play.show()
    assert play.button("Signera MK") is before
