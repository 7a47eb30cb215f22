"""Role cards, action cards and the room's list, to tick."""
