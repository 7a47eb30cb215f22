"""The icon and the signal of each state of a resource: the same on screen, wall, picture and paper."""

from typing import Final, Literal

Signal = Literal["ok", "warn", "alarm", "neutral", "accent"]

RESOURCE: Final[dict[str, tuple[str, Signal]]] = {
    "requested": ("hand", "warn"),
    "promised": ("calendar-clock", "neutral"),
    "on_way": ("truck", "warn"),
    "on_site": ("map-pin", "ok"),
    "released": ("log-out", "neutral"),
}
SUFFICES: Final[dict[str, tuple[str, Signal]]] = {
    "yes": ("check", "neutral"),
    "no": ("triangle-alert", "alarm"),
    "later": ("triangle-alert", "warn"),
}
"""Icon, and the signal that colours it."""
