"""Keeps Python's search for garbage out of the way of typing."""

import gc
from typing import Final

SELDOM: Final = (10_000, 5, 50)
"""Objects made until the youngest are searched, and how many such searches until the older ones are. Each is
then done in a few milliseconds, and the oldest are hardly ever gone through.
"""


def settle() -> None:
    """Leave what there is now out of every search to come: a window that is up stays. Search seldom.

    The first search is put off until then. After a second window, what the first has left is found before.
    """
    if gc.isenabled():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()
