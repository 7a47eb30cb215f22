"""The key map, in one place: which key does what, and where. Shortcuts, overview and handbook read it."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

Where = Literal[
    "everywhere", "quick", "sheet", "list", "log", "calls", "meeting", "board", "axis", "forms", "evaluation"
]

WHERE_WORDS: Final[dict[Where, str]] = {
    "everywhere": "Överallt",
    "quick": "I snabbraden",
    "sheet": "I formulär",
    "list": "I listor",
    "log": "I loggen",
    "calls": "I larmlistan",
    "meeting": "På mötet",
    "board": "På lägesbilden",
    "axis": "På tidslinjen",
    "forms": "Bland blanketterna",
    "evaluation": "I utvärderingen",
}


@dataclass(frozen=True)
class Key:
    """A key. `sequences` are in Qt's portable text, the first is the one shown; `words` say what it does.

    `shown` stands in where one row covers several keys, such as `Alt 1–9`.
    """

    id: str
    sequences: tuple[str, ...]
    words: str
    where: Where = "everywhere"
    shown: str = ""

    @property
    def cap(self) -> str:
        """Return the key as it stands on a key cap: `Ctrl L`."""
        return self.shown or cap(self.sequences[0])


def cap(sequence: str) -> str:
    """Return Qt's portable text as it stands on a key cap: `Ctrl+L` is `Ctrl L`."""
    head, plus, tail = sequence.rpartition("+")
    if not plus:
        return sequence
    return f"{head.removesuffix('+').replace('+', ' ')} {tail or '+'}"


PHASES: Final = 9
"""How many phases have a key of their own."""

