"""The codec turns recorded facts into stored rows, and rows of any released version into today's facts."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from crisisdesk.base.errors import WorldFault
from crisisdesk.journal.faults import NewerFormat
from crisisdesk.journal.row import Row
from crisisdesk.kernel.fact import LINE_WORDS, Fact, Line, Recorded

Fields = dict[str, object]
Upgrade = Callable[[Fields], Fields]
"""Takes the fields of a stored fact of one version and returns those of the next version."""

_UTC = timezone.utc  # noqa: UP017 - the very object that fromisoformat gives
_UPDATE = "Uppdatera CrisisDesk på den här datorn, eller öppna filen på datorn där den skrevs."


class Codec:
    """Knows every fact class by its literal KIND, and how older versions become today's.

    `upgrades[kind, n]` brings a fact from version n to n + 1. Every version below a class's VERSION needs
    its step (ValueError otherwise), since a released fact can be read for ever.
    """

    def __init__(
        self, fact_classes: Iterable[type[Fact]], upgrades: Mapping[tuple[str, int], Upgrade] | None = None
    ) -> None:
        self._classes: dict[str, type[Fact]] = {}
        self._upgrades = dict(upgrades or {})
        self._encoder = msgspec.json.Encoder(order="deterministic")
        self._decoders: dict[str, msgspec.json.Decoder[Fact]] = {}
        for fact_class in fact_classes:
            self._admit(fact_class)

    def encode(self, recorded: Recorded) -> Row:
        """Return the row of the fact, still without its link (`hash` is "").

        ValueError when it could not come back as it is: a class that is not known, a time without zone or
        finer than a millisecond, an unknown zone, text that is not Unicode.
        """
        fact = recorded.fact
        kind = type(fact).KIND
        if self._classes.get(kind) is not type(fact):
            raise ValueError(f"unknown fact class {type(fact).__qualname__} ({kind!r})")
        line = recorded.line
        row = Row(
            seq=recorded.seq,
            kind=kind,
            version=type(fact).VERSION,
            body=self._encoder.encode(fact).decode(),
            happened_at=_time_text(recorded.happened_at),
            happened_offset=_offset(recorded.happened_at, recorded.zone),
            recorded_at=_time_text(recorded.recorded_at),
            recorded_offset=_offset(recorded.recorded_at, recorded.zone),
            zone=recorded.zone,
            wall_at=_time_text(recorded.wall_at) if recorded.wall_at else None,
            done_by=recorded.done_by,
            recorded_by=recorded.recorded_by,
            cause=recorded.cause,
            number=recorded.number,
            line_kind=line.kind if line else "",
            sentence=line.text if line else "",
            strikes=line.strikes if line else 0,
            refs=self._encoder.encode(line.refs).decode() if line else "[]",
            secrecy=line.secrecy if line else "",
            hash="",
        )
        _check_text(row)
        return row

    def decode(self, row: Row) -> Recorded:
        """Return the fact of the row, brought up to today's version.

        NewerFormat for a kind or version that only a later program knows; WorldFault when the stored form
        does not fit, naming the fact.
        """
        return Recorded(
            seq=row.seq,
            fact=self._decode_fact(row),
            happened_at=datetime.fromisoformat(row.happened_at),
            recorded_at=datetime.fromisoformat(row.recorded_at),
            zone=row.zone,
            done_by=row.done_by,
            recorded_by=row.recorded_by,
            wall_at=datetime.fromisoformat(row.wall_at) if row.wall_at else None,
            cause=row.cause,
            number=row.number,
            line=_decode_line(row) if row.line_kind else None,
        )

    def _admit(self, fact_class: type[Fact]) -> None:
        kind, version = fact_class.KIND, fact_class.VERSION
        if not kind or version < 1:
            raise ValueError(f"{fact_class.__qualname__} needs a KIND, and a VERSION from 1")
        if self._classes.setdefault(kind, fact_class) is not fact_class:
            raise ValueError(f"two fact classes share the kind {kind!r}")
        for older in range(1, version):
            if (kind, older) not in self._upgrades:
                raise ValueError(f"no upgrade from version {older} of {kind!r}")

    def _decode_fact(self, row: Row) -> Fact:
        fact_class = self._classes.get(row.kind)
        if fact_class is None or row.version > fact_class.VERSION:
            raise NewerFormat(
                f"Filen är skriven av en nyare version av CrisisDesk: faktum {row.seq} är av slaget "
                f"{row.kind} {row.version}, som den här versionen inte känner.",
                remedy=_UPDATE,
            )
        try:
            if row.version == fact_class.VERSION:
                return self._decoder(row.kind, fact_class).decode(row.body)
            return self._decode_older(row, fact_class)
        except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
            raise WorldFault(
                f"Faktum {row.seq} ({row.kind} {row.version}) går inte att tolka: {error}."
            ) from error

    def _decode_older(self, row: Row, fact_class: type[Fact]) -> Fact:
        fields = msgspec.json.decode(row.body, type=dict[str, object])
        for version in range(row.version, fact_class.VERSION):
            fields = self._upgrades[row.kind, version](fields)
        return msgspec.convert(fields, fact_class, strict=True)

    def _decoder(self, kind: str, fact_class: type[Fact]) -> msgspec.json.Decoder[Fact]:
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.json.Decoder(fact_class, strict=True)
        return decoder


def _decode_line(row: Row) -> Line:
    if row.line_kind not in LINE_WORDS:
        raise NewerFormat(
            f"Filen är skriven av en nyare version av CrisisDesk: rad {row.number} är av slaget "
            f"{row.line_kind}, som den här versionen inte känner.",
            remedy=_UPDATE,
        )
    return Line(
        kind=row.line_kind,
        text=row.sentence,
        strikes=row.strikes,
        refs=() if row.refs == "[]" else msgspec.json.decode(row.refs, type=tuple[str, ...]),
        secrecy=row.secrecy,
    )


def _time_text(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    if moment.microsecond % 1000:
        raise ValueError(f"{moment} is finer than a millisecond: it would not come back as it is")
    return moment.astimezone(_UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"


def _offset(moment: datetime, zone: str) -> int:
    try:
        offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(f"unknown zone {zone!r}") from error
    assert offset is not None, "a zone always has an offset"
    return int(offset.total_seconds() // 60)


def _check_text(row: Row) -> None:
    """Refuse half characters (lone surrogates): no file can hold them."""
    "".join(column for column in row if isinstance(column, str)).encode()
