"""Reads the computer's battery, where the system tells it."""

import sys
from pathlib import Path

from crisisdesk.ui.shell.status_rows import Battery

POWER = Path("/sys/class/power_supply")


def read() -> Battery | None:
    """Return the battery, None where there is none or it cannot be read."""
    if sys.platform == "win32":
        return _windows()
    return linux(POWER)


def linux(folder: Path) -> Battery | None:
    """Return the first battery that Linux lists in the folder."""
    try:
        for supply in sorted(folder.iterdir()):
            if (supply / "type").read_text().strip() == "Battery":
                percent = int((supply / "capacity").read_text())
                return Battery(
                    percent=percent, charging=(supply / "status").read_text().strip() != "Discharging"
                )
    except (OSError, ValueError):
        # A computer that does not tell its battery shows none: there is nothing to be done about it.
        return None
    return None


if sys.platform == "win32":

    def _windows() -> Battery | None:
        import ctypes

        class Status(ctypes.Structure):
            _fields_ = (
                ("line", ctypes.c_byte),
                ("flag", ctypes.c_byte),
                ("percent", ctypes.c_ubyte),
                ("saver", ctypes.c_byte),
                ("life", ctypes.c_ulong),
                ("full", ctypes.c_ulong),
            )

        status = Status()
        told = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
        if not told or status.percent > 100:
            return None
        return Battery(percent=status.percent, charging=status.line == 1)

else:

    def _windows() -> Battery | None:
        return None
