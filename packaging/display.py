"""Whether there is a display to open a window on."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping


def is_named(env: Mapping[str, str], platform: str) -> bool:
    """Whether a window is wanted: on Windows and macOS always, elsewhere when the environment names one."""
    if platform in ("win32", "darwin"):
        return True
    return any(env.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def answers(env: Mapping[str, str], platform: str) -> bool:
    """Whether the named display can be opened: where it cannot, Qt would end the program with a core dump.

    Only an X display is tried, with the environment of this process; the others are taken at their word.
    """
    if platform in ("win32", "darwin") or env.get("WAYLAND_DISPLAY") or env.get("QT_QPA_PLATFORM"):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    opened = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(opened)
