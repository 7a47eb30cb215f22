"""Every text colour can be read on every ground that it stands on (look.md: 4.5:1, Storbild 7:1)."""

import pytest

from crisisdesk.ui.kit.tokens import DARK, KINDS, LIGHT, TONES, Tokens

READABLE = 4.5
SEEN = 3.0  # a line or handle that is no text (WCAG 1.4.11)
THEMES = (("light", LIGHT), ("dark", DARK))
TEXT = (
    "ink",
    "ink2",
    "ink3",
    "accent",
    "alarm",
    "ok",
    "warn",
    *sorted({look.token for look in KINDS.values()}),
)
GROUNDS = ("bg", "surface", "accentsoft")
PAIRS = (
    *((text, ground) for text in TEXT for ground in GROUNDS),
    *((look.ink, look.ground) for look in TONES.values()),
    *((text, "sunken") for text in ("ink", "ink2", "ok", "warn", "alarm", "accent")),
    *(("ink", soft) for soft in ("alarmsoft", "warnsoft", "oksoft")),
    *((text, ground) for text in ("navtext", "navdim", "onnav") for ground in ("nav", "navon")),
    ("onaccent", "accent"),
    ("onaccent", "ok"),
    ("onfill", "ex"),
    ("onfill", "alarmfill"),
)
STROKES = (
    *(("accent", ground) for ground in GROUNDS),
    ("thumb", "surface"),
    ("navbar", "nav"),
    ("navbar", "navon"),
    ("ink3", "surface"),
)


def luminance(color: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2)."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("name", "tokens"), THEMES, ids=[name for name, _ in THEMES])
@pytest.mark.parametrize(("text", "ground"), sorted(set(PAIRS)))
def test_text_can_be_read(name: str, tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= READABLE, name


@pytest.mark.parametrize(("name", "tokens"), THEMES, ids=[name for name, _ in THEMES])
@pytest.mark.parametrize(("stroke", "ground"), STROKES)
def test_stroke_can_be_seen(name: str, tokens: Tokens, stroke: str, ground: str) -> None:
    assert contrast(getattr(tokens, stroke), getattr(tokens, ground)) >= SEEN, name
