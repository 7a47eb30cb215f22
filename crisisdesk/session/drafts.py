"""Texts that are written but not sent: a small file beside the incident, so that they survive a crash."""

from pathlib import Path

import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.files import read_if_there, remove, write_whole

SUFFIX = ".utkast"


class Drafts:
    """The unsent texts of one incident, by key such as `quick`. Each change is on disk when it returns."""

    def __init__(self, incident: Path) -> None:
        self._path = incident.with_name(f"{incident.name}{SUFFIX}")
        self._texts: dict[str, str] = {}

    def load(self) -> dict[str, str]:
        """Return what was not sent when the program stopped.

        BadInput when the file is no drafts, WorldFault when it cannot be read.
        """
        content = read_if_there(self._path)
        if content is not None:
            self._texts = self._decoded(content)
        return dict(self._texts)

    def keep(self, key: str, text: str) -> None:
        """Keep the text under the key; an empty one is forgotten. WorldFault when the disk refuses."""
        # Half a character, pasted or out of a dead key, cannot be written down: the rest of the text can.
        text = text.encode(errors="replace").decode()
        if self._texts.get(key, "") == text:
            return
        if text:
            self._texts[key] = text
        else:
            del self._texts[key]
        self._write()

    def _write(self) -> None:
        if self._texts:
            write_whole(self._path, msgspec.json.encode(self._texts))
        else:
            remove(self._path)

    def _decoded(self, content: bytes) -> dict[str, str]:
        try:
            return msgspec.json.decode(content, type=dict[str, str])
        except msgspec.MsgspecError as error:
            raise BadInput(f"{self._path.name}: utkasten går inte att läsa: {error}.") from error
