"""The board (lägesbild): cards in the plan's columns, uncertainties, forecast, frozen pictures."""

from crisisdesk.features.board import commands, facts, rules, several
from crisisdesk.features.board.state import FOLDS, BoardState
from crisisdesk.features.board.wording import JOINTS, WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("board", BoardState, {**rules.RULES, **several.RULES}, FOLDS, WORDINGS, JOINTS)

__all__ = ["FEATURE", "BoardState", "commands", "facts"]
