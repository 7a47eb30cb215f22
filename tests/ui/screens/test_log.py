"""The log screen: lines come and change without moving what is read; keys and buttons wish for commands."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import board, calls, checklists, decisions, log, secrecy, tasks
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.detail import LinkButton
from crisisdesk.ui.kit.log_row import LogRow
from crisisdesk.ui.kit.new_place import NewPlace
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import EmptyState, IconButton
from crisisdesk.ui.screens.log import rows
from crisisdesk.ui.screens.log.screen import LogScreen
from tests.support.incident_play import Incident
from tests.support.screen_play import CTRL, Play
from tests.ui.kit.hands import Heard, press

KEY = Qt.Key


def line(text: str, **fields: object) -> log.commands.Record:
    return log.commands.Record(text=text, **fields)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Play[LogScreen]:
    """Return the log with three entries, the last of them current."""
    incident = Incident()
    for text in ("Rök i trapphuset", "Tre elever till sjukhus", "Hus B utrymt"):
        incident.do(line(text, kind="in"))
    made = Play(qtbot, LogScreen(theme), incident)
    made.screen.resize(1158, 632)
    return made


def shown(play: Play[LogScreen]) -> list[int]:
    return [row.number for row in play.screen.view.rows()]


def shown_line(play: Play[LogScreen]) -> str:
    look = play.screen.pane.look
    return look.key if look is not None else ""


def press_action(play: Play[LogScreen], action: str) -> None:
    button = play.screen.pane.button(action)
    assert button is not None
    button.click()


def send(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_Return, CTRL)


# ---------------------------------------------------------------- lines


def test_an_empty_log_says_what_belongs_here(qtbot: QtBot, theme: Theme) -> None:
    play = Play(qtbot, LogScreen(theme), Incident(keeper=""))
    assert not any("Här står allt" in text for text in play.texts())
    empty = LogScreen(theme)
    qtbot.addWidget(empty)
    empty.show_state(State(), play.incident.now)
    assert "Här står allt som loggas" in empty.findChildren(EmptyState)[0].accessibleName()
    assert empty.view.isHidden()


def test_the_newest_line_is_first_and_current(play: Play[LogScreen]) -> None:
    assert shown(play) == [5, 4, 3, 2, 1]
    assert play.screen.view.current() == 5
    assert shown_line(play) == "line:5"


def test_a_new_line_leaves_the_current_one(play: Play[LogScreen]) -> None:
    play.screen.go_to("line:4")
    play.do(line("Ny"))
    assert shown(play) == [6, 5, 4, 3, 2, 1]
    assert play.screen.view.current() == 4
    assert shown_line(play) == "line:4"


def test_what_changes_elsewhere_is_seen_in_the_line(play: Play[LogScreen]) -> None:
    play.screen.go_to("line:4")
    play.do(log.commands.SetReliability(number=4, reliability="confirmed"))
    row = play.screen.view.rows()[2]
    assert [tag.word for tag in row.tags] == ["bekräftad"]
    assert "bekräftad" in play.texts()


def test_nothing_happens_when_nothing_has_changed(play: Play[LogScreen]) -> None:
    before = play.screen.view.rows()
    play.incident.wait(1)
    play.show()
    assert all(now is then for now, then in zip(play.screen.view.rows(), before, strict=True))


def test_only_rows_in_sight_are_made(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    made: set[int] = set()
    real = rows.row

    def counted(state: State, number: int, *, by_number: bool = True) -> LogRow:
        made.add(number)
        return real(state, number, by_number=by_number)

    monkeypatch.setattr(rows, "row", counted)
    incident = Incident()
    for n in range(400):
        incident.do(line(f"Rad {n}"))
    play = Play(qtbot, LogScreen(theme), incident)
    play.do(line("Ny"))
    assert len(made) < 60
    assert max(made) == 403


# ---------------------------------------------------------------- search and filters


def test_search_narrows_while_one_types_and_escape_brings_all_back(play: Play[LogScreen]) -> None:
    play.screen.go_to("log:search")
    play.write("elever")
    assert shown(play) == [4]
    assert shown_line(play) == "line:4"
    assert "1 av 5 rader" in play.texts()
    play.press(KEY.Key_Escape)
    assert shown(play) == [5, 4, 3, 2, 1]
    play.press(KEY.Key_Escape)
    assert play.focus_name() == "Loggens rader"


def test_search_for_nothing_says_so(play: Play[LogScreen]) -> None:
    play.screen.go_to("log:search")
    play.write("xyz")
    assert shown(play) == []
    assert "Ingen rad stämmer med sökningen." in play.texts()


def test_a_new_line_comes_in_only_when_it_is_one_of_the_choice(play: Play[LogScreen]) -> None:
    play.screen.head.quick["in"].pressed.emit()
    assert shown(play) == [5, 4, 3]
    play.do(line("Egen"), line("Polisen ringer", kind="in"))
    assert shown(play) == [7, 5, 4, 3]


def test_a_struck_line_leaves_a_choice_without_struck_ones(play: Play[LogScreen]) -> None:
    play.screen.head.panels.filter.flags["standing"].pressed.emit()
    play.do(log.commands.Strike(number=4, reason="Fel"))
    assert shown(play) == [6, 5, 3, 2, 1]


def test_a_line_that_is_not_in_the_choice_is_gone_to_by_showing_all(play: Play[LogScreen]) -> None:
    play.screen.go_to("log:search")
    play.write("elever")
    assert play.screen.go_to("line:3")
    assert shown(play) == [5, 4, 3, 2, 1]
    assert play.screen.view.current() == 3
    assert not play.screen.go_to("line:99")


def test_order_by_what_happened_moves_a_late_line(play: Play[LogScreen]) -> None:
    early = play.incident.now
    play.incident.wait(30)
    play.do(line("Sen"), line("Tidig", happened_at=early))
    play.button("Ordning").click()
    assert shown(play)[0] == 6
    assert shown(play).index(7) < shown(play).index(5)


def test_print_asks_for_the_log(play: Play[LogScreen]) -> None:
    play.screen.head.print.click()
    assert play.prints == [PrintWish(part="log")]


# ---------------------------------------------------------------- correction


def test_ctrl_r_corrects_the_current_line(play: Play[LogScreen]) -> None:
    play.screen.go_to("line:4")
    play.press(KEY.Key_R, CTRL)
    assert play.focus_name() == "Ny text"
    play.write("Två elever till sjukhus")
    play.press(KEY.Key_Tab)
    play.write("Fel antal")
    send(play)
    wish = play.wish(log.commands.Correct)
    assert (wish.number, wish.text, wish.reason) == (4, "Två elever till sjukhus", "Fel antal")
    assert (wish.sender, wish.channel) == (None, None), "what was not changed is kept"
    assert play.screen.view.rows()[2].struck
    assert play.focus_name() == "Loggens rader"


def test_after_a_correction_the_new_line_is_current(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    play.write("Hus B och C utrymt")
    play.press(KEY.Key_Tab)
    play.write("Fler hus")
    send(play)
    assert play.screen.view.current() == 6
    assert shown_line(play) == "line:6"


def test_a_line_that_is_not_late_says_so_when_its_reason_is_asked_for(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_F2)
    assert "Rad 5 är inte sen." in play.texts()


def test_letters_after_a_refusal_are_no_new_line(play: Play[LogScreen]) -> None:
    play.screen.go_to("line:1")
    play.press(KEY.Key_R, CTRL)
    assert play.screen.pane.refusing
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(play.focus(), event)
    assert event.isAccepted()
    play.press(KEY.Key_Escape)
    assert not play.screen.pane.refusing


def test_a_correction_without_reason_is_refused_at_the_field(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    send(play)
    sheet = play.screen.host.sheet
    assert sheet is not None
    assert sheet.form.field("reason").error() == "Skriv varför raden ändras."
    assert play.focus_name() == "Varför ändras raden?"
    play.press(KEY.Key_Escape)
    assert play.screen.host.sheet is None


def test_a_line_can_be_struck_without_another(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    sheet = play.screen.host.sheet
    assert sheet is not None
    sheet.form.set_values({"strike": True, "reason": "Dubbel"})
    send(play)
    assert play.wish(log.commands.Strike) == log.commands.Strike(number=5, reason="Dubbel")


@pytest.mark.parametrize(
    ("command", "wished"),
    [
        (decisions.commands.Record(text="Stäng"), decisions.commands.Revoke(decision=1, reason="Fel")),
        (checklists.commands.Sign(item="1.1"), checklists.commands.Undo(item="1.1", reason="Fel")),
        (
            calls.commands.Call(target="Polisen", outcome="reached"),
            calls.commands.Withdraw(call=1, reason="Fel"),
        ),
        (tasks.commands.Add(text="Ring"), tasks.commands.Withdraw(task=1, reason="Fel")),
    ],
)
def test_the_same_key_takes_back_what_another_feature_did(
    play: Play[LogScreen], command: tasks.commands.Add, wished: tasks.commands.Withdraw
) -> None:
    play.do(command)
    play.screen.go_to("line:6")
    play.press(KEY.Key_R, CTRL)
    assert play.focus_name() == "Varför?"
    send(play)
    assert not play.asked, "a reason is asked for first"
    play.write("Fel")
    send(play)
    assert play.asked == [wished]
    assert play.screen.view.rows()[1].struck


def test_a_card_is_struck_from_its_line(play: Play[LogScreen]) -> None:
    play.do(board.commands.AddCard(text="Rök", column=play.incident.state.plan.columns[0].id))
    play.screen.go_to("line:6")
    play.press(KEY.Key_R, CTRL)
    play.write("Fel")
    send(play)
    assert play.wish(board.commands.StrikeCard) == board.commands.StrikeCard(card=1, reason="Fel")


def test_a_line_of_the_program_says_why_it_is_not_corrected(play: Play[LogScreen]) -> None:
    play.screen.go_to("line:1")
    play.press(KEY.Key_R, CTRL)
    assert play.screen.host.sheet is None
    assert any(text.startswith("Rad 1 ändras inte.") for text in play.texts())
    assert not play.button("Rätta").isEnabled()


# ---------------------------------------------------------------- what else is done with a line


def test_a_line_goes_to_the_board_with_its_origin(play: Play[LogScreen]) -> None:
    play.do(line("Lokal stängd", sender="Rektor", reliability="confirmed", secrecy="OSL 26:1"))
    play.screen.go_to("line:6")
    play.button("Till tavlan").click()
    send(play)
    wish = play.wish(board.commands.AddCard)
    assert (wish.text, wish.source, wish.certainty) == ("Lokal stängd", "Rektor", "confirmed")
    assert (wish.origin, wish.secrecy) == (6, "OSL 26:1")
    assert any("Lägesbild" in link.text() for link in play.screen.findChildren(LinkButton))


def test_insert_puts_the_line_up_on_the_board(play: Play[LogScreen]) -> None:
    play.do(line("Lokal stängd"))
    play.screen.go_to("line:6")
    press(play.screen.view.focusProxy(), Qt.Key.Key_Insert)
    send(play)
    assert play.wish(board.commands.AddCard).origin == 6


def test_a_line_becomes_a_task_with_owner_and_deadline(play: Play[LogScreen]) -> None:
    play.button("Uppgift").click()
    sheet = play.screen.host.sheet
    assert sheet is not None
    sheet.form.set_values({"text": "Ring polisen", "owner": "stabschef", "due_at": "hejsan"})
    send(play)
    assert sheet.form.field("due_at").error().startswith("Skriv tiden så")
    sheet.form.set_values({"due_at": "16:00"})
    send(play)
    wish = play.wish(tasks.commands.Add)
    assert (wish.text, wish.owner, wish.source) == ("Ring polisen", "function:stabschef", "line:5")
    assert wish.due_at is not None
    assert wish.due_at.isoformat() == "2027-01-14T15:00:00+00:00"


def test_reliability_is_set_from_the_pane(play: Play[LogScreen]) -> None:
    press_action(play, "reliability")
    sheet = play.screen.host.sheet
    assert sheet is not None
    sheet.form.set_values({"reliability": "contradicted", "because": "nr 3"})
    send(play)
    assert play.wish(log.commands.SetReliability) == log.commands.SetReliability(
        number=5, reliability="contradicted", because=3
    )


def test_the_mark_is_wished_for_from_the_pane_and_shown_in_the_list(play: Play[LogScreen]) -> None:
    wished: list[str] = []
    play.screen.mark_requested.connect(wished.append)
    press_action(play, "secrecy")
    assert wished == ["line:5"] == [play.screen.chosen_ref()]
    play.do(secrecy.commands.Mark(ref="line:5", provision="OSL 18:1"))
    found = [tag.word for row in play.screen.view.rows() if row.number == 5 for tag in row.tags]
    assert "sekretess OSL 18:1" in found


def test_a_late_line_is_explained_from_the_pane(play: Play[LogScreen]) -> None:
    early = play.incident.now
    play.incident.wait(30)
    play.do(line("Sen", happened_at=early))
    play.screen.go_to("line:6")
    play.button("Förklara sen rad").click()
    play.write("Telefonen")
    send(play)
    assert play.wish(log.commands.ExplainLateness).reason == "Telefonen"
    assert play.screen.pane.button("explain") is None


def test_links_lead_to_lines_here_and_to_other_screens(play: Play[LogScreen]) -> None:
    play.do(log.commands.Correct(number=4, text="Två elever", reason="Fel"))
    play.do(tasks.commands.Add(text="Ring", source="line:6"))
    play.screen.go_to("line:6")
    links = {link.text(): link for link in play.screen.findChildren(LinkButton) if link.isVisible()}
    links["Uppgift 1: Ring"].click()
    assert play.places == ["task:1"]
    links["Stryker nr 4: Tre elever till sjukhus"].click()
    assert play.places == ["task:1", "line:4"]


def test_enter_goes_into_the_pane_and_escape_back(play: Play[LogScreen]) -> None:
    play.do(tasks.commands.Add(text="Ring", source="line:5"))
    play.screen.go_to("line:5")
    play.press(KEY.Key_Return)
    assert play.focus_name() == "Uppgift 1: Ring"
    play.press(KEY.Key_Down)
    assert play.focus_name() == "Rätta"
    play.press(KEY.Key_Escape)
    assert play.focus_name() == "Loggens rader"


def test_a_narrow_screen_shows_lines_or_pane(play: Play[LogScreen]) -> None:
    play.screen.resize(700, 632)
    assert not play.screen.pane.isVisible()
    assert play.screen.view.isVisible()
    play.press(KEY.Key_Return)
    assert play.screen.pane.isVisible()
    assert not play.screen.view.isVisible()
    play.press(KEY.Key_Escape)
    assert play.screen.view.isVisible()
    play.press(KEY.Key_Return)
    play.named(IconButton, "Tillbaka till listan").click()
    assert play.screen.view.isVisible()
    play.screen.resize(1158, 632)
    assert play.screen.view.isVisible()
    assert play.screen.pane.isVisible()


# ---------------------------------------------------------------- the entry form, drafts


def test_the_entry_form_is_the_windows(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_E, CTRL)
    play.screen.head.entry.click()
    assert play.screen.go_to("log:entry")
    assert [NewPlace.read(place) for place in play.places] == [NewPlace("entry")] * 3


def test_an_unsent_text_is_handed_over_and_comes_back(
    play: Play[LogScreen], qtbot: QtBot, theme: Theme
) -> None:
    kept = Heard(play.screen.draft_changed)
    play.press(KEY.Key_R, CTRL)
    play.write("Halv")
    assert kept.all[-1] == ("log:correct:5", "Halv")
    play.press(KEY.Key_Escape)
    assert kept.all[-1] == ("log:correct:5", "")
    again = Play(qtbot, LogScreen(theme), play.incident)
    again.screen.restore_draft("log:correct:4", "Två elever")
    field = again.focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Två elever"
    assert shown_line(again) == "line:4"


def test_every_control_has_a_name(play: Play[LogScreen]) -> None:
    play.press(KEY.Key_R, CTRL)
    nameless = [
        w
        for kind in (QLineEdit, QPlainTextEdit, LinkButton)
        for w in play.screen.findChildren(kind)
        if w.isVisible() and not w.accessibleName()
    ]
    assert nameless == []
