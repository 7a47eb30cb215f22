"""Make the bundled CrisisDesk Sans from unpacked upstream fonts (Inter and Noto Sans Symbols 2).

Usage: make_fonts.py UPSTREAM [OUT]. UPSTREAM holds, at any depth, the web fonts of the npm package
inter-ui and the TrueType files of Debian's fonts-noto-core. Needs fonttools and brotli.
"""

# fontTools makes its table classes at run time and is installed only to remake the fonts.
# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportOptionalMemberAccess=false, reportOptionalSubscript=false, reportOptionalIterable=false
# pyright: reportOperatorIssue=false

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools.otlLib import builder as otl
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FAMILY = "CrisisDesk Sans"
VERSION = "1.000"
# (weight class, style name, upstream file, own file)
STYLES = (
    (400, "Regular", "Inter-Regular.woff2", "CrisisSans-Regular.ttf"),
    (500, "Medium", "Inter-Medium.woff2", "CrisisSans-Medium.ttf"),
    (600, "SemiBold", "Inter-SemiBold.woff2", "CrisisSans-SemiBold.ttf"),
)
SIGN_FILES = ("NotoSansSymbols2-Regular.ttf", "NotoSans-Regular.ttf")
INTER_LICENCE = "LICENSE.txt"  # inter-ui has the only file of this name
NOTO_COPYRIGHT = "Copyright 2015 Google LLC, 2017 Google Inc. (Noto Sans, Noto Sans Symbols 2)"
# What Inter may lack: boxes, ticks, warning and the sign for a character the font does not have.
SIGNS = "☐☑☒✓✔✗✘⚠→←↑↓▲▼●○◆■□…–—·×\N{REPLACEMENT CHARACTER}"
DIGIT_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x036F),  # modifiers and combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic: Russian, Ukrainian, Serbian
    (0x0490, 0x0491),  # Ukrainian ge
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # raised and lowered digits
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike
    (0x2150, 0x215F),  # fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # keys
    (0x25A0, 0x25FF),  # shapes
    (0x2600, 0x26FF),  # signs
    (0x2700, 0x27BF),  # ticks and crosses
)
# No calt: it turns "->" into an arrow, and a log shows what was written. See raise_colon.
FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern"]
BOLD, REGULAR, USE_TYPO = 1 << 5, 1 << 6, 1 << 7
MAC_EPOCH_OF_2026 = 3850070400  # 2026-01-01: a fixed date, so that the same input gives the same bytes


def find(folder: Path, name: str) -> Path:
    """Return the one file called `name` under `folder`."""
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} saknas under {folder}")
    return found[0]


def wanted() -> set[int]:
    """Return every code point the font should have if any source has it."""
    return {c for first, last in RANGES for c in range(first, last + 1)} | {ord(s) for s in SIGNS}


def bake_tabular_digits(font: TTFont) -> None:
    """Let 0-9 be the digits of equal width (tnum) everywhere: reportlab applies no features."""
    for table in font["cmap"].tables:
        for digit, name in zip("0123456789", DIGIT_NAMES, strict=True):
            if ord(digit) in table.cmap:
                table.cmap[ord(digit)] = f"{name}.tf"


def merge_signs(font: TTFont, sources: list[TTFont]) -> None:
    """Draw each sign that `font` lacks from the first source that has it, scaled to its em."""
    for sign in SIGNS:
        if ord(sign) in font.getBestCmap():
            continue
        source = next((s for s in sources if ord(sign) in s.getBestCmap()), None)
        if source is None:
            raise SystemExit(f"ingen källa har {sign} (U+{ord(sign):04X})")
        copy_sign(font, source, sign)


