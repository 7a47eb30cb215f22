"""The way to the window: without a display it ends with a sentence, not with an abort."""

import pytest

from crisisdesk.cli.__main__ import start


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
