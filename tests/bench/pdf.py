"""What the log costs as PDF: whole processes, against a bare reportlab canvas that draws the same texts.

`python -m tests.bench.pdf [SIZE …]`: memory is the process's peak. Nothing here passes or fails: the goals
stand beside the figures.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from crisisdesk import compose
from crisisdesk.session.library import Library
from tests.bench.process import megabytes, run
from tests.support.long_incident import write

GOALS = {500: "≤ 0.6 s", 5_000: "≤ 2.5 s", 50_000: "≤ 20 s"}
MEMORY = "≤ 300 MB"

CANVAS = """
import sys
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
texts, out, font = sys.argv[1:]
pdfmetrics.registerFont(TTFont("F", font))
canvas = Canvas(out, pagesize=A4)
top, pitch = A4[1] - 60, 13
y = 0
for number, line in enumerate(open(texts, encoding="utf-8"), 1):
    if y < 60:
        if number > 1:
            canvas.showPage()
        canvas.setFont("F", 8)
        y = top
    canvas.drawString(40, y, str(number))
    canvas.drawString(70, y, line.rstrip())
    y -= pitch
canvas.save()
"""
"""What a program pays that only draws: no wrapping, no columns, no page numbers, no archive format."""


def main() -> None:
    """Measure and print one row a figure."""
    sizes = [int(size) for size in sys.argv[1:]] or list(GOALS)
    print(f"{'operation':<44} {'value':>10} {'floor':>10} {'ratio':>6}  goal")
    with TemporaryDirectory() as folder:
        for size in sizes:
            _log_as_pdf(Path(folder), size)


def _log_as_pdf(folder: Path, size: int) -> None:
    file = write(folder / f"{size}.crisisdesk", size)
    texts = _texts(compose.library(folder), file)
    font = Path(__file__).parents[2] / "resources/crisisdesk_resources/fonts/CrisisSans-Regular.ttf"
    bare = [sys.executable, "-c", CANVAS, str(texts), str(folder / f"{size}-bare.pdf"), str(font)]
    out = folder / f"{size}.pdf"
    ours = [sys.executable, "-m", "crisisdesk", "report", str(file), "--out", str(out), "--part", "log"]
    # The first run of a small one is slow: it has to make bytecode, and to warm the disk.
    rounds = 1 if size > 10_000 else 3
    floor, least = _best(bare, folder / "bytecode", rounds)
    value, most = _best(ours, folder / "bytecode", rounds)
    _seconds(f"log as PDF, {size} lines", value, floor, GOALS.get(size, ""))
    megabytes(f"  … peak memory, {size} lines", most, least, MEMORY)


def _texts(library: Library, file: Path) -> Path:
    """Write the texts of the log, one a line, for the canvas."""
    session = library.read(file)
    out = file.with_suffix(".txt")
    texts = [r.line.text.replace("\n", " ") for r in session.state.timeline.lines if r.line is not None]
    out.write_text("\n".join(texts), encoding="utf-8")
    session.close()
    return out


def _best(command: list[str], bytecode: Path, rounds: int) -> tuple[float, float]:
    """Return the least time (s) and the most memory (MB) of some runs."""
    runs = [run(command, bytecode) for _ in range(rounds)]
    return min(seconds for seconds, _ in runs), max(megabytes for _, megabytes in runs)


def _seconds(name: str, value: float, floor: float, goal: str) -> None:
    print(f"{name:<44} {value:>8.2f} s {floor:>8.2f} s {value / floor:>5.1f}×  {goal}")


if __name__ == "__main__":
    main()
