"""Files that were put beside lines of the log: what they are, and that they are still what they were."""

from crisisdesk.features.attachments import commands, facts
from crisisdesk.features.attachments.rules import RULES
from crisisdesk.features.attachments.state import FOLDS, AttachmentsState
from crisisdesk.features.attachments.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("attachments", AttachmentsState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "AttachmentsState", "commands", "facts"]
