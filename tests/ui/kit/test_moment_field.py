"""A time says under its field how it was understood, with its day when that is not today."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from crisisdesk.ui.kit.forms import Form
from crisisdesk.ui.kit.moment_field import MomentField, to_come
from crisisdesk.ui.kit.theme import Theme

NOW = datetime(2027, 1, 14, 17, 5, tzinfo=UTC)  # 18:05 in Stockholm


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("17.00", "i morgon 17:00"),
        ("19", "19:00"),
        ("om 20 min", "18:25"),
        ("fre 8", "i morgon 08:00"),
        ("mån 8", "mån 08:00"),
        ("25.99", "Ingen tid. Skriv till exempel 16.00 eller fre 8."),
        ("", "Tomt: ingen tid"),
    ],
)
def test_a_deadline_says_its_day(qtbot: QtBot, theme: Theme, typed: str, said: str) -> None:
    form = Form(theme)
    qtbot.addWidget(form)
    says = to_come(lambda: NOW, "Europe/Stockholm")
    field = form.moment("at", "Nästa lägesavstämning", says=says, hint="Tomt: ingen tid")
    assert isinstance(field, MomentField)
    field.edit.setText(typed)
    assert field.said() == said


def test_what_it_says_follows_the_clock(qtbot: QtBot, theme: Theme) -> None:
    clock = [datetime(2027, 1, 14, 15, 59, tzinfo=UTC)]
    form = Form(theme)
    qtbot.addWidget(form)
    field = form.moment("at", "Nästa", "17.00", says=to_come(lambda: clock[0], "Europe/Stockholm"))
    assert field.said() == "17:00"
    clock[0] = NOW
    field.tell()
    assert field.said() == "i morgon 17:00"
