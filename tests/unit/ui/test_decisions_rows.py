"""The rows of decisions: order, what is missing, what is late, and one with all that is known of it."""

from datetime import timedelta

from crisisdesk.features import board, decisions, information, log, people, tasks
from crisisdesk.ui.kit.pane_look import BriefHead, BriefLook
from crisisdesk.ui.screens.decisions import rows
from tests.support.brand_play import brand
from tests.support.incident_play import Incident


def record(incident: Incident, text: str = "Stäng huset", *, whole: bool = False) -> int:
    """Record a decision, with everything that a complete one has when `whole`; return its number."""
    command = decisions.commands.Record(text=text)
    if whole:
        command = decisions.commands.Record(
            text=text,
            decider="Chefen",
            reason="Rök",
            responsible="Fastighet",
            follow_up_at=incident.now + timedelta(minutes=30),
        )
    return incident.do(command).first(decisions.facts.DecisionRecorded).decision


def listed(incident: Incident) -> list[str]:
    """Return the list as headings with counts and numbers of decisions."""
    found = rows.rows(incident.state, incident.now)
    return [f"{r.text} {r.count}" if isinstance(r, BriefHead) else r.number for r in found]


def brief(incident: Incident, number: int) -> BriefLook:
    return rows.brief(incident.state, incident.state[decisions.FEATURE].decisions[number], incident.now)


def test_no_decisions_no_headings() -> None:
    assert rows.rows(Incident().state, Incident().now) == []


def test_incomplete_ones_stand_first_and_ended_ones_last() -> None:
    incident = Incident()
    for whole in (True, False, True, False, True):
        record(incident, whole=whole)
    incident.do(decisions.commands.Revoke(decision=1, reason="Fel hus"))
    assert listed(incident) == [
        "Ofullständiga 2", "4", "2", "Gäller 2", "5", "3", "Gäller inte längre 1", "1",
    ]  # fmt: skip


def test_a_row_says_what_is_missing_in_words() -> None:
    incident = Incident()
    assert brief(incident, record(incident)).lacks == (
        "Saknar beslutat av, motivering, ansvarig och uppföljning"
    )
    incident.do(decisions.commands.Complete(decision=1, decider="Chefen", reason="Rök", responsible="Jouren"))
    assert brief(incident, 1).lacks == "Saknar uppföljning"
    assert brief(incident, record(incident, whole=True)).lacks == ""


def test_a_late_follow_up_says_how_late_until_it_is_carried_out() -> None:
    incident = Incident()
    number = record(incident, whole=True)
    assert brief(incident, number).late == ""
    incident.wait(42)
    assert brief(incident, number).late == "Uppföljning 13:35, 12 min sen"
    incident.do(decisions.commands.SetProgress(decision=number, progress="done"))
    assert brief(incident, number).late == ""


def test_states_are_marks_and_waiting_is_one() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Avvakta", waits=True, secrecy="OSL 18:1"))
    words = [mark.word for mark in brief(incident, 1).marks]
    assert words == ["öppet", "beslut att avvakta", "sekretess OSL 18:1"]
    incident.do(decisions.commands.Record(text="Agera", replaces=1))
    assert brief(incident, 1).marks[0].word == "ersatt av beslut 2"
    assert brief(incident, 1).struck
    assert "öppet" in brief(incident, 2).spoken


def test_the_pane_shows_every_field_and_says_what_lacks() -> None:
    incident = Incident()
    number = record(incident)
    shown = dict(rows.pane(incident.state, number, incident.now).values)
    assert shown["Beslutat"] == "13:05, loggat av MK"
    assert [name for name, value in shown.items() if value == "saknas"] == [
        "Beslutat av", "Motivering", "Ansvarig", "Uppföljning",
    ]  # fmt: skip
    incident.do(decisions.commands.Complete(decision=number, options="Öppet, avvisat: rök", mandate="Plan 3"))
    shown = dict(rows.pane(incident.state, number, incident.now).values)
    assert (shown["Alternativ"], shown["Mandat"]) == ("Öppet, avvisat: rök", "Plan 3")