KEYS: Final[tuple[Key, ...]] = (
    Key("quick", ("Ctrl+L",), "Skriv i loggen"),
    Key("decision", ("Ctrl+B",), "Logga ett beslut"),
    Key("task", ("Ctrl+T",), "Logga en uppgift"),
    Key("phase", tuple(f"Alt+{n}" for n in range(1, PHASES + 1)), "Gå till fas 1–9", shown="Alt 1–9"),
    Key("palette", ("Ctrl+G",), "Gå vart som helst: skriv skärm, steg, funktion eller radnummer"),
    Key("print", ("Ctrl+P",), "Skriv ut: välj vad"),
    Key("search", ("Ctrl+F",), "Sök i loggen"),
    Key("fold", ("Ctrl+.",), "Fäll in eller ut sidospalten"),
    Key("back", ("Esc",), "Stäng det som är öppet, annars tillbaka till där du var"),
    Key("bigger", ("Ctrl++", "Ctrl+="), "Större text, upp till 200 %"),
    Key("smaller", ("Ctrl+-",), "Mindre text"),
    Key("keys", ("F1", "Ctrl+/", "Ctrl+Shift+7"), "Alla kortkommandon", shown="F1 eller Ctrl /"),
    Key("send", ("Return",), "Logga raden", "quick", shown="Enter"),
    Key("newline", ("Shift+Return",), "Ny rad i texten", "quick", shown="Shift Enter"),
    Key("correct_last", ("Ctrl+R",), "Rätta den senaste raden, när fältet är tomt", "quick"),
    Key("leave_quick", ("Esc",), "Tillbaka till skärmen, texten står kvar", "quick"),
    Key("sheet_send", ("Ctrl+Return",), "Klart, spara", "sheet", shown="Ctrl Enter"),
    Key("sheet_close", ("Esc",), "Stäng utan att spara", "sheet"),
    Key("move", ("Up", "Down"), "Flytta i listan", "list", shown="Pil upp, ner"),
    Key("page", ("PgUp", "PgDown"), "Flytta en sida", "list", shown="PgUp, PgDn"),
    Key("ends", ("Home", "End"), "Till början eller slutet", "list", shown="Home, End"),
    Key("open", ("Return",), "Öppna raden", "list", shown="Enter"),
    Key(
        "into", ("Right", "Left"), "In i kortet eller sidan, och tillbaka", "list", shown="Pil höger, vänster"
    ),
    Key("tick", ("Space",), "Signera, bocka av, eller svara på uppgiften", "list"),
    Key("new", ("Ins",), "Nytt beslut, ny uppgift, nytt budskap, ny på plats", "list"),
    Key("complete", ("F2",), "Komplettera beslutet", "list"),
    Key("correct", ("Ctrl+R",), "Rätta eller dra tillbaka raden", "list"),
    Key("undo", ("Ctrl+Z",), "Ångra signeringen, strax efteråt", "list"),
    Key("type", ("",), "Börja skriva: texten hamnar i snabbraden", "list", shown="Bokstav"),
    Key("entry", ("Ctrl+E",), "Utförlig rad, med tid, avsändare och kanal", "log"),
    Key("copy", ("Ctrl+C",), "Kopiera raden", "log"),
    Key("call", ("1", "2", "3", "4"), "Nådd, inget svar, meddelande, kommer kl", "calls", shown="1–4"),
    Key("call_new", ("Ins",), "Ring någon annan", "calls"),
    Key("point_done", ("Ctrl+Return",), "Punkten klar, nästa punkt", "meeting", shown="Ctrl Enter"),
    Key("attend", ("Space", "Left", "Right"), "Markera närvaro", "meeting", shown="Space, pilar"),
    Key("card_step", ("Up", "Down", "Left", "Right"), "Gå mellan korten", "board", shown="Pilar"),
    Key("card_new", ("Ins",), "Nytt kort", "board"),
    Key("card_edit", ("F2", "Return"), "Ändra kortet", "board", shown="F2 eller Enter"),
    Key(
        "card_move",
        ("Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down"),
        "Flytta kortet",
        "board",
        shown="Ctrl pil",
    ),
    Key("card_answer", ("Ctrl+Return",), "Besvara oklarheten", "board", shown="Ctrl Enter"),
    Key("card_withdraw", ("Ctrl+R",), "Ta tillbaka svaret på en oklarhet, annars ändra kortet", "board"),
    Key("card_strike", ("Del",), "Stryk kortet", "board"),
    Key("card_menu", ("Menu",), "Kortets meny", "board", shown="Meny"),
    Key(
        "axis_step",
        ("Left", "Right", "Home", "End"),
        "Gå mellan händelserna",
        "axis",
        shown="Pilar, Home, End",
    ),
    Key("axis_pan", ("Ctrl+Left", "Ctrl+Right"), "Flytta tidslinjen", "axis", shown="Ctrl pil"),
    Key("axis_zoom", ("+", "-", "="), "Visa kortare eller längre tid", "axis", shown="+ och -"),
    Key("axis_open", ("Return",), "Öppna händelsen", "axis", shown="Enter"),
    Key("forms_new", ("Ins",), "Skriv ut tomma blanketter", "forms"),
    Key("form_enter", ("Space",), "För in blanketten, sedan nästa som saknas", "forms"),
    Key("form_void", ("Del",), "Makulera blanketten", "forms"),
    Key("form_restore", ("Ctrl+R",), "Ta tillbaka makuleringen", "forms"),
    Key("grade", ("1", "2", "3", "4", "5"), "Betyg på frågan", "evaluation", shown="1–5"),
    Key("grade_none", ("0",), "Ta bort betyget", "evaluation"),
    Key("part_next", ("Ctrl+Return",), "Nästa del", "evaluation", shown="Ctrl Enter"),
    Key("measure_new", ("Ins",), "Ny åtgärd", "evaluation"),
)

_BY_ID: Final = {key.id: key for key in KEYS}


def key(id: str) -> Key:
    """Return the key; an unknown id is a KeyError."""
    return _BY_ID[id]


def sequences(id: str) -> list[QKeySequence]:
    """Return the key's sequences for a shortcut."""
    return [QKeySequence(text) for text in _BY_ID[id].sequences]


def words(key: Key) -> str:
    """Return what the key does, in the user's language."""
    return QCoreApplication.translate("keys", key.words)


def groups() -> list[tuple[str, list[Key]]]:
    """Return the keys by where they work, in order, with the place in words."""
    return [
        (QCoreApplication.translate("keys", title), [k for k in KEYS if k.where == where])
        for where, title in WHERE_WORDS.items()
    ]
