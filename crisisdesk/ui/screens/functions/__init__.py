"""Functions: who holds which, who is in the room, and how one hands over to another."""
