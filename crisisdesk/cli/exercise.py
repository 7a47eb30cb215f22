"""`crisisdesk exercise SCENARIO [--plan PLAN] --out DIR`: play headless from alarm to report."""

import sys
from contextlib import closing
from pathlib import Path

import click

from crisisdesk.base.clock import SetClock
from crisisdesk.base.errors import BadInput
from crisisdesk.cli.printing import closing_head, printed_at
from crisisdesk.cli.swedish_click import CHECK_FAILED, Command
from crisisdesk.compose import library, load_plan
from crisisdesk.features import board, decisions, lifecycle, meetings, tasks
from crisisdesk.session import scenario as scenarios
from crisisdesk.session.exercise import Player
from crisisdesk.session.library import SUFFIX, Library
from crisisdesk.session.scenario import Scenario
from crisisdesk.session.session import Session


@click.command(cls=Command)
@click.argument("scenario", metavar="SCENARIO")
@click.option(
    "--plan", "plan_path", type=click.Path(path_type=Path), default=None, help="Krisplan att öva på."
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Mapp för filerna."
)
def exercise(scenario: str, plan_path: Path | None, out: Path) -> int:
    """Spela en övning från larm till rapport.

    SCENARIO är en fil, eller namnet på en övning som följer med, till exempel brand.
    """
    script = scenarios.load(scenario)
    player = play(script, plan_path, out)
    path = out / f"{script.name}{SUFFIX}"
    pdf = out / f"{script.name}.pdf"
    # The file is read from outside for the head at closing: nobody may hold it then.
    player.session.close()
    _print_report(player.session, path, pdf)
    click.echo(f"Händelse: {path}\nRapport:  {pdf}\n{_summary(player)}")
    for slip in player.result.slips:
        click.echo(f"Avviker: {slip.sentence}", err=True)
    return CHECK_FAILED if player.result.slips else 0


def play(script: Scenario, plan_path: Path | None, out: Path) -> Player:
    """Play the scenario into a new file in the folder; an older exercise of the same name is replaced.

    WorldFault when something stops it: no file of it is left then. Only an exercise is replaced.
    """
    plan = load_plan(plan_path)
    clock = SetClock(script.start, script.zone)
    books = library(out, clock)
    path = _free(out, script.name, books)
    opened: list[Session] = []

    def keep(session: Session) -> Session:
        opened[:] = [session]
        return session

    def reopen(held: Session) -> Session:
        held.close()
        return keep(books.open(path))

    try:
        session = keep(
            books.start(path, plan, script.own_number, name=script.title, exercise=True, scenario=script.name)
        )
        player = Player(script, session, clock, reopen)
        _play_all(player, len(script.entries))
    except BaseException:
        for session in opened:
            session.close()
        _remove(path)
        raise
    return player


def _play_all(player: Player, total: int) -> None:
    for done, timed in enumerate(player.play(), 1):
        _tell(f"{timed.entry.at}  {done} av {total}")
    _tell("")


def _free(out: Path, name: str, books: Library) -> Path:
    path = out / f"{name}{SUFFIX}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        if path.exists():
            _refuse_unless_exercise(path, books)
        _remove(path)
    except OSError as error:
        raise BadInput(f"Mappen {out} går inte att skriva i: {error.strerror}.") from error
    return path


def _refuse_unless_exercise(path: Path, books: Library) -> None:
    """Refuse to replace a file that is open somewhere, damaged, or a real incident (WorldFault)."""
    with closing(books.read(path)) as older:
        exercise = older.state[lifecycle.FEATURE].exercise
    if not exercise:
        raise BadInput(f"{path} finns redan och är ingen övning.", remedy="Välj en annan mapp med --out.")


def _remove(path: Path) -> None:
    for beside in ("", "-wal", "-journal", ".lock"):
        path.with_name(path.name + beside).unlink(missing_ok=True)


def _print_report(session: Session, path: Path, pdf: Path) -> None:
    from crisisdesk.report.incident import write_report

    state = session.state
    closing = closing_head(path, state)
    write_report(state, session.head, pdf, printed_at=printed_at(state), closing=closing)


def _tell(text: str) -> None:
    """Show how far it is, on one line, only to somebody who looks."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def _summary(player: Player) -> str:
    state, head = player.session.state, player.session.head
    struck = len(state.timeline.struck_by)
    decided, given = state[decisions.FEATURE].decisions, state[tasks.FEATURE].tasks
    met, frozen = state[meetings.FEATURE].meetings, state[board.FEATURE].frozen
    parts = [
        f"{player.result.entries} poster spelade, {len(player.result.slips)} avviker.",
        f"Logg: {head.lines} rader, {struck} strukna, {head.facts} fakta.",
        f"Beslut {len(decided)}, uppgifter {len(given)}, möten {len(met)}, lägesbilder {len(frozen)}.",
        f"Avslutad: {'ja' if state[lifecycle.FEATURE].closed else 'nej'}.",
        f"Logghuvud: {head.hash}",
    ]
    return "\n".join(parts)
