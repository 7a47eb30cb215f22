"""Every package is pinned to one version, and no file says from which address it comes."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from steps import ROOT

CONSTRAINTS = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins() -> dict[str, Version]:
    lines = [line.partition("#")[0].strip() for line in CONSTRAINTS.splitlines()]
    pairs = [line.split("==") for line in lines if line]
    return {canonicalize_name(name): Version(version) for name, version in pairs}


def declared() -> list[Requirement]:
    project = PYPROJECT["project"]
    texts: list[str] = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [Requirement(text) for text in [*texts, *PYPROJECT["build-system"]["requires"]]]


def needed(wanted: Requirement, seen: set[str]) -> Iterator[Requirement]:
    """What is wanted and, of what is installed here, all that it wants in turn."""
    yield wanted
    if canonicalize_name(wanted.name) in seen:
        return
    seen.add(canonicalize_name(wanted.name))
    try:
        texts = requires(wanted.name) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, texts):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield from needed(requirement, seen)


def test_every_package_is_pinned_within_what_asks_for_it() -> None:
    pinned, seen = pins(), {"pip"}  # which installs the others, and comes with Python
    for requirement in [each for wanted in declared() for each in needed(wanted, seen)]:
        if requirement.name == "pip":
            continue
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not pinned"
        assert requirement.specifier.contains(version), f"{requirement} is pinned to {version}"


def test_nothing_is_pinned_that_nobody_asks_for() -> None:
    seen: set[str] = set()
    asked = {canonicalize_name(each.name) for wanted in declared() for each in needed(wanted, seen)}
    assert set(pins()) - asked <= {"colorama"}  # asked for on Windows alone


def test_no_file_names_an_index_address() -> None:
    assert "://" not in CONSTRAINTS
    assert not re.search(r"^\s*-", CONSTRAINTS, re.MULTILINE)


def test_python_has_no_upper_bound() -> None:
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"
