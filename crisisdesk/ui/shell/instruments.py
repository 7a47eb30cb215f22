"""The instruments that show what is outside the log: plan, second copy, battery."""

from crisisdesk.ui.bridge import Bridge
from crisisdesk.ui.shell import status_rows
from crisisdesk.ui.shell.copying import Copying
from crisisdesk.ui.shell.host import Host
from crisisdesk.ui.shell.status_line import StatusLine


class Instruments:
    """Reads the instruments and shows them on the status line; `copying` is None where nothing is copied."""

    def __init__(self, status: StatusLine, bridge: Bridge, host: Host, copying: Copying | None) -> None:
        self._status = status
        self._bridge = bridge
        self._host = host
        self._copying = copying
        if copying is not None:
            copying.copy.changed.connect(self.show_copy)
        self.show_plan()
        self.show_copy()

    def show_plan(self) -> None:
        """Show which version of the plan the incident keeps."""
        self._status.show_instrument("plan", status_rows.plan_version(self._bridge.shown_state))

    def show_copy(self) -> None:
        """Show how old the second copy is."""
        shown = self._copying.copy.instrument() if self._copying is not None else status_rows.NO_COPY
        self._status.show_instrument("copy", shown)

    def show_battery(self) -> None:
        """Show the battery when it runs low."""
        self._status.show_instrument("battery", status_rows.battery(self._host.battery()))
