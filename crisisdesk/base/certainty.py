"""How sure a thing is, in the log and on the board: said and shown alike wherever it stands."""

from typing import Final, Literal

Certainty = Literal["", "confirmed", "unconfirmed", "contradicted"]
Signal = Literal["ok", "warn", "alarm"]

NOT_JUDGED: Final = "inte bedömd"
WORDS: Final[dict[str, str]] = {
    "confirmed": "bekräftad",
    "unconfirmed": "obekräftad",
    "contradicted": "motsagd",
}
LOOKS: Final[dict[str, tuple[str, Signal]]] = {
    "confirmed": ("badge-check", "ok"),
    "unconfirmed": ("circle-question-mark", "warn"),
    "contradicted": ("ban", "alarm"),
}
"""The icon, and the signal that colours it."""


def choices() -> list[tuple[str, str]]:
    """Return what can be chosen in a form, with its word."""
    return [("", NOT_JUDGED), *WORDS.items()]
