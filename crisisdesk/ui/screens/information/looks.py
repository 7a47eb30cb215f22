"""How messages and the switchboard's sheets look."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject

from crisisdesk.ui.kit.row_look import ActionLook, HeadLook, NoteLook, RowLook, TagLook
from crisisdesk.ui.screens.information.rows import Age, BriefRow, InformationRows, MessageRow

NEW: Final = "new"
BRIEF: Final = "brief"
SEND: Final = "send"
CHANGE: Final = "change"
MORE: Final = "more"
WITHDRAW: Final = "withdraw"
_TOKENS: Final[dict[Age, str]] = {"late": "alarm", "soon": "warn", "old": "warn", "fresh": "ok"}


class MessageLooks(QObject):
    """Says how rows look. `writing` names the rows that stand only while something new is written."""

    def looks(self, rows: InformationRows, writing: set[str]) -> list[RowLook | HeadLook]:
        """Return the messages, then what the switchboard was given."""
        found: list[RowLook | HeadLook] = []
        if NEW in writing:
            found.append(RowLook(NEW, ""))
        found += [self._message(row, rows.closed) for row in rows.messages]
        if rows.briefs or BRIEF in writing:
            found.append(HeadLook("head:briefs", self.tr("Underlag till växeln")))
        if BRIEF in writing:
            found.append(RowLook(BRIEF, ""))
        found += [self._brief(row) for row in rows.briefs]
        return found

    def _message(self, row: MessageRow, closed: bool) -> RowLook:
        about = (row.groups, row.channel, row.spokesperson)
        return RowLook(
            key=row.key,
            number=str(row.message),
            title=row.text,
            reading=True,
            said=" · ".join(part for part in about if part),
            struck=bool(row.withdrawn),
            tags=tuple(self._tags(row)),
            mark=row.when,
            mark_token=_TOKENS.get(row.age, "ink2"),
            notes=tuple(self._notes(row)),
            actions=() if closed or row.withdrawn else tuple(self._actions(row)),
        )

    def _tags(self, row: MessageRow) -> Iterable[TagLook]:
        if row.secrecy:
            yield TagLook(row.secrecy, "lock", "alarm")
        if row.version > 1:
            yield TagLook(self.tr("version {0}").format(row.version))
        if row.withdrawn:
            yield TagLook(self.tr("tillbakadraget"), "ban")
        elif row.sent:
            yield TagLook(self.tr("skickat"), "check", "ok")
        else:
            yield TagLook(self.tr("utkast"), "pencil", "alarm" if row.age == "late" else "warn")

    def _notes(self, row: MessageRow) -> Iterable[NoteLook]:
        if row.withdrawn:
            yield NoteLook(self.tr("Tillbakadraget: {0}").format(row.withdrawn), token="ink")
        for sending in row.sendings:
            yield NoteLook(sending.told, sending.at, "ink")
        for version in row.versions:
            yield NoteLook(version.told, version.at, "ink3", struck=True)

    def _actions(self, row: MessageRow) -> Iterable[ActionLook]:
        if row.sent:
            yield ActionLook(CHANGE, self.tr("Ny version …"), "pencil", "Enter", primary=row.age == "old")
            yield ActionLook(MORE, self.tr("Skicka till fler …"), "arrow-up-right", "2")
        else:
            yield ActionLook(SEND, self.tr("Skicka"), "arrow-up-right", "1", primary=True)
            yield ActionLook(CHANGE, self.tr("Ändra …"), "pencil", "Enter")
        yield ActionLook(BRIEF, self.tr("Underlag till växeln …"), "phone", "3")
        yield ActionLook(WITHDRAW, self.tr("Dra tillbaka …"), "rotate-ccw", "Ctrl R")

    def _brief(self, row: BriefRow) -> RowLook:
        said = self.tr("Ur budskap {0}").format(row.message) if row.message else ""
        return RowLook(key=row.key, title=row.text, reading=True, said=said, mark=row.at)
