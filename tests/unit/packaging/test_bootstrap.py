"""A second start installs nothing; a first one asks for what Debian leaves out of Python."""

import importlib.util

import pytest

import bootstrap
import debian
from environment import PROGRAM, WITH_TESTS, Environment
from steps import ROOT


class Recorder(Environment):
    """An environment that only notes what it is asked to make."""

    def __init__(self, ready: bool) -> None:
        super().__init__(ROOT)
        self.ready = ready
        self.made: list[str] = []

    def is_ready(self, extent: str) -> bool:
        return self.ready

    def prepare(self, extent: str) -> None:
        self.made.append(extent)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    packages: list[str] = []

    def install(wanted: list[str], purpose: str) -> None:
        packages.extend(wanted)

    def nothing_missing(on_screen: bool, for_tests: bool) -> list[str]:
        return []

    monkeypatch.setattr(debian, "install", install)
    monkeypatch.setattr(debian, "missing_packages", nothing_missing)
    return packages


def test_a_second_start_does_and_says_nothing(
    installed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    environment = Recorder(ready=True)
    bootstrap.prepare(environment, PROGRAM, on_screen=True)
    assert (environment.made, installed, capsys.readouterr().out) == ([], [], "")


def test_a_first_start_makes_the_environment(installed: list[str]) -> None:
    environment = Recorder(ready=False)
    bootstrap.prepare(environment, WITH_TESTS, on_screen=True)
    assert environment.made == [WITH_TESTS]


def test_debians_missing_part_of_python_is_installed_first(
    installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(name: str) -> None:
        return None

    monkeypatch.setattr(importlib.util, "find_spec", nothing)
    bootstrap.prepare(Recorder(ready=False), PROGRAM, on_screen=False)
    assert installed == ["python3-venv"]
