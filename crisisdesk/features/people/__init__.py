"""People: who holds which function, who is in place, who relieves whom."""

from crisisdesk.features.people import commands, facts
from crisisdesk.features.people.rules import RULES
from crisisdesk.features.people.state import FOLDS, PeopleState
from crisisdesk.features.people.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("people", PeopleState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "PeopleState", "commands", "facts"]
