"""The window's head: which incident, how long since the alarm, when we meet, who keeps the log, the clock."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.tokens import Space
from crisisdesk.ui.kit.widgets import ExerciseBand, Label, Panel, Tag, hold_size
from crisisdesk.ui.shell.head_parts import HeadFigure, NameButton
from crisisdesk.ui.shell.head_rows import HeadRow
from crisisdesk.ui.shell.keeper_field import KeeperField

HEIGHT: Final = 56


class Header(Panel):
    """Never scrolls. `menu_requested` on the name, `meeting_requested` on the next meeting."""

    menu_requested = Signal()
    meeting_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "surface",
            edges=("bottom",),
            horizontal=True,
            margin=(Space.S, 0, Space.L, 0),
            gap=Space.S,
            parent=parent,
        )
        self._row: HeadRow | None = None
        self.name = NameButton(theme)
        self._number = Label(theme, "", "digits")
        self._band = ExerciseBand(theme, self.tr("ÖVNING"))
        self._closed = Tag(theme, self.tr("avslutad"), "lock")
        self.since = HeadFigure(theme, self.tr("Sedan larm"))
        self.meeting = HeadFigure(theme, self.tr("Nästa avstämning"))
        self.keeper = KeeperField(theme)
        self.clock = Label(theme, "", "clock")
        self._fill(theme)
        hold_size(theme, self, height=HEIGHT)
        self.name.clicked.connect(self.menu_requested)
        self.meeting.clicked.connect(self.meeting_requested)

    def show_row(self, row: HeadRow) -> None:
        """Show the head as it is now; nothing is touched that did not change."""
        if row == self._row:
            return
        self._row = row
        self.name.set_name(row.name)
        self._number.setText(_numbers(row))
        self._band.setVisible(row.exercise)
        self._closed.setVisible(row.closed)
        self.since.set_value(row.since_alarm)
        self.meeting.set_value(row.meeting, row.meeting_note, token="alarm" if row.meeting_late else "ink")
        self.keeper.set_keeper(row.keeper)
        self.clock.setText(row.clock)
        self.clock.setAccessibleName(self.tr("Klockan {0}").format(row.clock))

    def row(self) -> HeadRow | None:
        """Return what is shown."""
        return self._row

    def _fill(self, theme: Theme) -> None:
        self.since.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.since.setEnabled(False)
        for part in (self.name, self._number, self._band, self._closed):
            self.add(part)
        self.body.addStretch(1)
        for part in (self.since, self.meeting, self.keeper):
            self.add(part)
        self.body.addSpacing(theme.dp(Space.S))
        self.add(self.clock)


def _numbers(row: HeadRow) -> str:
    return f"{row.number}   dnr {row.registry_number}" if row.registry_number else row.number
