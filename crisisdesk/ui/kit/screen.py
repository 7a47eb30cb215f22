"""What every screen is: it shows a state and wishes for commands; it knows no session and no file."""

from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.base.print_wish import PrintWish as PrintWish
from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.form_drafts import DraftHome
from crisisdesk.ui.kit.forms import Sheet
from crisisdesk.ui.kit.theme import Theme


class Screen(QWidget):
    """The base of all screens.

    `command_requested(command, screen)` wishes for a command; whoever carries it out calls `answer` before
    the signal returns. `go_requested(place)` wishes to go to a place such as `log`, `line:23`, `decision:7`,
    `task:2`, `meeting:1`, `card:4`, `phase:4`, `step:4.2`, `function:chair`. `print_requested(wish)` wishes
    for something on paper: a PrintWish, or just the word of a part, such as `decisions`.
    `draft_changed(key, text)` hands over a text that is not sent yet, so that it survives a crash; sheets and
    inline forms in the screen do so themselves.
    `attach_requested(line, source)` wishes to have a file (an `Attachable`) put beside a line of the log;
    it is copied while the user goes on. `content_requested(id, screen)` wishes for the bytes of the
    attachment `23-1`: `take_content` gets them later. `save_requested(id)` wishes for a copy of it on disk.
    `mark_requested(ref)` wishes for the sheet that marks a thing secret or lifts its mark.
    `wall_requested(mode, picture)` wishes to have Storbild show a mode such as `board`, and in it a picture
    by its number (0: the living one). `at_changed(place)` tells where on the screen work is, such as
    `point:1/5.2.6`, for Storbild to follow.
    """

    command_requested = Signal(object, object)
    go_requested = Signal(str)
    print_requested = Signal(object)
    draft_changed = Signal(str, str)
    setting_chosen = Signal(str, object)
    attach_requested = Signal(int, object)
    content_requested = Signal(str, object)
    save_requested = Signal(str)
    mark_requested = Signal(str)
    wall_requested = Signal(str, int)
    at_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.draft_home = DraftHome(self)
        self.draft_home.changed.connect(self.draft_changed)
        self._answer: tuple[bool, str, str] = (False, "", "")

    def show_state(self, state: Any, now: datetime) -> None:
        """Show the incident as it is at the moment (UTC). Called after each change and each minute."""
        raise NotImplementedError

    def go_to(self, place: str) -> bool:
        """Put the focus on a place of this screen, such as `decision:7`; return whether it is here."""
        return False

    def place(self) -> str:
        """Return where on the screen one is, as a place that `go_to` comes back to; "" for none."""
        return ""

    def chosen_ref(self) -> str:
        """Return what is chosen here, as a ref such as `card:12`, "" for nothing: what a mark is put on."""
        return ""

    def chosen_refs(self) -> tuple[str, ...]:
        """Return all that is chosen here, when a mark can be put on several at once."""
        ref = self.chosen_ref()
        return (ref,) if ref else ()

    def take_settings(self, settings: Settings) -> None:
        """Take what the user has chosen on this computer; called once, before anything is shown.

        A choice made here is told with `setting_chosen(field, value)`, the field one of Settings.
        """

    def focus_first(self) -> None:
        """Put the focus where work starts; called when the screen comes up."""
        self.setFocus()

    def last_focus(self) -> QWidget | None:
        """Return what here had the focus last, to come back to; None to begin where work starts."""
        # None before anything had it, whatever the stub says.
        found = cast("QWidget | None", self.focusWidget())
        return None if found is self else found

    def restore_draft(self, key: str, text: str) -> None:
        """Put back a text that was not sent when the program stopped."""

    def take_content(self, id: str, content: bytes) -> None:
        """Take the bytes of an attachment that were wished for; b"" when it is damaged or gone."""

    def request(self, command: object, sheet: Sheet | None = None) -> bool:
        """Wish for a command; return whether it was carried out.

        A refusal is shown at the sheet's field when a sheet is given.
        """
        self._answer = (False, "", "")
        self.command_requested.emit(command, self)
        done, sentence, field = self._answer
        if not done and sentence and sheet is not None:
            sheet.refuse(sentence, field)
        return done

    def answer(self, done: bool, sentence: str = "", field: str = "") -> None:
        """Take the answer to the last wish: carried out, or refused with a sentence at a field."""
        self._answer = (done, sentence, field)

    @property
    def refusal(self) -> tuple[str, str]:
        """Return the sentence and field of the last refusal, both "" when there was none."""
        return self._answer[1], self._answer[2]
