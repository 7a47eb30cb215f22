"""A picture of the board as SVG, with the fonts in it, so that it looks the same everywhere."""

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from crisisdesk.base import resources
from crisisdesk.base.type_measure import MEDIUM, REGULAR, STRONG
from crisisdesk.incident.board_shapes import Box, Icon, Run, Shape
from crisisdesk.report.board_picture import BoardPicture

_FILES: Final = {REGULAR: "Regular", MEDIUM: "Medium", STRONG: "SemiBold"}
_FAMILY: Final = "CrisisDesk Sans"
_ICON_SIDE: Final = 24
_INNER: Final = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def board_svg(picture: BoardPicture) -> str:
    """Return the picture as a whole SVG file."""
    runs = [shape for shape in picture.shapes if isinstance(shape, Run)]
    drawn = "\n".join(part for shape in picture.shapes for part in _shape(shape, picture.colours))
    title = escape(f"{picture.name} – {picture.words}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width:g}" height="{picture.height:g}" '
        f'viewBox="0 0 {picture.width:g} {picture.height:g}" lang="sv">\n'
        f"<title>{title}</title>\n<style>{_style({run.weight for run in runs})}</style>\n{drawn}\n</svg>\n"
    )


def _style(weights: set[int]) -> str:
    faces = "".join(_face(weight) for weight in sorted(weights))
    # A viewer that takes no font out of a file needs one about as wide: sans-serif alone is often wider.
    family = f"'{_FAMILY}',Inter,Arial,'Liberation Sans',sans-serif"
    return f"{faces}text{{font-family:{family};font-kerning:none;white-space:pre}}"


def _face(weight: int) -> str:
    font = b64encode(resources.read_bytes(f"fonts/CrisisSans-{_FILES[weight]}.ttf")).decode("ascii")
    source = f"url(data:font/ttf;base64,{font})"
    return f"@font-face{{font-family:'{_FAMILY}';font-weight:{weight};src:{source}}}"


def _shape(shape: Shape, colours: dict[str, str]) -> Iterator[str]:
    match shape:
        case Run():
            yield from _run(shape, colours)
        case Box():
            yield from _box(shape, colours)
        case Icon():
            yield _icon(shape, colours)


def _run(run: Run, colours: dict[str, str]) -> Iterator[str]:
    if not run.text:
        return
    colour = colours[run.token]
    # The length keeps a viewer that has another font within the card.
    length = f' textLength="{run.width:.2f}" lengthAdjust="spacingAndGlyphs"' if run.width else ""
    yield (
        f'<text x="{run.x:.2f}" y="{run.baseline:.2f}" font-size="{run.size:g}" '
        f'font-weight="{run.weight}" fill="{colour}"{length}>{escape(run.text)}</text>'
    )
    if run.struck:
        y = run.baseline - 0.27 * run.size
        yield (
            f'<path d="M{run.x:.2f} {y:.2f}h{run.width:.2f}" stroke="{colour}" '
            f'stroke-width="{max(run.size / 14, 1):.2f}"/>'
        )


def _box(box: Box, colours: dict[str, str]) -> Iterator[str]:
    if box.ground:
        yield _rect(box, 0, f'fill="{colours[box.ground]}"')
    if box.line:
        stroke = f'fill="none" stroke="{colours[box.line]}" stroke-width="{box.stroke:g}"'
        yield _rect(box, box.stroke / 2, stroke)


def _rect(box: Box, inset: float, look: str) -> str:
    rect, radius = box.rect.inset(inset), max(box.radius - inset, 0)
    return (
        f'<rect x="{rect.x:.2f}" y="{rect.y:.2f}" width="{rect.width:.2f}" height="{rect.height:.2f}" '
        f'rx="{radius:g}" {look}/>'
    )


def _icon(icon: Icon, colours: dict[str, str]) -> str:
    found = _INNER.search(_COMMENT.sub("", resources.read_text(f"icons/{icon.name}.svg")))
    inner = " ".join(found[1].split()) if found is not None else ""
    scale = icon.rect.width / _ICON_SIDE
    place = quoteattr(f"translate({icon.rect.x:.2f} {icon.rect.y:.2f}) scale({scale:.4f})")
    look = f'fill="none" stroke="{colours[icon.token]}" stroke-width="2"'
    return f'<g transform={place} {look} stroke-linecap="round" stroke-linejoin="round">{inner}</g>'
