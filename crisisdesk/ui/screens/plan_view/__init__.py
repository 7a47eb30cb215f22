"""The plan to read: phases, people, contacts, and what is missing."""
