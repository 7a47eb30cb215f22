"""The colours of the board's tokens in a picture, light and dark: those of the window."""

from typing import Final

LIGHT: Final[dict[str, str]] = {
    "ink": "#14212E",
    "ink2": "#465566",
    "ink3": "#586777",
    "bg": "#F2F4F6",
    "surface": "#FFFFFF",
    "sunken": "#E8ECF0",
    "line": "#D2D9E0",
    "accent": "#0A5FB0",
    "accentsoft": "#E3EFFA",
    "alarm": "#B42318",
    "alarmsoft": "#FDECEA",
    "ok": "#1B7340",
    "oksoft": "#E4F4EA",
    "warn": "#8A5300",
    "warnsoft": "#FDF1DC",
    "ex": "#5B2A86",
    "onfill": "#FFFFFF",
    "k_note": "#465566",
    "k_unc": "#A23C0C",
}

DARK: Final[dict[str, str]] = {
    "ink": "#E8EEF4",
    "ink2": "#B3C0CC",
    "ink3": "#93A2B0",
    "bg": "#0F1720",
    "surface": "#17222E",
    "sunken": "#0B1219",
    "line": "#2B3A49",
    "accent": "#5AA9F5",
    "accentsoft": "#142F49",
    "alarm": "#FF8A7A",
    "alarmsoft": "#3A1714",
    "ok": "#62CB8D",
    "oksoft": "#112E1E",
    "warn": "#F0B44C",
    "warnsoft": "#33260D",
    "ex": "#8C55BE",
    "onfill": "#FFFFFF",
    "k_note": "#B3C0CC",
    "k_unc": "#FF9A66",
}
