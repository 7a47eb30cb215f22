"""The record model says exactly what changed, and always equals its list."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.record_model import Column, RecordModel, longest_rising, ranges


@dataclass(frozen=True)
class Row:
    key: int
    word: str = ""


COLUMNS = (
    Column[Row]("Nr", lambda row: str(row.key), right=True),
    Column[Row]("Ord", lambda row: row.word, spoken=lambda row: f"ordet {row.word}"),
)


def filled(*keys: int) -> RecordModel[Row]:
    model = RecordModel(COLUMNS)
    model.set_rows([Row(key, f"rad {key}") for key in keys])
    return model


class News:
    """Writes down what a model reports, and follows it with a list of its own."""

    def __init__(self, model: RecordModel[Row]) -> None:
        self.model = model
        self.told: list[tuple[str, int, int]] = []
        self.shadow = list(model.rows())
        model.rowsInserted.connect(self.inserted)
        model.rowsRemoved.connect(self.removed)
        model.dataChanged.connect(self.changed)
        model.modelReset.connect(lambda: self.told.append(("reset", 0, 0)))

    def inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("insert", first, last))
        self.shadow[first:first] = [self.model.row(place) for place in range(first, last + 1)]

    def removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("remove", first, last))
        del self.shadow[first : last + 1]

    def changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append(("change", first.row(), last.row()))
        for place in range(first.row(), last.row() + 1):
            self.shadow[place] = self.model.row(place)


def test_qt_agrees_that_it_is_a_model(qtmodeltester: ModelTester) -> None:
    model = filled(1, 2, 3)
    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]
    model.set_rows([Row(3), Row(4), Row(1, "ny")])
    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]


def test_text_title_side_and_spoken_word() -> None:
    model = filled(7)
    assert model.index(0, 1).data() == "rad 7"
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "ordet rad 7"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "7"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Ord"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert Qt.AlignmentFlag.AlignRight & model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == Row(7, "rad 7")
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_one_row_more_is_told_as_one_row() -> None:
    model = filled(1, 2, 3)
    news = News(model)
    model.set_rows([*model.rows(), Row(4)])
    assert news.told == [("insert", 3, 3)]


def test_a_changed_row_is_told_as_changed_and_an_equal_one_not_at_all() -> None:
    model = filled(1, 2, 3)
    news = News(model)
    model.set_rows([Row(1, "rad 1"), Row(2, "annat"), Row(3, "rad 3")])
    assert news.told == [("change", 1, 1)]


def test_a_row_that_moves_is_the_only_one_that_is_told() -> None:
    model = filled(1, 2, 3, 4, 5)
    news = News(model)
    model.set_rows([Row(key, f"rad {key}") for key in (5, 1, 2, 3, 4)])
    assert news.told == [("remove", 4, 4), ("insert", 0, 0)]


def test_selection_survives_rows_that_come_before(qtbot: QtBot) -> None:
    model = filled(3, 2, 1)
    held = QPersistentModelIndex(model.index(1, 0))
    model.set_rows([Row(5), Row(4), *model.rows()])
    assert held.row() == 3
    assert held.data() == "2"


def test_append_and_replace() -> None:
    model = filled(1)
    news = News(model)
    model.append_rows([Row(2), Row(3)])
    model.replace_row(Row(2, "ny"))
    assert news.told == [("insert", 1, 2), ("change", 1, 1)]
    assert news.shadow == list(model.rows())
    assert (model.place_of(3), model.place_of(9)) == (2, -1)


def test_two_rows_with_one_key_are_refused_and_change_nothing() -> None:
    model = filled(1, 2)
    with pytest.raises(ValueError, match="same key"):
        model.set_rows([Row(3), Row(3)])
    with pytest.raises(ValueError, match="already"):
        model.append_rows([Row(3), Row(2)])
    with pytest.raises(KeyError):
        model.replace_row(Row(9))
    assert [row.key for row in model.rows()] == [1, 2]


rows_strategy = st.lists(
    st.builds(Row, st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda row: row.key
)


@given(st.lists(rows_strategy, max_size=6))
def test_model_equals_its_list_after_any_change(steps: list[list[Row]]) -> None:
    model = RecordModel(COLUMNS)
    news = News(model)
    for rows in steps:
        model.set_rows(rows)
        assert list(model.rows()) == rows
        assert news.shadow == rows
        assert [model.place_of(row.key) for row in rows] == list(range(len(rows)))
    assert all(kind != "reset" for kind, _first, _last in news.told)


@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_longest_rising_is_rising_and_part_of_the_numbers(numbers: list[int]) -> None:
    found = longest_rising(numbers)
    assert found == sorted(found)
    rest = iter(numbers)
    assert all(number in rest for number in found)
    if numbers == sorted(numbers):
        assert found == numbers


def test_ranges() -> None:
    assert ranges([]) == []
    assert ranges([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
