"""Sketches: pages, strokes with the points that matter, symbols, and what is rubbed out."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisisdesk.features.sketch import FEATURE, SketchState, commands
from crisisdesk.features.sketch.facts import HEIGHT, WIDTH
from crisisdesk.features.sketch.strokes import TOLERANCE, simplified
from crisisdesk.features.sketch.symbols import DEFAULT, SYMBOLS, placed
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play


@pytest.fixture
def play() -> Play[SketchState]:
    made = Play(FEATURE, load_shipped())
    made.do(commands.AddPage(title="Hus B, plan 2"))
    return made


def draw(play: Play[SketchState], *points: int, page: int = 1) -> None:
    play.do(commands.Draw(page=page, tool="pen", points=points, width=8))


def test_a_page_is_a_line_and_what_is_drawn_on_it_is_not(play: Play[SketchState]) -> None:
    draw(play, 0, 0, 100, 100)
    assert play.texts == ["Skissblad 1: Hus B, plan 2."]
    assert play.lines[0].refs == ("sketch:1",)
    assert [mark.points for mark in play.state.pages[1].drawn()] == [(0, 0, 100, 100)]


def test_a_page_without_a_title_goes_by_its_number(play: Play[SketchState]) -> None:
    play.do(commands.AddPage())
    assert play.texts[-1] == "Skissblad 2 påbörjat."
    assert play.state.pages[2].title == "Skissblad 2"


def test_what_is_rubbed_out_can_come_back_and_stays_in_the_journal(play: Play[SketchState]) -> None:
    draw(play, 0, 0, 100, 100)
    draw(play, 50, 50, 60, 70)
    play.do(commands.Erase(page=1, marks=(1,)))
    page = play.state.pages[1]
    assert [mark.mark for mark in page.drawn()] == [2]
    assert set(page.marks) == {1, 2}
    assert play.do(commands.Erase(page=1, marks=(1,))) == []
    play.do(commands.Restore(page=1, marks=(1,)))
    assert [mark.mark for mark in page.drawn()] == [1, 2]


def test_marks_are_numbered_on_even_when_some_are_rubbed_out(play: Play[SketchState]) -> None:
    draw(play, 0, 0, 9, 9)
    play.do(commands.Erase(page=1, marks=(1,)))
    draw(play, 5, 5, 50, 50)
    assert [mark.mark for mark in play.state.pages[1].drawn()] == [2]


def test_a_struck_page_takes_no_more_and_strikes_its_line(play: Play[SketchState]) -> None:
    play.do(commands.StrikePage(page=1, reason="fel hus"))
    assert play.lines[-1].strikes == 1
    refusal = play.refused(commands.Draw(page=1, tool="pen", points=(1, 1, 2, 2)))
    assert refusal.sentence == "Skissblad 1 används inte längre, se rad 2."
    assert play.state.standing() == []


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (commands.Draw(page=1, tool="pen", points=()), "points"),
        (commands.Draw(page=1, tool="pen", points=(1, 2, 3)), "points"),
        (commands.Draw(page=1, tool="text", points=(1, 2), text=" "), "text"),
        (commands.Draw(page=1, tool="symbol", points=(1, 2), symbol="drake"), "symbol"),
        (commands.Draw(page=7, tool="pen", points=(1, 2)), "page"),
        (commands.Erase(page=1, marks=(4,)), "marks"),
        (commands.RenamePage(page=1, title=""), "title"),
        (commands.SetBackground(page=1, attachment="1-1", sheet=0), "sheet"),
        (commands.Draw(page=1, tool="pen", points=(1,) * 50_000), "points"),
    ],
)
def test_what_cannot_be_drawn_is_refused_at_its_field(
    play: Play[SketchState], command: commands.Command, field: str
) -> None:
    assert play.refused(command).field == field


def test_a_stroke_stays_on_the_page(play: Play[SketchState]) -> None:
    draw(play, -50, -1, WIDTH + 90, HEIGHT + 5)
    assert play.state.pages[1].drawn()[0].points == (0, 0, WIDTH, HEIGHT)


def test_an_arrow_keeps_its_ends_and_a_text_its_place(play: Play[SketchState]) -> None:
    play.do(commands.Draw(page=1, tool="arrow", points=(1, 1, 50, 60, 100, 100)))
    play.do(commands.Draw(page=1, tool="text", points=(7, 8, 9, 9), text=" Rök "))
    arrow, text = play.state.pages[1].drawn()
    assert arrow.points == (1, 1, 100, 100)
    assert (text.points, text.text) == ((7, 8), "Rök")


def test_a_background_is_told_once(play: Play[SketchState]) -> None:
    play.do(commands.SetBackground(page=1, attachment="1-1", sheet=2))
    assert play.texts[-1] == "Skissblad 1: bilaga 1-1, sidan 2 ligger under skissen."
    assert play.do(commands.SetBackground(page=1, attachment="1-1", sheet=2)) == []
    play.do(commands.SetBackground(page=1))
    assert play.state.pages[1].background == ""


POINTS = st.lists(st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), min_size=1, max_size=60)


@given(POINTS)
def test_every_point_of_a_stroke_lies_near_what_is_kept(points: list[tuple[int, int]]) -> None:
    kept = simplified(points)
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert all(
        min(_away(p, a, b) for a, b in zip(kept, [*kept[1:], kept[-1]], strict=True)) <= TOLERANCE
        for p in points
    )


def _away(point: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    """Return the distance by trying a thousand places along the line: another way than the code's."""
    steps = 1000
    return (
        min(
            math.dist(
                point,
                (start[0] + (end[0] - start[0]) * i / steps, start[1] + (end[1] - start[1]) * i / steps),
            )
            for i in range(steps + 1)
        )
        - math.dist(start, end) / steps
    )


def test_a_straight_line_needs_its_ends_alone() -> None:
    assert simplified([(i, 2 * i) for i in range(500)]) == [(0, 0), (499, 998)]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_a_symbol_stands_where_it_was_placed_and_as_large_as_it_was_drawn_out(symbol: str) -> None:
    for points, half in (([(1000, 800)], DEFAULT), ([(1000, 800), (1000, 1100)], 300)):
        found = [p for line in placed(symbol, points) for p in line.points]
        assert max(max(abs(x - 1000), abs(y - 800)) for x, y in found) <= half * 1.001
        assert max(max(abs(x - 1000), abs(y - 800)) for x, y in found) > half * 0.8
