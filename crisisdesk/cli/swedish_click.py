"""Click in Swedish."""

import click

from crisisdesk.cli.leaving import CHECK_FAILED as CHECK_FAILED
from crisisdesk.cli.leaving import WRONG_USE, ended, say

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


def run(group: click.Command, arguments: list[str]) -> int:
    """Run a command and return its exit code; what went wrong is one Swedish sentence on stderr."""
    return ended(lambda: _called(group, arguments))


def _called(group: click.Command, arguments: list[str]) -> object:
    try:
        return group.main(arguments, prog_name="crisisdesk", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.message)
        return WRONG_USE
    except click.UsageError as error:
        say(wrong_use(error))
        return WRONG_USE
    except click.Abort:
        raise KeyboardInterrupt from None
