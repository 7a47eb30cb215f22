"""What an attachment looks like in a list, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AttachmentLook:
    """An attachment: its id `23-1`, its name, and what it is in words (`PNG-bild, 340 kB`).

    `media` is its media type; `covered` says that it is secret and must not be shown now: the name is a bar
    then. `said` is what it shows, in the keeper's words.
    """

    id: str
    name: str
    what: str
    media: str
    said: str = ""
    struck: bool = False
    covered: bool = False

    @property
    def spoken(self) -> str:
        """Return it as it is read aloud."""
        parts = (f"Bilaga {self.id} {self.name}", self.what, self.said, "struken" if self.struck else "")
        return ", ".join(part for part in parts if part)
