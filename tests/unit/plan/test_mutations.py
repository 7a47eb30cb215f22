"""Whatever a plan writer does to a line, the plan loads or is refused in Swedish: never another failure."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crisisdesk.base import resources
from crisisdesk.base.errors import BadInput
from crisisdesk.plan import checks, listing, loader, source
from crisisdesk.plan.content import Plan

SHIPPED = source.read(resources.path("plan/avux"))
_LINES = [(name, index) for name, text in SHIPPED.items() for index in range(text.count("\n"))]
_SCRAPS = [
    "",
    "=",
    '"',
    "[",
    "]",
    "[[",
    "{",
    "}",
    ",",
    "\\",
    "#",
    "true",
    "1",
    "-1",
    "nan",
    "2016-06-09",
    "07:00",
]
_WRONG = ["''", "[]", "{}", "0", "1.5", "inf", "true", "2016-06-09", "[[]]", "['']", "'4.2'", "'7'", "'hr'"]
_VALUES = st.one_of(st.sampled_from(_WRONG), st.text(max_size=8).map(lambda text: f"'{text}'"))


@st.composite
def _broken_line(draw: st.DrawFn, line: str) -> str:
    """Return the line cut, with a scrap put in, with another value, or with its key changed."""
    at = draw(st.integers(0, len(line)))
    scrap = draw(st.one_of(st.sampled_from(_SCRAPS), st.text(max_size=4)))
    key, equals, _ = line.partition(" = ")
    ways = [line[:at], line[at:], line[:at] + scrap + line[at:], line[:at] + scrap + line[at + 1 :]]
    if equals:
        ways += [f"{key} = {draw(_VALUES)}", f"{scrap or 'x'}{line}"]
    return draw(st.sampled_from(ways))


@st.composite
def _broken_plan(draw: st.DrawFn) -> dict[str, str]:
    """Return the shipped files with one to three lines deleted, doubled or broken."""
    files = {name: text.split("\n") for name, text in SHIPPED.items()}
    for name, index in draw(st.lists(st.sampled_from(_LINES), min_size=1, max_size=3, unique=True)):
        line = files[name][index]
        change = st.one_of(st.just(""), st.just(f"{line}\n{line}"), _broken_line(line))
        files[name][index] = draw(change)
    return {name: "\n".join(lines) for name, lines in files.items()}


def _outcome(files: dict[str, str]) -> Plan | BadInput:
    try:
        return loader.decode(files)
    except BadInput as refused:
        return refused


@settings(max_examples=150)
@given(_broken_plan())
def test_a_broken_plan_loads_or_is_refused(files: dict[str, str]) -> None:
    outcome = _outcome(files)
    if isinstance(outcome, BadInput):
        assert outcome.sentence[-1] in ".?"
        assert outcome.sentence.startswith(("planen", *SHIPPED))
    else:
        assert checks.errors(outcome) == ()
        assert listing.items(outcome)
