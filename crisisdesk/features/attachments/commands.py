"""What can be asked of attachments."""

from typing import ClassVar

from crisisdesk.kernel.command import Command


class Attach(Command, kw_only=True):
    """Put a file beside a line; its bytes are in the journal already, as `parts` parts under `key`."""

    NAME: ClassVar[str] = "attachments.attach"

    line: int
    name: str
    media: str
    size: int
    sha256: str
    key: str
    parts: int
    text: str = ""


class Describe(Command, kw_only=True):
    """Write what the attachment shows."""

    NAME: ClassVar[str] = "attachments.describe"

    id: str
    text: str


class Strike(Command, kw_only=True):
    """Strike an attachment, with the reason."""

    NAME: ClassVar[str] = "attachments.strike"

    id: str
    reason: str
