"""Unsent texts survive a program that dies, and go when they are sent."""

from pathlib import Path

import pytest

from crisisdesk.base.errors import BadInput, WorldFault
from crisisdesk.session.drafts import Drafts


@pytest.fixture
def incident(tmp_path: Path) -> Path:
    return tmp_path / "2027-003.crisisdesk"


def test_a_draft_is_there_for_the_next_program(incident: Path) -> None:
    Drafts(incident).keep("quick", "b: utrym hus B")
    assert Drafts(incident).load() == {"quick": "b: utrym hus B"}


def test_drafts_of_several_fields_stand_side_by_side(incident: Path) -> None:
    drafts = Drafts(incident)
    drafts.keep("quick", "rök i\ntrapphuset")
    drafts.keep("decisions/text", "å ä ö")
    assert Drafts(incident).load() == {"quick": "rök i\ntrapphuset", "decisions/text": "å ä ö"}


def test_a_sent_text_leaves_nothing_beside_the_incident(incident: Path) -> None:
    drafts = Drafts(incident)
    drafts.keep("quick", "text")
    drafts.keep("quick", "")
    assert list(incident.parent.iterdir()) == []


def test_forgetting_what_was_never_kept_writes_nothing(incident: Path) -> None:
    Drafts(incident).keep("quick", "")
    assert list(incident.parent.iterdir()) == []


def test_drafts_kept_before_loading_again_are_not_lost(incident: Path) -> None:
    Drafts(incident).keep("quick", "gammal")
    drafts = Drafts(incident)
    drafts.load()
    drafts.keep("sheet", "ny")
    assert Drafts(incident).load() == {"quick": "gammal", "sheet": "ny"}


def test_a_file_that_is_no_drafts_says_so(incident: Path) -> None:
    incident.with_name(f"{incident.name}.utkast").write_bytes(b"[1")
    with pytest.raises(BadInput, match="utkasten går inte att läsa"):
        Drafts(incident).load()


def test_a_disk_that_refuses_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldFault, match="går inte att skriva"):
        Drafts(tmp_path / "borta" / "x.crisisdesk").keep("quick", "text")


def test_half_a_character_does_not_cost_the_draft(incident: Path) -> None:
    Drafts(incident).keep("quick", "rök \ud83d i hus B")
    assert Drafts(incident).load() == {"quick": "rök ? i hus B"}
