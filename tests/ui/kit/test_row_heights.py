"""Heights of many rows agree with plain sums."""

from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.ui.kit.row_heights import RowHeights

heights = st.lists(st.integers(1, 90), min_size=1, max_size=700)


def measured(values: list[int]) -> RowHeights:
    made = RowHeights(len(values), 44)
    for row, height in enumerate(values):
        made.measured(row, height)
    return made


@given(heights, st.data())
def test_top_and_total_are_sums(values: list[int], data: st.DataObject) -> None:
    made = measured(values)
    row = data.draw(st.integers(0, len(values) - 1))
    assert made.top(row) == sum(values[:row])
    assert made.total() == sum(values)


@given(heights, st.data())
def test_at_finds_the_row_that_covers_the_height(values: list[int], data: st.DataObject) -> None:
    made = measured(values)
    y = data.draw(st.integers(0, sum(values) - 1))
    row, into = made.at(y)
    assert made.top(row) + into == y
    assert 0 <= into < values[row]


def test_inserted_rows_are_estimated_and_leave_the_others() -> None:
    made = measured([10, 20, 30])
    made.insert(1, 2)
    assert [made.height(row) for row in range(len(made))] == [10, 44, 44, 20, 30]
    assert made.total() == 148
