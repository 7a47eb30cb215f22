"""Click in Swedish. Exit codes: 0 done, 1 a check failed, 2 wrong use, 3 the world failed."""

import errno
import sys
from io import TextIOWrapper

import click

from crisisdesk.base.errors import WorldFault

CHECK_FAILED = 1
WRONG_USE = 2
WORLD_FAILED = 3


_ENGLISH = {
    "Usage:": "Användning:",
    "Options": "Val",
    "Commands": "Kommandon",
    "Arguments": "Argument",
    "Show this message and exit.": "Visa den här hjälpen.",
    "Show the version and exit.": "Visa versionen.",
    "[OPTIONS]": "[VAL]",
    "COMMAND [ARGS]...": "KOMMANDO [ARGUMENT]...",
    "[required]": "[krävs]",
}


def _translated(text: str) -> str:
    for english, swedish in _ENGLISH.items():
        text = text.replace(english, swedish)
    return text


class Command(click.Command):
    """A command whose help is Swedish."""

    def get_help(self, ctx: click.Context) -> str:
        """Return the help text, in Swedish all through."""
        return _translated(super().get_help(ctx))


class Group(click.Group):
    """A group whose help is Swedish and whose commands are, too."""

    command_class = Command

    def get_help(self, ctx: click.Context) -> str:
        """Return the help text, in Swedish all through."""
        return _translated(super().get_help(ctx))


def wrong_use(error: click.UsageError) -> str:
    """Return what is wrong with the call, in Swedish, with the way to the help."""
    path = error.ctx.command_path if error.ctx is not None else "crisisdesk"
    return f"Fel: {_reason(error)}\nHjälp: {path} --help"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param is not None else ""
            return f"{name} saknas."
        case click.NoSuchOption():
            near = f" Menade du {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"valet {error.option_name} finns inte.{near}"
        case click.BadParameter():
            name = error.param.human_readable_name if error.param is not None else ""
            return f"{name}: {_unfit(error.message)}"
        case click.BadOptionUsage() if "not take a value" in error.message:
            return f"valet {error.option_name} tar inget värde."
        case click.BadOptionUsage():
            return f"valet {error.option_name} behöver ett värde."
        case _ if error.message.startswith("No such command"):
            return f"kommandot finns inte: {error.message.split(chr(39))[1]}."
        case _ if error.message.startswith("Got unexpected extra argument"):
            extra = error.message.partition("(")[2].rstrip(")")
            return f"för många argument: {extra}."
        case _:
            return error.message


def _unfit(message: str) -> str:
    if message.endswith("is a directory."):
        return "det är en mapp, men en fil väntades."
    if message.endswith("is a file."):
        return "det är en fil, men en mapp väntades."
    return "värdet går inte att använda."


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


def _system(error: OSError) -> str:
    """Return what the operating system says, in Swedish where it is something a user meets."""
    return _SYSTEM.get(error.errno or 0, f"svarar med fel ({error.strerror})")


def _show_what_the_screen_can() -> None:
    """Let a screen of few characters show the others as codes: a log must not stop at a dash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def run(group: click.Command, arguments: list[str]) -> int:
    """Run a command and return its exit code; what went wrong is one Swedish sentence on stderr."""
    _show_what_the_screen_can()
    try:
        code = group.main(arguments, prog_name="crisisdesk", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return WRONG_USE
    except click.UsageError as error:
        click.echo(wrong_use(error), err=True)
        return WRONG_USE
    except WorldFault as fault:
        click.echo(f"Fel: {fault}", err=True)
        return WORLD_FAILED
    except (click.Abort, KeyboardInterrupt):
        click.echo("Avbrutet.", err=True)
        return CHECK_FAILED
    except BrokenPipeError:
        # The reader of the pipe has seen enough, such as `head`: that is no fault of ours.
        sys.stderr.close()
        return 0
    except OSError as error:
        click.echo(f"Fel: {error.filename or 'utskriften'}: {_system(error)}.", err=True)
        return WORLD_FAILED
    return code if isinstance(code, int) else 0
