"""How the rows of the call list look: tags, attempts, numbers and what can be done."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject

from crisisdesk.features.calls.facts import CallOutcome
from crisisdesk.ui.kit.row_look import ActionLook, ChipLook, HeadLook, NoteLook, RowLook, TagLook
from crisisdesk.ui.kit.tokens import Tone
from crisisdesk.ui.screens.call_list.rows import NOBODY, CallListRows, CallRow, Number

NEW: Final = "new"
MORE: Final = "more"
QR: Final = "qr"
WITHDRAW: Final = "withdraw"
REVEAL: Final = "reveal"
OUTCOMES: Final[dict[str, CallOutcome]] = {
    "reached": "reached",
    "no_answer": "no_answer",
    "message": "message",
    "coming": "coming",
}
_ATTEMPTS: Final = 4  # the last ones; all stand in the log
_DEPUTIES: Final = 4  # the first ones; all are offered where the deputy is typed
_TAGS: Final[dict[CallOutcome, tuple[str, Tone]]] = {
    "reached": ("check", "ok"),
    "coming": ("route", "ok"),
    "message": ("message-square", "warn"),
    "no_answer": ("x", "warn"),
}


class CallLooks(QObject):
    """Says how rows look. Private numbers stand only in rows named in `revealed`."""

    def looks(self, rows: CallListRows, revealed: set[str]) -> list[RowLook | HeadLook]:
        """Return the list, those outside it, and the row for somebody else."""
        found: list[RowLook | HeadLook] = []
        found += [self._row(row, rows.closed, row.key in revealed) for row in rows.rows]
        found.append(HeadLook("head:outside", self.tr("Utanför larmlistan")))
        found += [self._row(row, rows.closed, row.key in revealed) for row in rows.others]
        if not rows.closed:
            found.append(self._new())
        return found

    def _new(self) -> RowLook:
        action = ActionLook(NEW, self.tr("Ring någon annan"), "user-plus", "Ins")
        said = self.tr("Den som inte står här: skriv funktionen eller namnet.")
        return RowLook(NEW, self.tr("Någon annan"), said=said, actions=(action,))

    def _row(self, row: CallRow, closed: bool, revealed: bool) -> RowLook:
        standing = row.standing
        return RowLook(
            key=row.key,
            number=row.number,
            title=row.title,
            said=self._said(row),
            said_token="ink2" if row.called else "alarm",
            tags=tuple(self._tags(row)),
            mark=standing.at if standing is not None else "",
            mark_token="ok" if standing is not None and standing.reached else "ink2",
            notes=tuple(self._notes(row)),
            chips=tuple(self._chips(row, revealed)),
            actions=() if closed else tuple(self._actions(row)),
        )

    def _said(self, row: CallRow) -> str:
        held = "" if row.outside else row.called or NOBODY
        deputy = self.tr("ersätts av {0}").format(row.stepped_in) if row.stepped_in else ""
        return " · ".join(part for part in (held, deputy) if part)

    def _tags(self, row: CallRow) -> Iterable[TagLook]:
        if row.standing is not None:
            icon, tone = _TAGS[row.standing.outcome]
            yield TagLook(row.standing.word, icon, tone)

    def _notes(self, row: CallRow) -> Iterable[NoteLook]:
        earlier = len(row.attempts) - _ATTEMPTS
        if earlier > 0:
            yield NoteLook(self.tr("{0} tidigare försök står i loggen.").format(earlier))
        for made in row.attempts[-_ATTEMPTS:]:
            yield NoteLook(made.told, made.at, "ink")
        if row.standing is not None and not row.attempts:
            yield NoteLook(self.tr("Nådd {0}.").format(row.standing.note), row.standing.at, "ink")

    def _chips(self, row: CallRow, revealed: bool) -> Iterable[ChipLook]:
        private = [number for number in row.numbers if number.kind == "private"]
        for place, number in enumerate(row.numbers):
            if number.kind != "private" or revealed:
                yield ChipLook(f"number:{place}", self._number(number), "phone", "k_call")
        if private and not revealed:
            yield ChipLook(REVEAL, self.tr("Visa privat nummer"), "eye-off", "ink2")
        for deputy in row.deputies[:_DEPUTIES]:
            text = self.tr("Ersättare: {0}").format(deputy.words)
            yield ChipLook(f"deputy:{deputy.value}", text, "check" if deputy.reached else "user")

    def _number(self, number: Number) -> str:
        if number.kind == "private":
            return self.tr("{0} privat").format(number.number)
        return number.number

    def _actions(self, row: CallRow) -> Iterable[ActionLook]:
        fresh = row.standing is None
        yield ActionLook("reached", self.tr("Nådd"), "check", "1", primary=fresh)
        yield ActionLook("no_answer", self.tr("Inget svar"), "", "2")
        yield ActionLook("message", self.tr("Meddelande"), "", "3")
        yield ActionLook("coming", self.tr("Kommer kl …"), "", "4")
        if row.numbers:
            yield ActionLook(QR, self.tr("QR-kod"), "", "5")
        yield ActionLook(MORE, self.tr("Mer …"), "", "Enter")
        if row.attempts:
            yield ActionLook(WITHDRAW, self.tr("Ta tillbaka …"), "rotate-ccw", "Ctrl R")
