"""Stand-ins for the programs that the bootstrap calls: each notes its call in a file."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

StandIn = Callable[[str, str], None]


@pytest.fixture
def calls(tmp_path: Path) -> Callable[[], list[str]]:
    """What was called so far, one line a call: the name and its arguments."""
    log = tmp_path / "calls"
    return lambda: log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Put a shell script of that name and body alone on the path; it notes its call first."""
    if sys.platform == "win32":
        pytest.skip("the stand-ins are shell scripts")
    folder = tmp_path / "bin"
    folder.mkdir()
    os.symlink("/bin/sh", folder / "sh")
    os.symlink("/usr/bin/env", folder / "env")
    monkeypatch.setenv("PATH", str(folder))

    def write(name: str, body: str) -> None:
        script = folder / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/calls\n{body}\n', encoding="utf-8")
        script.chmod(0o755)

    return write
