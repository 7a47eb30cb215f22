"""The forms of a card: put up, write anew, strike, answer, take an answer back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from PySide6.QtCore import QObject

from crisisdesk.base import certainty, swedish
from crisisdesk.base.certainty import Certainty
from crisisdesk.base.errors import RuleBroken
from crisisdesk.base.times import parse_moment
from crisisdesk.features import board
from crisisdesk.features.board.facts import Content, Resource, Suffices
from crisisdesk.features.board.wording import RESOURCE_WORDS, SUFFICES_WORDS
from crisisdesk.incident.board_rows import CardRow, ColumnRow
from crisisdesk.kernel.command import Command
from crisisdesk.plan.content import ColumnPurpose
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.screens.board.card_form import CardForm

CertaintyOf = Callable[[int], Certainty]
"""How reliable a line of the log is; 0 is no line."""

_AS_LINE: Final = "line"

Ask = Callable[[datetime], Command]


@dataclass(frozen=True)
class Asking:
    """A form and what it asks for: `ask(now)` builds the command, or raises RuleBroken at a field."""

    form: CardForm
    ask: Ask


class CardForms(QObject):
    """Makes them, filled with what is known. `zone` is the incident's, for times as people write them."""

    def __init__(self, theme: Theme, zone: str, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone

    def add(self, column: ColumnRow, text: str = "", *, place: int | None = None, origin: int = 0) -> Asking:
        """Return the form of a new card: its text and the two things that matter most in the column.

        It goes up at the place (None: the end); `origin` is the line of the log that it comes from.
        """
        form = Form(self._theme)
        title = self.tr("Ny oklarhet") if column.purpose == "uncertainty" else self.tr("Nytt kort")
        form.text("text", title, text)
        empty = Content(text="")
        self._own_fields(form, column.purpose, empty)
        draft = self.tr("Nytt i {0}").format(column.title)
        made = CardForm(self._theme, title, form, primary=self.tr("Sätt upp"), draft=draft)
        return Asking(made, lambda now: self._ask_add(form, column, now, place))

    def edit(self, row: CardRow, now: datetime, others: Sequence[CardRow] = ()) -> Asking:
        """Return the form of a new version of the card, with everything it can hold.

        `others` are the cards of the board, of which one can contradict it.
        """
        form, content = Form(self._theme), row.content
        form.text("text", self.tr("Ändra kortet"), content.text)
        before = self._own_fields(form, row.purpose, content, now)
        self._other_fields(form, row.purpose, content)
        self._belonging_fields(form, row, others)
        title, draft = self.tr("Ändra kortet"), self.tr("Ändra kort {0}").format(row.card)
        made = CardForm(self._theme, title, form, primary=self.tr("Spara"), draft=draft)
        return Asking(made, lambda now: self._ask_edit(form, row, before, now))

    def strike(self, rows: Sequence[CardRow]) -> Asking:
        """Return the form for why the card is struck, or the cards."""
        form, several = Form(self._theme), len(rows) > 1
        why = self.tr("Varför stryks de {0} korten?").format(len(rows))
        form.line("reason", why if several else self.tr("Varför stryks kortet?"))
        made = CardForm(
            self._theme,
            self.tr("Stryk {0} kort").format(len(rows)) if several else self.tr("Stryk kortet"),
            form,
            primary=self.tr("Stryk"),
            danger=True,
            draft=self.tr("Stryk kort {0}").format(swedish.listed([str(row.card) for row in rows])),
        )
        return Asking(made, lambda _now: _strike(rows, form.text_of("reason")))

    def answer(self, row: CardRow, answers_to: str, certainty_of: CertaintyOf) -> Asking:
        """Return the form of the answer to an uncertainty; `answers_to` is the column it can become a card
        in, "" when there is none. `certainty_of` tells how reliable a line is.
        """
        form = Form(self._theme)
        title = self.tr("Besvara oklarhet {0}").format(row.uncertainty)
        form.text("answer", title)
        form.line("answer_line", self.tr("Rad i loggen"), placeholder=self.tr("nummer, om det finns"))
        if answers_to:
            where = self.tr("i {0}").format(answers_to)
            form.check("becomes", self.tr("Blir ett kort"), True, hint=where)
        as_line = (_AS_LINE, self.tr("som raden säger"))
        options = (as_line, *certainty.choices())
        form.choice("certainty", self.tr("Säkerhet"), options, _AS_LINE, segmented=False)
        made = CardForm(self._theme, title, form, primary=self.tr("Besvara"), draft=title)
        return Asking(made, lambda _now: self._ask_answer(form, row, bool(answers_to), certainty_of))

    def reopen(self, row: CardRow) -> Asking:
        """Return the form for why an answer does not hold."""
        form = Form(self._theme)
        form.line("reason", self.tr("Varför håller inte svaret?"))
        made = CardForm(
            self._theme,
            self.tr("Ta tillbaka svaret"),
            form,
            primary=self.tr("Öppna igen"),
            danger=True,
            draft=self.tr("Ta tillbaka svaret på oklarhet {0}").format(row.uncertainty),
        )
        reopen = board.commands.ReopenUncertainty
        return Asking(made, lambda _now: reopen(uncertainty=row.uncertainty, reason=form.text_of("reason")))

    def _own_fields(
        self, form: Form, purpose: ColumnPurpose, content: Content, now: datetime | None = None
    ) -> dict[str, str]:
        """Add the fields of the column's purpose; return how their times read before."""
        if purpose == "uncertainty":
            needed = self._written(content.needed_by, now)
            form.line("owner", self.tr("Vem tar reda på det?"), content.owner)
            form.line("needed_by", self.tr("Behövs senast"), needed, placeholder=self.tr("16:00, om 20 min"))
            return {"needed_by": needed}
        if purpose == "resource":
            until = self._written(content.until, now)
            form.choice("resource", self.tr("Läge"), self._resources(), content.resource, segmented=False)
            form.line("until", self.tr("När"), until, placeholder=self.tr("fre 08:00"))
            return {"until": until}
        form.line("source", self.tr("Källa"), content.source)
        form.choice("certainty", self.tr("Säkerhet"), certainty.choices(), content.certainty, segmented=False)
        return {}

    def _other_fields(self, form: Form, purpose: ColumnPurpose, content: Content) -> None:
        if purpose == "resource":
            form.choice("suffices", self.tr("Räcker?"), self._suffices(), content.suffices, segmented=False)
            form.line("shortage", self.tr("Vad saknas?"), content.shortage)
        if purpose != "uncertainty":
            form.line("owner", self.tr("Ägare"), content.owner)
        if purpose in ("uncertainty", "resource"):
            form.line("source", self.tr("Källa"), content.source)
            form.choice(
                "certainty", self.tr("Säkerhet"), certainty.choices(), content.certainty, segmented=False
            )
        form.line("secrecy", self.tr("Sekretess"), content.secrecy, placeholder=self.tr("OSL 18:1"))

    def _belonging_fields(self, form: Form, row: CardRow, others: Sequence[CardRow]) -> None:
        """Add what contradicts the card, and the task that sees to a resource."""
        number = self.tr("nummer, om det finns")
        if row.purpose == "resource":
            form.line("task", self.tr("Uppgift"), _task_of(row.links), placeholder=number)
        elif row.purpose != "uncertainty":
            line = str(row.by_line) if row.by_line else ""
            form.line("by_line", self.tr("Motsägs av rad"), line, placeholder=number)
            options = (("", self.tr("inget kort")), *_contradicting(row, others))
            by_card = str(row.by_card) if row.by_card else ""
            form.choice("by_card", self.tr("Motsägs av kort"), options, by_card, segmented=False)

    def _resources(self) -> tuple[tuple[str, str], ...]:
        return (("", self.tr("inget läge")), *RESOURCE_WORDS.items())

    def _suffices(self) -> tuple[tuple[str, str], ...]:
        return (("", self.tr("inte bedömt")), *SUFFICES_WORDS.items())

    def _written(self, moment: datetime | None, now: datetime | None) -> str:
        return "" if moment is None or now is None else swedish.near(moment, self._zone, now)

    def _ask_add(self, form: Form, column: ColumnRow, now: datetime, place: int | None) -> Command:
        said = {name: form.text_of(name) for name in _TEXTS if _has(form, name)}
        return board.commands.AddCard(
            column=column.id,
            text=said.get("text", ""),
            source=said.get("source", ""),
            owner=said.get("owner", ""),
            certainty=cast(Certainty, said.get("certainty", "")),
            resource=cast(Resource, said.get("resource", "")),
            needed_by=self._moment(form, "needed_by", now),
            until=self._moment(form, "until", now),
            position=place,
        )

    def _ask_edit(self, form: Form, row: CardRow, before: dict[str, str], now: datetime) -> Command:
        said = {name: form.text_of(name) for name in _TEXTS if _has(form, name)}
        emptied = [name for name, was in before.items() if was and not form.text_of(name)]
        kept = [name for name, was in before.items() if was == form.text_of(name)]
        return board.commands.EditCard(
            card=row.card,
            text=said.get("text"),
            source=said.get("source"),
            owner=said.get("owner"),
            certainty=cast("Certainty | None", said.get("certainty")),
            resource=cast("Resource | None", said.get("resource")),
            suffices=cast("Suffices | None", said.get("suffices")),
            shortage=said.get("shortage"),
            secrecy=said.get("secrecy"),
            needed_by=None if "needed_by" in kept else self._moment(form, "needed_by", now),
            until=None if "until" in kept else self._moment(form, "until", now),
            clear=tuple(name for name in _TIMES if name in emptied),
            by_line=self._number(form, "by_line") if _has(form, "by_line") else None,
            by_card=int(form.text_of("by_card") or 0) if _has(form, "by_card") else None,
            links=self._links(form, row) if _has(form, "task") else None,
        )

    def _links(self, form: Form, row: CardRow) -> tuple[str, ...] | None:
        """Return what the card belongs to now, None when that is as it was."""
        task = self._number(form, "task")
        others = tuple(ref for ref in row.links if not ref.startswith("task:"))
        links = (*others, f"task:{task}") if task else others
        return None if links == row.links else links

    def _number(self, form: Form, name: str) -> int:
        text = form.text_of(name)
        if text and not text.isdecimal():
            raise RuleBroken(self.tr("Skriv radens nummer med siffror."), name)
        return int(text) if text else 0

    def _ask_answer(self, form: Form, row: CardRow, offered: bool, certainty_of: CertaintyOf) -> Command:
        line = self._number(form, "answer_line")
        said = form.text_of("certainty")
        return board.commands.AnswerUncertainty(
            uncertainty=row.uncertainty,
            answer=form.text_of("answer"),
            answer_line=line,
            becomes=offered and form.ticked("becomes"),
            certainty=certainty_of(line) if said == _AS_LINE else cast(Certainty, said),
        )

    def _moment(self, form: Form, name: str, now: datetime) -> datetime | None:
        text = form.text_of(name) if _has(form, name) else ""
        moment = parse_moment(text, now, self._zone) if text else None
        if text and moment is None:
            raise RuleBroken(self.tr("Skriv tiden så här: 16:00, fre 08:00 eller om 20 min."), name)
        return moment


_TEXTS: Final = ("text", "source", "owner", "certainty", "resource", "suffices", "shortage", "secrecy")
_TIMES: Final = ("needed_by", "until")


def _has(form: Form, name: str) -> bool:
    return name in form.values()


def _task_of(links: tuple[str, ...]) -> str:
    """Return the number of the task that the card belongs to, "" when it belongs to none."""
    return next((ref.partition(":")[2] for ref in links if ref.startswith("task:")), "")


_MOST_OFFERED: Final = 60
_LONGEST: Final = 40


def _contradicting(row: CardRow, others: Sequence[CardRow]) -> list[tuple[str, str]]:
    """Return the cards that can say otherwise, the newest first, with the one that does."""
    able = [o for o in others if o.card != row.card and o.purpose not in ("uncertainty", "resource")]
    newest = sorted(able, key=lambda other: (other.card != row.by_card, -other.card))[:_MOST_OFFERED]
    found = [(str(o.card), f"{o.card}: {swedish.shortened(o.text, _LONGEST)}") for o in newest]
    gone = row.by_card and all(key != str(row.by_card) for key, _ in found)
    return [(str(row.by_card), f"{row.by_card}: borta"), *found] if gone else found


def _strike(rows: Sequence[CardRow], reason: str) -> Command:
    if len(rows) == 1:
        return board.commands.StrikeCard(card=rows[0].card, reason=reason)
    return board.commands.StrikeCards(cards=tuple(row.card for row in rows), reason=reason)
