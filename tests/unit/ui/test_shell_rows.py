"""What the frame says, without a window: head, side column, status line, quick line, places, palette."""

from datetime import timedelta

import pytest

from crisisdesk.base.provisions import bar
from crisisdesk.features import board, decisions, lifecycle, log, meetings, tasks
from crisisdesk.incident import quickline
from crisisdesk.incident.cover import covered_state
from crisisdesk.incident.quickline import Parsed
from crisisdesk.plan.content import Plan
from crisisdesk.ui.shell import places, quick_command, status_rows
from crisisdesk.ui.shell.folding import Folding, rail
from crisisdesk.ui.shell.head_rows import head_row
from crisisdesk.ui.shell.navigation import screens
from crisisdesk.ui.shell.palette_rows import best, matching, targets
from crisisdesk.ui.shell.quick_rows import SOURCE, meeting_of, quick_row, source_of, understood
from crisisdesk.ui.shell.side_rows import LATEST, latest_rows, open_rows
from crisisdesk.ui.shell.status_rows import Battery
from crisisdesk.ui.shell.trail import Trail
from tests.support.incident_play import ALARM, Incident

MINUTE = timedelta(minutes=1)
ZONE = "Europe/Stockholm"


@pytest.fixture
def incident() -> Incident:
    return Incident(exercise=False)


@pytest.fixture
def plan(incident: Incident) -> Plan:
    return incident.state.plan


class TestHead:
    def test_without_a_meeting_it_says_so(self, incident: Incident) -> None:
        assert head_row(incident.state, incident.now).meeting == "ingen satt"

    def test_a_meeting_that_is_on_is_said_to_be(self, incident: Incident, plan: Plan) -> None:
        incident.do(meetings.commands.Begin(agenda=plan.agendas[0].id))
        row = head_row(incident.state, incident.now)
        assert (row.meeting, row.meeting_note) == ("pågår", "sedan 13:05")

    def test_the_time_since_the_alarm_stops_at_the_closing(self, incident: Incident) -> None:
        incident.wait(60)
        incident.do(lifecycle.commands.Close(chair="LS", keeper="MK"))
        incident.wait(600)
        assert head_row(incident.state, incident.now).since_alarm == "01:00"


class TestSide:
    def test_the_newest_line_is_first(self, incident: Incident) -> None:
        incident.do(log.commands.Record(text="rök"))
        assert [row.number for row in latest_rows(incident.state, incident.now)] == [3, 2, 1]

    def test_only_the_latest_are_held(self, incident: Incident) -> None:
        for n in range(LATEST + 5):
            incident.do(log.commands.Record(text=str(n)))
        rows = latest_rows(incident.state, incident.now)
        assert len(rows) == LATEST
        assert rows[0].text == str(LATEST + 4)

    def test_secret_text_is_covered_where_the_incident_is(self, incident: Incident) -> None:
        incident.do(log.commands.Record(text="polisen misstänker", secrecy="OSL 18:1"))
        incident.do(decisions.commands.Record(text="vänta", secrecy="OSL 18:1"))
        texts = [row.text for row in latest_rows(covered_state(incident.state), incident.now)]
        assert texts[:2] == [bar("OSL 18:1"), bar("OSL 18:1")]

    def test_a_struck_line_says_what_replaced_it(self, incident: Incident) -> None:
        incident.do(log.commands.Record(text="tre"))
        incident.do(log.commands.Correct(number=3, text="två", reason="fel antal"))
        row = latest_rows(incident.state, incident.now)[1]
        assert (row.struck, row.replaced_note) == (True, "se nr 4")

    def test_lines_of_today_need_no_date(self, incident: Incident) -> None:
        incident.do(log.commands.Record(text="rök"))
        assert {row.day for row in latest_rows(incident.state, incident.now)} == {""}

    def test_no_line_of_today_stands_under_the_date_of_another_day(self, incident: Incident) -> None:
        incident.do(log.commands.Record(text="larmet löste ut", happened_at=incident.now - 24 * 60 * MINUTE))
        incident.do(log.commands.Record(text="rök"))
        after, other, before, _ = (row.day for row in latest_rows(incident.state, incident.now))
        assert after == before
        assert "" not in (after, other)
        assert after != other

    def test_what_is_late_comes_first_and_nothing_makes_no_row(self, incident: Incident) -> None:
        incident.do(decisions.commands.Record(text="stäng"))
        incident.do(tasks.commands.Add(text="ring", due_at=incident.now + MINUTE))
        incident.do(board.commands.AddCard(text="?", purpose="uncertainty", needed_by=incident.now + MINUTE))
        incident.wait(5)
        rows = {row.key: row for row in open_rows(incident.state, incident.now)}
        assert next(iter(rows)) == "tasks"
        assert (rows["tasks"].count, rows["tasks"].words, rows["tasks"].late) == (1, "uppgift sen", True)
        late = rows["uncertainties_late"]
        assert (late.words, late.late, late.place) == ("oklarhet sen", True, "uncertainty:1")
        assert "uncertainties" not in rows, "it is counted once"
        assert "messages" not in rows


