"""How a command ends: one Swedish sentence on stderr when it failed, and an exit code.

0 done, 1 a check failed, 2 wrong use, 3 the world failed.
"""

import errno
import sys
from collections.abc import Callable
from io import TextIOWrapper

from crisisdesk.base.errors import WorldFault

CHECK_FAILED = 1
WRONG_USE = 2
WORLD_FAILED = 3

_SYSTEM = {
    errno.ENOENT: "finns inte",
    errno.EACCES: "får inte öppnas av den här användaren",
    errno.EPERM: "får inte ändras av den här användaren",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "är en mapp",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länken pekar på sig själv",
}


def ended(act: Callable[[], object]) -> int:
    """Do it and return its exit code (0 when it gives none); tell on stderr how the world failed it."""
    _show_what_the_screen_can()
    try:
        code = act()
    except WorldFault as fault:
        say(f"Fel: {fault}")
        return WORLD_FAILED
    except KeyboardInterrupt:
        say("Avbrutet.")
        return CHECK_FAILED
    except BrokenPipeError:
        # The reader of the pipe has seen enough, such as `head`: that is no fault of ours.
        sys.stderr.close()
        return 0
    except OSError as error:
        say(f"Fel: {error.filename or 'utskriften'}: {_system(error)}.")
        return WORLD_FAILED
    return code if isinstance(code, int) else 0


def say(sentence: str) -> None:
    """Say it on stderr, where there is one: a program with windows alone has none."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - pythonw has none
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()


def _system(error: OSError) -> str:
    """Return what the operating system says, in Swedish where it is something a user meets."""
    return _SYSTEM.get(error.errno or 0, f"svarar med fel ({error.strerror})")


def _show_what_the_screen_can() -> None:
    """Let a screen of few characters show the others as codes: a log must not stop at a dash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
