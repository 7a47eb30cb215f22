"""Both commands' first half: what is missing of system packages and Python packages is installed."""

from __future__ import annotations

import importlib.util

import debian
from environment import WITH_TESTS, Environment


def prepare(environment: Environment, extent: str, on_screen: bool) -> None:
    """Install what is missing for the extent; when nothing is, this takes a blink and says nothing.

    Raises StepFailed with what to do by hand.
    """
    ready = environment.is_ready(extent)
    for_tests = extent == WITH_TESTS
    packages = debian.missing_packages(on_screen, for_tests)
    if not ready and importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    if packages:
        debian.install(packages, "testerna" if for_tests else "programmet")
    if not ready:
        environment.prepare(extent)
