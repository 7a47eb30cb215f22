"""Information: messages by version, how old they are, and what the switchboard says."""
