"""The work screens: strangers to each other; each shows a state and wishes for commands."""
