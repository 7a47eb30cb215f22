"""The one door to the kit's plain widgets: every one takes the theme first."""

from crisisdesk.ui.kit.buttons import Button, IconButton, NavRow, Variant
from crisisdesk.ui.kit.flow import Flow, flow_box
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import Figure, Label, Role, SectionHead, WrapLabel
from crisisdesk.ui.kit.panels import (
    Bar,
    BarAction,
    BarTone,
    Card,
    EmptyState,
    Panel,
    ProgressBar,
    Rule,
    Scroller,
)
from crisisdesk.ui.kit.tags import Chip, Count, ExerciseBand, KeyCap, KindTag, Tag

__all__ = [
    "Bar",
    "BarAction",
    "BarTone",
    "Button",
    "Card",
    "Chip",
    "Count",
    "EmptyState",
    "ExerciseBand",
    "Figure",
    "Flow",
    "IconButton",
    "IconView",
    "KeyCap",
    "KindTag",
    "Label",
    "NavRow",
    "Panel",
    "ProgressBar",
    "Role",
    "Rule",
    "Scroller",
    "SectionHead",
    "Tag",
    "Variant",
    "WrapLabel",
    "flow_box",
]
