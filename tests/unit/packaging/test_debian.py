"""System packages: asked for only when missing, fetched with apt-get, else named for a person to install."""

import os
from collections.abc import Callable

import pytest

import debian
from steps import StepFailed

StandIn = Callable[[str, str], None]
Calls = Callable[[], list[str]]

LOOK = "apt-get install --simulate libegl1 libgl1"
INSTALL = "apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends libegl1 libgl1"


@pytest.fixture
def as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def as_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    for name in debian.PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_only_what_is_not_there_is_missing() -> None:
    wanted = {"a.so": "liba", "b.so": "libb", "c.so": "libc"}
    assert debian.missing(wanted, lambda name: name == "b.so") == ["liba", "libc"]


def test_the_loader_finds_what_is_there_and_nothing_else() -> None:
    assert not debian.loads("libno-such-library.so.9")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_need_no_system_packages(platform: str) -> None:
    assert debian.missing_packages(on_screen=True, for_tests=True, platform=platform) == []


def test_a_window_and_the_tests_need_more_than_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(name: str) -> bool:
        return False

    monkeypatch.setattr(debian, "loads", never)
    monkeypatch.setattr(debian, "found", never)

    def missing(on_screen: bool, for_tests: bool) -> set[str]:
        return set(debian.missing_packages(on_screen, for_tests, platform="linux"))

    assert missing(False, False) == set(debian.WINDOWLESS.values())
    assert missing(True, False) - missing(False, False) == set(debian.ON_SCREEN.values())
    for_tests_alone = {*debian.TEST_TOOLS.values(), *debian.ON_TEST_DISPLAY.values()}
    assert missing(False, True) - missing(True, False) == for_tests_alone


@pytest.mark.usefixtures("as_root")
def test_known_packages_are_installed_at_once(stand_in: StandIn, calls: Calls) -> None:
    stand_in("apt-get", "exit 0")
    debian.install(["libegl1", "libgl1"], "programmet")
    assert calls() == [LOOK, INSTALL]


@pytest.mark.usefixtures("as_root")
def test_unknown_packages_are_looked_up_first(stand_in: StandIn, calls: Calls) -> None:
    # Knows nothing until the lists are fetched, as in a fresh container.
    stand_in("apt-get", 'case "$1" in update) : > "$0.fresh";; *) test -e "$0.fresh";; esac')
    debian.install(["libegl1", "libgl1"], "programmet")
    assert calls() == [LOOK, "apt-get update -qq", INSTALL]


@pytest.mark.usefixtures("as_root")
def test_lists_that_are_too_old_are_fetched_anew(stand_in: StandIn, calls: Calls) -> None:
    # The lists name a version that the mirror has dropped.
    stand_in("apt-get", 'case "$1$2" in update*) : > "$0.fresh";; *-y) test -e "$0.fresh";; esac')
    debian.install(["libegl1", "libgl1"], "programmet")
    assert calls()[1:] == [INSTALL, "apt-get update -qq", INSTALL]


@pytest.mark.usefixtures("as_user")
def test_a_user_installs_with_sudo(stand_in: StandIn, calls: Calls) -> None:
    stand_in("apt-get", "exit 0")
    stand_in("sudo", 'exec "$@"')
    debian.install(["libegl1", "libgl1"], "programmet")
    assert calls()[1:] == [f"sudo env DEBIAN_FRONTEND=noninteractive {INSTALL}", INSTALL]


@pytest.mark.usefixtures("as_user")
def test_sudo_keeps_the_proxy_without_showing_it(
    stand_in: StandIn, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://secret@proxy.example.org")
    stand_in("apt-get", "exit 0")
    stand_in("sudo", "exit 0")
    debian.install(["libegl1"], "programmet")
    assert calls()[1].startswith("sudo --preserve-env=https_proxy env ")
    assert "secret" not in calls()[1]


@pytest.mark.usefixtures("as_root")
def test_a_failed_install_says_what_to_install_by_hand(stand_in: StandIn) -> None:
    stand_in("apt-get", "exit 100")
    with pytest.raises(StepFailed, match="apt-get install libegl1 libgl1"):
        debian.install(["libegl1", "libgl1"], "programmet")


@pytest.mark.usefixtures("stand_in")
def test_without_apt_get_the_packages_are_named() -> None:
    with pytest.raises(StepFailed, match=r"apt-get finns inte[\s\S]* libegl1"):
        debian.install(["libegl1"], "programmet")


@pytest.mark.usefixtures("as_user")
def test_without_sudo_the_packages_are_named(stand_in: StandIn) -> None:
    stand_in("apt-get", "exit 0")
    with pytest.raises(StepFailed, match=r"sudo finns inte[\s\S]* libegl1"):
        debian.install(["libegl1"], "programmet")
