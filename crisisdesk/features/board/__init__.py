"""The board (lägesbild): cards in the plan's columns, uncertainties, forecast, frozen pictures."""

from crisisdesk.features.board import commands, facts
from crisisdesk.features.board.rules import RULES
from crisisdesk.features.board.state import FOLDS, BoardState
from crisisdesk.features.board.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("board", BoardState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "BoardState", "commands", "facts"]
