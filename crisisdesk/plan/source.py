"""The plan's files: reads and parses them, joins them to one table that remembers where each part stood."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeGuard, cast

from crisisdesk.base.errors import BadInput
from crisisdesk.plan.words import quoted

Table: TypeAlias = dict[str, object]

_FAULTS = (
    (r"Invalid statement", "raden går inte att tolka; förväntade namn = värde eller [tabell]"),
    (r"Expected newline or end of document", "det står något efter värdet; förväntade att raden tar slut"),
    (r"Cannot declare .* twice", "tabellen finns redan i filen"),
    (r"Cannot overwrite a value", "namnet är redan använt; varje namn får stå en gång i en tabell"),
    (r"Duplicate inline table key", "samma namn står två gånger inom { }"),
    (r"Expected '\]\]?' at the end", "rubriken är inte avslutad; förväntade ]"),
    (r"Cannot (mutate|redefine)", "tabellen är redan avslutad och kan inte fyllas på här"),
    (r"Expected '='", "likhetstecknet saknas; förväntade namn = värde"),
    (r"Invalid initial character for a key", "förväntade ett namn här"),
    (r"Unclosed array", "listan är inte avslutad; förväntade , eller ]"),
    (r"Unclosed inline table", "tabellen är inte avslutad; förväntade , eller }"),
    (r"Unescaped|Invalid hex|Escaped character", "ogiltigt tecken efter \\ i en text"),
    (r"Unterminated string|Expected (\"'|'\")", "texten är inte avslutad; förväntade ett citattecken"),
    (
        r"Illegal character '\\n'|Found invalid character '\\n'",
        "texten är inte avslutad; förväntade ett citattecken",
    ),
    (r"Illegal character|Found invalid character", "ett tecken som inte får stå här"),
    (r"Invalid date", "datumet eller tiden finns inte"),
    (r"Invalid value", "värdet går inte att tolka; text ska stå inom citattecken"),
)
_ELSE = "går inte att läsa som TOML"
_DEEPEST = 16
"""Levels of tables and lists in each other that a file may have; a plan needs about eight."""


class Source(NamedTuple):
    """All files as one table, and for each of its top names the file of each element (or of the table)."""

    table: Table
    files: dict[str, list[str]]

    def file_of(self, name: str, place: int = 0) -> str:
        """Return the file that holds the top-level table, or its element at `place`; "" if there is none."""
        known = self.files.get(name, [])
        return known[place] if place < len(known) else ""

    def file_with(self, name: str, id: str) -> str:
        """Return the last file whose part of the top-level table has the id anywhere in it."""
        found = [file for file, part in self._parts(name) if _mentions(part, id)]
        return found[-1] if found else self.file_of(name)

    def _parts(self, name: str) -> list[tuple[str, object]]:
        """Return each element of the top-level table beside its file."""
        value = self.table.get(name)
        parts = cast("list[object]", value) if isinstance(value, list) else [value]
        return list(zip(self.files.get(name, []), parts, strict=False))


def read(path: Path) -> dict[str, str]:
    """Return the texts of the file, or of the folder's `*.toml` files, by name. BadInput if one fails."""
    if not path.exists():
        raise BadInput(f"Planen finns inte: {path.name}.", remedy="Välj en fil eller en mapp med toml-filer.")
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise BadInput(
            f"Mappen {path.name}: här finns ingen plan.", remedy="Förväntade filer som slutar på .toml."
        )
    return {file.name: _text(file) for file in files}


def join(texts: dict[str, str]) -> Source:
    """Return the tables of all texts as one. Lists join in order of the names; a table stands in one file."""
    source = Source({}, {})
    for name in sorted(texts):
        for key, value in _parse(name, texts[name]).items():
            _add(source, name, key, value)
    return source


def _text(file: Path) -> str:
    """Return the text of the file; a leading byte order mark is left out."""
    if file.exists() and not (file.is_file() or file.is_dir()):
        # Reading a pipe or a device could last for ever; a folder the system refuses by itself.
        raise BadInput(f"{file.name}: det är ingen fil.", remedy="Förväntade en textfil som slutar på .toml.")
    try:
        data = file.read_bytes()
    except OSError as fault:
        raise BadInput(
            f"{file.name}: filen går inte att läsa.", remedy="Se efter att du får öppna den."
        ) from fault
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        where = f"{file.name}, rad {line}: tecknen är inte UTF-8."
        raise BadInput(where, remedy="Spara filen som UTF-8.") from fault


def _parse(name: str, text: str) -> Table:
    """Return the file's table. BadInput with the line of the fault."""
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as fault:
        raise BadInput(f"{name}, {_line(str(fault), text)}: {_what(str(fault))}.") from fault
    except (ValueError, RecursionError) as fault:
        # A number of thousands of digits, or hundreds of brackets in each other.
        raise BadInput(f"{name}: ett tal är för långt, eller listor ligger för djupt i varandra.") from fault
    if _depth(table) > _DEEPEST:
        raise BadInput(f"{name}: tabellerna ligger för djupt i varandra. Förväntade högst {_DEEPEST} nivåer.")
    return table


def _depth(table: Table) -> int:
    """Return how many tables and lists lie in each other, counted without recursion."""
    level: list[object] = [table]
    depth = 0
    while level:
        depth += 1
        level = [inner for outer in level for inner in _inside(outer)]
    return depth


def _inside(value: object) -> list[object]:
    """Return the tables and lists right inside a table or list."""
    inner = cast("Table", value).values() if isinstance(value, dict) else cast("list[object]", value)
    return [each for each in inner if isinstance(each, (dict, list))]


def _line(message: str, text: str) -> str:
    """Return the line that the parser's message names, `sista raden` at the end of the text."""
    found = re.search(r"at line (\d+), column (\d+)\)$", message)
    if found:
        return f"rad {found[1]}, tecken {found[2]}"
    return f"rad {text.count(chr(10)) + 1} (sista raden)"


def _what(message: str) -> str:
    """Return the parser's message in Swedish."""
    return next((swedish for pattern, swedish in _FAULTS if re.match(pattern, message)), _ELSE)


def _add(source: Source, file: str, key: str, value: object) -> None:
    """Add a file's top-level value to the joined table."""
    known = source.table.get(key)
    if known is None:
        source.table[key] = value
        source.files[key] = [file] * (len(value) if _is_list(value) else 1)
    elif _is_list(known) and _is_list(value):
        source.table[key] = [*known, *value]
        source.files[key] += [file] * len(value)
    else:
        lists = _is_list(known) or _is_list(value)
        raise BadInput(f"{file}: {_clash(key, source.file_of(key), lists=lists)}")


def _clash(key: str, first: str, *, lists: bool) -> str:
    """Return why two values of a top name do not join: one is no list, or neither is."""
    if lists:
        return f"{quoted(key)} är av annat slag än i {first}. Förväntade [[{key}]] i båda."
    return f"{quoted(key)} finns redan i {first}. Förväntade den i en av filerna."


def _is_list(value: object) -> TypeGuard[list[object]]:
    """Tell whether a value of a file is a list."""
    return isinstance(value, list)


def _mentions(part: object, id: str) -> bool:
    """Tell whether the part, or anything inside it, has the id."""
    if isinstance(part, dict):
        table = cast("Table", part)
        return table.get("id") == id or any(_mentions(value, id) for value in table.values())
    return isinstance(part, list) and any(_mentions(value, id) for value in cast("list[object]", part))
