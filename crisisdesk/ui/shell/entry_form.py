"""The entry form: a line of the log with all its fields, by keyboard from end to end."""

from datetime import datetime
from typing import Final, cast

from PySide6.QtWidgets import QApplication, QWidget

from crisisdesk.base import certainty, swedish, times
from crisisdesk.base.certainty import Certainty
from crisisdesk.features.log.wording import CHANNELS
from crisisdesk.incident.link_choices import link_choices, link_words
from crisisdesk.incident.quickline import QuickKind
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.attachment_field import AttachmentField
from crisisdesk.ui.kit.fields import Field, FieldValue
from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.moment_field import MomentField
from crisisdesk.ui.kit.pick_field import PickField
from crisisdesk.ui.kit.secrecy_field import SecrecyField
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import KINDS as LOOKS
from crisisdesk.ui.kit.typed import offer
from crisisdesk.ui.shell import entry_draft
from crisisdesk.ui.shell.entry_draft import PERSON, EntryDraft
from crisisdesk.ui.shell.quick_rows import KINDS

_ALWAYS: Final = ("text", "kind")


class EntryForm(Sheet):
    """The sheet. `draft` is what stands in it, `put` fills it; which fields show follows the kind."""

    def __init__(self, theme: Theme, state: State, now: datetime) -> None:
        self._state = state
        self._now = now
        form = Form(theme)
        title, logs = self.tr("Utförlig rad"), self.tr("Logga")
        super().__init__(theme, title, form, primary=logs, icon="plus", keeps=False)
        self.attachments = AttachmentField(theme)
        self._build(theme, form)
        self.cancel.set_text(self.tr("Till snabbraden"))
        # The buttons were there before the fields: the keyboard comes to them last.
        QWidget.setTabOrder(self.attachments.choose_button, self.primary)
        QWidget.setTabOrder(self.primary, self.cancel)
        form.changed.connect(self._follow)
        self.set_now(now)

    def set_now(self, now: datetime) -> None:
        """Let what is said of the times follow the clock."""
        self._now = now
        self._show_times()
        self._show_fields()

    def draft(self) -> EntryDraft:
        """Return what stands in the fields."""
        form = self.form
        texts = {name: form.text_of(name) for name in _LINES}
        return EntryDraft(
            **texts,
            kind=cast(QuickKind, form.text_of("kind")),
            reliability=cast(Certainty, form.text_of("reliability")),
            people=self._picked("people").chosen(),
            links=self._picked("links").chosen(),
        )

    def put(self, draft: EntryDraft) -> None:
        """Fill the fields."""
        values: dict[str, FieldValue] = {name: getattr(draft, name) for name in _LINES}
        values |= {"kind": draft.kind, "reliability": draft.reliability}
        self.form.set_values(values)
        self._picked("people").choose(draft.people)
        self._picked("links").choose(draft.links)
        self.set_now(self._now)

    def _build(self, theme: Theme, form: Form) -> None:
        form.text("text", self.tr("Text"), lines=2)
        kinds = [(kind, LOOKS[kind].word) for kind in KINDS]
        form.choice("kind", self.tr("Slag"), kinds, "note", segmented=True)
        self._build_times(theme, form)
        form.line("sender", self.tr("Från"))
        form.line("receiver", self.tr("Till"), beside=True)
        channel = form.line("channel", self.tr("Kanal"), placeholder=self.tr("pil ner visar"), beside=True)
        offer(channel.edit, CHANNELS, on_down=True)
        form.line("source", self.tr("Källa"))
        form.choice("reliability", self.tr("Uppgiften är"), certainty.choices(), segmented=False, beside=True)
        form.line("paper", self.tr("Pappersblankett nr"), beside=True)
        form.line("writer", self.tr("Skriven av"), beside=True)
        self._build_picks(theme, form)
        form.add(_SecrecyFormField(theme))
        form.own("attachments", self.tr("Bilagor"), self.attachments, beside=True)

    def _build_times(self, theme: Theme, form: Form) -> None:
        happened = MomentField(
            theme,
            "time",
            self.tr("Hände"),
            says=self._say_happened,
            placeholder=self.tr("nu, 14.10, igår 23.50"),
            hint=self.tr("Tomt: nu"),
        )
        due = MomentField(
            theme, "due", self.tr("Senast"), says=self._say_due, placeholder=self.tr("16.00, fre 8")
        )
        form.add(happened)
        form.add(due, beside=True)
        hint = self.tr("Kan ges senare: F2 på raden i loggen.")
        form.line("late_reason", self.tr("Varför loggas det så sent?"), hint=hint, beside=True)

    def _build_picks(self, theme: Theme, form: Form) -> None:
        plan = self._state.plan
        titles = {function.id: function.title for function in plan.functions}
        people = PickField(
            theme,
            "people",
            self.tr("Funktioner"),
            list(titles.items()),
            named=lambda value: titles.get(value, value.removeprefix(PERSON)),
            free=lambda typed: f"{PERSON}{typed.removeprefix('@')}",
            placeholder=self.tr("skriv, Enter väljer"),
        )
        links = PickField(
            theme,
            "links",
            self.tr("Hör till"),
            link_choices(self._state),
            named=lambda ref: link_words(self._state, ref),
            numbered=self.tr("Rad"),
            placeholder=self.tr("rad, steg, kort, beslut, uppgift"),
        )
        form.add(people)
        form.add(links, beside=True)

    def _picked(self, name: str) -> PickField:
        field = self.form.field(name)
        assert isinstance(field, PickField)
        return field

    def _follow(self, name: str) -> None:
        if name in ("kind", "time", "paper"):
            self._show_fields()

    def _show_fields(self) -> None:
        draft = self.draft()
        shown = entry_draft.fields_of(draft.kind)
        late = entry_draft.late_by(draft, self._now, self._state.zone)
        for name in EntryDraft.__struct_fields__:
            wanted = name in shown and (name != "late_reason" or bool(late))
            field = self.form.field(name)
            # A field with the focus stays: nothing is taken from under the cursor.
            if field.isHidden() == wanted and name not in _ALWAYS and (wanted or not _has_focus(field)):
                field.setVisible(wanted)

    def _show_times(self) -> None:
        for name in ("time", "due"):
            field = self.form.field(name)
            if isinstance(field, MomentField):
                field.tell()

    def _say_happened(self, typed: str) -> str:
        found = times.parse_moment(typed, self._now, self._state.zone, future=False)
        if found is None:
            return self.tr("Ingen tid. Skriv till exempel 14.10 eller igår 23.50.")
        words = times.said(found, self._now, self._state.zone)
        if found > self._now:
            return self.tr("{0} har inte varit än.").format(words)
        late = entry_draft.late_by(self.draft(), self._now, self._state.zone)
        return self.tr("{0}, {1} sen").format(words, swedish.duration(late)) if late else words

    def _say_due(self, typed: str) -> str:
        found = times.parse_moment(typed, self._now, self._state.zone)
        if found is None:
            return self.tr("Ingen tid. Skriv till exempel 16.00 eller fre 8.")
        return times.said(found, self._now, self._state.zone)


_LINES: Final = (
    "text", "time", "late_reason", "due", "sender", "receiver", "channel", "source", "secrecy", "paper",
    "writer",
)  # fmt: skip


def _has_focus(field: Field) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and field.isAncestorOf(focused)


class _SecrecyFormField(Field):
    """The provision as a field of a form."""

    def __init__(self, theme: Theme) -> None:
        self._secrecy = SecrecyField(theme, whole=False)
        super().__init__(theme, "secrecy", "", self._secrecy)
        self._label.hide()
        self._secrecy.changed.connect(self._told)

    def value(self) -> FieldValue:
        """Return the provision as it is cited."""
        return self._secrecy.cite()

    def set_value(self, value: FieldValue) -> None:
        """Put a provision in, without telling."""
        self._secrecy.set_value(str(value))
