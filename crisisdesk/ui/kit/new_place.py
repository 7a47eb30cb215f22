"""The place where a new thing is written, with what it belongs to and what is typed already. No Qt here."""

from collections.abc import Mapping
from typing import Final, Self
from urllib.parse import parse_qsl, urlencode

from msgspec import field

from crisisdesk.base.record import Value

_NEW: Final = "new"


class NewPlace(Value):
    """A new `decision` or `task`: the places it is linked to, and the form's fields as far as written.

    As a place: `new:decision:meeting:1,point:1/5.2.1?text=Stäng`, its values as in an address.
    """

    kind: str
    links: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def place(self) -> str:
        """Return the place that `go_requested` wishes for."""
        typed = {name: value for name, value in self.values.items() if value}
        asked = f"?{urlencode(typed)}" if typed else ""
        return f"{_NEW}:{self.kind}:{','.join(self.links)}{asked}"

    @classmethod
    def read(cls, place: str) -> Self | None:
        """Return what the place asks for, None when it is no place of a new thing."""
        asked, _, typed = place.partition("?")
        first, _, rest = asked.partition(":")
        kind, _, links = rest.partition(":")
        if first != _NEW or not kind:
            return None
        return cls(kind, tuple(link for link in links.split(",") if link), dict(parse_qsl(typed)))
