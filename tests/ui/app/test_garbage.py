"""Memory is tidied without going through the incident that is open."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from crisisdesk.app import garbage


class Ring:
    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()


def test_what_is_there_when_a_window_is_up_is_not_gone_through_again() -> None:
    gc.disable()
    garbage.settle()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == garbage.SELDOM


def test_what_the_window_before_left_is_found() -> None:
    garbage.settle()
    ring = Ring()
    gone = weakref.ref(ring)
    gc.freeze()
    del ring
    garbage.settle()
    assert gone() is None
