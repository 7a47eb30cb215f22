"""The call list: whom to alarm in order, how it went, and numbers that a phone can read."""
