"""Decisions: what, who, why, what else was thought of, and what became of them."""

from crisisdesk.features.decisions import commands, facts, wording
from crisisdesk.features.decisions.rules import RULES
from crisisdesk.features.decisions.state import FOLDS, DecisionState
from crisisdesk.features.decisions.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("decisions", DecisionState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "DecisionState", "commands", "facts", "wording"]
