"""What can have happened to the paper forms."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class FormsReserved(Fact, kw_only=True):
    """Blank forms with the numbers `first` to `last` were printed: no other form gets them."""

    KIND: ClassVar[str] = "forms.forms_reserved"

    first: int
    last: int


class FormVoided(Fact, kw_only=True):
    """A form will never come in, and why."""

    KIND: ClassVar[str] = "forms.form_voided"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    form: int
    reason: str


class FormRestored(Fact, kw_only=True):
    """A form that was void is waited for again."""

    KIND: ClassVar[str] = "forms.form_restored"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    form: int
    reason: str = ""


class FormEntered(Fact, kw_only=True):
    """What stands on a form was put in the log, in the same act, as line `line`: a decision, a task, a card.

    An entry of the log says itself that it comes from a form. `writer` is who wrote it.
    """

    KIND: ClassVar[str] = "forms.form_entered"
    TEXTS: ClassVar[tuple[str, ...]] = ("writer",)

    form: int
    line: int
    writer: str = ""