def test_the_pane_says_what_was_known_then() -> None:
    incident = Incident()
    incident.do(people.commands.SignIn(person="Rektor"))
    incident.do(board.commands.AddCard(text="Vem saknas?", purpose="uncertainty"))
    number = record(incident)
    incident.do(board.commands.AnswerUncertainty(uncertainty=1, answer="Ingen"))
    known = rows.pane(incident.state, number, incident.now).sections[0]
    assert known.heading == "Det här var känt då"
    assert known.values == (
        ("På plats", "Rektor"),
        ("Öppet", "oklarhet 1: Vem saknas?"),
        ("Senast ut", "ingen information hade gått ut"),
    )


def test_the_pane_says_what_happened_afterwards() -> None:
    incident = Incident()
    number = record(incident)
    incident.wait(5).do(decisions.commands.SetProgress(decision=number, progress="ongoing"))
    incident.wait(5).do(decisions.commands.Complete(decision=number, reason="Rök"))
    after = rows.pane(incident.state, number, incident.now).sections[-1]
    assert after.values == (("13:10", "pågår, MK"), ("13:15", "kompletterat, MK"))


def test_links_lead_to_line_step_tasks_and_the_other_decision() -> None:
    state = brand().state
    places = {link.place for link in rows.pane(state, 7, state.timeline.line(60).recorded_at).links}
    assert {"line:51", "task:2"} <= places
    assert "step:3.2" in {
        link.place for link in rows.pane(state, 1, state.timeline.line(60).recorded_at).links
    }
    incident = Incident()
    record(incident)
    incident.do(decisions.commands.Record(text="Ny", replaces=1))
    first, second = (rows.pane(incident.state, n, incident.now).links for n in (1, 2))
    assert "Ersatt av beslut 2" in [link.text for link in first]
    assert "Ersätter beslut 1" in [link.text for link in second]


def test_what_is_ended_offers_nothing_and_what_is_incomplete_offers_completing_loudly() -> None:
    incident = Incident()
    number = record(incident)
    actions = rows.pane(incident.state, number, incident.now).actions
    assert [a.key for a in actions] == ["complete", "progress", "task", "replace", "revoke", "print"]
    assert actions[0].primary
    assert not rows.pane(incident.state, record(incident, whole=True), incident.now).actions[0].primary
    incident.do(decisions.commands.Revoke(decision=number, reason="Fel"))
    ended = rows.pane(incident.state, number, incident.now)
    assert [a.key for a in ended.actions] == ["print"]
    assert (ended.note, ended.struck) == ("Återkallat: Fel.", True)


def test_a_task_from_a_decision_is_linked_with_its_text() -> None:
    incident = Incident()
    number = record(incident)
    incident.do(tasks.commands.Add(text="Ring jouren", source=f"decision:{number}"))
    assert "Uppgift 1: Ring jouren" in [
        link.text for link in rows.pane(incident.state, number, incident.now).links
    ]


def test_a_decision_says_what_was_told_out_and_frozen_before_it() -> None:
    incident = Incident()
    incident.do(information.commands.SaveMessage(text="Skolan är utrymd", groups=("vårdnadshavare",)))
    incident.do(information.commands.SendMessage(message=1, groups=("vårdnadshavare",)))
    incident.do(board.commands.Freeze())
    number = record(incident)
    incident.do(information.commands.SaveMessage(text="Hämta vid Nya torget", groups=("vårdnadshavare",)))
    incident.do(information.commands.SendMessage(message=2, groups=("vårdnadshavare",)))
    known = rows.pane(incident.state, number, incident.now).sections[0]
    said = dict(known.values)
    assert "Skolan är utrymd" in said["Senast ut"]
    assert "Nya torget" not in " ".join(said.values())
    assert said["Lägesbild"].startswith("1, fryst")


def test_a_decision_says_what_the_keeper_wrote_as_told_out_before_it() -> None:
    incident = Incident()
    incident.do(log.commands.Record(text="Sms till alla elever", kind="out"))
    wrong = incident.do(log.commands.Record(text="Sms till alla vakter", kind="out")).number
    incident.do(log.commands.Strike(number=wrong, reason="Inte skickat"))
    number = record(incident)
    incident.do(log.commands.Record(text="Pressmeddelande", kind="out"))
    said = dict(rows.pane(incident.state, number, incident.now).sections[0].values)
    assert said["Senast ut"] == "13:05 Sms till alla elever"


def test_the_board_of_that_moment_is_one_press_away() -> None:
    incident = Incident()
    number = record(incident)
    look = rows.pane(incident.state, number, incident.now)
    assert f"past:decision:{number}" in [link.place for link in look.links]
    assert look.actions[-1].key == "print"
