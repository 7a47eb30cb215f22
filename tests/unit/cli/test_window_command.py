"""The way to the window: without a display it ends with a sentence, not with an abort."""

import pytest

from crisisdesk.cli.__main__ import start
from crisisdesk.cli.window import read
from crisisdesk.cli.window_call import window as command


def test_without_a_display_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert start(["nosuch"]) == 3
    told = capsys.readouterr()
    assert "ingen skärm" in told.err
    assert told.out == ""


def test_the_ordinary_calls_are_read_as_click_reads_them() -> None:
    for arguments in (
        [],
        ["--smoke"],
        ["a b.crisisdesk"],
        ["--data-dir", "d", "--smoke", "f"],
        ["f", "--smoke"],
    ):
        asked = command.make_context("crisisdesk", list(arguments)).params
        assert read(arguments) == (asked["data_dir"], asked["smoke"], asked["file"])


@pytest.mark.parametrize(
    "arguments", [["--data-dir"], ["--nosuch"], ["a", "b"], ["--data-dir=d"], ["--", "f"], [""], ["-x", "f"]]
)
def test_what_is_out_of_the_ordinary_is_left_to_click(arguments: list[str]) -> None:
    assert read(arguments) is None
