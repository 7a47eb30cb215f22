"""Colours on paper (the light tokens of the window) and what each kind and signal looks like in print."""

from typing import Final, NamedTuple

from crisisdesk.kernel.fact import LineKind
from crisisdesk.report.document import Signal

Colour = str
"""A colour as PDF operands: red, green and blue from 0 to 1."""


def rgb(code: str) -> Colour:
    """Return the operands of `#RRGGBB`; ValueError for anything else, so that no text slips into a page."""
    if len(code) != 7 or code[0] != "#":
        raise ValueError(f"not a colour: {code!r}")
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


INK: Final = rgb("#14212E")
INK2: Final = rgb("#465566")
INK3: Final = rgb("#586777")
LINE: Final = rgb("#D2D9E0")
WHITE: Final = rgb("#FFFFFF")
ACCENT: Final = rgb("#0A5FB0")
EXERCISE: Final = rgb("#5B2A86")

SIGNALS: Final[dict[Signal, Colour]] = {
    "plain": INK,
    "accent": ACCENT,
    "ok": rgb("#1B7340"),
    "warn": rgb("#8A5300"),
    "alarm": rgb("#B42318"),
}
GROUNDS: Final[dict[Signal, Colour]] = {
    "plain": rgb("#E8ECF0"),
    "accent": rgb("#E3EFFA"),
    "ok": rgb("#E4F4EA"),
    "warn": rgb("#FDF1DC"),
    "alarm": rgb("#FDECEA"),
}


class KindLook(NamedTuple):
    """The icon (its file) and the colour of a kind."""

    icon: str
    colour: Colour


KINDS: Final[dict[LineKind, KindLook]] = {
    "note": KindLook("circle-dot", rgb("#465566")),
    "in": KindLook("arrow-down-left", rgb("#0B6B78")),
    "out": KindLook("arrow-up-right", rgb("#1B7340")),
    "dec": KindLook("gavel", rgb("#7A2A8C")),
    "task": KindLook("square-check-big", rgb("#8A5300")),
    "unc": KindLook("circle-question-mark", rgb("#A23C0C")),
    "ass": KindLook("scale", rgb("#3F4AA8")),
    "meet": KindLook("users", rgb("#0A5FB0")),
    "call": KindLook("phone", rgb("#566200")),
    "step": KindLook("list-checks", rgb("#586777")),
    "sys": KindLook("settings-2", rgb("#586777")),
}
