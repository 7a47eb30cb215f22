"""Closing: what is open, who signs, and how a closed incident is opened again."""
