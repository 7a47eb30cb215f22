"""One window with every piece of the kit, to be looked at: `python -m tests.ui.kit.gallery FOLDER`."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from crisisdesk.ui.kit.forms import Form, Sheet
from crisisdesk.ui.kit.log_row import LogRow, LogTag
from crisisdesk.ui.kit.log_view import LogView
from crisisdesk.ui.kit.row_list import RowList, RowSpec
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.kit.time_axis import Mark, TimeAxis
from crisisdesk.ui.kit.tokens import KINDS
from crisisdesk.ui.kit.widgets import (
    Bar,
    BarAction,
    Button,
    Card,
    Chip,
    EmptyState,
    ExerciseBand,
    Figure,
    IconButton,
    KeyCap,
    KindTag,
    Label,
    LineEdit,
    NavRow,
    Panel,
    ProgressBar,
    Scroller,
    SectionHead,
    Tag,
    TickBox,
    WrapLabel,
    flow_box,
)

ZONE = "Europe/Stockholm"
SIZES = ((1366, 768), (1920, 1080))


def log_rows() -> list[LogRow]:
    """Return lines of every kind, as in the exercise."""
    day = "Torsdag 14 januari 2027"
    ok = LogTag(word="bekräftad", icon="badge-check", tone="ok")
    rows = [
        LogRow(
            number=41,
            time="14:31",
            kind="dec",
            text="Undervisningen i hus B ställs in till fredag.",
            secondary="Motivering: sanering och elkontroll. Alternativ: distans, avvisat: ingen teknik.",
            route="Ordförande",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=40,
            time="14:28",
            kind="in",
            text="Räddningsledare: hus B utrymt, alla räknade",
            tags=(ok,),
            route="Räddningstjänst → chef, telefon",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=39,
            time="14:25",
            kind="step",
            text="4.6 POSOM larmad, kommer till samlingsplatsen",
            route="Till POSOM, telefon",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=38,
            time="14:21",
            kind="unc",
            text="Besvarad: saknad elev hade gått hem 12:30",
            secondary="→ nr 22",
            route="Rektor, telefon",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=37,
            time="14:18",
            kind="call",
            text="Kommundirektören nådd och informerad",
            route="Chef → kommundirektör",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=36,
            time="14:12",
            kind="task",
            text="Ersättningslokal till fredag 08:00. Ansvarig: verksamhetschef. Klart 16:00",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=35,
            time="14:10",
            kind="in",
            text="Rykte i sociala medier: en elev död",
            tags=(LogTag(word="motsagd", icon="ban", tone="alarm"),),
            secondary="av nr 40",
            route="Media",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=34,
            time="14:07",
            kind="in",
            text="Tre elever till sjukhus, lindriga rökskador",
            struck=True,
            replaced_note="rättad: två, se nr 36 · fel antal, MK 14:09",
            route="Ambulansledare",
            sign="MK",
            day=day,
        ),
        LogRow(
            number=33,
            time="13:58",
            kind="note",
            text="Blankett 2: fastighetsjouren stänger ventilationen",
            tags=(LogTag(word="från papper, införd 14:06", icon="file-text"),),
            route="Fastighetsjour",
            sign="TB",
            day=day,
        ),
        LogRow(
            number=32,
            time="13:55",
            kind="sys",
            text="Avbrott 13:52–14:05 (strömavbrott). Loggen fortsätter.",
            sign="MK",
            day=day,
        ),
        LogRow(number=31, time="13:40", kind="meet", text="Första mötet börjar", sign="MK", day=day),
        LogRow(
            number=30, time="13:12", kind="ass", text="Händelsen bedöms som allvarlig", sign="LS", day=day
        ),
        LogRow(
            number=29,
            time="23:58",
            kind="out",
            text="Provsamtal till växeln",
            sign="LS",
            day="Onsdag 13 januari 2027",
        ),
    ]
    older = [
        LogRow(number=n, time="12:00", kind="note", text=f"Rad {n}", sign="LS", day="Onsdag 13 januari 2027")
        for n in range(28, 0, -1)
    ]
    return rows + older


def marks() -> tuple[Mark, ...]:
    """Return the marks of the exercise's first hours."""
    zone = ZoneInfo(ZONE)

    def at(clock: str) -> datetime:
        hour, minute = clock.split(":")
        return datetime(2027, 1, 14, int(hour), int(minute), tzinfo=zone)

    listed = (
        ("13:05", "unc", "13:05 larm", True, False, "siren", 2),
        ("13:12", "dec", "", True, False, "", 0),
        ("13:19", "dec", "", True, False, "", 0),
        ("13:42", "meet", "13:42 möte 1", False, False, "", 1),
        ("13:55", "dec", "", True, False, "", 0),
        ("14:10", "out", "14:10 budskap 1", True, False, "", 1),
        ("14:21", "unc", "", True, False, "", 0),
        ("14:40", "meet", "14:40 avstämning", True, True, "", 1),
        ("15:20", "out", "15:20 intervju", False, True, "megaphone", 0),
        ("16:00", "task", "16:00 lokal klar", True, True, "", 1),
    )
    return tuple(
        Mark(
            key=f"{clock}{i}",
            at=at(clock),
            kind=kind,
            label=label,
            above=above,
            future=future,
            icon=icon,
            weight=weight,
        )
        for i, (clock, kind, label, above, future, icon, weight) in enumerate(listed)
    )


