"""Meetings: begun from an agenda, run point by point, read afterwards."""
