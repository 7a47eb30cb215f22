"""Secrecy: by which provision a thing is marked, by whom, and that the mark was lifted."""

from crisisdesk.features.secrecy import commands, facts, wording
from crisisdesk.features.secrecy.rules import RULES
from crisisdesk.features.secrecy.state import FOLDS, SecrecyState
from crisisdesk.features.secrecy.wording import JOINTS, WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("secrecy", SecrecyState, RULES, FOLDS, WORDINGS, JOINTS)

__all__ = ["FEATURE", "SecrecyState", "commands", "facts", "wording"]
