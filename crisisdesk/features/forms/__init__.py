"""The numbers of the paper forms (blanketter): which are printed, which are void."""

from crisisdesk.features.forms import commands, facts
from crisisdesk.features.forms.rules import RULES
from crisisdesk.features.forms.state import FOLDS, FormsState
from crisisdesk.features.forms.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("forms", FormsState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "FormsState", "commands", "facts"]
