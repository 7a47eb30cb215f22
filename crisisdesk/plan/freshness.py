"""Freshness: when a contact was checked so long ago that it must be said (krisplan bilaga 3)."""

from datetime import date


def is_old(checked: str, today: date) -> bool:
    """Tell whether `checked`, an ISO date, is more than a calendar year ago, or empty: never."""
    if not checked:
        return True
    last = date.fromisoformat(checked)
    return (today.year - last.year, today.month - last.month, today.day - last.day) > (1, 0, 0)


def warning(checked: str, today: date) -> str:
    """Return what to say beside a contact that is old, "" for a fresh one."""
    if not is_old(checked, today):
        return ""
    return f"kontrollerad {checked}" if checked else "aldrig kontrollerad"
