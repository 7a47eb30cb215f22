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
