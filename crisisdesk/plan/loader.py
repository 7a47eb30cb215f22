"""Reads a plan: TOML files that together make one table, decoded strictly into frozen data."""

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from crisisdesk.base import resources
from crisisdesk.base.errors import BadInput
from crisisdesk.plan.content import Plan


def load(path: Path) -> Plan:
    """Return the plan in the file, or in the folder's `*.toml` files. BadInput when it cannot be used."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return decode({file.name: file.read_text(encoding="utf-8") for file in files})


def load_shipped(name: str = "avux") -> Plan:
    """Return a plan that ships with the program, by its folder's name."""
    return load(resources.path(f"plan/{name}"))


def decode(files: dict[str, str]) -> Plan:
    """Return the plan that the texts make together, taken in order of their names."""
    merged: dict[str, Any] = {}
    for name in sorted(files):
        for key, value in tomllib.loads(files[name]).items():
            if key in merged and not isinstance(value, list):
                raise BadInput(f"{name}: tabellen {key} finns redan i en annan fil.")
            merged[key] = merged[key] + value if key in merged else value
    try:
        return msgspec.convert(merged, Plan)
    except msgspec.ValidationError as fault:
        raise BadInput(f"Planen går inte att läsa: {fault}") from fault
