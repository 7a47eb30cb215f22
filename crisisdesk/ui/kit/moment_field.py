"""A time as it is said (`igår 23.50`, `om 20 min`), and under it how it was understood."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from crisisdesk.base import times
from crisisdesk.ui.kit.fields import LineField
from crisisdesk.ui.kit.labels import WrapLabel
from crisisdesk.ui.kit.theme import Theme

Says = Callable[[str], str]
"""Returns how a typed time is understood, such as `i morgon 17:00`; "" when it says nothing."""


def to_come(now: datetime | Callable[[], datetime | None], zone: str) -> Says:
    """Return how a deadline is said: `i morgon 17:00` when that time has passed today."""

    def says(typed: str) -> str:
        at = now if isinstance(now, datetime) else now()
        if at is None:
            return ""
        found = times.parse_moment(typed, at, zone)
        if found is None:
            return QCoreApplication.translate("moment", "Ingen tid. Skriv till exempel 16.00 eller fre 8.")
        return times.said(found, at, zone)

    return says


class MomentField(LineField):
    """A line for a time. While something stands in it, `says` tells under it what it means; else the hint."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        value: str = "",
        *,
        says: Says,
        placeholder: str = "",
        hint: str = "",
    ) -> None:
        self._says = says
        self._hint = hint
        self._said = WrapLabel(theme, "", "small")
        super().__init__(theme, name, label, value, placeholder=placeholder)
        self._column.insertWidget(2, self._said)
        self.edit.textChanged.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say again what the time means: the clock goes on."""
        typed = self.value()
        said = self._says(typed) if typed else self._hint
        words = said if said != typed else ""  # what is written out in full needs no saying
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def said(self) -> str:
        """Return what stands under the field."""
        return self._said.text()
