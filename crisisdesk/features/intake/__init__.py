"""The fact sheet taken down while the alarm is on the phone (krisplan 2), field by field."""

from crisisdesk.features.intake import commands, facts
from crisisdesk.features.intake.rules import RULES
from crisisdesk.features.intake.state import FOLDS, IntakeState
from crisisdesk.features.intake.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("intake", IntakeState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "IntakeState", "commands", "facts"]