class TestStatus:
    def test_saved_says_when(self) -> None:
        assert status_rows.saved(ALARM, ZONE, failed=False, read_only=False).words == "Sparat 13:05:00"

    def test_a_failure_says_since_when_it_holds(self) -> None:
        instrument = status_rows.saved(ALARM, ZONE, failed=True, read_only=False)
        assert (instrument.words, instrument.tone) == ("Inte sparat. Senast 13:05:00", "alarm")

    @pytest.mark.parametrize(
        ("left", "words"),
        [
            (None, ""),
            (Battery(percent=80, charging=False), ""),
            (Battery(percent=5, charging=True), ""),
            (Battery(percent=20, charging=False), "Batteri 20 %"),
        ],
    )
    def test_only_a_low_battery_is_told_of(self, left: Battery | None, words: str) -> None:
        assert status_rows.battery(left).words == words


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("skriv ut", "do:print"),
        ("utskrift", "do:print"),
        ("storbild", "do:wall"),
        ("projektor", "do:wall"),
        ("märk sekretess", "do:secrecy"),
        ("maskera", "do:secrecy"),
        ("hjälp", "do:keys"),
        ("rita", "sketch"),
        ("papper", "forms"),
        ("jämför", "board"),
        ("gå bakåt i tiden", "board"),
        ("tavla", "board"),
        ("filter", "log"),
        ("påminn", "tasks"),
        ("avsluta", "closing"),
    ],
)
def test_the_palette_finds_what_is_new_by_the_words_for_it(plan: Plan, typed: str, place: str) -> None:
    found = best(targets(screens(plan), plan), typed)
    assert place in [target.place for target in found[:3]]


