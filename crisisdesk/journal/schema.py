"""The schema of an incident's file: tables that only grow, their guards, and views for people."""

import sqlite3
from functools import cache

APPLICATION_ID = int.from_bytes(b"CrDk", "big")
"""Says in the file's header that it is an incident of CrisisDesk (`file` and other tools show it)."""

FORMAT = 100
"""The format number, major * 100 + minor, in the header's user_version.

A new minor only adds beside the hashed columns (a view, an index): older programs may read such a file but
not write it. A new major changes what is hashed: older programs refuse it.
"""

_TABLES = (
    """CREATE TABLE fact (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  happened_at TEXT NOT NULL,
  happened_offset INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_offset INTEGER NOT NULL,
  zone TEXT NOT NULL,
  wall_at TEXT,
  done_by TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  cause INTEGER NOT NULL CHECK (cause >= 0 AND cause < seq),
  number INTEGER NOT NULL CHECK (number >= 0),
  line_kind TEXT NOT NULL CHECK ((line_kind = '') = (number = 0)),
  sentence TEXT NOT NULL,
  strikes INTEGER NOT NULL CHECK (strikes = 0 OR (strikes > 0 AND strikes < number)),
  refs TEXT NOT NULL,
  secrecy TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT""",
    "CREATE UNIQUE INDEX fact_number ON fact (number) WHERE number > 0",
    "CREATE INDEX fact_strikes ON fact (strikes) WHERE strikes > 0",
    """CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  facts INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT""",
    """CREATE TABLE part (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  content BLOB NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT""",
    "CREATE UNIQUE INDEX part_number ON part (key, number)",
    "INSERT INTO head (one, facts, lines, hash) VALUES (1, 0, 0, '')",
)

# BEFORE INSERT guards stop INSERT OR REPLACE before it deletes anything: a connection that has
# recursive_triggers off (all but ours) runs no delete trigger for the row that is replaced.
_GUARDS = (
    """CREATE TRIGGER fact_follows BEFORE INSERT ON fact
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM fact)
  OR NEW.number NOT IN (0, (SELECT coalesce(max(number), 0) + 1 FROM fact WHERE number > 0))
BEGIN
  SELECT RAISE(ABORT, 'Loggen fylls bara på: nästa faktum och nästa rad ska följa på den sista.');
END""",
    """CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN
  SELECT RAISE(ABORT, 'Loggen fylls bara på: det som är skrivet ändras aldrig.');
END""",
    """CREATE TRIGGER fact_remains BEFORE DELETE ON fact
BEGIN
  SELECT RAISE(ABORT, 'Loggen fylls bara på: det som är skrivet tas aldrig bort.');
END""",
    """CREATE TRIGGER head_follows AFTER INSERT ON fact
BEGIN
  UPDATE head SET facts = NEW.seq, lines = max(lines, NEW.number), hash = NEW.hash;
END""",
    """CREATE TRIGGER head_is_the_tail BEFORE UPDATE ON head
WHEN NEW.one IS NOT 1
  OR NEW.facts IS NOT (SELECT max(seq) FROM fact)
  OR NEW.lines IS NOT (SELECT coalesce(max(number), 0) FROM fact WHERE number > 0)
  OR NEW.hash IS NOT (SELECT hash FROM fact ORDER BY seq DESC LIMIT 1)
BEGIN
  SELECT RAISE(ABORT, 'Räkneverket visar alltid loggens sista faktum och inget annat.');
END""",
    """CREATE TRIGGER part_follows BEFORE INSERT ON part
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM part)
  OR NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM part WHERE key = NEW.key)
BEGIN
  SELECT RAISE(ABORT, 'Bilagor fylls bara på: nästa del ska följa på den sista.');
END""",
    """CREATE TRIGGER part_stays BEFORE UPDATE ON part
BEGIN
  SELECT RAISE(ABORT, 'Bilagor fylls bara på: det som är sparat ändras aldrig.');
END""",
    """CREATE TRIGGER part_remains BEFORE DELETE ON part
BEGIN
  SELECT RAISE(ABORT, 'Bilagor fylls bara på: det som är sparat tas aldrig bort.');
END""",
    """CREATE TRIGGER head_is_one BEFORE INSERT ON head
BEGIN
  SELECT RAISE(ABORT, 'Filen har ett räkneverk och får inget nytt.');
END""",
    """CREATE TRIGGER head_remains BEFORE DELETE ON head
BEGIN
  SELECT RAISE(ABORT, 'Räkneverket tas aldrig bort.');
END""",
)

