"""The program as a servant of its own window: turns hostile files into points, where a fault hurts nobody.

Reads from its standard input one file (a line of JSON with `media` and `size`, then the bytes), then wishes,
a line of JSON each. Answers each wish with a line of JSON and, unless it has `refused`, the points.
"""

import sys
from typing import BinaryIO, Final

import msgspec

from crisisdesk.base import raster
from crisisdesk.base.record import Record

_MEMORY: Final = 2_000_000_000  # bytes of address space
_SECONDS: Final = 60  # of work, all wishes together


class File(Record, kw_only=True):
    """What kind of file comes, and its size in bytes."""

    media: str
    size: int


class Wish(Record, kw_only=True):
    """A page (from 1) within a box of points."""

    page: int
    width: int
    height: int


class Answer(Record, kw_only=True):
    """The picture that follows as red, green and blue bytes, or why there is none (Swedish)."""

    refused: str = ""
    page: int = 1
    pages: int = 1
    width: int = 0
    height: int = 0


def serve(source: BinaryIO, out: BinaryIO) -> int:
    """Answer wishes until there are no more; return the exit code."""
    _limit()
    file = msgspec.json.decode(source.readline(), type=File)
    content = source.read(file.size)
    while line := source.readline():
        head, points = _answer(content, file.media, msgspec.json.decode(line, type=Wish))
        out.write(msgspec.json.encode(head) + b"\n")
        out.write(points)
        out.flush()
    return 0


def main() -> int:
    """Serve the program that started this one."""
    return serve(sys.stdin.buffer, sys.stdout.buffer)


def _answer(content: bytes, media: str, wish: Wish) -> tuple[Answer, bytes]:
    try:
        found = raster.render(content, media, page=wish.page, width=wish.width, height=wish.height)
    except raster.NotShown as refusal:
        return Answer(refused=refusal.sentence), b""
    head = Answer(page=found.page, pages=found.pages, width=found.width, height=found.height)
    return head, found.points


def _limit() -> None:
    """Let a file that unfolds without end harm nothing but this process."""
    try:
        import resource
    except ImportError:  # Windows: the window ends it when it takes too long
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
