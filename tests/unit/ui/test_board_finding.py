"""What a search finds on the board, what is chosen together, the move that brings cards to a place."""

from crisisdesk.features import board
from crisisdesk.features.board.facts import Content
from crisisdesk.incident.board_rows import BoardRows, CardRow, ColumnRow, TagRow
from crisisdesk.ui.screens.board.choice import Choice
from crisisdesk.ui.screens.board.finding import found, moves


def card(number: int, text: str = "", *, tag: str = "", answer: str = "") -> CardRow:
    tags = (TagRow(word=tag, icon="", signal="ok"),) if tag else ()
    return CardRow(
        card=number,
        column="",
        purpose="event",
        text=text,
        tags=tags,
        answer=answer,
        content=Content(text=text),
    )


def rows(**columns: list[CardRow]) -> BoardRows:
    made = tuple(
        ColumnRow(id=id, title=id, icon="", purpose="event", hint="", cards=tuple(cards))
        for id, cards in columns.items()
    )
    return BoardRows(columns=made, worst="", likely="", zone="Europe/Stockholm")


def test_every_word_must_be_somewhere_on_the_card() -> None:
    on_board = rows(
        a=[card(1, "Hus B utrymt"), card(2, "Hus A", tag="bekräftad")], b=[card(3, "Var?", answer="Hus b")]
    )
    assert found(on_board, "hus b") == (1, 2, 3)
    assert found(on_board, "HUS bekräftad") == (2,)
    assert found(on_board, "utrymt b") == (1,)
    assert found(on_board, "hus c") == ()


def test_nothing_is_found_when_nothing_is_sought() -> None:
    assert found(rows(a=[card(1, "Hus B")]), "  ") == ()


def test_a_card_that_stays_is_not_moved() -> None:
    assert moves(rows(a=[card(1), card(2)]), (1,), "a", 0) is None


def test_several_cards_are_moved_by_one_command() -> None:
    on_board = rows(a=[card(1), card(2)], b=[card(3)])
    move = board.commands.MoveCards
    assert moves(on_board, (1, 2), "b", 1) == move(cards=(1, 2), column="b", position=1)
    assert moves(on_board, (1, 2), "a", 0) is None


def test_a_reach_goes_from_where_it_began() -> None:
    choice = Choice()
    choice.only(3)
    choice.reach(5, [1, 2, 3, 4, 5])
    assert choice.cards == {3, 4, 5}
    choice.reach(2, [1, 2, 3, 4, 5])
    assert choice.cards == {2, 3}
    assert choice.current == 2


def test_a_pick_adds_and_takes_away() -> None:
    choice = Choice()
    choice.only(1)
    choice.pick(4)
    assert (choice.cards, choice.current) == ({1, 4}, 4)
    choice.pick(4)
    assert (choice.cards, choice.current) == ({1}, 1)


def test_cards_that_hang_no_more_are_no_longer_chosen() -> None:
    choice = Choice()
    choice.only(1)
    choice.take((1, 2, 3))
    choice.keep(frozenset({1, 3}))
    assert choice.cards == {1, 3}
    choice.keep(frozenset({1}))
    assert choice.cards == {1}
    assert not choice.several