_LOCAL_TIME = "strftime('%Y-%m-%d %H:%M:%S', {0}_at, {0}_offset || ' minutes')"
_LOCAL_ZONE = (
    "printf('%s%02d:%02d', iif({0}_offset < 0, '-', '+'), abs({0}_offset) / 60, abs({0}_offset) % 60)"
)
_LINE_WORD = """CASE line_kind
    WHEN 'note' THEN 'Händelse' WHEN 'in' THEN 'Info in' WHEN 'out' THEN 'Info ut'
    WHEN 'dec' THEN 'Beslut' WHEN 'task' THEN 'Uppgift' WHEN 'unc' THEN 'Oklarhet'
    WHEN 'ass' THEN 'Bedömning' WHEN 'meet' THEN 'Möte' WHEN 'call' THEN 'Kontakt'
    WHEN 'step' THEN 'Steg' WHEN 'sys' THEN 'System' ELSE line_kind END"""

_VIEWS = (
    f"""CREATE VIEW logg AS
SELECT number AS nr,
  {_LOCAL_TIME.format("happened")} AS hände,
  {_LOCAL_TIME.format("recorded")} AS loggat,
  {_LOCAL_ZONE.format("recorded")} AS zon,
  {_LINE_WORD} AS slag,
  sentence AS text,
  nullif(strikes, 0) AS stryker,
  (SELECT min(s.number) FROM fact AS s WHERE s.strikes = fact.number AND s.strikes > 0) AS struken_av,
  done_by AS gjord_av,
  recorded_by AS förd_av,
  (SELECT group_concat(value, ' ') FROM json_each(refs)) AS gäller,
  secrecy AS sekretess,
  wall_at AS verklig_tid_utc
FROM fact WHERE number > 0 ORDER BY number""",
    """CREATE VIEW beslut AS
SELECT nr, hände, loggat, text, struken_av, gjord_av, förd_av, gäller, sekretess
FROM logg WHERE slag = 'Beslut'""",
    f"""CREATE VIEW fakta AS
SELECT seq AS faktum,
  nullif(number, 0) AS rad,
  nullif(cause, 0) AS orsak,
  kind AS slag,
  version,
  {_LOCAL_TIME.format("happened")} AS hände,
  {_LOCAL_TIME.format("recorded")} AS loggat,
  done_by AS gjord_av,
  recorded_by AS förd_av,
  body AS innehåll,
  hash AS länk
FROM fact ORDER BY seq""",
)

_HEADER = (f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {FORMAT}")

STATEMENTS = (*_TABLES, *_GUARDS, *_VIEWS, *_HEADER)
"""All that makes an empty file of today's format: run them inside one transaction."""


def flaw(connection: sqlite3.Connection) -> str:
    """Return what is missing, altered or added in the file's tables and guards (Swedish, "" for nothing).

    Views and tables of somebody's own may stand beside ours; a foreign trigger may not.
    """
    found = _objects(connection)
    for name, (kind, sql) in _expected().items():
        if found.get(name) != (kind, sql):
            return f"Filens skydd mot ändringar är borttaget eller ändrat ({name})."
    foreign = [name for name, (kind, _) in found.items() if kind == "trigger" and name not in _expected()]
    return f"Filen har fått en utlösare som inte hör dit ({foreign[0]})." if foreign else ""


def stand_in(connection: sqlite3.Connection) -> str:
    """Return which of our tables a view stands in for (Swedish, "" for none)."""
    views = [name for name, (kind, _) in _objects(connection).items() if kind == "view"]
    ours = [name for name in views if name.lower() in ("fact", "head", "part")]
    return f"Filens tabell {ours[0]} är utbytt mot något annat." if ours else ""


def _objects(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: (kind, sql) for name, kind, sql in rows}


@cache
def _expected() -> dict[str, tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        for statement in STATEMENTS:
            connection.execute(statement)
        return _objects(connection)
    finally:
        connection.close()