def header(theme: Theme) -> QWidget:
    """Return a window head as in the pictures."""
    panel = Panel(theme, "surface", edges=("bottom",), horizontal=True, margin=12, gap=16)
    panel.add(Label(theme, "Brand, vuxenutbildningen hus B", "heading"))
    panel.add(Label(theme, "2027-003", "digits"))
    panel.add(ExerciseBand(theme, "ÖVNING"))
    panel.body.addStretch(1)
    panel.add(Figure(theme, "Sedan larm", "01:27"))
    panel.add(Figure(theme, "Nästa avstämning", "14:40", "om 8 min"))
    panel.add(Figure(theme, "Loggförare", "MK"))
    panel.add(Label(theme, "14:32", "clock"))
    return panel


def navigation(theme: Theme) -> QWidget:
    """Return a few navigation rows."""
    panel = Panel(theme, "nav", margin=8, gap=1)
    panel.add(SectionHead(theme, "Under krisen", token="navdim"))
    for text, icon, count, done in (
        ("1 Larm", "siren", "", True),
        ("4 Åtgärder", "list-checks", "5/9", False),
    ):
        row = NavRow(theme, text, icon)
        row.set_count(count, done=done)
        row.set_on(text.startswith("4"))
        panel.add(row)
    late = NavRow(theme, "Uppgifter", "square-check-big")
    late.set_count("2", late=True)
    panel.add(late)
    panel.body.addStretch(1)
    return panel


def marks_card(theme: Theme) -> QWidget:
    """Return tags, kinds, chips, keys and buttons."""
    card = Card(theme)
    tags = (
        Tag(theme, "bekräftad", "badge-check", "ok"),
        Tag(theme, "obekräftad", "circle-question-mark", "warn"),
        Tag(theme, "motsagd", "ban", "alarm"),
        Tag(theme, "avslutad"),
        Tag(theme, "ändrad sedan nr 2: 3 nya", tone="accent"),
    )
    card.add(flow_box(theme, *tags))
    card.add(flow_box(theme, *(KindTag(theme, kind) for kind in KINDS), gap=12))
    chips = (
        Chip(theme, "Info in", "arrow-down-left", True, token="k_in", strong=True),
        Chip(theme, "14:10", "clock", True, note="22 min sen"),
        Chip(theme, "Filter", "funnel"),
        Chip(theme, "Beslut", "gavel", token="k_dec", on=True),
        KeyCap(theme, "Ctrl L"),
        TickBox(theme, "Signerat", on=True),
        TickBox(theme, "Ej", on=False),
    )
    card.add(flow_box(theme, *chips))
    disabled = Button(theme, "Avstängd", "lock")
    disabled.setEnabled(False)
    card.add(
        flow_box(
            theme,
            Button(theme, "Signera MK", "pen-line", primary=True, key_hint="Space"),
            Button(theme, "Ej aktuellt …"),
            Button(theme, "Till uppgift", "square-check-big"),
            Button(theme, "Kort", "plus", key_hint="Ins"),
            Button(theme, "Stryk", "strikethrough", danger=True),
            Button(theme, "Tyst", "history", variant="quiet"),
            Button(theme, "Larm: ny händelse", "siren", variant="alarm"),
            IconButton(theme, "lock", "Sekretess", variant="plain"),
            disabled,
        )
    )
    bar = ProgressBar(theme, name="Åtgärder")
    bar.set_progress(5, 9)
    card.add(bar)
    card.add(EmptyState(theme, "Här står kort om vad som har hänt. Lägg till ett med", "Ins", icon="flame"))
    card.add(WrapLabel(theme, "Donaudampfschiffahrtsgesellschaftskapitän" * 4, "quiet"))
    return card


