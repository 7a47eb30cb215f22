"""What a start on an incident must not wait for: it is loaded when it is used."""

import subprocess
import sys
from pathlib import Path

from tests.support.children import environment
from tests.support.long_incident import write

LATER = (
    "click",
    "sqlite_utils",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "tomllib",
    "importlib.resources",
    "crisisdesk.plan.loader",
    "crisisdesk.report",
    "crisisdesk.ui.wall",
    "crisisdesk.ui.screens.log.screen",
    "crisisdesk.ui.screens.board.screen",
)

LISTED = """
import sys
from crisisdesk.app import main
leave = main._leave
def told(app, desk):
    print("\\n".join(sys.modules))
    leave(app, desk)
main._leave = told
from crisisdesk.cli.__main__ import start
sys.exit(start(sys.argv[1:]))
"""


def test_a_start_waits_for_nothing_that_only_some_use_needs(tmp_path: Path) -> None:
    file = write(tmp_path / "a.crisisdesk", 20)
    command = [sys.executable, "-c", LISTED, "--data-dir", str(tmp_path), "--smoke", str(file)]
    done = subprocess.run(
        command, env=environment(QT_QPA_PLATFORM="offscreen"), capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "crisisdesk.ui.shell.incident_window" in loaded
    assert [name for name in LATER if name in loaded] == []
