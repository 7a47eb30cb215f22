"""Every text in sight in a window: what widgets say, what models give, what is spoken, what rows keep."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from crisisdesk.session.opening import Opened
from crisisdesk.session.session import Session
from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.log_sight import LogSight
from crisisdesk.ui.screens.log.lines import RowBook
from tests.support.everything import every_text

_SAID = (
    *("text", "toPlainText", "title", "placeholderText", "toolTip", "statusTip", "whatsThis"),
    *("accessibleName", "accessibleDescription", "windowTitle", "currentText"),
)


def texts_in_sight(window: QWidget) -> Iterator[str]:
    """Yield each text of the window and of everything that can be seen in it.

    A screen that is not in sight is brought up to date before it is: what it keeps until then is passed by.
    """
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisibleTo(window):
            continue
        yield from _said(widget)
        if isinstance(widget, QAbstractItemView):
            yield from _modelled(widget)
        # What it paints from: rows and looks, never the session behind it.
        yield from every_text(vars(widget), QObject, Session, Opened, LogSight, RowBook)
        yield from _lines(widget)


def _lines(widget: QWidget) -> Iterator[str]:
    """Yield what the rows of a log say; how older ones were laid out is only a cache."""
    sight = vars(widget).get("sight")
    if isinstance(sight, LogSight):
        for place in range(len(sight.rows)):
            yield from every_text(sight.rows[place])


def _said(widget: QWidget) -> Iterator[str]:
    for name in _SAID:
        if name in vars(QWidget) or not isinstance(widget, Form):
            said = getattr(widget, name, None)
            found = said() if callable(said) else None
            if isinstance(found, str):
                yield found


def _modelled(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            yield str(model.index(row, 0).data(role) or "")
