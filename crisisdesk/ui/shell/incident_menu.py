"""The menu under the incident's name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from crisisdesk.base.record import Value
from crisisdesk.base.settings import CoverChoice
from crisisdesk.ui.kit.theme import Theme
from crisisdesk.ui.shell.keys import key


class Entry(Value):
    """A verb of the menu: what it does, and its key to show beside it. Without `act` it is a line across.

    `under` are the choices that it opens instead, of which one is `on`.
    """

    words: str = ""
    icon: str = ""
    act: Callable[[], None] | None = None
    key: str = ""
    under: tuple["Entry", ...] = ()
    on: bool = False


def _tr(text: str) -> str:
    return QCoreApplication.translate("incident_menu", text)


class MenuActs(Value):
    """What the verbs of the menu do; None where the window cannot do it now."""

    rename: Callable[[], None] | None
    registry_number: Callable[[], None] | None
    keeper: Callable[[], None] | None
    wall: Callable[[], None]
    report: Callable[[], None] | None
    copy: Callable[[], None] | None
    no_copy: Callable[[], None] | None
    close: Callable[[], None] | None
    cover: Callable[[CoverChoice], None]
    theme: Callable[[], None]
    bigger: Callable[[], None]
    smaller: Callable[[], None]
    keys: Callable[[], None]
    leave: Callable[[], None]


def entries(acts: MenuActs, *, dark: bool, closed: bool, cover: CoverChoice = "one") -> tuple[Entry, ...]:
    """Return the menu; a verb that cannot be done now is left out."""
    every = (
        Entry(_tr("Byt namn …"), "pencil", acts.rename),
        Entry(_tr("Diarienummer …"), "file-text", acts.registry_number),
        Entry(_tr("Byt loggförare …"), "pen-line", acts.keeper),
        Entry(),
        Entry(_tr("Skriv ut …"), "printer", acts.report, key("print").cap),
        Entry(_tr("Storbild …"), "presentation", acts.wall, key("wall").cap),
        Entry(_tr("Plats för kopian …"), "usb", acts.copy),
        Entry(_tr("Sluta kopiera"), "unplug", acts.no_copy),
        Entry(),
        Entry(_tr("Täck sekretess"), "lock", under=_covering(acts, cover)),
        Entry(_tr("Ljust tema") if dark else _tr("Mörkt tema"), "sun" if dark else "moon", acts.theme),
        Entry(_tr("Större text"), "plus", acts.bigger, key("bigger").cap),
        Entry(_tr("Mindre text"), "minus", acts.smaller, key("smaller").cap),
        Entry(_tr("Alla kortkommandon"), "info", acts.keys, "F1"),
        Entry(),
        Entry(_tr("Öppna händelsen igen …") if closed else _tr("Avsluta händelsen …"), "lock", acts.close),
        Entry(_tr("Till startfönstret"), "house", acts.leave),
    )
    return tuple(entry for entry in every if entry.act is not None or entry.under or not entry.words)


def _covering(acts: MenuActs, cover: CoverChoice) -> tuple[Entry, ...]:
    choices: tuple[tuple[CoverChoice, str], ...] = (
        ("always", _tr("Alltid")),
        ("one", _tr("Vid en skärm, eller när projektorn speglar den")),
        ("never", _tr("Aldrig")),
    )
    return tuple(
        Entry(words, "", partial(acts.cover, choice), on=choice == cover) for choice, words in choices
    )


def _act(act: Callable[[], None], _checked: bool = False) -> None:
    act()


def build(theme: Theme, parent: QWidget, found: tuple[Entry, ...]) -> QMenu:
    """Return the menu, which is deleted when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in found:
        if entry.under:
            _add_choices(menu.addMenu(theme.icons.icon(entry.icon), entry.words), entry.under)
            continue
        if entry.act is None:
            menu.addSeparator()
            continue
        words = f"{entry.words}\t{entry.key}" if entry.key else entry.words
        action = menu.addAction(theme.icons.icon(entry.icon), words)
        action.triggered.connect(partial(_act, entry.act))
    return menu


def _add_choices(menu: QMenu, choices: tuple[Entry, ...]) -> None:
    for choice in choices:
        action = menu.addAction(choice.words)
        action.setCheckable(True)
        action.setChecked(choice.on)
        if choice.act is not None:
            action.triggered.connect(partial(_act, choice.act))
