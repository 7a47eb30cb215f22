"""The incident's own life: start, name, keeper, interruptions, closing, reopening."""

from crisisdesk.features.lifecycle import commands, facts
from crisisdesk.features.lifecycle.rules import RULES
from crisisdesk.features.lifecycle.state import FOLDS, LifecycleState
from crisisdesk.features.lifecycle.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("lifecycle", LifecycleState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "LifecycleState", "commands", "facts"]
