"""The key map, in one place: which key does what, and where. Shortcuts, overview and handbook read it."""

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from crisisdesk.base.record import Value

Where = Literal[
    "everywhere",
    "quick",
    "wall",
    "sheet",
    "list",
    "log",
    "attachments",
    "calls",
    "meeting",
    "board",
    "past",
    "sketch",
    "axis",
    "forms",
    "evaluation",
]

WHERE_WORDS: Final[dict[Where, str]] = {
    "everywhere": "Överallt",
    "quick": "I snabbraden",
    "wall": "I rutan för Storbild",
    "sheet": "I formulär",
    "list": "I listor",
    "log": "I loggen",
    "attachments": "Bland bilagorna",
    "calls": "I larmlistan",
    "meeting": "På mötet",
    "board": "På lägesbilden",
    "past": "Tillbaka i tiden",
    "sketch": "På skissen",
    "axis": "På tidsaxeln",
    "forms": "Bland blanketterna",
    "evaluation": "I utvärderingen",
}


class Key(Value):
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
    Key("wall", ("F5", "Ctrl+K"), "Storbild: vad den visar, och var", shown="F5 eller Ctrl K"),
    Key("secrecy", ("Ctrl+Shift+S",), "Märk det valda som sekretess, eller ta bort märkningen"),
    Key("uncover", ("F9",), "Visa sekretess så länge tangenten hålls ner", shown="Håll F9"),
    Key("fold", ("Ctrl+.",), "Fäll in eller ut sidospalten"),
    Key("back", ("Esc",), "Stäng det som är öppet, annars tillbaka till där du var"),
    Key("came_from", ("Alt+Left",), "Tillbaka till raden eller sidan du kom från", shown="Alt vänsterpil"),
    Key("bigger", ("Ctrl++", "Ctrl+="), "Större text, upp till 200 %"),
    Key("smaller", ("Ctrl+-",), "Mindre text"),
    Key("keys", ("F1", "Ctrl+/", "Ctrl+Shift+7"), "Alla kortkommandon", shown="F1 eller Ctrl /"),
    Key("send", ("Return",), "Logga raden", "quick", shown="Enter"),
    Key("newline", ("Shift+Return",), "Ny rad i texten", "quick", shown="Shift Enter"),
    Key(
        "widen",
        ("Ctrl+Return",),
        "Alla fält: utförlig rad med det som är skrivet",
        "quick",
        shown="Ctrl Enter",
    ),
    Key("correct_last", ("Ctrl+R",), "Rätta den senaste raden, när fältet är tomt", "quick"),
    Key("quick_paste", ("Ctrl+V",), "Klistra in. En skärmbild eller fil blir en bilaga", "quick"),
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
    Key(
        "wall_mode",
        ("1", "2", "3", "4", "5", "6"),
        "Lägesbild, logg, möte, tidsaxel, öppet, skiss",
        "wall",
        shown="1–6",
    ),
    Key("wall_switch", ("0",), "Visa Storbild, eller stäng av den", "wall"),
    Key("wall_off", ("Esc",), "Stäng av Storbild, när den själv har tangenterna", "wall"),
    Key("entry", ("Ctrl+E",), "Utförlig rad, med tid, avsändare och kanal", "log"),
    Key("explain", ("F2",), "Säg varför en sen rad är sen", "log"),
    Key(
        "choose_lines",
        ("Shift+Up", "Shift+Down", "Ctrl+A"),
        "Välj flera rader, alla",
        "log",
        shown="Shift pil, Ctrl A",
    ),
    Key("line_card", ("Ins",), "Sätt upp raden som ett kort på lägesbilden", "log"),
    Key("copy", ("Ctrl+C",), "Kopiera de valda raderna som text", "log"),
    Key("filter", ("Ctrl+Shift+F",), "Öppna filtret", "log", shown="Ctrl Shift F"),
    Key("order", ("Ctrl+O",), "Ordna efter nummer eller efter när det hände", "log"),
    Key("columns", ("Ctrl+Shift+K",), "Välj kolumner", "log", shown="Ctrl Shift K"),
    Key("changed", ("Ctrl+Shift+M",), "Visa det som ändrats sedan du tittade", "log", shown="Ctrl Shift M"),
    Key("looked", ("Ctrl+M",), "Jag har sett allt", "log"),
    Key("attach", ("Ctrl+Shift+B",), "Bifoga en fil till raden", "log", shown="Ctrl Shift B"),
    Key("attach_pasted", ("Ctrl+V",), "Bifoga skärmbilden eller filen på urklipp", "log"),
    Key("print_lines", ("Ctrl+Shift+P",), "Skriv ut raderna som visas", "log", shown="Ctrl Shift P"),
    Key("attachment_open", ("Return",), "Visa bilagan", "attachments", shown="Enter"),
    Key("attachment_save", ("Ctrl+S",), "Spara en kopia av bilagan", "attachments"),
    Key("attachment_describe", ("F2",), "Skriv vad bilagan visar", "attachments"),
    Key(
        "attachment_strike", ("Del",), "Stryk bilagan, eller ta bort filen som inte är loggad", "attachments"
    ),
    Key(
        "attachment_page", ("PgUp", "PgDown"), "Föregående och nästa sida", "attachments", shown="PgUp, PgDn"
    ),
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
        "card_choose",
        ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
        "Välj flera kort",
        "board",
        shown="Shift pil",
    ),
    Key("card_fold", ("Space",), "Visa hela kortet, eller fäll ihop det", "board"),
    Key("card_versions", ("Ctrl+H",), "Visa kortets versioner", "board"),
    Key("card_log", ("Ctrl+E",), "Skriv kortet som en rad i loggen", "board"),
    Key(
        "card_find",
        ("F3", "Ctrl+Shift+F"),
        "Sök på tavlan, Enter går till nästa kort",
        "board",
        shown="F3 eller Ctrl Shift F",
    ),
    Key(
        "card_zoom",
        ("Alt++", "Alt+=", "Alt+-", "Alt+0"),
        "Större kort, mindre kort, som de var",
        "board",
        shown="Alt +, Alt -, Alt 0",
    ),
    Key("changes", ("F4",), "Lista nytt, ändrat och borta sedan förra lägesbilden", "board"),
    Key("past", ("F6",), "Tillbaka i tiden: tavlan vilken minut som helst", "board"),
    Key("compare", ("Ctrl+J",), "Två tavlor bredvid varandra", "board"),
    Key("freeze", ("F7",), "Frys lägesbilden, och ge den ett namn", "board"),
    Key("axis_fold", ("F8",), "Visa eller dölj tidsaxeln", "board"),
    Key("past_minute", ("Left", "Right"), "En minut bakåt eller framåt", "past", shown="Pil vänster, höger"),
    Key("past_ten", ("PgDown", "PgUp"), "Tio minuter bakåt eller framåt", "past", shown="PgDn, PgUp"),
    Key(
        "past_change",
        ("Ctrl+Left", "Ctrl+Right"),
        "Till förra eller nästa ändring på tavlan",
        "past",
        shown="Ctrl pil",
    ),
    Key("past_ends", ("Home", "End"), "Till larmet, till nu", "past", shown="Home, End"),
    Key("past_play", ("Space",), "Spela upp, stanna", "past"),
    Key("past_leave", ("Esc",), "Till tavlan nu", "past"),
    Key(
        "tool",
        ("1", "2", "3", "4", "5", "6"),
        "Penna, märkpenna, pil, text, tecken, sudda",
        "sketch",
        shown="1–6",
    ),
    Key(
        "cross",
        ("Up", "Down", "Left", "Right"),
        "Flytta hårkorset, med Shift fortare",
        "sketch",
        shown="Pilar",
    ),
    Key("pen", ("Space",), "Sätt ner eller lyft pennan", "sketch"),
    Key("place", ("Return",), "Sätt tecknet eller texten", "sketch", shown="Enter"),
    Key("sketch_undo", ("Ctrl+Z",), "Ångra", "sketch"),
    Key("sketch_redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "Gör om", "sketch"),
    Key("sketch_page", ("PgUp", "PgDown"), "Förra och nästa skissblad", "sketch", shown="PgUp, PgDn"),
    Key("sketch_new", ("Ins",), "Nytt skissblad", "sketch"),
    Key("sketch_title", ("F2",), "Byt titel", "sketch"),
    Key("sketch_strike", ("Del",), "Stryk skissbladet", "sketch"),
    Key("sketch_paste", ("Ctrl+V",), "Lägg bilden på urklipp under skissen", "sketch"),
    Key(
        "axis_step",
        ("Left", "Right", "Home", "End"),
        "Gå mellan händelserna",
        "axis",
        shown="Pilar, Home, End",
    ),
    Key("axis_pan", ("Ctrl+Left", "Ctrl+Right"), "Flytta tidsaxeln", "axis", shown="Ctrl pil"),
    Key("axis_zoom", ("+", "-", "="), "Visa kortare eller längre tid", "axis", shown="+ och -"),
    Key("axis_open", ("Return",), "Öppna händelsen", "axis", shown="Enter"),
    Key("forms_new", ("Ins",), "Skriv ut tomma blanketter", "forms"),
    Key("form_enter", ("Space",), "För in blanketten, sedan nästa som saknas", "forms"),
    Key("form_skip", ("Ctrl+PgDown",), "Hoppa över blanketten som förs in", "forms", shown="Ctrl PgDn"),
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
