"""The one place for colours, spaces, radii and type sizes (and the style sheet templates beside it)."""

from typing import Final, Literal

from crisisdesk.base.record import Value

FAMILY: Final = "CrisisDesk Sans"
FONT_FILES: Final = (
    "fonts/CrisisSans-Regular.ttf",
    "fonts/CrisisSans-Medium.ttf",
    "fonts/CrisisSans-SemiBold.ttf",
)


class Tokens(Value):
    """The colours of one theme as `#RRGGBB`. Text colours reach 4.5:1 on bg, surface and accentsoft."""

    ink: str
    ink2: str
    ink3: str
    bg: str
    surface: str
    sunken: str
    line: str
    thumb: str  # handle of a scroll bar; 3:1 on surface
    nav: str
    navtext: str
    navdim: str
    navon: str
    onnav: str  # text of its chosen row
    navbar: str  # bar of its chosen row, focus ring on it
    accent: str
    onaccent: str
    accentsoft: str
    alarm: str
    alarmsoft: str
    alarmfill: str  # ground of the Larm button and of the count of late things; onfill stands on it
    ok: str
    oksoft: str
    warn: str
    warnsoft: str
    ex: str
    onfill: str  # text on ex and on alarmfill
    k_note: str
    k_in: str
    k_out: str
    k_dec: str
    k_task: str
    k_unc: str
    k_ass: str
    k_meet: str
    k_call: str
    k_sys: str


LIGHT: Final = Tokens(
    ink="#14212E",
    ink2="#465566",
    ink3="#586777",
    bg="#F2F4F6",
    surface="#FFFFFF",
    sunken="#E8ECF0",
    line="#D2D9E0",
    thumb="#87949F",
    nav="#14212E",
    navtext="#D5DEE7",
    navdim="#A9B7C5",
    navon="#263B50",
    onnav="#FFFFFF",
    navbar="#5AA9F5",
    accent="#0A5FB0",
    onaccent="#FFFFFF",
    accentsoft="#E3EFFA",
    alarm="#B42318",
    alarmsoft="#FDECEA",
    alarmfill="#B42318",
    ok="#1B7340",
    oksoft="#E4F4EA",
    warn="#8A5300",
    warnsoft="#FDF1DC",
    ex="#5B2A86",
    onfill="#FFFFFF",
    k_note="#465566",
    k_in="#0B6B78",
    k_out="#1B7340",
    k_dec="#7A2A8C",
    k_task="#8A5300",
    k_unc="#A23C0C",
    k_ass="#3F4AA8",
    k_meet="#0A5FB0",
    k_call="#566200",
    k_sys="#586777",
)

DARK: Final = Tokens(
    ink="#E8EEF4",
    ink2="#B3C0CC",
    ink3="#93A2B0",
    bg="#0F1720",
    surface="#17222E",
    sunken="#0B1219",
    line="#2B3A49",
    thumb="#66788A",
    nav="#0B1219",
    navtext="#C9D4DF",
    navdim="#9DAEBD",
    navon="#1F3143",
    onnav="#FFFFFF",
    navbar="#5AA9F5",
    accent="#5AA9F5",
    onaccent="#08121C",
    accentsoft="#142F49",
    alarm="#FF8A7A",
    alarmsoft="#3A1714",
    alarmfill="#B42318",
    ok="#62CB8D",
    oksoft="#112E1E",
    warn="#F0B44C",
    warnsoft="#33260D",
    ex="#8C55BE",
    onfill="#FFFFFF",
    k_note="#B3C0CC",
    k_in="#55C5D4",
    k_out="#62CB8D",
    k_dec="#D08AE2",
    k_task="#F0B44C",
    k_unc="#FF9A66",
    k_ass="#A3AEF7",
    k_meet="#5AA9F5",
    k_call="#C3D14A",
    k_sys="#93A2B0",
)

TOKEN_NAMES: Final = Tokens.__struct_fields__


class Space:
    """Distances in px at 100 %."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 20


class Radius:
    """Corner radii in px at 100 %."""

    TAG: Final = 4
    FIELD: Final = 6
    CARD: Final = 7


class Size:
    """Heights and strokes in px at 100 %."""

    CONTROL: Final = 34
    NAV_ROW: Final = 30
    LIST_ROW: Final = 32
    STEP_ROW: Final = 46
    TAG: Final = 20
    CHIP: Final = 26
    KEY: Final = 20
    ICON: Final = 16
    ICON_SMALL: Final = 14
    RING: Final = 2
    BAR: Final = 4
    HAIR: Final = 1
    PROGRESS: Final = 6
    SCROLL: Final = 12


class Pad:
    """Paddings of native fields; with focus the ring takes a px more, so that the text stands still."""

    FIELD: Final = 9
    FIELD_FOCUS: Final = 8
    TEXT: Final = 6
    TEXT_FOCUS: Final = 5


class Type:
    """Type sizes in px at 100 %."""

    SMALL: Final = 11.0
    LABEL: Final = 12.0
    TAG: Final = 11.5
    QUIET: Final = 12.5
    BODY: Final = 13.5
    READ: Final = 14.0
    FIGURE: Final = 16.0
    QUICK: Final = 16.0
    HEADING: Final = 18.0
    TITLE: Final = 20.0
    BIG: Final = 22.0
    CLOCK: Final = 26.0


class Weight:
    """The three weights of the bundled family."""

    REGULAR: Final = 400
    MEDIUM: Final = 500
    STRONG: Final = 600


LINE_HEIGHT: Final = 1.48  # of the type size: 20 px at 13.5

Tone = Literal["ok", "warn", "alarm", "neutral", "accent", "ex"]


class ToneLook(Value):
    """A state's ink and its soft ground, as token names."""

    ink: str
    ground: str


TONES: Final[dict[Tone, ToneLook]] = {
    "ok": ToneLook("ok", "oksoft"),
    "warn": ToneLook("warn", "warnsoft"),
    "alarm": ToneLook("alarm", "alarmsoft"),
    "neutral": ToneLook("ink2", "sunken"),
    "accent": ToneLook("accent", "accentsoft"),
    "ex": ToneLook("onfill", "ex"),
}


class KindLook(Value):
    """How a kind of log line looks: always icon + word + colour (`token`)."""

    icon: str
    word: str
    token: str


KINDS: Final[dict[str, KindLook]] = {
    "note": KindLook("circle-dot", "Händelse", "k_note"),
    "in": KindLook("arrow-down-left", "Info in", "k_in"),
    "out": KindLook("arrow-up-right", "Info ut", "k_out"),
    "dec": KindLook("gavel", "Beslut", "k_dec"),
    "task": KindLook("square-check-big", "Uppgift", "k_task"),
    "unc": KindLook("circle-question-mark", "Oklarhet", "k_unc"),
    "ass": KindLook("scale", "Bedömning", "k_ass"),
    "meet": KindLook("users", "Möte", "k_meet"),
    "call": KindLook("phone", "Kontakt", "k_call"),
    "step": KindLook("list-checks", "Steg", "k_sys"),
    "sys": KindLook("settings-2", "System", "k_sys"),
}
