"""Looks at the head of a PNG or JPEG: whether a page can hold it, and how large it is there."""

from typing import Final, NamedTuple

_MOST_PIXELS: Final = 60_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
# Markers between C0 and CF that do not begin a frame: tables and extensions (ITU-T T.81, table B.1).
_NO_FRAME: Final = frozenset((0xC4, 0xC8, 0xCC))
# Four channels are printing inks, which a file with a screen's colour profile must not hold.
_CHANNELS: Final = (1, 3)


class Head(NamedTuple):
    """What a picture says of itself."""

    width: int
    height: int
    channels: int


def printable(picture: bytes) -> bool:
    """Return whether it is a PNG or JPEG, in the colours of a screen and not absurdly large."""
    head = read_head(picture)
    return head is not None and head.channels in _CHANNELS and 0 < head.width * head.height <= _MOST_PIXELS


def fitted(picture: bytes, wide: float, high: float) -> tuple[float, float, float, float]:
    """Return where the picture stands in the box: x, y, width and height, in the middle and nothing cut off.

    ValueError when it is neither PNG nor JPEG.
    """
    head = read_head(picture)
    if head is None or not head.width * head.height:
        raise ValueError("neither PNG nor JPEG")
    scale = min(wide / head.width, high / head.height)
    width, height = head.width * scale, head.height * scale
    return (wide - width) / 2, (high - height) / 2, width, height


def read_head(picture: bytes) -> Head | None:
    """Return what the picture says of itself, None when it is neither PNG nor JPEG."""
    if picture.startswith(_PNG) and len(picture) > 24:
        return Head(int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24]), 3)
    return _read_jpeg(picture) if picture.startswith(_JPEG) else None


def _read_jpeg(picture: bytes) -> Head | None:
    at = 2
    while at + 10 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = int.from_bytes(picture[at + 5 : at + 7]), int.from_bytes(picture[at + 7 : at + 9])
            return Head(width, height, picture[at + 9])
        at += 2 + int.from_bytes(picture[at + 2 : at + 4])
    return None
