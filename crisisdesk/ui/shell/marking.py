"""Marks what is chosen on the screen as secret, marks it by another provision, or lifts the mark."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import secrecy as feature
from crisisdesk.features.secrecy.wording import named
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.kit.fields import ChoiceField
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.notice_bar import BarAction
from crisisdesk.ui.kit.secrecy_field import SecrecyField
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell import keys
from crisisdesk.ui.shell.frame import Frame
from crisisdesk.ui.shell.overlays import Overlays

NOTICE = "marking"
_MARK, _LIFT = "mark", "lift"


def _tr(text: str) -> str:
    return QCoreApplication.translate("marking", text)


class Marking(QObject):
    """Asks the screen in sight what is chosen, and opens the sheet for it."""

    def __init__(self, window: QWidget, bridge: Bridge, frame: Frame, overlays: Overlays) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._frame = frame
        self._overlays = overlays
        for sequence in keys.sequences("secrecy"):
            QShortcut(sequence, window).activated.connect(self.ask)

    def ask(self) -> None:
        """Open the sheet for what is chosen on the screen in sight; say what to do when nothing is."""
        screen = self._frame.deck.in_sight()
        self.ask_about(screen.chosen_ref() if screen is not None else "")

    def ask_about(self, ref: str) -> None:
        """Open the sheet for a thing such as `line:23`: the line of a decision is the decision's."""
        state = self._bridge.state
        held = secrecy.holder(state, ref)
        if not secrecy.exists(state, held):
            self._say(_tr("Välj först det som ska märkas: en rad, ett kort, ett beslut eller en uppgift."))
            return
        self._frame.notices.clear(NOTICE)
        form = MarkForm(self._overlays.theme, state, held)
        form.sheet.sent.connect(lambda: self._send(form))
        form.sheet.cancelled.connect(self._overlays.dismiss)
        self._overlays.put_sheet(form.sheet)
        form.focus()

    def _send(self, form: "MarkForm") -> None:
        try:
            command = form.command()
        except RuleBroken as refusal:
            form.refuse(refusal.sentence, refusal.field)
            return
        done, sentence, field = self._bridge.execute(command)
        if done:
            self._overlays.dismiss()
        elif sentence:
            form.refuse(sentence, field)

    def _say(self, sentence: str) -> None:
        self._frame.notices.show_notice(NOTICE, "warn", sentence, [BarAction("close", self.tr("Stäng"))])


class MarkForm:
    """The sheet of a thing: a provision when it is open; another provision, or why it is lifted, when not."""

    def __init__(self, theme: Theme, state: State, ref: str) -> None:
        self._ref = ref
        self._provision = secrecy.of_ref(state, ref)
        self.field = SecrecyField(theme)
        self._form = Form(theme)
        self._what: ChoiceField | None = None
        self._fill(state)
        primary = _tr("Spara märkningen") if self._provision else _tr("Märk som sekretess")
        title = _tr("Sekretess: {0}").format(named(ref))
        self.sheet = Sheet(theme, title, self._form, primary=primary, icon="lock", note=self._note(state))
        self._show_what()

    def command(self) -> Command:
        """Return what is asked for; RuleBroken when the date is none."""
        if self._lifts():
            return feature.commands.Lift(ref=self._ref, reason=self._form.text_of("reason"))
        said = self.field.value()
        return feature.commands.Mark(
            ref=self._ref, provision=said.provision, authority=said.authority, decided_on=said.decided_on
        )

    def refuse(self, sentence: str, field: str) -> None:
        """Show why it was refused, at the field."""
        if field in ("provision", "authority", "decided_on"):
            self.field.show_error(sentence, field)
        else:
            self.sheet.refuse(sentence, field)

    def focus(self) -> None:
        """Put the cursor where the first answer is given."""
        self._form.focus_field("what" if self._what is not None else "secrecy")

    def _fill(self, state: State) -> None:
        if self._provision:
            options = [(_MARK, _tr("Annat lagrum")), (_LIFT, _tr("Ta bort märkningen"))]
            self._what = self._form.choice("what", _tr("Vad ska göras?"), options, _MARK, segmented=True)
            self._what.changed.connect(self._show_what)
        self._form.own("secrecy", "", self.field)
        self._form.line("reason", _tr("Varför"), placeholder=_tr("till exempel: prövad, får lämnas ut"))
        mark = state[feature.FEATURE].standing(self._ref)
        if mark is not None:
            own = mark.authority == state.plan.plan.organisation
            self.field.set_value(mark.provision, "" if own else mark.authority, mark.decided_on)
        else:
            self.field.set_value(self._provision)

    def _note(self, state: State) -> str:
        if not self._provision or state.marks.is_marked(self._ref):
            return ""
        return _tr("Ärver {0} från det som citeras. Tas märkningen bort gäller det bara här.").format(
            self._provision
        )

    def _lifts(self) -> bool:
        return self._what is not None and self._what.value() == _LIFT

    def _show_what(self) -> None:
        self._form.field("secrecy").setVisible(not self._lifts())
        self._form.field("reason").setVisible(self._lifts())
