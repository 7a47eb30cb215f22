"""Entries of the log, their corrections, and what is known of how reliable they are."""

from crisisdesk.features.log import commands, facts
from crisisdesk.features.log.rules import RULES
from crisisdesk.features.log.state import FOLDS, LogState
from crisisdesk.features.log.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("log", LogState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "LogState", "commands", "facts"]
