"""Sketches: pages to draw on, over a map or a photo. Strokes are facts: struck, never erased."""

from crisisdesk.features.sketch import commands, facts
from crisisdesk.features.sketch.rules import RULES
from crisisdesk.features.sketch.state import FOLDS, SketchState
from crisisdesk.features.sketch.wording import WORDINGS
from crisisdesk.kernel.feature import Feature

FEATURE = Feature("sketch", SketchState, RULES, FOLDS, WORDINGS)

__all__ = ["FEATURE", "SketchState", "commands", "facts"]
