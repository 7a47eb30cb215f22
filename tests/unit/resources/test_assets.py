"""The shipped fonts, icons and colour profile hold what screen and paper count on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPainter,
    QRawFont,
    QTextLayout,
)
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import TTFont

from crisisdesk.base import resources

FAMILY = "CrisisDesk Sans"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold"}
STYLES = list(WEIGHTS.values())
SIGNS = "åäöÅÄÖéÉüÜ–—…•→←↑↓☐☑☒✓✔⚠▲▼●○◆■□·×\N{REPLACEMENT CHARACTER}§€½°”’0123456789"
ROOT = Path(__file__).resolve().parents[3]
ICONS = resources.names("icons", ".svg")
# One icon for each kind of line (note in out dec task unc ass meet call sys).
KINDS = """
circle-dot arrow-down-left arrow-up-right gavel square-check-big
circle-question-mark scale users phone settings-2
"""


def file_of(style: str) -> str:
    return f"fonts/CrisisSans-{style}.ttf"


@pytest.fixture
def raw(qtbot: QtBot, request: pytest.FixtureRequest) -> QRawFont:
    """The font file of one style, as Qt draws it at 1000 px."""
    return QRawFont(QByteArray(resources.read_bytes(file_of(request.param))), 1000)


@pytest.fixture
def family(qtbot: QtBot) -> Iterator[str]:
    """The three files, known to Qt while the test runs."""
    numbers = [QFontDatabase.addApplicationFont(str(resources.path(file_of(style)))) for style in STYLES]
    yield FAMILY
    for number in numbers:
        QFontDatabase.removeApplicationFont(number)


def font(weight: int) -> QFont:
    chosen = QFont(FAMILY)
    chosen.setWeight(QFont.Weight(weight))
    chosen.setPixelSize(200)
    return chosen


def glyphs(text: str, chosen: QFont) -> list[int]:
    """The glyphs that Qt draws for `text`, after shaping."""
    layout = QTextLayout(text, chosen)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]


def width(raw_font: QRawFont, text: str) -> float:
    """The sum of the advances of `text`, without shaping."""
    return sum(p.x() for p in raw_font.advancesForGlyphIndexes(raw_font.glyphIndexesForString(text)))


@pytest.mark.parametrize("raw", STYLES, indirect=True)
def test_every_sign_we_write_has_an_outline(raw: QRawFont) -> None:
    drawn = [raw.pathForGlyph(glyph) for glyph in raw.glyphIndexesForString(SIGNS)]
    missing = [sign for sign, path in zip(SIGNS, drawn, strict=True) if path.isEmpty()]
    unmapped = [sign for sign in SIGNS if not raw.supportsCharacter(ord(sign))]
    assert missing == unmapped == []


@pytest.mark.parametrize("raw", STYLES, indirect=True)
def test_digits_are_equally_wide(raw: QRawFont) -> None:
    assert len({width(raw, digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("raw", STYLES, indirect=True)
def test_outlines_are_truetype_as_paper_needs(raw: QRawFont) -> None:
    assert not raw.fontTable("glyf").isEmpty()
    assert raw.fontTable("CFF ").isEmpty()


@pytest.mark.parametrize("style", STYLES)
def test_a_style_stays_small(style: str) -> None:
    assert len(resources.read_bytes(file_of(style))) < 150 * 1024


@pytest.mark.parametrize(("weight", "style"), WEIGHTS.items())
def test_the_three_weights_are_one_family(family: str, weight: int, style: str) -> None:
    found = QFontInfo(font(weight))
    assert (found.family(), found.styleName(), found.weight()) == (family, style, weight)


def test_bold_is_the_semibold_file_and_not_made_thicker(family: str) -> None:
    assert QRawFont.fromFont(font(700)).styleName() == "SemiBold"
    assert QFontMetricsF(font(700)).horizontalAdvance("Larm") == QFontMetricsF(font(600)).horizontalAdvance(
        "Larm"
    )


def test_letters_are_kerned(family: str) -> None:
    metrics = QFontMetricsF(font(400))
    assert metrics.horizontalAdvance("AV") < metrics.horizontalAdvance("A") + metrics.horizontalAdvance("V")


def test_times_are_equally_wide_on_screen(family: str) -> None:
    metrics = QFontMetricsF(font(600))
    assert len({metrics.horizontalAdvance(time) for time in ("11:11", "14:32", "07:47", "20:00")}) == 1


def test_a_colon_is_raised_between_digits_alone(family: str) -> None:
    plain = glyphs(":", font(400))
    assert glyphs("1:1", font(400))[1:2] != plain
    assert glyphs("a:1", font(400))[1:2] == glyphs("1: ", font(400))[1:2] == plain


def test_what_was_written_is_what_is_drawn(family: str) -> None:
    """No ligature turns -> into an arrow: a log shows the characters that were written."""
    assert glyphs("->", font(400)) == glyphs("-", font(400)) + glyphs(">", font(400))


@pytest.mark.parametrize("raw", STYLES, indirect=True)
def test_paper_and_screen_measure_alike(raw: QRawFont) -> None:
    text = "Räddningsledare: hus B utrymt 14:31 – alla räknade ☑"
    paper = TTFont(f"Assets{raw.styleName()}", str(resources.path(file_of(raw.styleName()))))
    on_paper = paper.stringWidth(text, 1000)  # pyright: ignore[reportUnknownMemberType]
    assert on_paper == pytest.approx(width(raw, text), rel=1e-3)


def test_every_kind_of_line_has_its_icon() -> None:
    assert [name for name in KINDS.split() if name not in ICONS] == []


def code() -> Iterator[ast.AST]:
    """Every node of the program's own code."""
    for file in (ROOT / "crisisdesk").rglob("*.py"):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def icons_of_plans() -> set[str]:
    """The icons that the shipped plan and scenarios name."""
    files = (ROOT / "resources").rglob("*.toml")
    return {name for file in files for name in re.findall(r'icon = "([^"]+)"', file.read_text("utf-8"))}


