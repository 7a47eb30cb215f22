"""Logical monitors of an X server of our own, made and taken away as a cable does it: `… add|remove|both`.

RandR monitors (randrproto 1.5) on one large screen: the window system tells of them as of real displays.
"""

import ctypes
import sys
from ctypes.util import find_library

LAPTOP = (0, 0, 1366, 768)
PROJECTOR = (1366, 0, 1920, 1080)
SCREEN = "3286x1080x24"
_NAMES: dict[tuple[int, int, int, int], bytes] = {LAPTOP: b"LAPTOP", PROJECTOR: b"PROJECTOR"}


class Monitor(ctypes.Structure):
    """XRRMonitorInfo of libXrandr."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("noutput", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def there() -> bool:
    """Return whether the libraries are here."""
    return bool(find_library("X11") and find_library("Xrandr"))


class Server:
    """The X server that DISPLAY names."""

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL(find_library("X11") or "")
        self._randr = ctypes.CDLL(find_library("Xrandr") or "")
        self._say_types()
        self._display = self._x11.XOpenDisplay(None)
        self._root = self._x11.XDefaultRootWindow(self._display)

    def add(self, area: tuple[int, int, int, int]) -> None:
        """Plug a display in; the laptop's owns the one output that there is."""
        outputs = self._outputs()[:1] if area == LAPTOP else []
        made = self._randr.XRRAllocateMonitor(self._display, len(outputs))
        monitor = made.contents
        monitor.name = self._atom(area)
        monitor.primary = int(area == LAPTOP)
        monitor.x, monitor.y, monitor.width, monitor.height = area
        monitor.mwidth, monitor.mheight = area[2] // 4, area[3] // 4
        monitor.noutput = len(outputs)
        for place, output in enumerate(outputs):
            monitor.outputs[place] = output
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x11.XSync(self._display, 0)

    def remove(self, area: tuple[int, int, int, int]) -> None:
        """Pull it out."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(area))
        self._x11.XSync(self._display, 0)

    def _atom(self, area: tuple[int, int, int, int]) -> int:
        return int(self._x11.XInternAtom(self._display, _NAMES[area], 0))

    def _outputs(self) -> list[int]:
        found = self._randr.XRRGetScreenResources(self._display, self._root).contents
        return [int(found.outputs[place]) for place in range(found.noutput)]

    def _say_types(self) -> None:
        x11, randr, pointer = self._x11, self._randr, ctypes.c_void_p
        x11.XOpenDisplay.restype = pointer
        x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = (pointer,), ctypes.c_ulong
        x11.XInternAtom.argtypes = (pointer, ctypes.c_char_p, ctypes.c_int)
        x11.XInternAtom.restype = ctypes.c_ulong
        x11.XSync.argtypes = (pointer, ctypes.c_int)
        randr.XRRAllocateMonitor.argtypes = (pointer, ctypes.c_int)
        randr.XRRAllocateMonitor.restype = ctypes.POINTER(Monitor)
        randr.XRRSetMonitor.argtypes = (pointer, ctypes.c_ulong, ctypes.POINTER(Monitor))
        randr.XRRDeleteMonitor.argtypes = (pointer, ctypes.c_ulong, ctypes.c_ulong)
        randr.XRRGetScreenResources.argtypes = (pointer, ctypes.c_ulong)
        randr.XRRGetScreenResources.restype = ctypes.POINTER(Resources)


if __name__ == "__main__":
    server = Server()
    if sys.argv[1] in ("both", "add"):
        if sys.argv[1] == "both":
            server.add(LAPTOP)
        server.add(PROJECTOR)
    else:
        server.remove(PROJECTOR)
