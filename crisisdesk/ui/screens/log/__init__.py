"""The log: every line in order, what is known of each, and its correction."""
