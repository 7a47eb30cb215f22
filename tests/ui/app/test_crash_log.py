"""What went wrong is kept for this user's eyes alone: an error may quote what is secret."""

import logging
from pathlib import Path

import pytest

from crisisdesk.app.crash_log import CRASH_FILE, FILE, CrashLog


def test_nobody_else_reads_what_went_wrong(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE).touch(0o644)
    kept = CrashLog(tmp_path, lambda _sentence: None)
    assert kept.start() == ""
    logging.getLogger("crisisdesk").error("hemligt")
    kept.stop()
    caplog.clear()
    assert "hemligt" in (tmp_path / FILE).read_text()
    assert [(tmp_path / name).stat().st_mode & 0o077 for name in (FILE, CRASH_FILE)] == [0, 0]
