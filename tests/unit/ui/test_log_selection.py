"""Which rows are chosen: one, or all from one to another, also while lines arrive."""

from crisisdesk.ui.kit.log_selection import LogSelection


def test_one_row_is_chosen_until_one_stretches() -> None:
    chosen = LogSelection()
    assert list(chosen.chosen()) == []
    chosen.move(3)
    assert list(chosen.chosen()) == [3]
    chosen.move(5, stretch=True)
    chosen.move(6, stretch=True)
    assert list(chosen.chosen()) == [3, 4, 5, 6]
    chosen.move(1, stretch=True)
    assert list(chosen.chosen()) == [1, 2, 3]
    chosen.move(2)
    assert list(chosen.chosen()) == [2]


def test_the_same_rows_stay_chosen_when_others_come_before_them() -> None:
    chosen = LogSelection()
    chosen.move(0)
    chosen.move(2, stretch=True)
    chosen.grown(0, 2)
    assert list(chosen.chosen()) == [2, 3, 4]
    chosen.grown(9, 1)
    assert list(chosen.chosen()) == [2, 3, 4]


def test_all_rows_are_chosen_at_once() -> None:
    chosen = LogSelection()
    chosen.take_all(4)
    assert list(chosen.chosen()) == [0, 1, 2, 3]
    chosen.take_all(0)
    assert list(chosen.chosen()) == []
