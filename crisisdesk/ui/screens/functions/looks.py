"""How the rows of functions and of people in the room look."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject

from crisisdesk.ui.kit.row_look import ActionLook, HeadLook, NoteLook, RowLook, TagLook
from crisisdesk.ui.screens.functions.rows import VACANT, Before, FunctionRow, FunctionsRows, PersonRow

APPOINT: Final = "appoint"
VACATE: Final = "vacate"
SIGN_IN: Final = "sign_in"
SIGN_OUT: Final = "sign_out"
RELIEVE: Final = "relieve"
PLAN: Final = "plan"
CANCEL: Final = "cancel"
CARD: Final = "card"
ARRIVE: Final = "arrive"
NEW: Final = "new"


class FunctionLooks(QObject):
    """Says how rows look."""

    def looks(self, rows: FunctionsRows) -> list[RowLook | HeadLook]:
        """Return the functions, then who is in the room."""
        found: list[RowLook | HeadLook] = [self._function(row, rows.closed) for row in rows.rows]
        note = self.tr("{0} på plats").format(len(rows.present))
        found.append(HeadLook("head:room", self.tr("I ledningsrummet"), note))
        found += [self._person(row, rows.closed) for row in rows.present]
        if not rows.closed:
            found.append(self._new())
        return found

    def _function(self, row: FunctionRow, closed: bool) -> RowLook:
        return RowLook(
            key=row.key,
            title=row.title,
            said=row.person,
            tags=tuple(self._tags(row)),
            mark=row.sign,
            notes=tuple(self._notes(row)),
            actions=() if closed else tuple(self._actions(row)),
        )

    def _tags(self, row: FunctionRow) -> Iterable[TagLook]:
        if row.planned is not None:
            words = self.tr("avlöses {0}").format(row.planned.at)
            yield TagLook(words, "calendar-clock", "alarm" if row.planned.late else "neutral")
        if row.vacant:
            yield TagLook(VACANT, "user-x", "alarm")
        elif row.present:
            yield TagLook(self.tr("på plats"), "map-pin", "ok")

    def _notes(self, row: FunctionRow) -> Iterable[NoteLook]:
        if row.since:
            yield NoteLook(self.tr("{0} har funktionen.").format(row.person), row.since, "ink")
        if row.planned is not None:
            text = self.tr("{0} ska ta över.").format(row.planned.person)
            yield NoteLook(text, row.planned.at, "alarm" if row.planned.late else "ink")
        for before in row.history:
            yield NoteLook(self._before(before), before.since or self.tr("i planen"))

    def _before(self, before: Before) -> str:
        if before.sign and before.sign != before.person:
            return f"{before.person}, {before.sign}"
        return before.person or VACANT

    def _actions(self, row: FunctionRow) -> Iterable[ActionLook]:
        if row.vacant:
            yield ActionLook(APPOINT, self.tr("Utse …"), "user-plus", "Enter", primary=True)
            return
        if not row.present:
            yield ActionLook(SIGN_IN, self.tr("På plats"), "map-pin", "Space", primary=True)
        else:
            yield ActionLook(SIGN_OUT, self.tr("Lämnar rummet"), "log-out", "Space")
        yield ActionLook(RELIEVE, self.tr("Avlös …"), "arrow-right", "1", primary=bool(row.present))
        yield ActionLook(PLAN, self.tr("Planera avlösning …"), "calendar-clock", "2")
        yield ActionLook(APPOINT, self.tr("Utse annan …"), "user-plus", "3")
        yield ActionLook(VACATE, self.tr("Gör vakant …"), "user-x", "4")
        if row.planned is not None:
            yield ActionLook(CANCEL, self.tr("Ställ in avlösningen …"), "x", "5")

    def _person(self, row: PersonRow, closed: bool) -> RowLook:
        leave = ActionLook(SIGN_OUT, self.tr("Lämnar rummet"), "log-out", "Space")
        return RowLook(
            key=row.key,
            title=row.person,
            said=row.functions,
            mark=row.since,
            actions=() if closed else (leave,),
        )

    def _new(self) -> RowLook:
        action = ActionLook(ARRIVE, self.tr("Anteckna någon som kommit"), "user-plus", "Ins")
        said = self.tr("Samverkanspersoner och andra som är i rummet.")
        return RowLook(NEW, self.tr("Någon annan"), said=said, actions=(action,))
