"""Attachments: put beside a line, numbered, described, struck; the same file twice is said."""

import pytest

from crisisdesk.features.attachments import FEATURE, AttachmentsState, commands
from crisisdesk.kernel.fact import Line
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import Play

HASH = "a" * 64


def attach(line: int = 1, name: str = "foto.jpg", sha256: str = HASH, text: str = "") -> commands.Attach:
    return commands.Attach(
        line=line, name=name, media="image/jpeg", size=3_400_000, sha256=sha256, key="k", parts=4, text=text
    )


@pytest.fixture
def play() -> Play[AttachmentsState]:
    started = Play(FEATURE, load_shipped())
    started.lines += [Line(kind="note", text="Rök ur taket."), Line(kind="note", text="Skolan utrymd.")]
    return started


def test_an_attachment_is_a_line_that_names_its_line(play: Play[AttachmentsState]) -> None:
    play.do(attach(2))
    assert play.texts[-1] == "Bilaga 2-1 till rad 2: foto.jpg (JPEG-bild, 3,4 MB)."
    assert play.lines[-1].refs == ("line:2", "attachment:2-1")
    assert play.state.attachments["2-1"].number == 3


def test_attachments_are_numbered_by_their_line(play: Play[AttachmentsState]) -> None:
    for line in (1, 2, 1):
        play.do(attach(line, sha256=f"{len(play.lines):064}"))
    assert list(play.state.attachments) == ["1-1", "2-1", "1-2"]
    assert [a.fact.id for a in play.state.of_line(1)] == ["1-1", "1-2"]


def test_a_struck_number_is_not_used_again(play: Play[AttachmentsState]) -> None:
    play.do(attach())
    play.do(commands.Strike(id="1-1", reason="Fel fil"))
    play.do(attach(sha256="b" * 64))
    assert list(play.state.attachments) == ["1-1", "1-2"]


def test_the_same_file_twice_is_said(play: Play[AttachmentsState]) -> None:
    play.do(attach(1))
    play.do(attach(2, name="kopia.jpg"))
    assert play.texts[-1].endswith("(JPEG-bild, 3,4 MB). Samma fil som bilaga 1-1.")


def test_striking_strikes_the_line_that_told_of_it(play: Play[AttachmentsState]) -> None:
    play.do(attach())
    play.do(commands.Strike(id="1-1", reason="Fel fil"))
    assert play.texts[-1] == "Bilaga 1-1 stryks: Fel fil."
    assert play.lines[-1].strikes == 3
    assert play.state.attachments["1-1"].struck_by == 4


def test_a_description_replaces_the_one_before(play: Play[AttachmentsState]) -> None:
    play.do(attach(text="Taket"))
    play.do(commands.Describe(id="1-1", text="Taket från norr"))
    assert play.texts[-1] == "Bilaga 1-1 visar: Taket från norr."
    assert play.state.attachments["1-1"].text == "Taket från norr"
    assert play.do(commands.Describe(id="1-1", text="Taket från norr")) == []


@pytest.mark.parametrize("line", [0, 3, -1])
def test_a_line_that_is_not_there_is_refused(play: Play[AttachmentsState], line: int) -> None:
    assert play.refused(attach(line)).field == "line"


def test_struck_and_unknown_attachments_are_refused(play: Play[AttachmentsState]) -> None:
    play.do(attach())
    play.do(commands.Strike(id="1-1", reason="Fel"))
    assert "se rad 4" in play.refused(commands.Strike(id="1-1", reason="Igen")).sentence
    assert play.refused(commands.Describe(id="9-9", text="x")).sentence == "Det finns ingen bilaga 9-9."


def test_reasons_and_texts_are_asked_for(play: Play[AttachmentsState]) -> None:
    play.do(attach())
    assert play.refused(commands.Strike(id="1-1", reason=" ")).field == "reason"
    assert play.refused(commands.Describe(id="1-1", text=" ")).field == "text"