def copy_sign(font: TTFont, source: TTFont, sign: str) -> None:
    """Add the outline of `sign` to `font` as a glyph of its own and map it."""
    scale = font["head"].unitsPerEm / source["head"].unitsPerEm
    name = f"uni{ord(sign):04X}"
    origin = source.getBestCmap()[ord(sign)]
    font["glyf"][name] = scaled_outline(source, origin, scale)
    font["hmtx"][name] = (round(source["hmtx"][origin][0] * scale), font["glyf"][name].xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name


def scaled_outline(source: TTFont, name: str, scale: float) -> Any:
    """Return the glyph `name` as simple contours, scaled, without hints."""
    pen = TTGlyphPen(None)
    points, ends, flags = source["glyf"][name].getCoordinates(source["glyf"])
    scaled = [(x * scale, y * scale) for x, y in points]
    start = 0
    for end in ends:
        draw_contour(pen, scaled[start : end + 1], flags[start : end + 1])
        start = end + 1
    glyph = pen.glyph()
    glyph.recalcBounds(None)
    return glyph


def draw_contour(pen: TTGlyphPen, points: list[tuple[float, float]], flags: Sequence[int]) -> None:
    """Draw one closed quadratic contour, starting at an on-curve point."""
    first = next(i for i, flag in enumerate(flags) if flag & 1)
    order = [*range(first + 1, len(points)), *range(first + 1)]
    pen.moveTo(points[first])
    curve: list[tuple[float, float]] = []
    for i in order:
        curve.append(points[i])
        if flags[i] & 1:
            pen.qCurveTo(*curve)
            curve = []
    pen.closePath()


def subset(font: TTFont) -> None:
    """Keep the wanted code points, kerning and marks; drop the rest."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True  # until the tables are made; save drops them
    options.name_IDs = []
    options.drop_tables = ["DSIG", "STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted(), glyphs=["colon.case"])
    subsetter.subset(font)


def raise_colon(font: TTFont) -> None:
    """Centre a colon between digits on them, as in 14:32, through one contextual rule.

    Both colons have the same advance, so text measured without shaping agrees with the screen.
    """
    if font["hmtx"]["colon"][0] != font["hmtx"]["colon.case"][0]:
        raise SystemExit("de två kolontecknen är olika breda")
    gsub = font["GSUB"].table
    first = len(gsub.LookupList.Lookup)
    swap = otl.SingleSubstBuilder(font, None)
    swap.mapping = {"colon": "colon.case"}
    swap.lookup_index = first
    rule = otl.ChainContextSubstBuilder(font, None)
    digits = [f"{n}.tf" for n in DIGIT_NAMES]
    rule.rules.append(otl.ChainContextualRule([digits], [["colon"]], [digits], [[swap]]))
    gsub.LookupList.Lookup += [swap.build(), rule.build()]
    gsub.LookupList.LookupCount = len(gsub.LookupList.Lookup)
    add_feature(gsub, "calt", first + 1)


def add_feature(gsub: Any, tag: str, lookup: int) -> None:
    """Register `lookup` under `tag` for every script and language."""
    record = otTables.FeatureRecord()
    record.FeatureTag = tag
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [lookup]
    record.Feature.LookupCount = 1
    gsub.FeatureList.FeatureRecord.append(record)
    gsub.FeatureList.FeatureCount += 1
    for script in gsub.ScriptList.ScriptRecord:
        for system in [script.Script.DefaultLangSys, *(r.LangSys for r in script.Script.LangSysRecord)]:
            system.FeatureIndex.append(gsub.FeatureList.FeatureCount - 1)
            system.FeatureCount = len(system.FeatureIndex)


def rename(font: TTFont, weight: int, style: str) -> None:
    """Give the font our family, with SemiBold as the style-linked bold of Regular."""
    bold = weight == 600
    linked = style == "Medium"
    names = {
        0: "Copyright 2016 The Inter Project Authors; signs: Copyright 2015-2017 Google LLC",
        1: f"{FAMILY} {style}" if linked else FAMILY,
        2: "Bold" if bold else "Regular",
        3: f"{VERSION};CrisisSans-{style}",
        4: f"{FAMILY} {style}",
        5: f"Version {VERSION}",
        6: f"CrisisSans-{style}",
        10: "Inter with tabular digits, and signs from Noto Sans Symbols 2. Modified for CrisisDesk.",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
        16: FAMILY,
        17: style,
    }
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    mark_weight(font, weight, bold)


def mark_weight(font: TTFont, weight: int, bold: bool) -> None:
    """Set weight class, style bits and embedding right (none withheld)."""
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsType = 0
    os2.achVendID = "CDSK"
    os2.fsSelection = USE_TYPO | (BOLD if bold else REGULAR)
    font["head"].macStyle = 1 if bold else 0
    font["head"].fontRevision = float(VERSION)
    font["head"].created = font["head"].modified = MAC_EPOCH_OF_2026


def save(font: TTFont, target: Path) -> None:
    """Write a plain TrueType file without glyph names."""
    font["post"].formatType = 3.0
    font.recalcTimestamp = False
    font.flavor = None
    font.save(target)
    print(f"{target.name}: {target.stat().st_size // 1024} KB, {len(font.getBestCmap())} tecken")


def write_licences(upstream: Path, out: Path) -> None:
    """Put the Open Font License beside the fonts, once for each origin."""
    text = find(upstream, INTER_LICENCE).read_text(encoding="utf-8")
    (out / "OFL-Inter.txt").write_text(text, encoding="utf-8")
    _, rest = text.split("\n", 1)
    (out / "OFL-Noto.txt").write_text(f"{NOTO_COPYRIGHT}\n{rest}", encoding="utf-8")


def main(upstream: Path, out: Path) -> None:
    """Make every style."""
    sources = [TTFont(find(upstream, name)) for name in SIGN_FILES]
    out.mkdir(parents=True, exist_ok=True)
    for weight, style, origin, target in STYLES:
        font = TTFont(find(upstream, origin))
        bake_tabular_digits(font)
        merge_signs(font, sources)
        subset(font)
        raise_colon(font)
        rename(font, weight, style)
        save(font, out / target)
    write_licences(upstream, out)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    here = Path(__file__).resolve().parents[1] / "resources/crisisdesk_resources/fonts"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else here)
