"""Paper forms over several features: missing until entered or void, and the number to write on."""

import pytest

from crisisdesk.base.errors import RuleBroken
from crisisdesk.features import board, decisions, forms, log, tasks
from crisisdesk.incident import paper_forms, queries
from crisisdesk.incident.cover import covered_state
from tests.support.incident_play import Incident


def enter(incident: Incident, form: int) -> None:
    incident.do(log.commands.Record(text=f"Blad {form}", paper=log.facts.Paper(form=form)))


def standing(incident: Incident) -> list[tuple[int, str, bool]]:
    return [(f.form, f.standing, f.printed) for f in paper_forms.paper_forms(incident.state)]


def test_a_form_is_missing_until_it_is_entered_or_void() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    assert paper_forms.missing(incident.state) == (1, 2, 3)
    enter(incident, 2)
    incident.do(forms.commands.Void(form=3, reason="Spilld"))
    assert standing(incident) == [(1, "missing", True), (2, "entered", True), (3, "voided", True)]
    assert queries.open_things(incident.state, incident.now).forms_missing == 1


def test_paper_from_elsewhere_is_entered_and_seen_as_such() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=1))
    enter(incident, 17)
    assert standing(incident) == [(1, "missing", True), (17, "entered", False)]
    assert paper_forms.next_free(incident.state) == 18
    with pytest.raises(RuleBroken, match="Nästa lediga nummer är 18"):
        incident.do(forms.commands.Reserve(count=20))
    incident.do(forms.commands.Reserve(count=2, first=18))
    assert paper_forms.missing(incident.state) == (1, 18, 19)


def test_an_entered_form_is_not_void_and_a_void_one_not_entered() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=2))
    enter(incident, 1)
    with pytest.raises(RuleBroken, match="Blankett 1 är införd, se rad"):
        incident.do(forms.commands.Void(form=1, reason="Fel"))
    incident.do(forms.commands.Void(form=2, reason="Fel"))
    with pytest.raises(RuleBroken, match="makulerad"):
        enter(incident, 2)
    incident.do(forms.commands.Restore(form=2))
    enter(incident, 2)
    assert paper_forms.missing(incident.state) == ()


def test_one_writes_on_the_first_unused_form_else_on_the_next() -> None:
    incident = Incident()
    assert paper_forms.to_write_on(incident.state) == 1
    incident.do(forms.commands.Reserve(count=2, first=4))
    assert paper_forms.to_write_on(incident.state) == 4
    enter(incident, 4)
    enter(incident, 5)
    assert paper_forms.to_write_on(incident.state) == 6


def test_numbers_are_said_in_spans() -> None:
    assert paper_forms.spans((4, 5, 6, 8, 10, 11)) == "4–6, 8 och 10–11"


def test_a_form_can_be_a_decision_a_task_or_an_uncertainty() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=3))
    happened = incident.now
    incident.wait(30)
    for form, of in enumerate(
        (
            decisions.commands.Record(text="Utrym hus B", happened_at=happened),
            tasks.commands.Add(text="Räkna alla", happened_at=happened),
            board.commands.AddCard(text="Är alla ute?", purpose="uncertainty", happened_at=happened),
        ),
        1,
    ):
        incident.do(paper_forms.from_paper(form, "Stabschef", of))
    assert paper_forms.missing(incident.state) == ()
    assert list(paper_forms.entered(incident.state).values()) == [4, 5, 6]
    assert paper_forms.writer_of(incident.state, 2) == "Stabschef"
    for number, start in ((4, "Beslut 1: Utrym hus B."), (5, "Uppgift 1: Räkna alla."), (6, "Oklarhet 1: ")):
        recorded = incident.state.timeline.line(number)
        said = incident.state.timeline.says(number)
        assert said.text.startswith(start)
        assert said.text.endswith(f"Från pappersblankett {number - 3}, skriven av Stabschef.")
        assert f"form:{number - 3}" in said.refs
        assert recorded.happened_at == happened


def test_a_form_stands_in_the_log_once_whatever_it_became() -> None:
    incident = Incident()
    enter(incident, 1)
    incident.do(paper_forms.from_paper(2, "", decisions.commands.Record(text="Utrym")))
    for form in (1, 2):
        with pytest.raises(RuleBroken, match=f"Blankett {form} är redan införd"):
            incident.do(paper_forms.from_paper(form, "", tasks.commands.Add(text="Räkna")))
        with pytest.raises(RuleBroken, match="redan införd"):
            enter(incident, form)
    assert not incident.state[tasks.FEATURE].tasks
    with pytest.raises(RuleBroken, match="tal från 1"):
        incident.do(paper_forms.from_paper(0, "", tasks.commands.Add(text="Räkna")))


def test_a_void_form_becomes_nothing_and_a_refused_decision_enters_no_form() -> None:
    incident = Incident()
    incident.do(forms.commands.Reserve(count=2))
    incident.do(forms.commands.Void(form=1, reason="Spilld"))
    with pytest.raises(RuleBroken, match="makulerad"):
        incident.do(paper_forms.from_paper(1, "", tasks.commands.Add(text="Räkna")))
    with pytest.raises(RuleBroken):
        incident.do(paper_forms.from_paper(2, "", decisions.commands.Record(text="")))
    assert paper_forms.missing(incident.state) == (2,)


def test_who_wrote_a_secret_form_is_covered_with_it() -> None:
    incident = Incident()
    incident.do(
        paper_forms.from_paper(1, "Anna", decisions.commands.Record(text="Gripa", secrecy="OSL 18:1"))
    )
    shown = covered_state(incident.state)
    assert "Anna" not in shown.timeline.says(3).text
    assert paper_forms.writer_of(shown, 1) != "Anna"
