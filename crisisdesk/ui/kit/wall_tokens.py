"""Colours and sizes of Storbild: every text reaches 7:1 (WCAG AAA) on each ground that it stands on."""

from typing import Final

from msgspec.structs import replace

from crisisdesk.ui.kit.tokens import DARK, LIGHT, Tokens

WALL_DARK: Final[Tokens] = replace(
    DARK,
    ink3="#A9B7C4",
    accent="#86C0F8",
    alarm="#FF8E7E",
    ex="#723EA2",
    k_dec="#D597E5",
    k_meet="#6BB2F6",
    k_sys="#A1AEBA",
)

WALL_LIGHT: Final[Tokens] = replace(
    LIGHT,
    ink2="#404E5E",
    ink3="#46525F",
    accent="#084D8F",
    alarm="#951D14",
    ok="#145730",
    warn="#6F4300",
    k_note="#404E5E",
    k_in="#095560",
    k_out="#145730",
    k_dec="#722784",
    k_task="#6F4300",
    k_unc="#87320A",
    k_ass="#3A449B",
    k_meet="#084D8F",
    k_call="#485200",
    k_sys="#424E5A",
)

LINES: Final = 1080
"""The height that the sizes below are given for; on another display they follow its shorter side."""


class WallType:
    """Type sizes in px at 1080 lines. Nothing is smaller than SMALL, what must be read not than READ."""

    SMALL: Final = 26.0
    READ: Final = 32.0
    HEAD: Final = 30.0
    NAME: Final = 36.0
    FIGURE: Final = 38.0
    TITLE: Final = 44.0
    CLOCK: Final = 92.0


class WallSize:
    """Distances and strokes in px at 1080 lines."""

    EDGE: Final = 34.0
    GAP: Final = 18.0
    PAD: Final = 16.0
    SMALL_GAP: Final = 8.0
    TAG: Final = 36.0
    BAR: Final = 8.0
    RING: Final = 3.0
    HAIR: Final = 1.5
    RADIUS: Final = 8.0
    TAG_RADIUS: Final = 5.0
    ICON: Final = 30.0
    ICON_SMALL: Final = 26.0


PITCH: Final = 1.25
"""Distance of lines, as a part of the type size."""
