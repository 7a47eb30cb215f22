"""Calls: who was alarmed and informed by phone, who answered, who steps in."""

from crisisdesk.features.calls import commands, facts
from crisisdesk.features.calls.rules import RULES
from crisisdesk.features.calls.state import FOLDS, CallState
from crisisdesk.features.calls.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("calls", CallState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "CallState", "commands", "facts"]