class TestQuick:
    def test_an_uncertainty_says_when_its_answer_is_needed(self, plan: Plan) -> None:
        parsed = quickline.parse("o: räcker vattnet senast 20.40", plan, ALARM, ZONE)
        row = quick_row(parsed, plan, ALARM, ZONE)
        assert [chip.text for chip in row.chips] == ["Behövs senast 20:40"]
        command = quick_command.command_of(parsed, plan)
        assert isinstance(command, board.commands.AddCard)
        assert (command.text, command.needed_by) == ("räcker vattnet", parsed.due_at)

    def test_a_secret_line_gets_a_provision_to_be_completed(self, plan: Plan) -> None:
        command = quick_command.command_of(Parsed(text="x", kind="dec", secret=True), plan)
        assert isinstance(command, decisions.commands.Record)
        assert command.secrecy == "utan lagrum"

    def test_a_function_named_answers_for_a_decision_in_words(self, plan: Plan) -> None:
        function = plan.functions[0]
        command = quick_command.command_of(Parsed(text="x", kind="dec", functions=(function.id,)), plan)
        assert isinstance(command, decisions.commands.Record)
        assert command.responsible == function.title

    @pytest.mark.parametrize(
        ("typed", "kind", "text"),
        [
            ("stäng", "dec", "b: stäng"),
            ("in: stäng", "dec", "b: stäng"),
            ("14.10 in: stäng", "task", "u: 14.10 stäng"),
            ("b: stäng", "note", "stäng"),
            ("", "dec", "b: "),
        ],
    )
    def test_another_kind_replaces_the_prefix(self, plan: Plan, typed: str, kind: str, text: str) -> None:
        parsed = understood(typed, plan, ALARM + 120 * MINUTE, ZONE, frozenset())
        assert quick_command.with_kind(typed, parsed, kind) == text  # pyright: ignore[reportArgumentType]

    def test_a_time_the_day_before_says_so(self, plan: Plan) -> None:
        parsed = understood("igår 23.50 larm", plan, ALARM, ZONE, frozenset())
        row = quick_row(parsed, plan, ALARM, ZONE)
        assert (row.time, row.late) == ("igår 23:50", "13 h 15 min sen")

    def test_a_time_a_moment_ago_is_not_late(self, plan: Plan) -> None:
        parsed = understood("13.03 larm", plan, ALARM, ZONE, frozenset())
        assert quick_row(parsed, plan, ALARM, ZONE).late == ""

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("line:23", "Från nr 23"),
            ("step:4.2", "Från steg 4.2"),
            ("step:6.1.9", "Från steg 6.1.9"),
            ("decision:7", "Från beslut 7"),
            ("card:3", "Från kort 3"),
            ("sketch:1", "Från skiss 1"),
            ("point:2/5.2.1", "Från punkt 5.2.1"),
        ],
    )
    def test_a_chip_says_what_a_task_comes_from(self, plan: Plan, source: str, words: str) -> None:
        row = quick_row(Parsed(text="x", kind="task"), plan, ALARM, ZONE, source=source)
        assert [chip.text for chip in row.chips] == [words]

    def test_only_a_decision_and_a_task_come_from_something(self) -> None:
        for kind, comes in (("dec", "line:2"), ("task", "line:2"), ("note", ""), ("unc", "")):
            parsed = Parsed(text="x", kind=kind)  # pyright: ignore[reportArgumentType]
            assert source_of(parsed, "line:2", frozenset()) == comes
        assert source_of(Parsed(text="x", kind="dec"), "line:2", frozenset({SOURCE})) == ""

    def test_a_point_says_its_meeting_and_a_task_comes_from_one_thing(self) -> None:
        decision, task = Parsed(text="x", kind="dec"), Parsed(text="x", kind="task")
        assert meeting_of(decision, 2, frozenset(), "point:2/5.2.1") == 0
        assert meeting_of(decision, 2, frozenset(), "line:23") == 2
        assert meeting_of(task, 2, frozenset(), "line:23") == 0
        assert meeting_of(task, 2, frozenset()) == 2

    def test_the_command_says_where_it_comes_from(self, plan: Plan) -> None:
        decision, task = Parsed(text="x", kind="dec"), Parsed(text="x", kind="task")
        linked = quick_command.command_of(decision, plan, 2, "line:23")
        assert isinstance(linked, decisions.commands.Record)
        assert linked.links == ("meeting:2", "line:23")
        at_point = quick_command.command_of(decision, plan, 0, "point:2/5.2.1")
        assert isinstance(at_point, decisions.commands.Record)
        assert at_point.links == ("meeting:2", "point:2/5.2.1")
        for meeting, source, said in ((0, "step:4.2", "step:4.2"), (2, "", "meeting:2"), (0, "", "")):
            given = quick_command.command_of(task, plan, meeting, source)
            assert isinstance(given, tasks.commands.Add)
            assert given.source == said

    def test_only_what_is_no_text_is_quieter(self, plan: Plan) -> None:
        parsed = understood("in: 13.00 rök", plan, ALARM, ZONE, frozenset())
        assert quick_command.prefix_length("in: 13.00 rök", parsed) == len("in: 13.00 ")
        plain = understood("rök", plan, ALARM, ZONE, frozenset())
        assert quick_command.prefix_length("rök", plain) == 0


