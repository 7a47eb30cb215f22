"""Things to tick: the plan's steps, role cards, action cards, the room's equipment."""

from crisisdesk.features.checklists import commands, facts
from crisisdesk.features.checklists.rules import RULES
from crisisdesk.features.checklists.state import FOLDS, ChecklistState
from crisisdesk.features.checklists.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("checklists", ChecklistState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "ChecklistState", "commands", "facts"]
