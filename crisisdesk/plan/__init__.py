"""The plan as data: what it holds, how it is read, what can be wrong with it."""
