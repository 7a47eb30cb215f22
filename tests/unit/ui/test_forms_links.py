"""A line of the log leads to the paper form that it is about, or was written on."""

from crisisdesk.features import forms, log
from crisisdesk.ui.screens.log.links import links
from tests.support.incident_play import Incident


def test_lines_lead_to_their_form() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=2))
    void = incident.do(forms.commands.Void(form=2, reason="Spilld")).number
    entered = incident.do(log.commands.Record(text="POSOM", paper=log.facts.Paper(form=1))).number
    found = [[(link.place, link.text) for link in links(incident.state, n)] for n in (void, entered)]
    assert found == [[("form:2", "Blankett 2")], [("form:1", "Blankett 1")]]
