"""What can be printed: common things first, what is new in the log, nothing secret in the list."""

from crisisdesk.base.print_wish import PrintWish
from crisisdesk.features import decisions, log, prints
from crisisdesk.ui.shell.print_rows import COMMON, FORMS, choices, masked, shows_secret
from tests.support.incident_play import Incident


def test_the_whole_log_is_first_until_something_is_printed() -> None:
    incident = Incident()
    assert choices(incident.state)[0].wish == PrintWish(part="log")
    incident.do(prints.commands.Note(first=1, last=1, sheets=1))
    first = choices(incident.state)[0]
    assert first.wish == PrintWish(part="log_since")
    assert first.note == "rad 2–2"


def test_blank_forms_and_the_whole_report_are_there_before_anything_is_typed() -> None:
    incident = Incident()
    incident.do(prints.commands.Note(first=1, last=1, sheets=1))
    shown = [choice.key for choice in choices(incident.state)[:COMMON]]
    assert FORMS in shown
    assert "part:" in shown


def test_a_secret_decision_is_covered() -> None:
    incident = Incident()
    incident.do(decisions.commands.Record(text="Gripa NN", secrecy="OSL 18:1"))
    found = next(choice for choice in choices(incident.state) if choice.key == "decision:1")
    assert found.words == "Beslut 1: Sekretess OSL 18:1"


def test_every_choice_has_a_key_of_its_own() -> None:
    keys = [choice.key for choice in choices(Incident().state)]
    assert len(keys) == len(set(keys))


def test_every_part_of_the_report_is_in_the_list() -> None:
    from crisisdesk.report.incident import PARTS

    parts = {choice.wish.part for choice in choices(Incident().state) if choice.wish is not None}
    assert {part.id for part in PARTS} <= parts


def test_masked_copies_are_offered_once_something_is_secret() -> None:
    incident = Incident()
    words = "Rapporten, maskerad kopia", "Loggen, maskerad kopia"
    assert not {choice.words for choice in choices(incident.state)} & set(words)
    incident.do(log.commands.Record(text="Namn", secrecy="OSL 18:1"))
    wishes = {choice.words: choice.wish for choice in choices(incident.state)[: COMMON + 2]}
    assert wishes[words[0]] == PrintWish(part="", masked=True)
    assert wishes[words[1]] == PrintWish(part="log", masked=True)
    assert "Hela rapporten" in wishes


def test_what_shows_secret_text_is_known_before_it_is_printed() -> None:
    incident = Incident()
    assert not shows_secret(incident.state, PrintWish(part=""))
    incident.do(decisions.commands.Record(text="Gripa NN", secrecy="OSL 18:1"))
    incident.do(log.commands.Record(text="Öppet"))
    line = incident.state[decisions.FEATURE].decisions[1].number
    state = incident.state
    for wish, shows in (
        (PrintWish(part=""), True),
        (PrintWish(part="log"), True),
        (PrintWish(part="decisions"), True),
        (PrintWish(part="decision", number=1), True),
        (PrintWish(part="log", lines=(line,), title="Ett"), True),
        (PrintWish(part="log", lines=(line + 1,), title="Ett"), False),
        (PrintWish(part="information"), False),
        (PrintWish(part="forms", lines=(4,)), False),
        (PrintWish(part="", masked=True), False),
    ):
        assert shows_secret(state, wish) is shows, wish


def test_the_new_lines_without_what_is_secret_are_named_by_number() -> None:
    incident = Incident()
    incident.do(prints.commands.Note(first=1, last=1, sheets=1))
    incident.do(log.commands.Record(text="Namn", secrecy="OSL 18:1"))
    last = len(incident.state.timeline.lines)
    instead = masked(incident.state, PrintWish(part="log_since"))
    assert (instead.part, instead.lines, instead.masked) == ("log", tuple(range(2, last + 1)), True)
    assert masked(incident.state, PrintWish(part="calls")) == PrintWish(part="calls", masked=True)
