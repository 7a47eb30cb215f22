"""Tasks: who does what by when, what came of it, and where it went."""

from crisisdesk.features.tasks import commands, facts
from crisisdesk.features.tasks.rules import RULES
from crisisdesk.features.tasks.state import FOLDS, TaskState
from crisisdesk.features.tasks.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("tasks", TaskState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "TaskState", "commands", "facts"]