def test_every_icon_that_is_named_is_shipped() -> None:
    named = {
        node.value.value
        for node in code()
        if isinstance(node, ast.keyword) and node.arg == "icon" and isinstance(node.value, ast.Constant)
        if isinstance(node.value.value, str)  # of a set of sizes it is how large an icon is
    }
    assert len(named) > 10
    assert (named | icons_of_plans()) - {"", *ICONS} == set()


def test_every_shipped_icon_is_used() -> None:
    texts = {node.value for node in code() if isinstance(node, ast.Constant)}
    assert set(ICONS) - texts - icons_of_plans() == set()


def test_shipped_icons_are_the_chosen_ones() -> None:
    chosen = str(run_path(str(ROOT / "packaging/make_icons.py"))["CHOSEN"])
    assert sorted(chosen.split()) == ICONS


@pytest.mark.parametrize("name", ICONS)
def test_icon_takes_its_colour_from_the_theme(name: str) -> None:
    root = ET.fromstring(resources.read_text(f"icons/{name}.svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert (root.get("viewBox"), root.get("stroke"), root.get("stroke-width")) == (
        "0 0 24 24",
        "currentColor",
        "2",
    )
    colours = {node.get(key) for node in root.iter() for key in ("fill", "stroke")}
    assert colours <= {None, "none", "currentColor"}
    assert {node.get(key) for node in root.iter() for key in ("class", "style", "href")} == {None}


@pytest.mark.parametrize("name", ICONS)
def test_icon_leaves_ink_at_sixteen_pixels(qtbot: QtBot, name: str) -> None:
    renderer = QSvgRenderer(QByteArray(resources.read_bytes(f"icons/{name}.svg")))
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))


def test_colour_profile_is_srgb_version_2() -> None:
    """PDF/A-2b takes the profile as output intent; readers of old paper choke on version 4."""
    profile = resources.read_bytes("color/sRGB.icc")
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[8] == 2
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"mntr", b"RGB ", b"acsp")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("fonts/OFL-Inter.txt", "The Inter Project Authors"),
        ("fonts/OFL-Noto.txt", "Google"),
        ("icons/LICENSE-lucide.txt", "ISC License"),
        ("color/LICENSE-sRGB.txt", "zlib/libpng License"),
    ],
)
def test_licence_is_shipped_beside_what_it_covers(file: str, words: str) -> None:
    assert words in resources.read_text(file)
