"""Functions: appointed, vacated, relieved; people in place; the directory."""

from datetime import timedelta

import pytest

from crisisdesk.features.people import FEATURE, PeopleState, commands
from crisisdesk.features.people.facts import Person, ReliefDone, SignedIn
from crisisdesk.plan.loader import load_shipped
from tests.support.feature_play import START, Play


@pytest.fixture
def play() -> Play[PeopleState]:
    return Play(FEATURE, load_shipped())


def test_before_any_appointment_the_plans_post_holds_the_function(play: Play[PeopleState]) -> None:
    assert play.state.holder("stabschef") is None
    assert play.state.holder_or_post(play.plan, "stabschef") == "Utvecklingschef"
    assert play.state.holder_or_post(play.plan, "analys") == ""


def test_vacancies_are_the_functions_without_post_or_holder(play: Play[PeopleState]) -> None:
    assert [f.id for f in play.state.vacancies(play.plan)] == [
        "analys",
        "planering",
        "administration",
        "personal",
    ]
    play.do(commands.Appoint(function="personal", person="verksamhetschefen"))
    play.do(commands.Vacate(function="hr"))
    vacant = [f.id for f in play.state.vacancies(play.plan)]
    assert vacant == ["analys", "planering", "administration", "hr"]


def test_one_person_holds_two(play: Play[PeopleState]) -> None:
    held = play.state.functions_of(play.plan, "verksamhetschef xenter")
    assert [f.id for f in held] == ["vice-ordforande", "xenter"]


def test_an_appointment_says_who_came_before(play: Play[PeopleState]) -> None:
    play.do(commands.Appoint(function="stabschef", person="vice stabschefen", sign="AC"))
    assert play.texts == ["Stabschef: vice stabschefen, sign AC (före: Utvecklingschef)."]
    assert play.lines[0].kind == "sys"
    holder = play.state.holder("stabschef")
    assert holder is not None
    assert (holder.person, holder.sign, holder.since, holder.number) == ("vice stabschefen", "AC", START, 1)
    assert play.state.sign_of("stabschef") == "AC"


def test_an_appointment_to_a_vacant_function_says_so(play: Play[PeopleState]) -> None:
    play.do(commands.Appoint(function="personal", person="verksamhetschefen", decision=5))
    assert play.texts == ["Personal och brukare: verksamhetschefen (före: vakant)."]
    assert play.lines[0].refs == ("function:personal", "decision:5")


@pytest.mark.parametrize("person", ["Förvaltningschef", "förvaltningschefen"])
def test_the_plans_own_post_is_no_change_of_person(play: Play[PeopleState], person: str) -> None:
    play.do(commands.Appoint(function="ordforande", person=person, decision=3))
    assert play.texts == [f"Ordförande: {person}."]


def test_the_same_appointment_again_changes_nothing(play: Play[PeopleState]) -> None:
    play.do(commands.Appoint(function="function:hr", person="LS", sign="LS"))
    assert play.do(commands.Appoint(function="hr", person="LS")) == []
    assert play.do(commands.Appoint(function="hr", person="LS", sign="L2")) != []
    assert play.texts[-1] == "HR-funktion: LS, sign L2."


def test_an_appointment_needs_a_function_and_a_person(play: Play[PeopleState]) -> None:
    assert play.refused(commands.Appoint(function="hr", person=" ")).field == "person"
    assert play.refused(commands.Appoint(function="", person="LS")).sentence == "Välj en funktion."
    refusal = play.refused(commands.Appoint(function="kock", person="LS"))
    assert (refusal.sentence, refusal.field) == ("Planen har ingen funktion kock.", "function")
    assert play.refused(commands.Appoint(function="hr", person="LS", sign="x" * 13)).field == "sign"


def test_a_vacated_function_is_not_held_by_its_post(play: Play[PeopleState]) -> None:
    play.do(commands.Vacate(function="hr", reason="ej nådd"))
    assert play.texts == ["HR-funktion: vakant (före: HR-specialist). Skäl: ej nådd."]
    assert play.state.holder_or_post(play.plan, "hr") == ""
    assert play.do(commands.Vacate(function="hr")) == []
    play.do(commands.Appoint(function="hr", person="HR-chefen"))
    assert play.texts[-1] == "HR-funktion: HR-chefen (före: vakant)."
    assert [holder.person for holder in play.state.history_of("hr")] == ["", "HR-chefen"]


def test_presence_is_a_detail(play: Play[PeopleState]) -> None:
    play.do(commands.SignIn(person="Kommunikatör", function="informationsansvarig"))
    play.at(5).do(commands.SignIn(function="stabschef"))
    play.do(commands.SignIn(person="kommunikatör", function="stabschef"))
    assert play.lines == []
    assert [(p.person, p.functions) for p in play.state.present()] == [
        ("Kommunikatör", ["informationsansvarig", "stabschef"]),
        ("Utvecklingschef", ["stabschef"]),
    ]
    assert play.do(commands.SignIn(person="Kommunikatör")) == []
    play.do(commands.SignOut(person="KOMMUNIKATÖR"))
    assert [p.person for p in play.state.present()] == ["Utvecklingschef"]
    assert play.do(commands.SignOut(person="Kommunikatör")) == []


