"""Two boards side by side: what is aligned, what is marked, which words differ."""

from crisisdesk.features import board
from crisisdesk.incident.board_past import BoardPast
from crisisdesk.ui.screens.board.compare_rows import (
    Compared,
    choices,
    compared,
    differing_words,
    read_minute,
)
from tests.support.incident_play import Incident

add = board.commands.AddCard


def side_by_side(incident: Incident, left: str, right: str, *, all_cards: bool = True) -> Compared:
    past = BoardPast()
    past.follow(incident.state[board.FEATURE])
    found = compared(incident.state, past, left, right, incident.now, all_cards=all_cards)
    assert found is not None
    return found


def pictured(found: Compared) -> list[str]:
    """Each row as `left | change | right`, a head as `# title`."""
    return [
        f"{row.left.text if row.left else ''} | {row.change} | {row.right.text if row.right else ''}"
        if row.card
        else f"# {row.title}"
        for row in found.rows
    ]


def played() -> Incident:
    incident = Incident()
    for text in ("Rök", "Ett barn saknas", "Media ringer", "Oro"):
        incident.do(add(column="handelse", text=text))
    incident.do(board.commands.Freeze(name="första"))
    incident.wait(10)
    incident.do(board.commands.EditCard(card=2, text="Ett barn är hittat"))
    incident.do(board.commands.StrikeCard(card=3, reason="slutat"))
    incident.do(add(column="handelse", text="Släckt", position=0))
    incident.do(board.commands.MoveCard(card=4, column="konsekvenser"))
    return incident


def test_equal_cards_stand_beside_each_other_and_what_is_gone_where_it_hung() -> None:
    found = side_by_side(played(), "frozen:1", "now")
    assert pictured(found) == [
        "# Händelse",
        " | new | Släckt",
        "Rök |  | Rök",
        "Ett barn saknas | changed | Ett barn är hittat",
        "Media ringer | gone | ",
        "# Konsekvenser",
        "Oro | changed | Oro",
    ]
    assert found.counted == "1 ny, 2 ändrade och 1 borta"
    assert (found.left, found.right) == ("Lägesbild 1 första, 13:05", "Tavlan nu")


def test_only_what_differs_can_be_shown() -> None:
    found = side_by_side(played(), "frozen:1", "now", all_cards=False)
    assert "Rök |  | Rök" not in pictured(found)
    assert len([row for row in found.rows if row.card]) == found.differ == 4
    same = side_by_side(played(), "now", "now", all_cards=False)
    assert (same.rows, same.counted) == ((), "Ingen skillnad")


def test_a_card_that_moved_says_where_it_hung() -> None:
    found = side_by_side(played(), "frozen:1", "now")
    moved = next(row for row in found.rows if row.card == 4)
    assert moved.left is not None
    assert moved.left.meta.startswith("i Händelse")


def test_certainty_resource_and_what_it_suffices_to_are_tags_as_on_the_cards() -> None:
    incident = Incident()
    incident.do(
        add(column="resurser", text="Buss", resource="promised", suffices="no", certainty="confirmed")
    )
    incident.do(board.commands.Freeze())
    incident.wait(10)
    incident.do(board.commands.EditCard(card=1, resource="on_site"))
    found = side_by_side(incident, "frozen:1", "now")
    row = next(row for row in found.rows if row.card)
    assert row.left is not None
    assert row.right is not None
    assert [(t.word, t.icon, t.signal) for t in row.left.tags] == [
        ("bekräftad", "badge-check", "ok"),
        ("utlovad", "calendar-clock", "neutral"),
        ("räcker inte", "triangle-alert", "alarm"),
    ]
    assert [tag.word for tag in row.left.own_tags] == ["utlovad"]
    assert [(tag.word, tag.icon) for tag in row.right.own_tags] == [("på plats 13:15", "map-pin")]
    assert "räcker inte" not in row.left.meta
    assert row.spoken.startswith("ändrad. förut: Buss, 13:05, bekräftad, utlovad, räcker inte. nu: Buss")


def test_the_words_that_differ_are_marked_on_their_side() -> None:
    found = side_by_side(played(), "frozen:1", "now")
    changed = next(row for row in found.rows if row.card == 2)
    assert changed.left is not None
    assert changed.right is not None
    assert [changed.left.text[a:b] for a, b in changed.left.text_spans] == ["saknas"]
    assert [changed.right.text[a:b] for a, b in changed.right.text_spans] == ["är hittat"]
    assert changed.spoken.startswith("ändrad. förut: Ett barn saknas")


def test_words_are_told_apart_also_when_they_come_twice() -> None:
    left, right = differing_words("två av tre · två", "två av fyra · två")
    assert [("två av tre · två")[a:b] for a, b in left] == ["tre"]
    assert [("två av fyra · två")[a:b] for a, b in right] == ["fyra"]
    assert differing_words("lika", "lika") == ((), ())
    assert differing_words("", "ny") == ((), ((0, 2),))


def test_either_way_round() -> None:
    found = side_by_side(played(), "now", "frozen:1")
    assert found.counted == "1 ny, 2 ändrade och 1 borta"
    assert "Släckt | gone | " in pictured(found)


def test_any_minute_can_be_compared() -> None:
    incident = played()
    past = BoardPast()
    past.follow(incident.state[board.FEATURE])
    key = read_minute(incident.state, past, "13:06", incident.now)
    found = side_by_side(incident, key, "now")
    assert found.left == "Tavlan 13:06"
    assert found.differ == 4
    assert read_minute(incident.state, past, "hej", incident.now) == ""


def test_what_is_not_there_is_not_compared() -> None:
    incident = played()
    past = BoardPast()
    for key in ("frozen:2", "frozen:x", "at", ""):
        assert compared(incident.state, past, key, "now", incident.now) is None


def test_what_can_be_chosen_is_now_the_frozen_boards_from_the_newest_and_any_time() -> None:
    incident = played()
    incident.do(board.commands.Freeze())
    assert [choice.words for choice in choices(incident.state, incident.now)] == [
        "Tavlan nu",
        "Nr 2, 13:15",
        "Nr 1 första, 13:05",
        "En annan tid",
    ]
