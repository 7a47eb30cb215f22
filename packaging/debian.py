"""What the operating system must bring: which Linux libraries and tools are missing, and apt-get for them."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from steps import StepFailed, say, shown, succeeds

# What is loaded or called, and Debian's package that holds it (found in a bare Debian 12).
WINDOWLESS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
ON_SCREEN = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
ON_TEST_DISPLAY = {
    "libXrandr.so.2": "libxrandr2",  # makes two monitors of the test display, and pulls one out
}
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",  # xvfb-run calls it, xvfb only recommends it
    "xdotool": "xdotool",  # types on the test display
    "pdftoppm": "poppler-utils",
    "strace": "strace",
}
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")


def loads(library: str) -> bool:
    """Whether the dynamic loader finds the library: the question that Qt will ask."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def found(tool: str) -> bool:
    """Whether the tool can be called by its name."""
    return shutil.which(tool) is not None


def missing(wanted: Mapping[str, str], present: Callable[[str], bool]) -> list[str]:
    """Return the packages of what is not there, in the order of `wanted`."""
    return [package for name, package in wanted.items() if not present(name)]


def missing_packages(on_screen: bool, for_tests: bool, platform: str = sys.platform) -> list[str]:
    """Return the Debian packages that the program (or its tests) still need; none outside Linux."""
    if not platform.startswith("linux"):
        return []
    libraries = {
        **WINDOWLESS,
        **(ON_SCREEN if on_screen or for_tests else {}),
        **(ON_TEST_DISPLAY if for_tests else {}),
    }
    tools = missing(TEST_TOOLS, found) if for_tests else []
    return missing(libraries, loads) + tools


def install(packages: Sequence[str], purpose: str) -> None:
    """Install the packages with apt-get, or say which ones a person must install.

    The package lists are fetched first when they do not know a package, and once more when they turn
    out to be too old. Raises StepFailed when apt-get is not there, not allowed or fails.
    """
    say(f"Installerar systempaket ({purpose}): {' '.join(packages)}")
    prefix = _prefix(packages)
    calm = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    wanted = [*prefix, "apt-get", "install", "-y", *calm, "--no-install-recommends", *packages]
    update = [*prefix, "apt-get", "update", "-qq"]
    listed = succeeds(["apt-get", "install", "--simulate", *packages], quiet=True)
    if listed and succeeds(wanted):
        return
    if not (succeeds(update) and succeeds(wanted)):
        raise StepFailed(f"systempaketen för {purpose} installerades inte.", by_hand(packages))


def by_hand(packages: Iterable[str]) -> list[str]:
    """Return what a person does to get the packages, with or without Debian."""
    names = list(packages)
    return [
        "Kontrollera att datorn når nätet.",
        f"Som root på Debian eller Ubuntu: apt-get update && {shown(['apt-get', 'install', *names])}",
        "På ett annat Linux: installera paketen som motsvarar dem.",
        "Kör samma kommando igen.",
    ]


def _prefix(packages: Sequence[str]) -> list[str]:
    """Return what stands before apt-get: sudo unless root. It drops the environment but for what is named."""
    if not found("apt-get"):
        raise StepFailed("apt-get finns inte på den här datorn.", by_hand(packages))
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return settings
    if not found("sudo"):
        raise StepFailed("du är inte root och sudo finns inte på den här datorn.", by_hand(packages))
    proxies = ",".join(name for name in PROXIES if name in os.environ)
    return ["sudo", *([f"--preserve-env={proxies}"] if proxies else []), *settings]
