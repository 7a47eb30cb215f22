"""The secrecy field: choose a provision or type one, all by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from crisisdesk.base.errors import RuleBroken
from crisisdesk.ui.kit.secrecy_field import SecrecyField, SecrecyValue
from crisisdesk.ui.kit.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> SecrecyField:
    made = SecrecyField(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def list_of(field: SecrecyField) -> QAbstractItemView:
    popup = field.provision.edit.completer().popup()
    assert popup is not None
    return popup


def test_typing_narrows_the_list_down_and_enter_takes_the_citation(field: SecrecyField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.provision.edit, "bevak")
    popup = list_of(field)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.provision.edit.text() == "OSL 18:8")
    assert field.value() == SecrecyValue("OSL 18:8")


def test_the_down_arrow_shows_every_common_provision(field: SecrecyField) -> None:
    QTest.keyClick(field.provision.edit, Qt.Key.Key_Down)
    assert list_of(field).isVisible()
    assert field.provision.edit.completer().completionCount() > 10
    list_of(field).hide()


@pytest.mark.parametrize(
    ("typed", "cited"), [("18:13", "OSL 18:13"), ("osl 15:2", "OSL 15:2"), ("35:1", "OSL 35:1")]
)
def test_a_bare_section_is_cited_whole(field: SecrecyField, typed: str, cited: str) -> None:
    QTest.keyClicks(field.provision.edit, typed)
    assert field.cite() == cited


def test_any_other_provision_stands_as_it_was_typed(field: SecrecyField) -> None:
    QTest.keyClicks(field.provision.edit, "OSL 18 kap 13 a")
    assert field.value().provision == "OSL 18 kap 13 a"


def test_authority_and_date_are_taken_and_a_wrong_date_is_told(field: SecrecyField) -> None:
    field.set_value("OSL 18:1", "Polisen", date(2027, 1, 14))
    assert field.value() == SecrecyValue("OSL 18:1", "Polisen", date(2027, 1, 14))
    field.day.set_value("i dag")
    with pytest.raises(RuleBroken) as refusal:
        field.value()
    assert refusal.value.field == "decided_on"
