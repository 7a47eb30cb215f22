"""The Swedish sentences of the evaluation."""

from crisisdesk.base import swedish
from crisisdesk.features.evaluation import facts
from crisisdesk.features.evaluation.state import EvaluationState, summary_items
from crisisdesk.kernel.fact import Line
from crisisdesk.kernel.feature import Wordings
from crisisdesk.plan.content import Plan
from crisisdesk.plan.given import Given

NO_ITEM = "Planens utvärdering har ingen punkt {item}."
NO_QUESTION = "Planens utvärdering har ingen fråga {question}."
IN_PARTS = "Fråga {question} besvaras i sina delar: {parts}."
BAD_GRADE = "Betyget är 1–5, eller 0 för inget betyg."
MEASURE_MISSING = "Skriv vad som ska göras."
OWNER_MISSING = "Skriv vem som ansvarar för åtgärden."
DAY_MISSING = "Skriv när åtgärden ska vara klar."
BAD_DAY = "Skriv datumet som år-månad-dag, till exempel 2027-03-01."
STRIKE_REASON_MISSING = "Skriv varför åtgärden stryks."
NO_MEASURE = "Det finns ingen åtgärd {number}."
STRUCK = "Åtgärd {number} är struken."
SIGN_MISSING = "Skriv vem som signerar utvärderingen."
NOTHING_TO_SIGN = "Utvärderingen är tom. Skriv något först."

GRADE_WORDS = ("inget betyg", "mycket svagt", "svagt", "godtagbart", "bra", "mycket bra")
"""The word of each grade, 0-5."""


def area_name(plan: Plan, area: str) -> str:
    """Return a measure's area in words: the summary's point that it names, or what was written."""
    return next((item.text for item in summary_items(plan) if item.id == area), area)


def _signed(state: EvaluationState, fact: facts.EvaluationSigned, given: Given) -> Line:
    answered, asked = state.answered(given.plan)
    measures = swedish.plural(len(state.standing_measures()), "åtgärd", "åtgärder")
    text = f"Utvärderingen klar. {answered} av {asked} frågor besvarade, {measures}."
    return Line(kind="sys", text=f"{text} Signerad av {swedish.listed(fact.by)}.")


WORDINGS: Wordings[EvaluationState] = {facts.EvaluationSigned: _signed}
