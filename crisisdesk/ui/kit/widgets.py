"""The one door to the kit's plain widgets: every one takes the theme first."""

from crisisdesk.ui.kit.buttons import Button, IconButton, Variant
from crisisdesk.ui.kit.chips import Chip
from crisisdesk.ui.kit.choices import ComboBox, Option, Segmented, TickBox, TickState
from crisisdesk.ui.kit.controls import LineEdit, TextEdit
from crisisdesk.ui.kit.flow import Flow, flow_box
from crisisdesk.ui.kit.icon_view import IconView
from crisisdesk.ui.kit.labels import ElideLabel, Figure, Label, Role, SectionHead, WrapLabel
from crisisdesk.ui.kit.large_buttons import BigButton, NavRow
from crisisdesk.ui.kit.layouts import Column, Row, hold_size
from crisisdesk.ui.kit.notice_bar import Bar, BarAction, BarTone
from crisisdesk.ui.kit.panels import Card, EmptyState, Panel, ProgressBar, Rule, Scroller
from crisisdesk.ui.kit.tags import Count, ExerciseBand, KeyCap, KindTag, Tag

__all__ = [
    "Bar",
    "BarAction",
    "BarTone",
    "BigButton",
    "Button",
    "Card",
    "Chip",
    "Column",
    "ComboBox",
    "Count",
    "ElideLabel",
    "EmptyState",
    "ExerciseBand",
    "Figure",
    "Flow",
    "IconButton",
    "IconView",
    "KeyCap",
    "KindTag",
    "Label",
    "LineEdit",
    "NavRow",
    "Option",
    "Panel",
    "ProgressBar",
    "Role",
    "Row",
    "Rule",
    "Scroller",
    "SectionHead",
    "Segmented",
    "Tag",
    "TextEdit",
    "TickBox",
    "TickState",
    "Variant",
    "WrapLabel",
    "flow_box",
    "hold_size",
]
