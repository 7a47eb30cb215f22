"""Messages by version: to whom, through what, by whom, at the latest when; what the switchboard says."""

from crisisdesk.features.information import commands, facts
from crisisdesk.features.information.rules import RULES
from crisisdesk.features.information.state import FOLDS, InformationState
from crisisdesk.features.information.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("information", InformationState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "InformationState", "commands", "facts"]
