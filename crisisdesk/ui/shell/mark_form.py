"""The sheet that marks a thing secret, marks it by another provision, or lifts the mark."""

from PySide6.QtCore import QCoreApplication

from crisisdesk.base import provisions
from crisisdesk.features import secrecy as feature
from crisisdesk.features.secrecy.wording import named_all
from crisisdesk.incident import secrecy
from crisisdesk.incident.state import State
from crisisdesk.kernel.command import Command
from crisisdesk.ui.kit.fields import ChoiceField
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.secrecy_field import SecrecyField
from crisisdesk.ui.kit.theme import Theme

_MARK, _LIFT = "mark", "lift"


def _tr(text: str) -> str:
    return QCoreApplication.translate("mark_form", text)


class MarkForm:
    """The sheet of a thing: a provision when it is open; another provision, or why it is lifted, when not.

    Several things get one provision together; each is lifted by itself, with its own reason.
    """

    def __init__(self, theme: Theme, state: State, refs: tuple[str, ...]) -> None:
        self._refs, self._ref = refs, refs[0]
        self._provision = secrecy.of_ref(state, self._ref) if len(refs) == 1 else ""
        self.field = SecrecyField(theme)
        self._form = Form(theme)
        self._what: ChoiceField | None = None
        self._fill(state)
        primary = _tr("Spara märkningen") if self._provision else _tr("Märk som sekretess")
        title = _tr("Sekretess: {0}").format(named_all(refs))
        self.sheet = Sheet(theme, title, self._form, primary=primary, icon="lock", note=self._note(state))
        self._show_what()

    def command(self) -> Command:
        """Return what is asked for; RuleBroken when the date is none."""
        if self._lifts():
            return feature.commands.Lift(ref=self._ref, reason=self._form.text_of("reason"))
        said = self.field.value()
        if len(self._refs) > 1:
            return feature.commands.MarkSeveral(
                refs=self._refs,
                provision=said.provision,
                authority=said.authority,
                decided_on=said.decided_on,
            )
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
            options = [(_MARK, self._verb()), (_LIFT, _tr("Ta bort märkningen"))]
            self._what = self._form.choice("what", _tr("Vad ska göras?"), options, _MARK, segmented=True)
            self._what.changed.connect(self._show_what)
        self._form.own("secrecy", "", self.field)
        self._form.line("reason", _tr("Varför"), placeholder=_tr("till exempel: prövad, får lämnas ut"))
        mark = state[feature.FEATURE].standing(self._ref)
        if mark is not None and self._provision:
            own = mark.authority == state.plan.plan.organisation
            self.field.set_value(mark.provision, "" if own else mark.authority, mark.decided_on)
        elif provisions.is_named(self._provision):
            self.field.set_value(self._provision)

    def _verb(self) -> str:
        return _tr("Annat lagrum") if provisions.is_named(self._provision) else _tr("Säg lagrum")

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
