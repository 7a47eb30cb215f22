"""All commands of the command line."""

import click

from crisisdesk import __version__
from crisisdesk.cli.board import board
from crisisdesk.cli.exercise import exercise
from crisisdesk.cli.export import export
from crisisdesk.cli.forms import forms
from crisisdesk.cli.log import log
from crisisdesk.cli.plan import plan
from crisisdesk.cli.report import report
from crisisdesk.cli.salvage import salvage
from crisisdesk.cli.swedish_click import Group
from crisisdesk.cli.verify import verify


@click.group(
    cls=Group,
    epilog="Utan kommando öppnas fönstret: crisisdesk [--data-dir MAPP] [FIL].",
)
@click.version_option(__version__, message="CrisisDesk %(version)s")
def group() -> None:
    """CrisisDesk: kör krisplanen, för loggen, skriver ut rapporten."""


for _command in (exercise, report, forms, log, board, export, verify, salvage, plan):
    group.add_command(_command)
