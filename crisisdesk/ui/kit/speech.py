"""What assistive technology says of its own accord."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Have `sentence` read aloud; `at_once` interrupts what is being read (alarms).

    Painted rows are no widgets of their own, so the widget that paints them speaks for the current one.
    """
    event = QAccessibleAnnouncementEvent(widget, sentence)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
