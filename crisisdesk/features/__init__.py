"""What the program can do: one room a feature, strangers to each other, named in incident/registry.

Each room has the same files: facts (past tense), commands (imperative), state (with its folds), rules,
wording (its Swedish sentences); `FEATURE` in `__init__` joins them.
"""
