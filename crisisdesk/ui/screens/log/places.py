"""A line of the log as a place to come back to, with what was searched for when one left it. No Qt here."""

_AT = "log:at:"


def at(number: int, asked: str) -> str:
    """Return the place of the line among what was asked for: `log:at:23:typ:beslut brand`."""
    return f"{_AT}{number}:{asked}"


def read_at(place: str) -> tuple[int, str] | None:
    """Return the line and what was asked for, None when the place is another."""
    number, _, asked = place.removeprefix(_AT).partition(":")
    return (int(number), asked) if place.startswith(_AT) and number.isdigit() else None
