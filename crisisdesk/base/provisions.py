"""The provisions of the secrecy act (OSL, 2009:400) that a crisis group meets most, in short words.

A mark names one of them or any other, as it is written. Whether the provision holds is tried when somebody
asks for the document: nothing here decides it.
"""

from crisisdesk.base.record import Record

ORGANISATION = "organisationen"
"""Who marks when nobody else is named."""

BAR = "■■■■"
"""What stands for a covered text, on each side of the provision; the bundled fonts have the square."""

LONGEST = 40
"""The most letters that a provision may have: it must fit on a card."""


UNNAMED = "utan lagrum"
"""The provision of what is marked as secret while nobody has said by which one."""

_UNNAMED = frozenset({UNNAMED, "markerad"})
_BAR_UNNAMED = "sekretess"


class Provision(Record, kw_only=True):
    """A provision as it is cited (`OSL 18:13`) and what it is about."""

    cite: str
    about: str


COMMON: tuple[Provision, ...] = (
    Provision(cite="OSL 18:13", about="risk- och sårbarhetsanalys, planer och hantering av kriser"),
    Provision(cite="OSL 18:8", about="säkerhets- och bevakningsåtgärder, larm och lås"),
    Provision(cite="OSL 18:1", about="förundersökning och brottsbekämpning"),
    Provision(cite="OSL 15:2", about="försvaret och rikets säkerhet"),
    Provision(cite="OSL 21:1", about="enskilds hälsa eller sexualliv"),
    Provision(cite="OSL 21:3", about="adress och telefon till den som är förföljd"),
    Provision(cite="OSL 23:1", about="förskola: enskilds personliga förhållanden"),
    Provision(cite="OSL 23:2", about="skola: elevhälsa, särskilt stöd och skolgång"),
    Provision(cite="OSL 25:1", about="hälso- och sjukvård"),
    Provision(cite="OSL 26:1", about="socialtjänst"),
    Provision(cite="OSL 39:1", about="personal: stöd och behandling"),
    Provision(cite="OSL 39:2", about="personal: hälsa, omplacering, pensionering"),
    Provision(cite="OSL 39:3", about="personal: hemadress, privat telefon, närstående"),
)


def named(provision: Provision) -> str:
    """Return the provision with what it is about, as it stands in a list."""
    return f"{provision.cite}  {provision.about}"


def cited(typed: str) -> str:
    """Return how the provision is cited: the list's own words and `18:13` become `OSL 18:13`.

    Anything else stands as it was written, with single blanks.
    """
    said = " ".join(typed.split())
    folded = said.casefold()
    for known in COMMON:
        short = known.cite.partition(" ")[2]
        if folded in (known.cite.casefold(), short, " ".join(named(known).split()).casefold()):
            return known.cite
    return f"OSL {said}" if _bare(said) else said


def about(cite: str) -> str:
    """Return what a common provision is about, "" for any other."""
    return next((known.about for known in COMMON if known.cite.casefold() == cite.casefold()), "")


def bar(cite: str) -> str:
    """Return the bar that stands for a covered text: `■■■■ OSL 18:13 ■■■■`, or `■■■■ sekretess ■■■■`."""
    said = " ".join(cite.split()) if is_named(cite) else _BAR_UNNAMED
    cut = said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
    return f"{BAR} {cut} {BAR}"


def is_named(cite: str) -> bool:
    """Return whether it is a provision; earlier versions wrote *markerad* for none."""
    return cite.strip().casefold() not in _UNNAMED


def _bare(said: str) -> bool:
    """Return whether it is chapter and section and nothing more, such as `35:1`."""
    chapter, mark, section = said.partition(":")
    return mark == ":" and chapter.isdecimal() and section.isdecimal()
