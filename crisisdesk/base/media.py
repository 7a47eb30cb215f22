"""What kind of file some bytes are: told by their beginning first, by the name when that says nothing."""

from pathlib import PurePath
from typing import Final

UNKNOWN: Final = "application/octet-stream"
PDF: Final = "application/pdf"
PNG: Final = "image/png"
HEAD: Final = 512
"""Bytes of a file's beginning that are enough to tell."""

PICTURES: Final = frozenset({PNG, "image/jpeg", "image/gif", "image/bmp", "image/webp"})
"""The kinds that are shown as a picture. Not svg: it is a program as much as a drawing."""

_BEGINS: Final = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", PDF),
)
_NAMED: Final = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".m4a": "audio/mp4",
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".msg": "application/vnd.ms-outlook",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wav": "audio/wav",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_WORDS: Final = {
    PNG: "PNG-bild",
    "image/jpeg": "JPEG-bild",
    "image/gif": "GIF-bild",
    "image/bmp": "BMP-bild",
    "image/webp": "WebP-bild",
    "image/svg+xml": "SVG-teckning",
    PDF: "PDF",
    "text/csv": "tabell (csv)",
    "text/plain": "text",
    "application/zip": "zip-arkiv",
    "message/rfc822": "e-post",
    "application/vnd.ms-outlook": "e-post",
}
_BY_ENDING: Final = {
    ".docx": "Word-dokument",
    ".odt": "textdokument",
    ".xlsx": "Excel-ark",
    ".ods": "kalkylark",
    ".pptx": "PowerPoint-bildspel",
}


def kind(name: str, head: bytes) -> str:
    """Return the media type of a file of that name which begins with `head` (HEAD bytes are enough)."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    told = next((media for begins, media in _BEGINS if head.startswith(begins)), "")
    return told or _NAMED.get(ending(name), UNKNOWN)


def words(media: str, name: str) -> str:
    """Return the kind as people say it: `PNG-bild`, `Word-dokument`, `ljud`, `fil (.dwg)`."""
    if media in _WORDS:
        return _WORDS[media]
    if media.startswith("audio/"):
        return "ljud"
    if media.startswith("video/"):
        return "film"
    found = ending(name)
    return _BY_ENDING.get(found) or (f"fil ({found})" if found else "fil")


def shown(media: str) -> bool:
    """Return whether such a file can be looked at in the window."""
    return media == PDF or media in PICTURES


def ending(name: str) -> str:
    """Return the name's ending in small letters, with its dot; "" for none."""
    return PurePath(name).suffix.lower()
