"""The log view: only rows in sight are laid out, and what arrives moves nothing."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.log_columns import ORDER, columns
from crisisdesk.ui.kit.log_layout import RowLayouter
from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.theme import Theme
from tests.ui.kit.hands import CTRL, Heard, click, press


def row(number: int, text: str = "", day: str = "Torsdag 14 januari 2027", **cells: str) -> LogRow:
    return LogRow(
        number=number,
        time="14:31",
        kind="note",
        text=text or f"Rad {number}",
        sign="MK",
        day=day,
        route=cells.pop("route", ""),
        cells=tuple(cells.items()),
    )


def newest_first(count: int) -> list[LogRow]:
    return [row(number, "Hus B är utrymt. " * (number % 5 + 1)) for number in range(count, 0, -1)]


@pytest.fixture
def log(qtbot: QtBot, theme: Theme) -> LogView:
    """Return a shown log of 500 lines, newest first."""
    made = LogView(theme, "Logg")
    made.set_rows(newest_first(500))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.resize(840, 500)
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def key(log: LogView, key: Qt.Key, times: int = 1) -> None:
    press(log.focusProxy(), key, times=times)


def bar(log: LogView) -> QScrollBar:
    return log._area.verticalScrollBar()  # pyright: ignore[reportPrivateUsage]


def test_keys_move_the_current_row(qtbot: QtBot, log: LogView) -> None:
    assert log.current() == 500
    key(log, Qt.Key.Key_Down, 3)
    assert log.current() == 497
    key(log, Qt.Key.Key_Up)
    assert log.current() == 498
    key(log, Qt.Key.Key_End)
    assert log.current() == 1
    assert log.rows_in_sight()[-1] == 1
    key(log, Qt.Key.Key_Home)
    assert (log.current(), log.rows_in_sight()[0]) == (500, 500)


def test_the_current_row_is_always_in_sight(qtbot: QtBot, log: LogView) -> None:
    for step in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        key(log, step, 7)
        assert log.current() in log.rows_in_sight()


def test_pages_cover_the_whole_log_in_both_ways(qtbot: QtBot, log: LogView) -> None:
    seen: set[int] = set()
    while log.current() != 1:
        before = log.current()
        seen.update(log.rows_in_sight())
        key(log, Qt.Key.Key_PageDown)
        assert log.current() < before
    assert seen | set(log.rows_in_sight()) == set(range(1, 501))
    while log.current() != 500:
        before = log.current()
        key(log, Qt.Key.Key_PageUp)
        assert log.current() > before


def test_the_current_row_is_told_and_read_aloud(qtbot: QtBot, log: LogView) -> None:
    told = Heard(log.current_changed)
    log.set_current(42)
    assert told.all == [(42,)]
    proxy = log.focusProxy()
    assert proxy is not None
    assert proxy.accessibleDescription().startswith("42, 14:31, Händelse, Hus B")
    told = Heard(log.current_changed)
    log.set_current(9999)
    assert told.all == [(0,)]


def test_enter_double_click_and_menu_say_the_row(qtbot: QtBot, log: LogView) -> None:
    told = Heard(log.activated)
    key(log, Qt.Key.Key_Return)
    assert told.all == [(500,)]
    viewport = log._area.viewport()  # pyright: ignore[reportPrivateUsage]
    with qtbot.waitSignal(log.activated):
        click(viewport, QPoint(300, 120), double=True)


def test_copy_takes_the_current_row(qtbot: QtBot, log: LogView) -> None:
    proxy = log.focusProxy()
    press(proxy, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("500, 14:31, Händelse")


def test_a_new_line_shows_at_the_top_when_one_is_there(log: LogView) -> None:
    log.insert_rows(0, [row(501)])
    assert log.rows_in_sight()[0] == 501
    assert log.current() == 500


def test_a_new_line_moves_nothing_when_one_reads_further_down(log: LogView) -> None:
    log.set_current(200)
    before = log.rows_in_sight()
    log.insert_rows(0, [row(501)])
    log.set_rows([row(503), row(502), *log.rows()])
    assert log.rows_in_sight() == before
    assert log.current() == 200


def test_oldest_first_follows_its_end(qtbot: QtBot, log: LogView) -> None:
    log.set_rows(newest_first(500)[::-1])
    key(log, Qt.Key.Key_End)
    log.insert_rows(500, [row(501)])
    assert log.rows_in_sight()[-1] == 501
    key(log, Qt.Key.Key_PageUp, 3)
    before = log.rows_in_sight()
    log.insert_rows(501, [row(502)])
    assert log.rows_in_sight() == before


def test_a_filter_keeps_the_current_row_when_it_passes(log: LogView) -> None:
    log.set_current(100)
    log.set_rows([kept for kept in log.rows() if kept.number % 10 == 0])
    assert log.current() == 100
    log.set_rows([kept for kept in log.rows() if kept.number % 100 != 0])
    assert log.current() == 0


def test_a_replaced_row_shows_its_new_text(log: LogView) -> None:
    log.replace_row(row(499, "rättad"))
    assert log.rows()[1].text == "rättad"
    with pytest.raises(KeyError):
        log.replace_row(row(9999))


def test_the_bar_reaches_both_ends(log: LogView) -> None:
    handle = bar(log)
    handle.setValue(handle.maximum())
    assert log.rows_in_sight()[-1] == 1
    handle.setValue(0)
    assert log.rows_in_sight()[0] == 500


def test_small_steps_of_the_bar_pass_every_row(log: LogView) -> None:
    handle = bar(log)
    seen = set(log.rows_in_sight())
    for _ in range(60):
        handle.setValue(handle.value() + 90)
        seen.update(log.rows_in_sight())
    assert seen == set(range(min(seen), 501))
    assert len(seen) > 60


def test_an_empty_log_is_quiet(qtbot: QtBot, log: LogView) -> None:
    log.set_rows([])
    key(log, Qt.Key.Key_Down)
    key(log, Qt.Key.Key_PageDown)
    key(log, Qt.Key.Key_Return)
    assert (log.current(), log.rows_in_sight()) == (0, [])


def test_a_hundred_thousand_rows_lay_out_only_what_is_seen(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, log: LogView
) -> None:
    laid: list[int] = []
    lay_out = RowLayouter.lay_out

    def counted(self: RowLayouter, one: LogRow) -> object:
        laid.append(one.number)
        return lay_out(self, one)

    monkeypatch.setattr(RowLayouter, "lay_out", counted)
    log.set_rows(newest_first(100_000))
    key(log, Qt.Key.Key_End)
    key(log, Qt.Key.Key_PageUp, 5)
    log.insert_rows(0, [row(100_001)])
    log.grab()
    assert len(laid) < 400


def test_theme_and_width_measure_anew(qtbot: QtBot, qapp: QApplication, theme: Theme, log: LogView) -> None:
    at_full = len(log.rows_in_sight())
    theme.apply(qapp, dark=True, scale=1.5)
    assert len(log.rows_in_sight()) < at_full
    log.set_hits(["utrymt"])
    assert not log.grab().isNull()


def test_a_narrow_log_puts_the_route_in_the_text(theme: Theme) -> None:
    assert columns(theme, 840, compact=False).place("route") is not None
    assert columns(theme, 500, compact=False).place("route") is None
    assert columns(theme, 260, compact=True).place("sign") is None


def test_a_line_from_nobody_uses_the_room_of_the_route_too(theme: Theme) -> None:
    cols = columns(theme, 840, compact=False)
    route = cols.place("route")
    assert route is not None
    layouter = RowLayouter(theme, cols)
    row = LogRow(number=1, time="14:10", kind="sys", text="Loggen fortsätter. " * 12)
    beside = LogRow(number=2, time="14:10", kind="in", text=row.text, route="Media")
    alone, told = layouter.lay_out(row), layouter.lay_out(beside)
    assert alone.text.lineCount() < told.text.lineCount()
    widest = max(alone.text.lineAt(n).naturalTextWidth() for n in range(alone.text.lineCount()))
    assert cols.text.width() < widest <= route.right() - cols.text.x()


def test_tags_stand_inside_the_text_and_never_over_it(theme: Theme) -> None:
    tagged = LogRow(
        number=1,
        time="14:10",
        kind="in",
        text="Rykte i sociala medier: en elev död",
        tags=(LogTag(word="motsagd", icon="ban", tone="alarm"), LogTag(word="från papper")),
        secondary="av nr 40",
        route="Media",
    )
    for width in range(460, 900, 7):  # at any of them the text breaks elsewhere
        cols = columns(theme, width, compact=False)
        laid = RowLayouter(theme, cols).lay_out(tagged)
        rects = [rect for rect, _tag in laid.tags]
        assert all(rect.left() >= 0 and rect.right() <= cols.text.width() + 1 for rect in rects)
        assert not rects[0].intersects(rects[1])
        line = laid.text.lineForTextPosition(laid.text.text().index("av nr\u00a040"))
        assert all(rect.bottom() <= laid.height for rect in rects)
        assert line.isValid()


def test_the_spoken_line_says_struck_and_by_what() -> None:
    struck = LogRow(
        number=34,
        time="14:07",
        kind="in",
        text="Tre elever",
        struck=True,
        replaced_note="rättad: två, se nr 36",
    )
    assert struck.spoken() == "34, 14:07, Info in, Tre elever, struken, rättad: två, se nr 36"


@pytest.mark.parametrize(("width", "height"), [(560, 500), (840, 200), (1200, 320), (500, 240)])
def test_the_current_row_stays_wholly_in_sight_in_another_size(
    qtbot: QtBot, log: LogView, width: int, height: int
) -> None:
    log.set_rows([row(number, "Hus B är utrymt. " * 14) for number in range(500, 0, -1)])
    for number in (496, 437, 3):
        log.resize(840, 500)
        log.set_current(number)
        log.resize(width, height)
        sight = log._area.sight  # pyright: ignore[reportPrivateUsage]
        place = sight.place_of(number)
        tops = dict(sight.visible())
        assert tops[place] >= 0
        assert tops[place] + sight.layout(place).height <= log._area.viewport().height()  # pyright: ignore[reportPrivateUsage]


class MadeRows:
    """Rows that are made when they are asked for, newest first; counts how many were."""

    def __init__(self, count: int) -> None:
        self.numbers = list(range(count, 0, -1))
        self.made: dict[int, LogRow] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int, /) -> LogRow:
        number = self.numbers[place]
        return self.made.setdefault(number, row(number, "Hus B är utrymt. " * (number % 5 + 1)))

    def place_of(self, number: int) -> int:
        return self.numbers.index(number) if number in self.numbers else -1


def test_rows_of_a_source_are_made_when_they_are_seen(log: LogView) -> None:
    rows = MadeRows(100_000)
    log.set_source(rows)
    log.set_current(100_000)
    assert log.rows_in_sight()[0] == 100_000
    log.set_current(50_000)
    assert 50_000 in log.rows_in_sight()
    assert len(rows.made) < 60


def test_a_source_that_grows_moves_nothing_in_sight(log: LogView) -> None:
    rows = MadeRows(500)
    log.set_source(rows)
    log.set_current(250)
    before = log.rows_in_sight()
    rows.numbers.insert(0, 501)
    log.grown(0)
    assert (log.current(), log.rows_in_sight()) == (250, before)
    log.set_current(501)
    rows.numbers.insert(0, 502)
    log.grown(0)
    assert log.rows_in_sight()[0] == 502, "at the newest one, the next comes into sight"
    assert log.current() == 501


def test_a_source_says_anew_what_is_in_sight(log: LogView) -> None:
    rows = MadeRows(50)
    log.set_source(rows)
    log.set_current(50)
    rows.made[50] = row(50, "Rad 50, rättad. " * 40)
    before = len(log.rows_in_sight())
    log.refresh()
    assert len(log.rows_in_sight()) < before


def test_rows_of_a_source_are_changed_by_their_owner(log: LogView) -> None:
    log.set_source(MadeRows(5))
    with pytest.raises(TypeError):
        log.insert_rows(0, [row(6)])


# ---------------------------------------------------------------- columns, hits, several rows


def test_columns_give_way_so_that_the_text_keeps_its_room(theme: Theme) -> None:
    every = columns(theme, 800, compact=False, chosen=ORDER)
    assert every.text.width() >= 230
    assert "functions" in every.follows
    assert {key for key, _box in every.places} | set(every.follows) == set(ORDER)
    wide = columns(theme, 1900, compact=False, chosen=ORDER)
    assert wide.follows == ()
    edges = [(box.x(), box.right()) for _key, box in wide.places]
    assert all(right <= x for (_x, right), (x, _right) in pairwise(edges)), "no column stands on another"


def test_number_kind_and_text_cannot_be_taken_away(theme: Theme) -> None:
    assert [key for key, _box in columns(theme, 800, compact=False, chosen=()).places] == [
        "number",
        "kind",
        "text",
    ]


def test_what_has_no_column_follows_the_text(theme: Theme) -> None:
    said = row(3, functions="Stabschef", channel="Rakel")
    narrow = RowLayouter(theme, columns(theme, 640, compact=False, chosen=ORDER)).lay_out(said)
    assert narrow.text.text().endswith("·\u00a0Rakel ·\u00a0Stabschef")


def test_every_word_is_marked_where_it_stands(theme: Theme) -> None:
    cols = columns(theme, 840, compact=False)
    laid = RowLayouter(theme, cols, ("rök", "hus")).lay_out(
        row(3, text="Rök i hus B 😀 hus", route="Rökdykare")
    )
    marked = {
        laid.text.text()[f.start : f.start + f.length]  # type: ignore[misc]
        for f in laid.text.formats()
        if f.format.background().style() != Qt.BrushStyle.NoBrush
    }
    assert {"Rök", "hus"} <= marked
    assert len(laid.beside[0][1].formats()) == 2, "its own format, and the mark"


def test_shift_chooses_several_rows_and_they_are_copied_in_order(log: LogView) -> None:
    log.set_current(log.rows()[0].number)
    first = log.rows()[0].number
    for _ in range(2):
        press(log.focusProxy(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert log.chosen() == [r.number for r in log.rows()[:3]]
    log.set_copier(lambda numbers: " ".join(str(number) for number in numbers))
    press(log.focusProxy(), Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == " ".join(str(r.number) for r in log.rows()[:3])
    key(log, Qt.Key.Key_Home)
    assert log.chosen() == [first]


def test_a_row_higher_than_the_view_is_read_to_its_end_before_the_next(log: LogView) -> None:
    log.set_rows([row(3), row(2, "Räddningsledaren meddelar att huset är utrymt. " * 80), row(1)])
    log.set_current(3)
    seen: list[int] = []
    for _ in range(20):
        key(log, Qt.Key.Key_Down)
        seen.append(log.current())
    assert seen[0] == 2
    assert seen.count(2) > 2, "the long row took more than one key"
    assert seen[-1] == 1
    for _ in range(20):
        key(log, Qt.Key.Key_Up)
    assert log.current() == 3
