"""What stands unsent in any form is kept with its place, said at the start, and there when it is opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crisisdesk.session.drafts import Drafts
from crisisdesk.ui.kit import form_drafts
from crisisdesk.ui.kit.form_drafts import TextDraft
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.screen import Screen
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.widgets import Column, LineEdit
from crisisdesk.ui.shell import sheets
from crisisdesk.ui.shell.left_drafts import LEFT, found_in
from tests.support.window_play import Desk, press, write
from tests.ui.kit.hands import Heard

TITLE = "Komplettera beslut 3"
KEY = f"{form_drafts.FORM}{TITLE}"


class Place(Screen):
    def show_state(self, state: object, now: object) -> None:
        """Show nothing."""

    def place(self) -> str:
        return "decision:3"


def made(
    qtbot: QtBot, theme: Theme, *, inline: bool = False, left: str = ""
) -> tuple[Place, Sheet | InlineForm]:
    """Return a screen with an open form in it, which has a text, a line and a tick."""
    form = Form(theme)
    form.text("reason", "Skäl", "gammalt")
    form.line("decider", "Beslutat av")
    form.check("waits", "Väntar")
    screen = Place(theme)
    qtbot.addWidget(screen)
    screen.draft_home.left = {KEY: left} if left else {}
    box = (
        InlineForm(theme, TITLE, form, primary="Spara")
        if inline
        else Sheet(theme, TITLE, form, primary="Spara")
    )
    Column(theme, screen).addWidget(box)
    screen.show()
    return screen, box


def typed(qtbot: QtBot, screen: Place, box: Sheet | InlineForm, text: str = "nytt skäl") -> str:
    """Write in the form and return the draft that it hands over."""
    heard = Heard(screen.draft_changed)
    box.form.field("reason").set_value(text)
    box.form.changed.emit("reason")
    qtbot.waitUntil(lambda: bool(heard.all))
    key, draft = heard.all[-1]
    assert key == KEY
    return str(draft)


def test_what_was_changed_comes_back_when_the_form_is_opened_again(qtbot: QtBot, theme: Theme) -> None:
    for inline in (False, True):
        kept = typed(qtbot, *made(qtbot, theme, inline=inline))
        draft = form_drafts.read(kept)
        assert draft is not None
        assert (draft.place, draft.values) == ("decision:3", {"reason": "nytt skäl"})
        _screen, again = made(qtbot, theme, inline=inline, left=kept)
        assert again.form.text_of("reason") == "nytt skäl"


def test_a_tick_comes_back_as_a_tick(qtbot: QtBot, theme: Theme) -> None:
    left = '{"values":{"waits":true,"gone":"x"}}'
    _screen, box = made(qtbot, theme, left=left)
    assert box.form.ticked("waits")


def test_a_form_that_is_taken_away_leaves_no_draft(qtbot: QtBot, theme: Theme) -> None:
    screen, box = made(qtbot, theme)
    typed(qtbot, screen, box)
    heard = Heard(screen.draft_changed)
    box.hide()
    assert heard.all == [(KEY, "")]


def test_a_screen_that_goes_out_of_sight_keeps_it_at_once(qtbot: QtBot, theme: Theme) -> None:
    screen, box = made(qtbot, theme)
    heard = Heard(screen.draft_changed)
    box.form.field("reason").set_value("halvt")
    box.form.changed.emit("reason")
    screen.hide()
    assert [key for key, text in heard.all if text] == [KEY]


def test_a_change_that_is_taken_back_is_no_draft(qtbot: QtBot, theme: Theme) -> None:
    screen, box = made(qtbot, theme)
    typed(qtbot, screen, box)
    assert typed(qtbot, screen, box, "gammalt") == ""


def test_the_windows_own_sheets_keep_theirs(desk: Desk, qtbot: QtBot) -> None:
    bridge = desk.window.bridge
    desk.window.overlays.ask(sheets.rename(desk.window.overlays.theme, bridge.state), bridge)
    write("X")
    key = "window/form:Händelsens namn"
    qtbot.waitUntil(lambda: key in Drafts(desk.path).load())
    press(Qt.Key.Key_Escape)
    assert key not in Drafts(desk.path).load()


def test_the_start_says_what_waits_and_leads_there(make_desk: Callable[..., Desk]) -> None:
    first = make_desk()
    key = "decisions/" + KEY
    Drafts(first.path).keep(key, '{"place":"decision:3","values":{"reason":"halvt"}}')
    found = found_in(Drafts(first.path).load(), first.window.frame.deck.specs())
    assert [(d.words, d.place) for d in found] == [(TITLE, "decision:3")]
    first.window.left._at_start = Drafts(first.path).load()  # pyright: ignore[reportPrivateUsage]
    first.window.left.tell(first.window.frame.deck.specs())
    first.window.frame.notices.acted.emit(LEFT, "go")
    assert first.made["decisions"].places == ["decision:3"]


def test_forms_with_one_title_in_two_rows_have_a_draft_each(qtbot: QtBot, theme: Theme) -> None:
    screen = Place(theme)
    qtbot.addWidget(screen)
    forms: dict[str, Form] = {}

    def row(key: str) -> InlineForm:
        form = forms[key] = Form(theme)
        form.line("at", "Tid")
        return InlineForm(theme, "Signera åt någon annan", form, primary="Signera")

    rows = RowList(theme, "Punkter")
    Column(theme, screen).addWidget(rows)
    screen.draft_home.left = {"form:Signera åt någon annan@2": '{"values":{"at":"14.10"}}'}
    rows.set_rows([RowSpec(key, partial(row, key)) for key in ("1", "2")])
    screen.show()
    assert [forms[key].text_of("at") for key in ("1", "2")] == ["", "14.10"]


def test_a_line_in_no_form_is_kept_until_it_is_put_away(qtbot: QtBot, theme: Theme) -> None:
    screen = Place(theme)
    qtbot.addWidget(screen)
    edit = LineEdit(theme, "Troligast")
    TextDraft(edit, "Troligast")
    Column(theme, screen).addWidget(edit)
    screen.draft_home.left = {"form:Troligast": '{"values":{"text":"utdraget"}}'}
    screen.show()
    assert edit.text() == "utdraget"
    heard = Heard(screen.draft_changed)
    edit.hide()
    assert heard.all[-1] == ("form:Troligast", "")
