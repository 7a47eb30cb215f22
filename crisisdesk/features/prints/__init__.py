"""What was printed of the log: the next print goes on where the last one ended."""

from crisisdesk.features.prints import commands, facts
from crisisdesk.features.prints.rules import RULES
from crisisdesk.features.prints.state import FOLDS, PrintsState
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("prints", PrintsState, RULES, FOLDS, {})

__all__ = ["FEATURE", "PrintsState", "commands", "facts"]
