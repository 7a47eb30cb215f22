"""The evaluation: material, questions, summary, measures, signature (krisplan 8)."""

from crisisdesk.features.evaluation import commands, facts
from crisisdesk.features.evaluation.rules import RULES
from crisisdesk.features.evaluation.state import FOLDS, EvaluationState
from crisisdesk.features.evaluation.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("evaluation", EvaluationState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "EvaluationState", "commands", "facts"]
