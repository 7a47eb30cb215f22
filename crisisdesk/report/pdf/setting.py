"""Turns the plain text of a document into runs and lines: legible, styled, with links to log lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crisisdesk.report.pdf.fonts import Style, Styles
from crisisdesk.report.pdf.inline import Inset, Line, Run, set_lines
from crisisdesk.report.pdf.palette import ACCENT, INK3

_NAMED: Final = re.compile(r"\bnr \d+(?:(?:, | och | → |–)\d+)*")
_NUMBER: Final = re.compile(r"(?:nr )?(\d+)")
LINE_ANCHOR: Final = "line-"
_HARD_SPACE: Final = "\u00a0"


def line_anchor(number: int) -> str:
    """Return the name of the place where the log line stands."""
    return f"{LINE_ANCHOR}{number}"


class Setting:
    """Sets text for one document. `anchors` are the numbers of the log lines that it prints."""

    def __init__(self, styles: Styles, anchors: frozenset[int]) -> None:
        self.styles = styles
        self.anchors = anchors

    def run(self, text: str, style: Style, *, struck: bool = False) -> Run:
        """Return the text as a single run."""
        if struck:
            style = style.coloured(INK3)
        return Run(style.face.legible(text), style, struck)

    def runs(self, text: str, style: Style, refs: Sequence[int] = (), *, struck: bool = False) -> list[Run]:
        """Return the text as runs: `nr 41` in it is one that leads to that line, when it is in `refs`."""
        whole = self.run(text, style, struck=struck)
        wanted = self.anchors.intersection(refs)
        if not wanted:
            return [whole]
        return [run for run in _linked(whole, wanted) if run.text]

    def lines(self, text: str, style: Style, room: float, refs: Sequence[int] = ()) -> list[Line]:
        """Return the lines of the text in `room` pt."""
        return set_lines(self.runs(text, style, refs), room)

    def joined(self, parts: Sequence[Sequence[Run | Inset]], style: Style) -> list[Run | Inset]:
        """Return the runs of the parts with a space between the parts."""
        runs: list[Run | Inset] = []
        for part in parts:
            if runs and part:
                runs.append(Run(" ", style))
            runs.extend(part)
        return runs

    def clipped(self, text: str, style: Style, room: float) -> str:
        """Return the text on one line, shortened with … when it is wider than `room` pt."""
        text = style.face.legible(" ".join(text.split()))
        if style.width(text) <= room:
            return text
        used = style.width("…")
        for at, char in enumerate(text):
            used += style.width(char)
            if used > room:
                return f"{text[:at].rstrip()}…"
        return text


def _linked(run: Run, wanted: frozenset[int]) -> Iterator[Run]:
    at = 0
    for named in _NAMED.finditer(run.text):
        for number in _NUMBER.finditer(run.text, *named.span()):
            if int(number[1]) in wanted:
                yield Run(run.text[at : number.start()], run.style, run.struck)
                yield _link(run, number[0], int(number[1]))
                at = number.end()
    yield Run(run.text[at:], run.style, run.struck)


def _link(run: Run, text: str, number: int) -> Run:
    return Run(
        text.replace(" ", _HARD_SPACE),
        run.style if run.struck else run.style.coloured(ACCENT),
        run.struck,
        line_anchor(number),
    )
