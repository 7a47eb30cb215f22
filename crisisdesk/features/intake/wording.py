"""The Swedish sentences of the fact sheet: only refusals, its facts are details."""

from crisisdesk.features.intake.state import IntakeState
from crisisdesk.kernel.feature import Wordings

NO_FIELD = "Faktabladet har inget fält {field}."
NOT_A_FIELD = "Fältet {field} tar inget svar för sig."
NOT_A_TABLE = "Fältet {field} är ingen tabell."
CELLS = "En rad i {field} har fälten {columns}."

WORDINGS: Wordings[IntakeState] = {}
