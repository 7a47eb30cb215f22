"""`crisisdesk [--data-dir DIR] [FILE]` opens the window; `--smoke` opens it, paints, and leaves with 0."""

from pathlib import Path

from crisisdesk.cli.leaving import ended
from crisisdesk.cli.show import DATA_DIR, SMOKE, show


def open_window(arguments: list[str]) -> int:
    """Open the window and return the exit code when it is closed."""
    asked = read(arguments)
    if asked is None:
        from crisisdesk.cli.swedish_click import run
        from crisisdesk.cli.window_call import window

        return run(window, arguments)
    return ended(lambda: show(*asked))


def read(arguments: list[str]) -> tuple[Path | None, bool, Path | None] | None:
    """Return the folder, whether it is for a look only, and the file.

    None when anything is out of the ordinary: then click says what is wrong. It would read the ordinary, too,
    but takes a tenth of the start.
    """
    folder, smoke, files = None, False, list[Path]()
    waiting = iter(arguments)
    for word in waiting:
        if word == DATA_DIR:
            folder = next(waiting, "-")
        elif word == SMOKE:
            smoke = True
        else:
            files.append(Path(word))
    odd = len(files) > 1 or "" in arguments or any(str(each).startswith("-") for each in (folder, *files))
    return None if odd else (Path(folder) if folder else None, smoke, files[0] if files else None)
