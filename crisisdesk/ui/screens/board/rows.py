"""The board as the screen shows it: the rows that wall, paper and pictures show too."""

from crisisdesk.incident.board_rows import (
    CHANGE_WORDS,
    BoardRows,
    CardRow,
    Change,
    ColumnRow,
    FrozenRow,
    Signal,
    TagRow,
    board_rows,
    frozen_rows,
)

__all__ = [
    "CHANGE_WORDS",
    "BoardRows",
    "CardRow",
    "Change",
    "ColumnRow",
    "FrozenRow",
    "Signal",
    "TagRow",
    "board_rows",
    "frozen_rows",
]
