"""What one person has chosen on this computer: theme, text size, what is folded."""

from pathlib import Path
from typing import Literal

import msgspec

from crisisdesk.base.errors import BadInput
from crisisdesk.base.files import read_if_there, write_whole

FILE = "installningar.json"

CoverChoice = Literal["always", "one", "never"]
"""When the window covers what is secret: always, where there is one picture only, never."""


class WallChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What Storbild shows, and where. `rotation` are the modes that take turns every so many seconds when it
    is `rotating`.

    `display` is the key of the display ("" for another one than the main window's, "window" for a window that
    is moved by hand). `up_for` is the file name of the incident that it was up for ("" when it was off).
    """

    mode: str = "board"
    rotating: bool = False
    rotation: tuple[str, ...] = ("board", "log", "open")
    every: int = 30
    display: str = ""
    dark: bool = True
    up_for: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Choices that follow the computer, not the incident. `scale` is the text size, 1.0 to 2.0; `copy_folder`
    where second copies are kept ("" for none); `wall` what Storbild shows.

    How the log is read: `log_columns` and `log_order`, `log_filters` (what is asked for, by name) and
    `log_looked` (the fact up to which one has looked, by the incident's own number).

    Unknown fields are passed by, so that an older program starts with the file of a newer one.
    """

    dark: bool = False
    scale: float = 1.0
    side_folded: bool = False
    copy_folder: str = ""
    cover: CoverChoice = "one"
    wall: WallChoice = WallChoice()
    log_columns: tuple[str, ...] = ()
    log_order: str = ""
    log_filters: dict[str, str] = msgspec.field(default_factory=dict[str, str])
    log_looked: dict[str, int] = msgspec.field(default_factory=dict[str, int])


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
