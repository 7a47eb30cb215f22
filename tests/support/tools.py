"""What a fault test needs of the machine: where it is missing, the test is skipped with the reason."""

import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, size: str) -> Generator[Path, None, None]:
    """Mount a file system of that size (such as "1m") in memory; skip where it is not allowed."""
    at.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at))
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def make_read_only(disk: Path) -> None:
    """Mount the disk anew, read-only."""
    _mount("-o", "remount,ro", str(disk))


def _mount(*arguments: str) -> None:
    if not shutil.which("mount"):
        pytest.skip("needs mount")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"needs leave to mount a small disk: {done.stderr.strip()}")


def strace(*options: str, run: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run a Python program under strace with the options; skip where it cannot trace."""
    if not _can_trace():
        pytest.skip("needs strace, and leave to trace a process")
    command = ["strace", "-f", "-qq", *options, sys.executable, *run]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@cache
def _can_trace() -> bool:
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0
