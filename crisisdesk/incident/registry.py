"""The one list of features. A new feature is a line here."""

from typing import Any

from crisisdesk.features import (
    attachments,
    board,
    calls,
    checklists,
    decisions,
    evaluation,
    forms,
    information,
    intake,
    lifecycle,
    log,
    meetings,
    people,
    prints,
    secrecy,
    sketch,
    tasks,
)
from crisisdesk.kernel.command import Command
from crisisdesk.kernel.fact import Fact
from crisisdesk.kernel.feature import Feature

FEATURES: tuple[Feature[Any], ...] = (
    lifecycle.FEATURE,
    checklists.FEATURE,
    intake.FEATURE,
    log.FEATURE,
    decisions.FEATURE,
    tasks.FEATURE,
    board.FEATURE,
    meetings.FEATURE,
    people.FEATURE,
    calls.FEATURE,
    information.FEATURE,
    evaluation.FEATURE,
    forms.FEATURE,
    prints.FEATURE,
    attachments.FEATURE,
    secrecy.FEATURE,
    sketch.FEATURE,
)

FEATURE_OF_COMMAND: dict[type[Command], Feature[Any]] = {c: f for f in FEATURES for c in f.rules}
FEATURE_OF_FACT: dict[type[Fact], Feature[Any]] = {c: f for f in FEATURES for c in f.folds}

COMMANDS: dict[str, type[Command]] = {
    c.NAME: c
    for c in FEATURE_OF_COMMAND
    if c not in (attachments.commands.Attach, forms.commands.NoteEntered)
}
"""Command classes by the word that scenarios use. No scenario attaches: it has no bytes to keep; what is only
a part of an act is none.
"""

FACTS: tuple[type[Fact], ...] = tuple(FEATURE_OF_FACT)
"""Every fact class that a journal can hold."""
