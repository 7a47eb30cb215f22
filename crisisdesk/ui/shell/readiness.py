"""Whether we are ready: what can truly be checked here, and what only people can check. No Qt here."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

from crisisdesk.base import swedish
from crisisdesk.base.record import Record
from crisisdesk.plan.checks import problems
from crisisdesk.plan.checks.problem import Problem
from crisisdesk.plan.content import Plan

Verdict = Literal["ok", "warn", "bad", "look"]
"""`look` is what the program cannot see: it says what to look at, and promises nothing."""

LITTLE_DISK = 1_000_000_000
"""Bytes: less than this free is told of (an incident with pictures needs some hundred MB)."""

SYNCHRONISED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud")


class Check(Record, kw_only=True):
    """One check: its verdict in words; `act` names what its button does, with the button's words."""

    key: str
    verdict: Verdict
    words: str
    act: str = ""
    act_words: str = ""


def checks(
    plan: Plan, folder: Path, copies: Path | None, now: datetime, zone: str, *, prints: bool = False
) -> tuple[Check, ...]:
    """Return what can be said of the readiness at the moment (UTC); `prints` where blank forms can be."""
    return (
        clock(now, zone),
        plan_holes(problems(plan, today=swedish.local(now, zone).date())),
        disk(folder),
        *synchronised(folder),
        copy(copies),
        printer(prints=prints),
    )


def clock(now: datetime, zone: str) -> Check:
    """Return the clock to compare with: whether it is right only people can see."""
    words = f"Klockan är {swedish.clock(now, zone)} på datorn. Jämför med telefonen."
    return Check(key="clock", verdict="look", words=words)


def plan_holes(found: Iterable[Problem]) -> Check:
    """Return what the plan lacks, counted by kind."""
    tables = [problem.table for problem in found]
    counts = (
        (
            tables.count("functions"),
            "funktion behöver befattning eller ersättare",
            "funktioner behöver befattning eller ersättare",
        ),
        (
            tables.count("contacts") + tables.count("cards"),
            "lista med kontakter behöver kontrolleras",
            "listor med kontakter behöver kontrolleras",
        ),
        (tables.count("phases"), "steg utan ansvarig", "steg utan ansvarig"),
    )
    said = [swedish.plural(count, one, many) for count, one, many in counts if count]
    if not tables:
        return Check(key="plan", verdict="ok", words="Krisplanen har inga luckor.")
    words = f"Krisplanen: {swedish.listed(said) if said else swedish.plural(len(tables), 'lucka', 'luckor')}."
    return Check(key="plan", verdict="warn", words=words, act="holes", act_words="Gå igenom")


def disk(folder: Path) -> Check:
    """Return whether the incidents can be saved, and how much room there is."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(folder).free
    except OSError as error:
        words = f"Mappen {folder} går inte att skriva i: {error.strerror}. Inget kan sparas."
        return Check(key="disk", verdict="bad", words=words)
    if free < LITTLE_DISK:
        return Check(
            key="disk", verdict="warn", words=f"Bara {_size(free)} ledigt på disken. Frigör utrymme."
        )
    return Check(key="disk", verdict="ok", words=f"Händelser kan sparas, {_size(free)} ledigt på disken.")


def synchronised(folder: Path) -> tuple[Check, ...]:
    """Return a warning when the folder is one that a service copies while it is written to."""
    parts = [part.lower() for part in folder.parts]
    named = next((name for name in SYNCHRONISED if any(part.startswith(name) for part in parts)), "")
    if not named:
        return ()
    words = f"Mappen {folder} synkroniseras. Det kan skada en öppen händelse. Välj en annan med --data-dir."
    return (Check(key="sync", verdict="warn", words=words),)


def copy(folder: Path | None) -> Check:
    """Return whether second copies can be kept in the chosen place."""
    if folder is None:
        words = (
            "Händelser sparas bara på den här datorn. Välj plats för kopian i menyn när en händelse är öppen."
        )
        return Check(key="copy", verdict="warn", words=words)
    if not folder.is_dir():
        words = f"Platsen för kopian finns inte nu: {folder}. Sätt i USB-minnet."
        return Check(key="copy", verdict="warn", words=words)
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        words = f"Platsen för kopian svarar inte: {error.strerror}."
        return Check(key="copy", verdict="warn", words=words)
    return Check(key="copy", verdict="ok", words=f"Kopian sparas i {folder}, {_size(free)} ledigt.")


def printer(*, prints: bool) -> Check:
    """Return that printing is to be tried: whether paper comes out only people can see."""
    words = "Skriv ut blanketter i förväg. Programmet ser inte om skrivaren fungerar."
    if not prints:
        return Check(key="printer", verdict="look", words=words)
    return Check(key="printer", verdict="look", words=words, act="print", act_words="Skriv ut")


def _size(count: int) -> str:
    giga = count / 1_000_000_000
    return f"{giga:.0f} GB" if giga >= 10 else f"{giga:.1f} GB".replace(".", ",")
