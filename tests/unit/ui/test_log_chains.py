"""A line that was corrected twice leads to what holds now: in the log, beside it, on the wall."""

from crisisdesk.features import log
from crisisdesk.ui.screens.log import rows
from crisisdesk.ui.shell import side_rows
from crisisdesk.ui.wall import log_rows
from tests.support.incident_play import Incident


def test_the_first_line_of_a_chain_says_where_it_ends() -> None:
    incident = Incident()
    first = incident.do(log.commands.Record(text="Tre elever")).number
    second = incident.do(log.commands.Correct(number=first, text="Två elever", reason="Fel")).number
    third = incident.do(log.commands.Correct(number=second, text="Fyra elever", reason="Omräknat")).number
    state, see = incident.state, f"se nr {second}, därefter nr {third}"
    assert rows.row(state, first).replaced_note == f"rättad: Två elever, {see} · Fel, MK 13:05"
    assert rows.row(state, second).replaced_note.startswith(f"rättad: Fyra elever, se nr {third} ·")
    beside = {row.number: row.replaced_note for row in side_rows.latest_rows(state, incident.now)}
    assert beside[first] == see
    wall = {row.number: row.note for row in log_rows.log_rows(state, incident.now).lines}
    assert wall[first] == f"struken, {see}"
