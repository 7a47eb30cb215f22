"""What one person has chosen on this computer: theme, text size, what is folded."""

from pathlib import Path

import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.files import read_if_there, write_whole

FILE = "installningar.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Choices that follow the computer, not the incident. `scale` is the text size, 1.0 to 2.0; `copy_folder`
    where second copies are kept ("" for none).

    Unknown fields are passed by, so that an older program starts with the file of a newer one.
    """

    dark: bool = False
    scale: float = 1.0
    side_folded: bool = False
    copy_folder: str = ""


def load(folder: Path) -> Settings:
    """Return the settings kept in the folder, the first ones when nothing is kept.

    BadInput when the file is no settings, WorldFault when it cannot be read.
    """
    content = read_if_there(folder / FILE)
    if content is None:
        return Settings()
    try:
        return msgspec.json.decode(content, type=Settings)
    except msgspec.MsgspecError as error:
        raise BadInput(f"{FILE}: inställningarna går inte att läsa: {error}.") from error


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings in the folder; WorldFault when the disk refuses."""
    write_whole(folder / FILE, msgspec.json.encode(settings), sync=False)
