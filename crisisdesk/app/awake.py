"""Keeps the computer from sleeping while an incident is open, where the system lets a program do that."""

import sys

_CONTINUOUS = 0x80000000
_SYSTEM_REQUIRED = 0x00000001
_DISPLAY_REQUIRED = 0x00000002


def stay_awake(on: bool) -> bool:
    """Ask the system to stay awake, or not to any more; return whether it was asked.

    Windows: SetThreadExecutionState. Elsewhere there is no call that works on every desktop: False.
    """
    if sys.platform != "win32":
        return False
    import ctypes

    wish = _CONTINUOUS | (_SYSTEM_REQUIRED | _DISPLAY_REQUIRED if on else 0)
    return bool(ctypes.windll.kernel32.SetThreadExecutionState(wish))
