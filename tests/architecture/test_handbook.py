"""The handbook hangs together: links lead somewhere, all is reached, and the pictures are small."""

import re
from pathlib import Path

import pytest

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbok"
PICTURES = HANDBOOK / "bilder"
CHAPTERS = sorted(HANDBOOK.glob("*.md"))
LINK = re.compile(r"\]\((?P<to>[^)#\s]*)(?:#(?P<part>[^)\s]+))?\)")
MOST_BYTES = 150_000
MOST_BYTES_TOGETHER = 3_000_000


def anchors(page: Path) -> set[str]:
    """Return what a heading of the page is called in a link, as GitHub does it."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def links(page: Path) -> list[re.Match[str]]:
    return list(LINK.finditer(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        target = page.parent / link["to"] if link["to"] else page
        assert target.exists(), link[0]
        if link["part"]:
            assert link["part"] in anchors(target), link[0]


def test_the_index_leads_to_every_chapter() -> None:
    named = {link["to"] for link in links(HANDBOOK / "README.md")}
    assert {page.name for page in CHAPTERS} - {"README.md"} <= named


def test_every_picture_is_shown_and_every_shown_one_is_there() -> None:
    shown = {link["to"].removeprefix("bilder/") for page in CHAPTERS for link in links(page)}
    assert {picture.name for picture in PICTURES.iterdir()} == {
        name for name in shown if name.endswith(".png")
    }


def test_the_pictures_are_small() -> None:
    sizes = {picture.name: picture.stat().st_size for picture in PICTURES.iterdir()}
    assert {name for name, size in sizes.items() if size > MOST_BYTES} == set()
    assert sum(sizes.values()) < MOST_BYTES_TOGETHER


def test_the_front_page_shows_a_picture_that_is_there() -> None:
    root = HANDBOOK.parents[1]
    shown = [link["to"] for link in links(root / "README.md") if link["to"].endswith(".png")]
    assert shown
    assert all((root / name).exists() for name in shown)
