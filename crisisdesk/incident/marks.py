"""The secrecy marks of an incident: what is marked, and what inherits because it quotes. Folded live."""

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

from crisisdesk.features import board, decisions, information, log, meetings, secrecy, tasks
from crisisdesk.incident import quotes
from crisisdesk.kernel.fact import Fact, Recorded

_FAR: Final = 1 << 60


class Marks:
    """By which provision each line, thing and act is secret.

    A thing keeps the last word on itself: marked, or lifted, which also stops what it would inherit. The
    others inherit along what quotes what: a line and the things it tells of share a mark, a line inherits
    from what it names. Of several marks the one set first is handed on. `turns` counts the times that
    something recorded before became secret, open, or secret by another provision. A fact costs the same
    however many came before; only a lifted or changed mark lets everything be counted again, once. Nothing
    is counted at all until something is marked: most incidents have no secret, and each start reads them.
    """

    def __init__(self) -> None:
        self._turns = 0
        self._waiting: list[Recorded] = []
        self._marked = False
        self._own: dict[str, int] = {}  # 0: lifted, else the rank of the mark
        self._ranked: list[str] = [""]
        self._heirs: dict[str, list[str]] = {}
        self._rank: dict[str, int] = {}
        self._alias: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._act = 0
        self._act_line = ""
        self._stale = False

    @property
    def any(self) -> bool:
        """Return whether anything is secret."""
        self._catch_up()
        return any(self._own.values())

    def kinds(self) -> frozenset[str]:
        """Return of which kinds something is secret: `line`, `decision`, `card` …"""
        if not self._marked:
            return frozenset()
        self._catch_up()
        self._count_again()
        return frozenset(node.partition(":")[0] for node, rank in self._rank.items() if rank)

    @property
    def turns(self) -> int:
        """Return how many times something recorded before turned secret, open or otherwise secret."""
        self._catch_up()
        return self._turns

    def known(self, ref: str) -> bool:
        """Return whether the ref names something that is recorded and can be marked."""
        self._catch_up(wanted=True)
        return self._node(ref) in self._heirs

    def of(self, ref: str) -> str:
        """Return the provision of what the ref names, "" when it is open or unknown."""
        if not self._marked:
            return ""
        self._catch_up()
        self._count_again()
        return self._ranked[self._rank.get(self._node(ref), 0)]

    def of_fact(self, recorded: Recorded) -> str:
        """Return the provision by which the texts of a recorded fact are secret, "" when they are open."""
        if not self._marked:
            return ""
        self._catch_up()
        self._count_again()
        return self._ranked[self._rank.get(_act(recorded), 0)]

    def is_marked(self, ref: str) -> bool:
        """Return whether the thing is marked itself, not by what it inherits."""
        self._catch_up()
        return self._own.get(self._node(ref), 0) > 0

    def take(self, recorded: Recorded) -> None:
        """Take one recorded fact in."""
        self._waiting.append(recorded)
        self._marked = self._marked or _may_mark(recorded)

    def _catch_up(self, *, wanted: bool = False) -> None:
        if self._waiting and (self._marked or wanted):
            for recorded in self._waiting:
                self._count(recorded)
            self._waiting = []

    def _count(self, recorded: Recorded) -> None:
        if not recorded.cause:
            self._act, self._act_line = recorded.seq, ""
        self._name_alias(recorded.fact)
        told = [self._node(ref) for ref in quotes.things(recorded.fact)]
        act = _act(recorded)
        for thing in told:
            self._hand_on(thing, act)
            if self._act_line:
                # What the act did besides stands in its line, too: the answer that became a card.
                self._hand_on(self._act_line, thing)
        if recorded.number:
            self._take_line(recorded, told, act)
        for ref, provision in self._said_by(recorded, told):
            self._set(ref, provision)

    def _take_line(self, recorded: Recorded, told: list[str], act: str) -> None:
        line = self._act_line = f"line:{recorded.number}"
        self._hand_on(line, act)
        for thing in told:
            self._hand_on(thing, line)
            self._hand_on(line, thing)
        for ref in quotes.quoted(recorded):
            self._hand_on(self._node(ref), line)

    def _name_alias(self, fact: Fact) -> None:
        """An uncertainty is the card that asks it."""
        if isinstance(fact, board.facts.CardAdded | board.facts.CardMoved) and fact.uncertainty:
            self._alias[f"uncertainty:{fact.uncertainty}"] = f"card:{fact.card}"

    def _node(self, ref: str) -> str:
        return self._alias.get(ref, ref)

    def _said_by(self, recorded: Recorded, told: list[str]) -> Iterator[tuple[str, str]]:
        """Yield what the fact itself says is secret or lifted ("")."""
        says = _SAYS.get(type(recorded.fact))
        if says is not None:
            for ref, provision, how in says(recorded.fact, recorded):
                if how == "word" or self._is_new(ref, provision, how):
                    yield self._node(ref), provision
        elif recorded.line is not None and recorded.line.secrecy and not any(t in self._own for t in told):
            yield f"line:{recorded.number}", recorded.line.secrecy

    def _is_new(self, ref: str, provision: str, how: "_How") -> bool:
        """A field that is handed from version to version speaks only when it changes."""
        before = self._said.get(ref, "")
        self._said[ref] = provision
        return provision != before and (bool(provision) or how == "note")

    def _set(self, node: str, provision: str) -> None:
        rank = 0
        if provision:
            self._ranked.append(provision)
            rank = len(self._ranked) - 1
        settled = node in self._own or node in self._rank
        self._own[node] = rank
        if settled:
            self._stale = True
            self._turns += 1
        elif rank and not self._stale:
            self._spread(node, rank)

    def _hand_on(self, source: str, heir: str) -> None:
        self._heirs.setdefault(heir, [])
        heirs = self._heirs.setdefault(source, [])
        if heir in heirs[-4:] or source == heir:
            return
        heirs.append(heir)
        rank = self._rank.get(source, 0)
        if rank and not self._stale:
            self._inherit(heir, rank)

    def _inherit(self, heir: str, rank: int) -> None:
        if heir not in self._own and self._rank.get(heir, _FAR) > rank:
            self._spread(heir, rank)

    def _spread(self, node: str, rank: int) -> None:
        self._rank[node] = rank
        waiting = [node]
        while waiting:
            one = waiting.pop()
            self._note_turn(one)
            for heir in self._heirs.get(one, ()):
                if heir not in self._own and self._rank.get(heir, _FAR) > rank:
                    self._rank[heir] = rank
                    waiting.append(heir)

    def _note_turn(self, node: str) -> None:
        if node.startswith("act:") and int(node[4:]) < self._act:
            self._turns += 1

    def _count_again(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._rank = {}
        turns = self._turns
        for node, rank in sorted(self._own.items(), key=lambda one: one[1]):
            if rank:
                self._spread(node, rank)
        self._turns = turns  # Told when it was set.


def _may_mark(recorded: Recorded) -> bool:
    """Return whether the fact may say that something is secret: what does is told by these three."""
    line = recorded.line
    said = (line is not None and line.secrecy) or getattr(recorded.fact, "secrecy", "")
    return bool(said) or isinstance(recorded.fact, secrecy.facts.Marked)


def _act(recorded: Recorded) -> str:
    return f"act:{recorded.cause or recorded.seq}"


_How = Literal["word", "version", "note"]
"""`word`: said of the thing itself, "" lifts. `version`: a field, which never lifts. `note`: one that can."""

_Says = Iterator[tuple[str, str, _How]]  # ref, provision, how


def _entry(fact: log.facts.EntryRecorded, recorded: Recorded) -> _Says:
    # A correction carries the mark that it inherits anyway: what is lifted there stays lifted here.
    if not fact.corrects:
        yield f"line:{recorded.number}", fact.secrecy, "version"


def _entry_set(fact: log.facts.SecrecySet, recorded: Recorded) -> _Says:
    yield f"line:{fact.number}", fact.secrecy, "word"


def _decision(fact: decisions.facts.DecisionRecorded, recorded: Recorded) -> _Says:
    yield f"decision:{fact.decision}", fact.secrecy, "version"


def _task(fact: tasks.facts.TaskAdded, recorded: Recorded) -> _Says:
    yield f"task:{fact.task}", fact.secrecy, "version"


def _card(fact: board.facts.CardAdded | board.facts.CardEdited, recorded: Recorded) -> _Says:
    # A card that was secret once stays so: an old version can be read out of a new one.
    yield f"card:{fact.card}", fact.content.secrecy, "version"


def _message(fact: information.facts.MessageSaved, recorded: Recorded) -> _Says:
    yield f"message:{fact.message}", fact.secrecy, "version"


def _point(fact: meetings.facts.PointNoted | meetings.facts.PointClosed, recorded: Recorded) -> _Says:
    yield f"point:{fact.meeting}/{fact.point}", fact.secrecy, "note"


def _forecast(fact: board.facts.ForecastMarked, recorded: Recorded) -> _Says:
    yield f"forecast:{fact.which}", fact.secrecy, "word"


def _marked(fact: secrecy.facts.Marked, recorded: Recorded) -> _Says:
    yield fact.ref, fact.provision, "word"


def _lifted(fact: secrecy.facts.Lifted, recorded: Recorded) -> _Says:
    yield fact.ref, "", "word"


_SAYS: dict[type[Fact], Callable[[Any, Recorded], _Says]] = {
    log.facts.EntryRecorded: _entry,
    log.facts.SecrecySet: _entry_set,
    decisions.facts.DecisionRecorded: _decision,
    tasks.facts.TaskAdded: _task,
    board.facts.CardAdded: _card,
    board.facts.CardEdited: _card,
    information.facts.MessageSaved: _message,
    meetings.facts.PointNoted: _point,
    meetings.facts.PointClosed: _point,
    board.facts.ForecastMarked: _forecast,
    secrecy.facts.Marked: _marked,
    secrecy.facts.Lifted: _lifted,
}