class TestPlaces:
    def test_every_step_and_field_of_the_plan_leads_to_its_phase(self, plan: Plan) -> None:
        specs = screens(plan)
        for phase in plan.phases:
            for step in phase.steps:
                assert places.screen_for(f"step:{step.id}", specs, plan) == f"phase:{phase.id}"
            for field in phase.fields:
                assert places.screen_for(f"field:{field.id}", specs, plan) == f"phase:{phase.id}"

    def test_every_item_of_a_card_leads_to_its_list(self, plan: Plan) -> None:
        specs = screens(plan)
        wanted = {"role_card": "role_cards", "action_card": "action_cards", "room": "room"}
        for card in plan.cards:
            found = {places.screen_for(f"step:{item.id}", specs, plan) for item in card.walk()}
            assert found == {wanted[card.kind]}

    def test_a_screen_leads_to_itself(self, plan: Plan) -> None:
        specs = screens(plan)
        assert [places.screen_for(s.key, specs, plan) for s in specs] == [s.key for s in specs]
        assert places.screen_for("screen:board", specs, plan) == "board"
        assert places.screen_for("new:decision:meeting:1", specs, plan) == "decisions"
        assert places.screen_for("new:nothing", specs, plan) == ""

    def test_nowhere_leads_nowhere(self, plan: Plan) -> None:
        assert places.screen_for("step:99", screens(plan), plan) == ""


class TestPalette:
    def test_words_find_what_begins_with_them_first(self, incident: Incident, plan: Plan) -> None:
        found = matching(targets(screens(plan), plan), "logg", incident.state)
        assert found[0].place == "log"

    def test_a_step_is_found_by_its_number(self, incident: Incident, plan: Plan) -> None:
        assert matching(targets(screens(plan), plan), "4.2", incident.state)[0].place == "step:4.2"

    def test_a_function_is_found_by_a_part_of_its_name(self, incident: Incident, plan: Plan) -> None:
        function = plan.functions[0]
        words = function.title.casefold()[2:8]
        assert f"function:{function.id}" in [
            t.place for t in matching(targets(screens(plan), plan), words, incident.state)
        ]

    def test_a_number_is_a_line_that_there_is(self, incident: Incident, plan: Plan) -> None:
        found = targets(screens(plan), plan)
        assert matching(found, "rad 2", incident.state)[0].place == "line:2"
        assert "line:99" not in [t.place for t in matching(found, "99", incident.state)]

    def test_a_secret_line_is_not_read_out(self, incident: Incident, plan: Plan) -> None:
        incident.do(log.commands.Record(text="polisen misstänker", secrecy="OSL 18:1"))
        assert matching((), "3", covered_state(incident.state))[0].words == f"Rad 3: {bar('OSL 18:1')}"


class TestTrail:
    def test_one_goes_back_the_way_one_came(self) -> None:
        trail = Trail()
        for key in ("a", "b", "b", "c"):
            trail.visit(key)
        assert [trail.back()[0], trail.back()[0], trail.back()[0]] == ["b", "a", ""]

    def test_one_comes_back_to_the_line_that_one_left(self) -> None:
        trail = Trail()
        trail.visit("log")
        trail.visit("log", left="line:40", thing="line:12")
        trail.visit("decisions", left="line:12", thing="decision:7")
        assert [trail.back(), trail.back(), trail.back()] == [
            ("log", "line:12"),
            ("log", "line:40"),
            ("", ""),
        ]

    def test_a_part_of_the_same_screen_and_the_same_line_are_no_step(self) -> None:
        trail = Trail()
        trail.visit("log")
        trail.visit("log", left="line:40")
        trail.visit("log", left="line:40", thing="line:40")
        assert trail.back() == ("", "")


class TestFolding:
    def test_the_wish_holds_where_there_is_room(self) -> None:
        folding = Folding()
        assert folding.side(1366, wide_screen=False)
        folding.toggle(1366, wide_screen=False)
        assert not folding.side(1366, wide_screen=False)

    def test_lack_of_room_folds_and_can_be_overridden_there_alone(self) -> None:
        folding = Folding()
        assert not folding.side(900, wide_screen=False)
        folding.toggle(900, wide_screen=False)
        assert folding.side(900, wide_screen=False)
        assert not folding.side(1366, wide_screen=True)
        assert not folding.folded

    def test_the_navigation_is_icons_alone_only_when_it_must(self) -> None:
        assert rail(1366 / 1.5)
        assert not rail(1366 / 1.25)


def test_a_closed_incident_has_nothing_open() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="stäng hus B"))
    assert [row.key for row in open_rows(incident.state, incident.now)] != []
    incident.do(lifecycle.commands.Close(chair="LS", keeper="MK", carries=("decision:1",)))
    assert open_rows(incident.state, incident.now) == ()
