"""Draws lines of text, and the small things that stand in them: icons, tags, bars over secret text."""

from collections.abc import Iterable, Sequence
from typing import Final

from crisisdesk.report.document import Align, Tag
from crisisdesk.report.pdf.fonts import Style
from crisisdesk.report.pdf.inline import Inset, Line, Piece, Run
from crisisdesk.report.pdf.palette import GROUNDS, INK, SIGNALS, Colour
from crisisdesk.report.pdf.setting import Setting
from crisisdesk.report.pdf.sheet import Sheet

# Parts of the size: where a struck line and the edges of a link stand, seen from the baseline.
_STRIKE: Final = 0.27
_DESCENT: Final = 0.25
_SHARE_OF: Final[dict[Align, float]] = {"left": 0.0, "center": 0.5, "right": 1.0}

BAR_WIDTH: Final = 88.0
"""Every bar over a secret text is equally long, room permitting: its length must not tell anything."""


def draw_lines(
    sheet: Sheet, lines: Iterable[Line], x: float, top: float, width: float = 0.0, align: Align = "left"
) -> float:
    """Draw the lines downwards from `top`, aligned in `width`; return the y below the last."""
    share = _SHARE_OF[align]
    for line in lines:
        left = x + (width - line.width) * share if share else x
        for piece in line.pieces:
            _draw_piece(sheet, piece, left + piece.x, top - line.drop)
        top -= line.height
    return top


def _draw_piece(sheet: Sheet, piece: Piece, x: float, baseline: float) -> None:
    run = piece.run
    if isinstance(run, Inset):
        run.draw(sheet, x, baseline)
        return
    sheet.put(x, baseline, piece.text, run.style)
    size = run.style.size
    if run.struck and piece.text:
        y = baseline + _STRIKE * size
        sheet.rule(x, y, x + piece.width, y, run.style.colour, 0.6)
    if run.link:
        box = (x, baseline - _DESCENT * size, x + piece.width, baseline + size)
        sheet.link(run.link, box, piece.text.replace("\u00a0", " "))


def icon_inset(name: str, style: Style, colour: Colour, gap: float = 4.0) -> Inset:
    """Return an icon as high as the text, with `gap` pt after it."""
    side = style.size * 1.25

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.icon(name, x, baseline - side * 0.21, side, colour)

    # The space that follows an inset counts as part of the gap.
    return Inset(side + gap - style.width(" "), style, draw)


def tag_inset(setting: Setting, tag: Tag, around: Style) -> Inset:
    """Return a tag: icon and word on the soft ground of its signal."""
    style = setting.styles.tag.coloured(SIGNALS[tag.signal])
    text = setting.clipped(tag.text, style, 140)
    lead = style.size * 1.15 + 3 if tag.icon else 0.0
    width = style.width(text) + lead + 8

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.block((x, baseline - 3, x + width, baseline + style.size + 1), GROUNDS[tag.signal], radius=2.5)
        if tag.icon:
            sheet.icon(tag.icon, x + 4, baseline - 1.6, style.size * 1.15, style.colour)
        sheet.put(x + 4 + lead, baseline, text, style)

    return Inset(width, around, draw)


def masked_runs(setting: Setting, provision: str, style: Style, room: float) -> Sequence[Run | Inset]:
    """Return a bar in place of a secret text, and the provision that it is secret by."""
    width = min(BAR_WIDTH, room)

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.block((x, baseline - 1.5, x + width, baseline + style.size - 0.5), INK)

    return [Inset(width, style, draw), setting.run(f"Sekretess {provision}", setting.styles.cell_quiet)]
