"""CrisisDesk: runs a crisis plan in the room, keeps the log and prints the report."""

__version__ = "0.2.0"
