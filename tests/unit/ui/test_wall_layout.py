"""What Storbild lays out: large enough, in sight, apart, in colours that reach 7:1, on every display."""

from collections.abc import Callable
from datetime import datetime

import pytest

from crisisdesk.features import board
from crisisdesk.incident.board_shapes import Box, Icon, Rect, Run
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.state import State
from crisisdesk.ui.kit.tokens import Tokens
from crisisdesk.ui.kit.wall_tokens import WALL_DARK, WALL_LIGHT
from crisisdesk.ui.wall.lay_head import lay_head
from crisisdesk.ui.wall.modes import MODES, Mode
from crisisdesk.ui.wall.rows import head_row
from crisisdesk.ui.wall.scene import Scene, Stroke
from tests.architecture.test_contrast import contrast
from tests.support import wall_states
from tests.support.brand_play import brand

AAA = 7.0
SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920))
SMALLEST = 26 / 1080
READ = 32 / 1080
Made = Callable[[], tuple[State, datetime]]


def _empty() -> tuple[State, datetime]:
    incident = wall_states.empty()
    return incident.state, incident.now


def _played() -> tuple[State, datetime]:
    return brand().state, brand().now


def _overfull() -> tuple[State, datetime]:
    incident = wall_states.overfull()
    return incident.state, incident.now


def _covered() -> tuple[State, datetime]:
    incident, refs = wall_states.open_secrets()
    wall_states.mark(incident, refs)
    return covered_state(incident.state), incident.now


STATES: dict[str, Made] = {
    "empty": _empty, "played": _played, "overfull": _overfull, "covered": _covered,
}  # fmt: skip
_made: dict[str, tuple[State, datetime]] = {}


@pytest.fixture(
    params=[(mode.key, name, size) for mode in MODES for name in STATES for size in SIZES], ids=str
)
def scene(request: pytest.FixtureRequest) -> Scene:
    key, name, size = request.param
    state, now = _made.setdefault(name, STATES[name]()) if name not in _made else _made[name]
    mode = next(mode for mode in MODES if mode.key == key)
    return laid_out(mode, state, now, size)


def laid_out(mode: Mode, state: State, now: datetime, size: tuple[int, int], picture: int = 0) -> Scene:
    scene = Scene(float(size[0]), float(size[1]))
    mode.lay(scene, lay_head(scene, head_row(state, now)), mode.read(state, now, picture))
    return scene


def runs(scene: Scene) -> list[Run]:
    return [item for item in scene.items if isinstance(item, Run)]


def letters(run: Run) -> Rect:
    """Return where the letters are, from the height of a capital to the foot of a g."""
    return Rect(run.x, run.baseline - 0.75 * run.size, run.width, 0.97 * run.size)


def test_nothing_is_smaller_than_can_be_read(scene: Scene) -> None:
    least = SMALLEST * min(scene.width, scene.height)
    assert [run.text for run in runs(scene) if run.size < least] == []


def test_everything_is_in_sight(scene: Scene) -> None:
    whole = Rect(0, 0, scene.width, scene.height)
    assert [run.text for run in runs(scene) if not whole.holds(letters(run), 1.0)] == []
    assert [
        icon.name for icon in scene.items if isinstance(icon, Icon) and not whole.holds(icon.rect, 1.0)
    ] == []


def test_no_text_stands_on_another(scene: Scene) -> None:
    found = runs(scene)
    assert [
        (one.text, other.text)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one.rect.meets(other.rect, scene.px(4))
    ] == []


def pairs(scene: Scene) -> set[tuple[str, str]]:
    """Return each text or icon colour with the ground under it."""
    found: set[tuple[str, str]] = set()
    boxes: list[Box] = []
    for item in scene.items:
        if isinstance(item, Box):
            boxes.append(item)
        elif not isinstance(item, Stroke):
            found.add((item.token, _ground(boxes, item.rect)))
    return found


def _ground(boxes: list[Box], rect: Rect) -> str:
    middle = Rect(rect.x + rect.width / 2, rect.y + rect.height / 2, 0, 0)
    return next((box.ground for box in reversed(boxes) if box.ground and box.rect.holds(middle)), "bg")


@pytest.mark.parametrize("tokens", [WALL_DARK, WALL_LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.key)
def test_every_text_reaches_seven_to_one(mode: Mode, name: str, tokens: Tokens) -> None:
    state, now = STATES[name]()
    frozen = len(state[board.FEATURE].frozen)
    shown = [laid_out(mode, state, now, (1920, 1080), picture) for picture in (0, frozen)]
    faint = {
        (text, ground): round(ratio, 2)
        for scene in shown
        for text, ground in pairs(scene)
        if (ratio := contrast(getattr(tokens, text), getattr(tokens, ground))) < AAA
    }
    assert faint == {}


def test_what_must_be_read_is_larger() -> None:
    state, now = _overfull()
    shown = runs(laid_out(MODES[0], state, now, (1920, 1080)))
    texts = [run for run in shown if run.text.startswith("Kort ")]
    assert texts
    assert {run.size for run in texts} == {READ * 1080}


def test_the_clock_is_as_large_as_it_should_be() -> None:
    state, now = _empty()
    shown = runs(laid_out(MODES[0], state, now, (1920, 1080)))
    assert max(run.size for run in shown if run.text == "13:05") == 92


def test_what_does_not_fit_is_counted() -> None:
    state, now = _overfull()
    shown = laid_out(MODES[0], state, now, (1920, 1080)).texts()
    counts = [int(text.split()[0].rstrip(",")) for text in shown if text.startswith("+")]
    cards = len(state[board.FEATURE].pinned())
    frames = [text for text in shown if text.startswith("Kort ")]
    assert counts
    assert 0 < sum(counts) < cards
    assert frames


def test_what_is_new_among_hidden_cards_is_told() -> None:
    state, now = _overfull()
    shown = laid_out(MODES[0], state, now, (1920, 1080)).texts()
    assert any(text.startswith("+") and "nya eller ändrade" in text for text in shown)


def test_the_log_counts_the_lines_it_does_not_show() -> None:
    state, now = _overfull()
    mode = next(mode for mode in MODES if mode.key == "log")
    scene = laid_out(mode, state, now, (1920, 1080))
    times = [run for run in runs(scene) if run.x == pytest.approx(scene.px(34)) and run.text[2:3] == ":"]
    hidden = next(text for text in scene.texts() if text.endswith("äldre rader"))
    assert int(hidden.split()[0]) + len(times) == len(state.timeline.lines)


def test_a_struck_line_looks_struck() -> None:
    state, now = _overfull()
    mode = next(mode for mode in MODES if mode.key == "log")
    struck = [run for run in runs(laid_out(mode, state, now, (1920, 1080))) if run.struck]
    assert [run.text for run in struck] == ["fel"]
    assert {run.token for run in struck} == {"ink3"}


def test_the_current_point_is_in_sight() -> None:
    state, now = _overfull()
    mode = next(mode for mode in MODES if mode.key == "agenda")
    rows = mode.read(state, now, 0)
    for size in SIZES:
        shown = " ".join(laid_out(mode, state, now, size).texts())
        assert rows.points[rows.current].number in shown


def test_a_frozen_picture_says_which_and_when() -> None:
    state, now = _overfull()
    shown = laid_out(MODES[0], state, now, (1920, 1080), 1).texts()
    assert any(text.startswith("Lägesbild 1 (Läget), fryst ") for text in shown)
    assert "Visar inte nuläget." in shown
