"""The one door: a known command goes to the command line, anything else opens the window."""

import sys

COMMANDS = ("exercise", "report", "forms", "log", "board", "export", "verify", "salvage", "plan")
_HELP = ("--help", "--version")
PAGES = "--pages"
"""Asks for the servant that turns files into points (see `cli.pages`); nobody types it."""


def main(arguments: list[str] | None = None) -> None:
    """Run the program with the arguments (those of the process by default) and leave with its exit code."""
    sys.exit(start(sys.argv[1:] if arguments is None else arguments))


def start(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    if arguments == [PAGES]:
        from crisisdesk.cli.pages import main as serve

        return serve()
    if arguments and (arguments[0] in COMMANDS or any(a in _HELP for a in arguments)):
        from crisisdesk.cli.group import group
        from crisisdesk.cli.swedish_click import run

        return run(group, arguments)
    from crisisdesk.cli.window import open_window

    return open_window(arguments)


if __name__ == "__main__":
    main()
