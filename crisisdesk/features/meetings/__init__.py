"""Meetings run from the plan's agendas: attendance, points, the time for the next."""

from crisisdesk.features.meetings import commands, facts
from crisisdesk.features.meetings.rules import RULES
from crisisdesk.features.meetings.state import FOLDS, MeetingState
from crisisdesk.features.meetings.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("meetings", MeetingState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "MeetingState", "commands", "facts"]
