"""The key map: no key means two things in one place, and everything has words."""

from collections import Counter

import pytest

from crisisdesk.ui.shell.keys import KEYS, WHERE_WORDS, Where, cap


@pytest.mark.parametrize("where", WHERE_WORDS)
def test_a_key_means_one_thing_in_a_place(where: Where) -> None:
    used = Counter(s for key in KEYS if key.where == where for s in key.sequences if s)
    assert [s for s, count in used.items() if count > 1] == []


def test_every_key_has_words_and_a_cap() -> None:
    assert all(key.words and key.cap for key in KEYS)
    assert len({key.id for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize(
    ("sequence", "shown"),
    [("Ctrl+L", "Ctrl L"), ("F1", "F1"), ("Ctrl++", "Ctrl +"), ("Ctrl+Shift+7", "Ctrl Shift 7")],
)
def test_a_sequence_stands_on_a_cap_as_on_the_keyboard(sequence: str, shown: str) -> None:
    assert cap(sequence) == shown
