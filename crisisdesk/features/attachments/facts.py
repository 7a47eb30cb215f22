"""What can have happened to attachments."""

from typing import ClassVar

from crisisdesk.kernel.fact import Fact


class FileAttached(Fact, kw_only=True):
    """A file was copied in, beside line `line`. Its `id` is `23-1`: the line, and which of its attachments.

    The bytes stand in the journal as `parts` parts under `key`, stored before this fact; `size` (bytes) and
    `sha256` (64 hex digits) are of the whole. `name` is the file's own, `media` its media type, `text` what
    it shows in the keeper's words ("" when nothing was said).
    """

    KIND: ClassVar[str] = "attachments.file_attached"
    TEXTS: ClassVar[tuple[str, ...]] = ("name", "text")

    id: str
    line: int
    name: str
    media: str
    size: int
    sha256: str
    key: str
    parts: int
    text: str = ""


class AttachmentDescribed(Fact, kw_only=True):
    """The keeper wrote what the attachment shows."""

    KIND: ClassVar[str] = "attachments.attachment_described"
    TEXTS: ClassVar[tuple[str, ...]] = ("text",)

    id: str
    text: str


class AttachmentStruck(Fact, kw_only=True):
    """The attachment was put there by mistake. It is struck and stays readable, as a line is."""

    KIND: ClassVar[str] = "attachments.attachment_struck"
    TEXTS: ClassVar[tuple[str, ...]] = ("reason",)

    id: str
    reason: str
