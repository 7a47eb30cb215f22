"""The board laid out without a screen: the same each time, nothing outside, nothing on top of another."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisisdesk.features.board.facts import Content
from crisisdesk.incident.board_card import FOLDED_LINES, card_shapes
from crisisdesk.incident.board_layout import BoardLayout, columns_across, lay_out
from crisisdesk.incident.board_rows import BoardRows, CardRow, ColumnRow, TagRow
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run, Shape

LONG = "Räddningsledaren säger att hus B är utrymt och att en person saknas i räkningen. " * 6


def card(number: int, text: str = "Brand i hus B", **more: object) -> CardRow:
    made = CardRow(card=number, column="a", purpose="event", text=text, content=Content(text=text))
    return msgspec.structs.replace(made, **more)


def column(id: str, *cards: CardRow, hint: str = "Det som har hänt.") -> ColumnRow:
    return ColumnRow(id=id, title="Händelse", icon="flame", purpose="event", hint=hint, cards=cards)


def rows(*columns: ColumnRow, worst: str = "", likely: str = "") -> BoardRows:
    return BoardRows(columns=columns, worst=worst, likely=likely, zone="Europe/Stockholm")


def texts(board: BoardLayout) -> list[str]:
    return [shape.text for shape in board.shapes() if isinstance(shape, Run)]


def test_a_long_card_is_folded_and_says_how_much_there_is() -> None:
    folded, whole = card_shapes(card(1, LONG), 240, 1.0), card_shapes(card(1, LONG), 240, 1.0, True)
    assert folded.folds
    assert folded.height < whole.height
    words = [shape.text for shape in folded.shapes if isinstance(shape, Run)]
    assert words[FOLDED_LINES - 1].endswith("…")
    assert words[-1] == f"{folded.hidden} rader till"
    assert whole.folds
    assert not whole.hidden


def test_a_short_card_does_not_fold() -> None:
    assert not card_shapes(card(1), 240, 1.0).folds


def test_a_changed_card_is_ringed_and_says_so() -> None:
    board = lay_out(rows(column("a", card(1, change="new"))), 800)
    assert "ny" in texts(board)
    assert any(isinstance(shape, Box) and shape.line == "accent" for shape in board.shapes())


def test_what_is_struck_is_struck() -> None:
    inside = card_shapes(card(1, struck=True), 240, 1.0)
    assert next(shape.struck for shape in inside.shapes if isinstance(shape, Run))


def test_what_has_no_room_is_counted_at_the_foot() -> None:
    board = lay_out(rows(column("a", *(card(n) for n in range(20)))), 300, 400)
    shown = len(board.columns[0].cards)
    assert 0 < shown < 20
    assert board.left_out == 20 - shown
    assert texts(board)[-1] == f"+{20 - shown} till"


@pytest.mark.parametrize(("width", "more"), [(400, ", 20 nya eller ändrade"), (150, "")])
def test_how_many_are_new_is_said_whole_or_not_at_all(width: int, more: str) -> None:
    board = lay_out(rows(column("a", *(card(n, change="new") for n in range(21)))), width, 160)
    assert (len(board.columns[0].cards), texts(board)[-1]) == (1, f"+20 till{more}")


def test_a_board_without_a_height_shows_every_card() -> None:
    board = lay_out(rows(column("a", *(card(n) for n in range(200)))), 300)
    assert len(board.columns[0].cards) == 200
    assert board.left_out == 0


def test_an_empty_column_says_what_belongs_there() -> None:
    assert "Det som har hänt." in texts(lay_out(rows(column("a")), 800))


def test_the_forecast_is_there_when_one_of_them_is_written() -> None:
    assert "Farligast" not in texts(lay_out(rows(column("a")), 800))
    words = texts(lay_out(rows(column("a"), worst="Branden sprider sig"), 800))
    assert words[:4] == ["Farligast", "Branden sprider sig", "Troligast", "–"]


@pytest.mark.parametrize(("count", "width", "across"), [(4, 838, 4), (6, 838, 3), (6, 1158, 6), (1, 100, 1)])
def test_columns_never_need_to_be_scrolled_sideways(count: int, width: float, across: int) -> None:
    assert columns_across(count, width) == across


def test_a_bigger_scale_is_a_bigger_board() -> None:
    one, two = (lay_out(rows(column("a", card(1))), 400 * s, None, s) for s in (1.0, 2.0))
    assert two.height == pytest.approx(2 * one.height, rel=0.06)


TEXTS = st.one_of(st.text(max_size=60), st.text("abc åäö- ", max_size=600))
TAGS = st.builds(
    TagRow,
    word=st.text(max_size=40),
    icon=st.sampled_from(["", "lock"]),
    signal=st.sampled_from(["ok", "warn", "alarm", "neutral", "accent"]),
)
CARDS = st.builds(
    CardRow,
    card=st.integers(1, 9999),
    column=st.just("a"),
    purpose=st.sampled_from(["event", "uncertainty", "resource"]),
    text=TEXTS,
    meta=TEXTS,
    late=st.text(max_size=30),
    tags=st.lists(TAGS, max_size=4).map(tuple),
    note=TEXTS,
    answer=TEXTS,
    change=st.sampled_from(["", "new", "changed", "gone"]),
    content=st.just(Content(text="x")),
)
COLUMNS = st.lists(
    st.builds(
        ColumnRow,
        id=st.just("a"),
        title=TEXTS,
        icon=st.sampled_from(["", "flame"]),
        purpose=st.just("event"),
        hint=TEXTS,
        cards=st.lists(CARDS, max_size=6).map(tuple),
    ),
    min_size=1,
    max_size=6,
)
BOARDS = st.builds(
    BoardRows,
    columns=COLUMNS.map(tuple),
    worst=TEXTS,
    likely=TEXTS,
    zone=st.just("Europe/Stockholm"),
)


@settings(max_examples=60, deadline=None)
@given(
    BOARDS, st.floats(500, 1900), st.one_of(st.none(), st.floats(480, 1200)), st.sampled_from([1, 1.5, 2.37])
)
def test_nothing_stands_outside_or_on_top_of_another(
    board: BoardRows, width: float, height: float | None, scale: float
) -> None:
    width, height = width * scale, height * scale if height is not None else None
    laid = lay_out(board, width, height, scale)
    assert laid == lay_out(board, width, height, scale)
    whole = Rect(0, 0, width, laid.height if height is None else max(height, laid.height))
    outer = [c.rect for c in laid.columns]
    assert all(whole.holds(rect) for rect in outer)
    assert no_two_meet(outer)
    assert all(whole.holds(place(shape)) for shape in laid.forecast)
    for one in laid.columns:
        cards = [c.rect for c in one.cards]
        assert all(one.rect.holds(rect) for rect in cards)
        assert all(one.rect.holds(place(shape)) for shape in (*one.head, *one.foot))
        assert no_two_meet([*cards, *map(place, one.foot), *map(place, one.head)])
        for c in one.cards:
            inner = Rect(0, 0, c.rect.width, c.rect.height)
            assert all(inner.holds(place(shape)) for shape in c.inside.shapes)
            runs = [place(shape) for shape in c.inside.shapes if isinstance(shape, Run | Icon)]
            assert no_two_meet(runs)


def place(shape: Shape) -> Rect:
    return (
        Rect(shape.x, shape.baseline - 0.73 * shape.size, shape.width, 0.73 * shape.size)
        if isinstance(shape, Run)
        else shape.rect
    )


def no_two_meet(rects: list[Rect]) -> bool:
    return not any(a.meets(b) for a, b in combinations(rects, 2))
