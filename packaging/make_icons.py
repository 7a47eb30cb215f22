"""Make the bundled icons from the unpacked npm package lucide-static: the chosen ones, one line each.

Usage: make_icons.py UPSTREAM [OUT]. UPSTREAM holds, at any depth, the package with icons/ and LICENSE.
"""

import re
import sys
from pathlib import Path

CHOSEN = """
activity arrow-down-left arrow-left arrow-right arrow-up-right badge-check ban battery-low bell book-open
book-user calendar calendar-clock check chevron-down circle circle-check circle-dot circle-question-mark
clipboard-list clock door-open external-link eye-off fast-forward file-check file-text flag flame folder-open
funnel gavel graduation-cap hand history house id-card image info layout-dashboard link list-checks lock
log-out map-pin megaphone message-square minus moon paperclip pause pen-line pencil phone phone-call play plus
presentation printer rotate-ccw route save scale scroll-text search settings-2 siren snowflake
square-check-big strikethrough sun target triangle-alert truck unplug usb user user-plus user-x users wrench
x layers redo-2
"""
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
)


def package(folder: Path) -> Path:
    """Return the folder of the lucide-static package under `folder`."""
    found = sorted(folder.rglob("icon-nodes.json"))
    if not found:
        raise SystemExit(f"lucide-static saknas under {folder}")
    return found[0].parent


def one_line(svg: str) -> str:
    """Return the drawing within our common head, without comment, class or line breaks."""
    body = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if body is None:
        raise SystemExit("en ikon saknar <svg>")
    shapes = re.sub(r"\s*/>", "/>", re.sub(r"\s+", " ", body.group(1)))
    return HEAD + re.sub(r">\s+<", "><", shapes).strip() + "</svg>\n"


def main(upstream: Path, out: Path) -> None:
    """Write the chosen icons and the licence; an icon that is no longer chosen goes."""
    source = package(upstream)
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.svg"):
        old.unlink()
    names = CHOSEN.split()
    for name in names:
        drawing = (source / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        (out / f"{name}.svg").write_text(one_line(drawing), encoding="utf-8")
    (out / "LICENSE-lucide.txt").write_bytes((source / "LICENSE").read_bytes())
    print(f"{len(names)} ikoner")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    here = Path(__file__).resolve().parents[1] / "resources/crisisdesk_resources/icons"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else here)
