"""Makes the drawn PDF one to keep (built as PDF/A-2b, ISO 19005-2), and puts it on disk whole."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from crisisdesk.base import resources, swedish
from crisisdesk.base.errors import WorldFault
from crisisdesk.base.files import why
from crisisdesk.report.document import Document
from crisisdesk.report.pdf.legible import storable
from crisisdesk.report.pdf.sheet import Place

_PROGRAM: Final = "CrisisDesk"
_PRINTED: Final = 4
"""The flag of an annotation that it is printed; an archived file has no hidden ones."""

_LEAF: Final = 256
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"\
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>sv-SE</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finish(raw: BinaryIO, document: Document, places: Mapping[str, Place], path: Path) -> None:
    """Complete the drawn PDF and write it to the path; WorldFault when that fails.

    `places` get names that lead into the file from outside, such as `rapport.pdf#line-41`.
    """
    with pikepdf.open(raw) as pdf:
        _add_intent(pdf)
        _add_metadata(pdf, document)
        _clean_pages(pdf)
        _name_places(pdf, places)
        whole = BytesIO()
        pdf.save(
            whole,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    write_whole(path, whole.getbuffer())


def _add_intent(pdf: Pdf) -> None:
    """Say which colours the numbers mean: sRGB."""
    profile = pdf.make_stream(resources.read_bytes("color/sRGB.icc"))
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _add_metadata(pdf: Pdf, document: Document) -> None:
    """Say what the document is, in both places that a PDF keeps it and in the same words."""
    title = storable(" – ".join(part for part in (document.title, document.subtitle) if part))
    author = storable(document.organisation) or _PROGRAM
    subject = storable(_subject(document))
    made = swedish.local(document.printed_at, document.zone).replace(microsecond=0)
    text = _XMP.format(
        title=escape(title),
        author=escape(author),
        subject=escape(subject),
        made=made.isoformat(),
        program=_PROGRAM,
    )
    pdf.Root.Metadata = pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)
    words = {"Title": title, "Author": author, "Subject": subject, "Creator": _PROGRAM, "Producer": _PROGRAM}
    stamp = _pdf_date(made)
    stated = {**words, "CreationDate": stamp, "ModDate": stamp}
    info = Dictionary({f"/{key}": String(value) for key, value in stated.items()})
    pdf.trailer.Info = pdf.make_indirect(info)


def _subject(document: Document) -> str:
    """Return the numbers that the document belongs to, with the whole head hash."""
    hashed = f"logghuvud {document.head_hash}" if document.head_hash else ""
    return " · ".join(part for part in (document.own_number, document.dnr, hashed) if part)


def _pdf_date(moment: datetime) -> str:
    offset = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:]}'"


def _clean_pages(pdf: Pdf) -> None:
    root = pdf.Root
    root.Lang = String("sv-SE")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
        for annotation in page.obj.get("/Annots", Array()).as_list():
            annotation.F = _PRINTED


def _name_places(pdf: Pdf, places: Mapping[str, Place]) -> None:
    """Write the name tree, in leaves: it is sorted, so that a reader finds a name without reading all."""
    pages = [page.obj for page in pdf.pages]
    names = sorted(places)
    leaves: list[Object] = []
    for at in range(0, len(names), _LEAF):
        part = names[at : at + _LEAF]
        pairs: list[Object] = []
        for name in part:
            place = places[name]
            pairs += [String(name), Array([pages[place.page], Name.XYZ, 0, place.top, None])]
        leaf = Dictionary(Limits=Array([String(part[0]), String(part[-1])]), Names=Array(pairs))
        leaves.append(pdf.make_indirect(leaf))
    if leaves:
        pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array(leaves)))


def write_whole(path: Path, content: memoryview) -> None:
    """Write a file under another name, make sure that it is on disk, then give it its name.

    What stood at the path stays until then. WorldFault when the file cannot be written, or when anything
    but a PDF stands there: it may be the very incident.
    """
    try:
        _refuse_unless_replaceable(path)
    except OSError as fault:
        raise _not_written(path, fault) from fault
    temporary = path.with_name(f".{path.name}.part")
    try:
        _write_synced(temporary, content)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as fault:
        raise _not_written(path, fault) from fault
    finally:
        # Gone already when all went well; where it cannot be removed, the fault above has been told.
        with suppress(OSError):
            temporary.unlink()


def _not_written(path: Path, fault: OSError) -> WorldFault:
    return WorldFault(
        f"Filen {path.name} kunde inte skrivas: {why(fault)}.",
        remedy="Se efter att mappen finns, att den får ändras och att disken har plats.",
    )


def _refuse_unless_replaceable(path: Path) -> None:
    if not path.name:
        raise WorldFault("Rapporten har inget filnamn.", remedy="Ange ett namn som slutar på .pdf.")
    if not path.exists() or path.is_dir():
        return  # the system refuses to put a file in the place of a folder
    # A device or a pipe is no file to put another in the place of, and reading it could last for ever.
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) in (_MAGIC, b""):
                return
    raise WorldFault(
        f"{path.name} finns redan och är ingen PDF. Den skrivs inte över.", remedy="Välj ett annat namn."
    )


_MAGIC = b"%PDF"


def _write_synced(path: Path, content: memoryview) -> None:
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _sync_folder(folder: Path) -> None:
    """Make sure that the new name is on disk too; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
