"""The forms of a step that become a decision: decide, judge (krisplan 3.2), appoint (krisplan 5.1)."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import decisions
from crisisdesk.features.decisions.wording import grounds as ground_words
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import Branch
from crisisdesk.ui.kit.fields import LineField
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.inline_form import InlineForm
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import Chip, TickBox, flow_box
from crisisdesk.ui.screens.phase.rows import PhaseRows, StepRow
from crisisdesk.ui.screens.phase.step_form import StepForm


class DecisionForms(QObject):
    """Makes them, filled with what is known."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def decide(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form of a decision that settles the step."""
        form = Form(self._theme)
        form.text("text", self.tr("Vad beslutas?"))
        form.line("decider", self.tr("Vem beslutar?"), rows.chair)
        form.line("reason", self.tr("Motivering"), placeholder=self.tr("kan vänta"), beside=True)
        title = self.tr("Beslut i {0}").format(row.number)
        inline = InlineForm(self._theme, title, form, primary=self.tr("Anteckna beslutet"), icon="gavel")
        return StepForm(inline, lambda _now: _ask_decision(form, row))

    def judge(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form of a judgement: the answer, what it rests on, who judged."""
        branch = _branch_of(row)
        form = Form(self._theme)
        answers = (("yes", self.tr("Ja")), ("no", self.tr("Nej")))
        answer = form.choice("answer", self.tr("Svar"), answers, segmented=True)
        boxes = {g.id: TickBox(self._theme, f"{g.number}) {g.text}") for g in branch.grounds}
        grounds = form.own("grounds", self.tr("Grund"), flow_box(self._theme, *boxes.values(), gap=Space.L))
        # A no rests on no ground: asking for one would be a question too many.
        answer.changed.connect(lambda: grounds.setVisible(bool(boxes) and answer.value() != "no"))
        grounds.setVisible(bool(boxes))
        form.line("decider", self.tr("Vem bedömer?"), rows.received_by)
        form.line("reason", self.tr("Motivering"), placeholder=self.tr("kan vänta"), beside=True)
        inline = InlineForm(
            self._theme, branch.question, form, primary=self.tr("Anteckna bedömningen"), icon="scale"
        )
        return StepForm(inline, lambda _now: _ask_judgement(form, row, branch, boxes))

    def appoint(self, row: StepRow, rows: PhaseRows) -> StepForm:
        """Return the form of an appointment: the person, the person's sign, who decides."""
        form = Form(self._theme)
        person = form.line("person", self.tr("Person"))
        sign = form.line("sign", self.tr("Personens sign"), beside=True)
        form.line("decider", self.tr("Vem beslutar?"), rows.chair, beside=True)
        if row.suggestions:
            chips = [self._suggestion(name, person, sign) for name in row.suggestions]
            form.own("suggestions", self.tr("Förslag"), flow_box(self._theme, *chips))
        title = self.tr("Utse {0}").format(f"{row.text[:1].lower()}{row.text[1:]}")
        inline = InlineForm(self._theme, title, form, primary=self.tr("Utse"), icon="user-plus")
        return StepForm(inline, lambda _now: self._ask_appointment(form, row))

    def _suggestion(self, name: str, person: LineField, sign: LineField) -> Chip:
        chip = Chip(self._theme, name, "user")
        chip.pressed.connect(lambda: _take(name, person, sign))
        return chip

    def _ask_appointment(self, form: Form, row: StepRow) -> Command:
        person = form.text_of("person")
        if not person:
            raise RuleBroken(self.tr("Skriv vem som utses."), "person")
        return decisions.commands.Record(
            step=row.key,
            appoints=person,
            appointed_sign=form.text_of("sign"),
            decider=form.text_of("decider"),
            replaces=row.standing_decision,
        )


def _ask_decision(form: Form, row: StepRow) -> Command:
    text, decider, reason = (form.text_of(name) for name in ("text", "decider", "reason"))
    return decisions.commands.Record(step=row.key, text=text, decider=decider, reason=reason)


def _ask_judgement(form: Form, row: StepRow, branch: Branch, boxes: Mapping[str, TickBox]) -> Command:
    answer = form.text_of("answer")
    chosen = tuple(ground for ground, box in boxes.items() if box.isChecked()) if answer == "yes" else ()
    return decisions.commands.Record(
        step=row.key,
        answer="yes" if answer == "yes" else "no" if answer == "no" else "",
        grounds=chosen,
        decider=form.text_of("decider"),
        reason=_reason(branch, chosen, form.text_of("reason")),
        replaces=row.standing_decision,
    )


def _reason(branch: Branch, chosen: tuple[str, ...], written: str) -> str:
    """Return the grounds and what was written; "" lets the rule word the grounds alone."""
    return f"{ground_words(branch, chosen)}. {written}" if chosen and written else written


def _branch_of(row: StepRow) -> Branch:
    if row.branch is None:
        raise LookupError(f"step {row.key} has no branch to judge")
    return row.branch


def _take(name: str, person: LineField, sign: LineField) -> None:
    person.set_value(name)
    sign.edit.setFocus(Qt.FocusReason.OtherFocusReason)
