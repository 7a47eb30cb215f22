"""The Swedish sentences of rules that span several features."""

NOT_STARTED = "Händelsen är inte startad."
CLOSED = "Händelsen är avslutad. Bara utvärderingen går att skriva i. Öppna den igen för att fortsätta."
READ_ONLY = "Öppnad för läsning: inget kan skrivas."
STILL_OPEN = "Öppet: {named}. Avsluta eller för över innan händelsen avslutas."
UNWRITABLE = "Texten har ett tecken som inte går att spara. Ta bort det och försök igen."
FORM_IN_LOG = "Blankett {form} står redan i loggen. Nästa lediga nummer är {free}."
FORM_ENTERED = "Blankett {form} är införd, se rad {line}. Den kan inte makuleras."
FORM_TWICE = "Blankett {form} är redan införd, se rad {line}."
FORM_VOID = "Blanketten är makulerad. Ta tillbaka makuleringen först."

NO_SUCH_REF = "Det finns inget som heter {ref}…"
NOTHING_NAMED = "Det finns inget att sekretessmarkera som heter {ref}."
NOT_SECRET = "{named} är inte sekretessmarkerad."
COVERED = (
    "Texten är täckt och kan inte sparas så. Visa sekretess, öppna formuläret igen och gör ändringen där."
)

_REF_WORDS = {
    "decision": "beslut",
    "task": "uppgift",
    "uncertainty": "oklarhet",
    "step": "steg",
    "card": "kort",
    "line": "rad",
    "meeting": "möte",
    "message": "budskap",
    "call": "kontakt",
    "function": "funktion",
    "question": "fråga",
    "point": "punkt",
    "attachment": "bilaga",
    "form": "blankett",
    "sketch": "skiss",
    "forecast": "prognosen",
}
_PARTS = {"worst": "farligast", "likely": "troligast"}


def ref(ref: str) -> str:
    """Return how a ref such as `decision:3` is said: `beslut 3`."""
    kind, _, number = ref.partition(":")
    return f"{_REF_WORDS.get(kind, kind)} {_PARTS.get(number, number)}"
