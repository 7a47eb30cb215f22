"""Makes any text printable: what the font lacks is replaced by something that can be seen."""

import re
import unicodedata
from collections.abc import Collection

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# Signs that by themselves show nothing: hyphenation hints, joiners of width zero, emoji variants.
_SILENT = re.compile("[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]")

_NO_XML = "\ufffe\uffff"


def legible(text: str, known: Collection[int]) -> str:
    """Return the text with only characters whose code points the font knows, and newlines.

    A character that the font lacks becomes its code, such as `[U+1F525]`: a log may be read in court, so
    nothing disappears. All kinds of line breaks become newlines; signs that show nothing are left out.
    """
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    text = _SILENT.sub("", unicodedata.normalize("NFC", text))
    return "".join(c if c == "\n" or ord(c) in known else f"[U+{ord(c):04X}]" for c in text)


def storable(text: str) -> str:
    """Return the text on one line for bookmarks and metadata: without control signs and lone surrogates."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Cs") or c in _NO_XML else c for c in text)
    return " ".join("".join(kept).split())
