"""The plan's own terms in Swedish: what its parts and fields are called when something is wrong with one."""

from collections.abc import Sequence
from difflib import get_close_matches

from crisisdesk.base.record import Record
from crisisdesk.plan.content import (
    Adoption,
    Agenda,
    Blank,
    Branch,
    CallList,
    Card,
    Column,
    Contact,
    ContactGroup,
    Evaluation,
    Field,
    Function,
    Ground,
    Group,
    Header,
    Item,
    Phase,
    Plan,
    Point,
    Question,
    Step,
)

NOUNS: dict[type[Record], str] = {
    Plan: "planen",
    Header: "tabellen plan",
    Adoption: "fastställande",
    Phase: "fas",
    Group: "rubrik",
    Step: "steg",
    Branch: "vägvalet",
    Ground: "grund",
    Field: "fråga",
    Agenda: "dagordning",
    Point: "punkt",
    Function: "funktion",
    CallList: "larmlistan",
    Column: "kolumn",
    Card: "kort",
    Item: "punkt",
    Contact: "kontakt",
    ContactGroup: "kontaktgrupp",
    Question: "utvärderingsfråga",
    Evaluation: "utvärderingen",
    Blank: "blanketten",
}
"""What a part of the plan is called in a sentence."""

FIELDS: dict[str, str] = {
    "action": "åtgärd",
    "adopted": "fastställd",
    "after": "efter",
    "agenda": "dagordning",
    "agendas": "dagordningar",
    "alternative": "annat nummer",
    "appoints": "utser",
    "blank": "blankett",
    "branch": "vägval",
    "by": "av",
    "call_list": "larmlista",
    "cards": "kort",
    "case": "diarienummer",
    "checked": "kontrollerad",
    "columns": "kolumner",
    "contacts": "kontakter",
    "deputy_of": "ersätter",
    "duty": "uppgift",
    "email": "e-post",
    "emergency": "nödläge",
    "evaluation": "utvärdering",
    "evidence": "fakta bredvid",
    "feeds": "fyller i",
    "fields": "frågor",
    "first": "första mötet",
    "function": "funktion",
    "functions": "funktioner",
    "grounds": "grunder",
    "group": "rubrik över",
    "groups": "rubriker",
    "hint": "ledtråd",
    "icon": "ikon",
    "id": "beteckning",
    "intro": "inledning",
    "items": "punkter",
    "kind": "slag",
    "leads_to": "leder till",
    "material": "underlag",
    "material_title": "underlagets rubrik",
    "municipality": "kommun",
    "no": "nej",
    "no_drops": "nej stryker",
    "no_text": "text vid nej",
    "note": "anmärkning",
    "number": "nummer",
    "on": "den",
    "order": "ordning",
    "others": "andra",
    "parts": "delfrågor",
    "phases": "faser",
    "phone": "telefon",
    "place": "plats",
    "points": "punkter",
    "post": "befattning",
    "purpose": "syfte",
    "question": "fråga",
    "questions": "frågor",
    "questions_title": "frågornas rubrik",
    "repeats": "återkommer",
    "responsible": "ansvarig",
    "short": "kort namn",
    "sketch": "skiss",
    "steps": "steg",
    "stops_calls": "stoppar samtal",
    "summary": "sammanfattning",
    "summary_title": "sammanfattningens rubrik",
    "title": "rubrik",
    "web": "webbplats",
    "yes": "ja",
    "yes_drops": "ja stryker",
    "yes_text": "text vid ja",
}
"""What a field means, where its name is not the Swedish word already."""


def field(name: str) -> str:
    """Return `fältet responsible (ansvarig)`."""
    meaning = FIELDS.get(name)
    return f"fältet {name} ({meaning})" if meaning else f"fältet {name}"


def quoted(word: str) -> str:
    """Return the word in Swedish quotation marks."""
    return f"”{word}”"


def nearest(word: str, words: Sequence[str]) -> str:
    """Return ` Menade du tick?` when one of the words is close to this one, else nothing.

    Numbers are all close to each other: nothing is guessed for them.
    """
    found = [] if any(letter.isdigit() for letter in word) else get_close_matches(word, words, n=1)
    return f" Menade du {found[0]}?" if found else ""
