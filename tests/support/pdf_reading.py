"""Reads a PDF back: words by page, every font, every dictionary. For tests of what was printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Pdf, Stream

from crisisdesk.report.document import Document
from crisisdesk.report.pdf import write_pdf

_open: Any = pypdfium2.PdfDocument  # untyped


def printed(document: Document, folder: Path) -> Path:
    """Print the document and return the file."""
    path = folder / "ut.pdf"
    write_pdf(document, path)
    return path


def page_texts(path: Path) -> list[str]:
    """Return the words of each page, with single spaces."""
    with _open(path) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def all_text(path: Path) -> str:
    """Return the words of all pages."""
    return " ".join(page_texts(path))


def bookmarks(path: Path) -> list[tuple[int, str, int]]:
    """Return level, title and page (from 1) of each bookmark."""
    with _open(path) as pdf:
        found: list[tuple[int, str, int]] = []
        for mark in pdf.get_toc():
            target = mark.get_dest()
            found.append((mark.level, mark.get_title(), target.get_index() + 1))
        return found


def dictionaries(pdf: Pdf) -> Iterator[Dictionary | Stream]:
    """Yield every indirect dictionary and stream of the file."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary | Stream):
            yield thing


def fonts(pdf: Pdf) -> list[Dictionary | Stream]:
    """Return every font that the file holds, used or not."""
    return [thing for thing in dictionaries(pdf) if thing.get("/Type") == Name.Font]


def links(path: Path) -> list[tuple[int, int, str]]:
    """Return the page, the page led to (both from 1) and the words of each link."""
    with pikepdf.open(path) as pdf:
        number = {page.obj.objgen: index for index, page in enumerate(pdf.pages, 1)}
        return [
            (index, number[link.Dest[0].objgen], str(link.Contents))
            for index, page in enumerate(pdf.pages, 1)
            for link in page.obj.get("/Annots", pikepdf.Array()).as_list()
        ]
