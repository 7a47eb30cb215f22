"""What the log remembers on this computer: columns, order, filters by name, when one last looked. No Qt."""

from typing import Final

from crisisdesk.base.settings import Settings
from crisisdesk.ui.kit.log_columns import ALWAYS, ORDER, STANDARD
from crisisdesk.ui.screens.log.choice import Order

_INCIDENTS: Final = 50  # of which it is known up to where one has looked


class LogMemory:
    """How one person reads the log. That is no fact of an incident, so it is kept in the settings: a filter
    with a name serves every incident, also one that can only be read.

    Each change returns the name of the field of Settings that it is kept in, with its new value.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        held = settings or Settings()
        known = tuple(column for column in ORDER if column in held.log_columns or column in ALWAYS)
        self.columns = known if held.log_columns else STANDARD
        self.order: Order = "happened" if held.log_order == "happened" else "number"
        self.filters = dict(held.log_filters)
        self._looked = dict(held.log_looked)

    def looked(self, incident: str) -> int | None:
        """Return the fact up to which the user has looked, None when that was never said."""
        return self._looked.get(incident)

    def choose_columns(self, columns: tuple[str, ...]) -> tuple[str, object]:
        """Keep other columns. Those of the beginning are kept as none: a later program may change them."""
        self.columns = columns
        return "log_columns", () if columns == STANDARD else columns

    def turn_order(self) -> tuple[str, object]:
        """Keep the other order."""
        self.order = "happened" if self.order == "number" else "number"
        return "log_order", self.order

    def save_filter(self, name: str, asked: str) -> tuple[str, object]:
        """Keep what is asked for under a name, in the place of another with that name."""
        self.filters = {**self.filters, name: asked}
        return "log_filters", self.filters

    def drop_filter(self, name: str) -> tuple[str, object]:
        """Forget a filter."""
        self.filters = {held: asked for held, asked in self.filters.items() if held != name}
        return "log_filters", self.filters

    def look(self, incident: str, seq: int) -> tuple[str, object]:
        """Keep that the user has looked up to a fact of the incident; the oldest incidents are forgotten."""
        kept = {key: held for key, held in self._looked.items() if key != incident}
        self._looked = dict([*kept.items(), (incident, seq)][-_INCIDENTS:])
        return "log_looked", self._looked
