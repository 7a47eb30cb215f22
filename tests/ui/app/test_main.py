"""The program as it is started: one process, one window, exit code 0."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join((str(ROOT), str(ROOT / "resources")))
    return subprocess.run(
        [sys.executable, "-m", "crisisdesk", *arguments],
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_smoke_opens_the_window_paints_it_and_leaves() -> None:
    ended = start("--smoke")
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr


def test_smoke_leaves_one_incident_in_the_folder_it_was_given(tmp_path: Path) -> None:
    assert start("--smoke", "--data-dir", str(tmp_path)).returncode == 0
    assert len(list((tmp_path / "handelser").glob("*.crisisdesk"))) == 1


def test_the_database_is_not_loaded_before_the_start_window_is_up(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from crisisdesk import compose; from crisisdesk.app.desk import Desk;"
        "from crisisdesk.base.settings import Settings; from crisisdesk.ui.kit.theme import Theme;"
        "app = QApplication([]); theme = Theme(); theme.apply(app, dark=False);"
        f"folder = Path({str(tmp_path)!r});"
        "desk = Desk(theme, folder, compose.library(folder), compose.load_plan, Settings());"
        "desk.begin(None); print(sorted({'sqlite_utils', 'reportlab', 'pikepdf'} & set(sys.modules)))"
    )
    paths = os.pathsep.join((str(ROOT), str(ROOT / "resources")))
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert ended.stdout.strip() == "[]"