def test_sign_in_to_a_vacant_function_needs_a_name(play: Play[PeopleState]) -> None:
    assert play.refused(commands.SignIn(function="analys")).field == "person"
    assert play.refused(commands.SignIn()).field == "person"
    assert play.refused(commands.SignOut(person="")).field == "person"


def test_a_relief_needs_both_signs(play: Play[PeopleState]) -> None:
    assert play.refused(commands.Relieve(function="loggforare", sign_to="TB")).field == "sign_from"
    assert play.refused(commands.Relieve(function="loggforare", sign_from="MK")).field == "sign_to"
    refusal = play.refused(commands.Relieve(function="loggforare", sign_from="MK", sign_to="mk"))
    assert (refusal.sentence, refusal.field) == ("Den som tar över behöver en egen signatur.", "sign_to")
    long = commands.Relieve(function="loggforare", sign_from="MK", sign_to="x" * 13)
    assert play.refused(long).field == "sign_to"
    assert play.state.reliefs == []


def test_a_relief_is_a_handover(play: Play[PeopleState]) -> None:
    sheet = "Läget lugnt.\nTvå uppgifter öppna."
    play.at(125)
    found = play.do(commands.Relieve(function="loggforare", sign_from="MK", sign_to="TB", handover=sheet))
    assert play.texts == ["Avlösning: loggförare MK → TB. Båda har signerat."]
    assert found == [
        ReliefDone(
            relief=1,
            function="loggforare",
            person_from="Nämndsekreterare",
            person_to="TB",
            sign_from="MK",
            sign_to="TB",
            handover=sheet,
        ),
        SignedIn(person="TB", function="loggforare"),
    ]
    assert play.state.holder_or_post(play.plan, "loggforare") == "TB"
    assert play.state.reliefs[0].handover == sheet
    assert play.state.find_presence("TB") is not None


def test_a_relief_names_who_takes_over(play: Play[PeopleState]) -> None:
    play.do(commands.Relieve(function="xenter", person_to="rektorn", sign_from="AB", sign_to="CD"))
    assert play.texts == ["Avlösning: Xenter AB → CD (rektorn). Båda har signerat."]


def test_a_planned_relief_stands_until_it_is_done(play: Play[PeopleState]) -> None:
    at = START + timedelta(hours=7)
    play.do(commands.PlanRelief(function="stabschef", person="TB", at=at))
    assert play.texts == ["Avlösning planerad: stabschef, TB tar över 20:05."]
    assert play.do(commands.PlanRelief(function="stabschef", person="TB", at=at)) == []
    assert [p.person for p in play.state.due_reliefs()] == ["TB"]
    play.do(commands.Relieve(function="stabschef", sign_from="AC", sign_to="TB"))
    assert play.state.due_reliefs() == []


def test_planned_reliefs_come_in_order_and_can_be_cancelled(play: Play[PeopleState]) -> None:
    play.do(commands.PlanRelief(function="stabschef", person="TB", at=START + timedelta(hours=2)))
    play.do(commands.PlanRelief(function="hr", person="LS", at=START + timedelta(hours=1)))
    assert [p.function for p in play.state.due_reliefs()] == ["hr", "stabschef"]
    play.do(commands.CancelRelief(function="hr", reason="krisledningen avslutas"))
    assert play.texts[-1] == "Planerad avlösning inställd: HR-funktion. Skäl: krisledningen avslutas."
    assert play.do(commands.CancelRelief(function="hr")) == []
    assert [p.function for p in play.state.due_reliefs()] == ["stabschef"]


def test_a_relief_in_the_past_is_refused(play: Play[PeopleState]) -> None:
    assert play.refused(commands.PlanRelief(function="hr", person="LS", at=START)).field == "at"
    later = START + timedelta(hours=1)
    assert play.refused(commands.PlanRelief(function="hr", person="", at=later)).field == "person"


def test_the_directory_is_copied_whole(play: Play[PeopleState]) -> None:
    first = Person(person="Person A", functions=("hr",), phone_private="070-174 06 05")
    second = Person(person="Person B", deputy_for=("stabschef",))
    play.do(commands.CopyDirectory(persons=(first, second)))
    assert play.lines == []
    assert play.state.persons_for("hr") == [first]
    assert play.state.deputies_for(play.plan, "stabschef") == ["function:vice-stabschef", "Person B"]
    assert play.do(commands.CopyDirectory(persons=(first, second))) == []
    play.do(commands.CopyDirectory(persons=(second,)))
    assert play.state.persons_for("hr") == []


def test_a_directory_names_each_person_once(play: Play[PeopleState]) -> None:
    same = Person(person="Person A")
    refusal = play.refused(commands.CopyDirectory(persons=(same, same)))
    assert (refusal.sentence, refusal.field) == ("Person A står två gånger i listan.", "persons")
    assert play.refused(commands.CopyDirectory(persons=(Person(person=" "),))).field == "persons"