def rows_card(theme: Theme) -> RowList:
    """Return a list with a focused row."""
    rows = RowList(theme, "Steg")

    def make(text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.dp(12), theme.dp(8), theme.dp(12), theme.dp(8))
        line.addWidget(TickBox(theme, "", name=text))
        line.addWidget(WrapLabel(theme, text, "read"), 1)
        line.addWidget(Label(theme, "Förvaltningschef", "quiet"))
        return row

    texts = {
        "4.1": "4.1 Larma eller informera kommundirektören eller annan behörig beslutsfattare",
        "4.2": "4.2 Besluta vilka som deltar",
        "4.3": "4.3 Larma krisledningsgruppen enligt larmlistan",
    }
    rows.set_rows([RowSpec(key, lambda text=text: make(text), name=text) for key, text in texts.items()])
    rows.focus_key("4.2")
    return rows


def sheet(theme: Theme) -> Sheet:
    """Return a form with every sort of field and one error."""
    form = Form(theme)
    form.line("what", "Beslut", "Undervisningen ställs in")
    form.text("why", "Motivering", "Sanering\noch elkontroll", hint="Det som är osäkert står under Osäkert.")
    form.clock("follow", "Följs upp", "1600")
    form.date("day", "Datum", "2027-01-14", beside=True)
    form.choice("role", "Roll", [("a", "Ordförande"), ("b", "Stabschef"), ("c", "Annan")], "a")
    form.choice("who", "Ansvarig", [(str(n), f"Funktion {n}") for n in range(9)], "3", beside=True)
    form.check("secret", "Sekretess")
    form.field("why").show_error("Skriv varför: utan motivering är beslutet ofullständigt.")
    return Sheet(theme, "Nytt beslut", form, primary="Logga beslut", icon="gavel")


def window(theme: Theme) -> QWidget:
    """Return the whole gallery."""
    whole = Panel(theme, "bg", gap=0)
    whole.add(header(theme))
    whole.add(
        Bar(
            theme,
            "alarm",
            "Raden sparades inte: disken är full. Texten står kvar i fältet.",
            [BarAction("retry", "Försök igen"), BarAction("paper", "Skriv på blankett 4", closes=False)],
        )
    )
    whole.add(Bar(theme, "warn", "Kopian på E: är 12 minuter gammal.", [BarAction("ok", "Välj plats …")]))
    body = QHBoxLayout()
    whole.body.addLayout(body, 1)
    nav = navigation(theme)
    nav.setFixedWidth(theme.dp(200))
    body.addWidget(nav)
    left = QVBoxLayout()
    left.setContentsMargins(16, 16, 16, 16)
    body.addLayout(left, 3)
    log = LogView(theme, "Logg")
    log.set_rows(log_rows())
    log.set_current(40)
    left.addWidget(log, 1)
    axis = TimeAxis(theme, "Tidsaxel", ZONE)
    axis.set_marks(marks())
    now = datetime(2027, 1, 14, 14, 32, tzinfo=ZoneInfo(ZONE))
    axis.set_now(now)
    axis.set_span(now - timedelta(minutes=97), now + timedelta(minutes=120))
    left.addWidget(axis)
    right = QWidget()
    column = QVBoxLayout(right)
    for part in (marks_card(theme), rows_card(theme), sheet(theme)):
        column.addWidget(part)
    column.addStretch(1)
    body.addWidget(Scroller(theme, right), 2)
    side = LogView(theme, "Senaste rader", compact=True)
    side.set_rows(log_rows())
    side.setFixedWidth(theme.dp(260))
    body.addWidget(side)
    search = LineEdit(theme, "Sök i loggen", hint="Sök i loggen", icon="search")
    whole.add(search)
    return whole


def main(folder: Path) -> None:
    """Write the gallery's pictures into `folder`."""
    app = QApplication([])
    theme = Theme()
    for scale in (1.0, 1.5):
        for dark in (False, True):
            theme.apply(app, dark=dark, scale=scale)
            for width, height in SIZES:
                shown = window(theme)
                shown.resize(width, height)
                shown.show()
                app.processEvents()
                app.processEvents()
                shown.grab().save(str(folder / f"gallery-{'dark' if dark else 'light'}-{width}-{scale}.png"))
                shown.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
