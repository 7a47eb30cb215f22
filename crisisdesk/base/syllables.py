"""Where a Swedish word may be broken at the end of a line: letters alone, no word list."""

import re
from typing import Final

_VOWELS: Final = frozenset("aeiouyåäöé")
_FEWEST: Final = 2
"""Letters that stay on either side of the break."""
_FARTHEST: Final = 6
"""How far back a better place is looked for; a longer line is worth more than a perfect break."""

_CODE: Final = re.compile(r"[\d@/\\_=]|\w[.:]\w")
"""What makes a word a sum, an address or a name of a file: a hyphen put into one would make it another."""


def takes_hyphen(word: str) -> bool:
    """Return whether the word is one that a hyphen may be put into where a line ends."""
    return not _CODE.search(word)


def last_break(word: str, most: int) -> int:
    """Return after how many of the first `most` letters the word is broken with a hyphen, 0 for nowhere.

    A syllable begins with the last consonant before its vowel (Svenska skrivregler: enkonsonantprincipen),
    `j` taking the consonant before it along, and `ck` staying together. Without such a place near the end
    of the line the word is broken where the line ends.
    """
    last = min(most, len(word) - _FEWEST)
    if last < _FEWEST or not word[last - 1 : last + 1].isalpha():
        return 0
    first = max(last - _FARTHEST, _FEWEST - 1)
    return next((at for at in range(last, first, -1) if _begins(word.casefold(), at)), last)


def _begins(word: str, at: int) -> bool:
    """Return whether a syllable begins there, with a vowel before it in the same run of letters."""
    before, first, after = word[at - 1], word[at], word[at + 1 : at + 3]
    if not before.isalpha() or first in _VOWELS or not first.isalpha() or not _VOWELS & set(word[:at]):
        return False
    if before == "c" and first == "k":
        return False
    if first == "j":
        return before in _VOWELS and after[:1] in _VOWELS
    return after[:1] in _VOWELS or (after[:1] == "j" and after[1:] in _VOWELS)
