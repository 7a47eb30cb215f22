"""How the open things look, and what can be done with each."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject

from crisisdesk.ui.kit.row_look import ActionLook, HeadLook, RowLook, TagLook
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.screens.closing.rows import Carried, ClosingRows, Kind, OpenThing

DONE: Final = "done"
CARRY: Final = "carry"
KEEP: Final = "keep"
OPEN: Final = "open"
MORE: Final = "more"
MOST: Final = 60
"""Open things shown at a time: more cannot be gone through in one sitting anyway."""
_KINDS: Final[dict[Kind, str]] = {"decision": "dec", "task": "task", "uncertainty": "unc"}


class ClosingLooks(QObject):
    """Says how rows look; `carried` are refs that go along as carried over when both sign."""

    def looks(self, rows: ClosingRows, carried: set[str]) -> list[RowLook | HeadLook]:
        """Return what is open, then the tasks that have been carried over."""
        found: list[RowLook | HeadLook] = []
        found += [self._thing(thing, thing.key in carried) for thing in rows.open[:MOST]]
        if len(rows.open) > MOST:
            found.append(self._more(len(rows.open) - MOST))
        if rows.carried:
            found.append(HeadLook("head:carried", self.tr("Överförda uppgifter")))
            found += [self._carried(task) for task in rows.carried]
        return found

    def _more(self, count: int) -> RowLook:
        title = self.tr("{0} till").format(count)
        said = self.tr("De kommer fram här efter hand. Alla står under Beslut, Uppgifter och Lägesbild.")
        return RowLook(MORE, title, said=said)

    def _thing(self, thing: OpenThing, carried: bool) -> RowLook:
        word = KINDS[_KINDS[thing.kind]].word
        about = f"{word} {thing.number}"
        return RowLook(
            key=thing.key,
            title=thing.text,
            reading=True,
            said=f"{about} · {thing.about}" if thing.about else about,
            said_token="alarm" if thing.late and not carried else "ink2",
            tags=tuple(self._tags(thing, carried)),
            actions=tuple(self._actions(thing, carried)),
        )

    def _tags(self, thing: OpenThing, carried: bool) -> Iterable[TagLook]:
        if thing.secrecy:
            yield TagLook(thing.secrecy, "lock", "alarm")
        if carried:
            yield TagLook(self.tr("förs över"), "arrow-right", "ok")
        else:
            yield TagLook(self.tr("öppet") if thing.kind == "decision" else self.tr("öppen"), "circle")

    def _actions(self, thing: OpenThing, carried: bool) -> Iterable[ActionLook]:
        words = {
            "task": self.tr("Klar …"),
            "decision": self.tr("Genomfört …"),
            "uncertainty": self.tr("Besvara …"),
        }
        yield ActionLook(DONE, words[thing.kind], "check", "1", primary=not carried)
        if carried:
            yield ActionLook(KEEP, self.tr("För inte över"), "x", "2")
        else:
            text = self.tr("För över …") if thing.kind == "task" else self.tr("För över")
            yield ActionLook(CARRY, text, "arrow-right", "2")
        yield ActionLook(OPEN, self.tr("Visa"), "external-link", "Enter")

    def _carried(self, task: Carried) -> RowLook:
        said = self.tr("Uppgift {0} · {1}").format(task.number, task.to)
        tag = TagLook(self.tr("överförd"), "arrow-right", "ok")
        return RowLook(key=task.key, title=task.text, reading=True, said=said, tags=(tag,))
