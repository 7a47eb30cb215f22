"""The two kinds of failure that a user can do something about; anything else is a bug."""


class RuleBroken(Exception):
    """A command that the rules refuse: nothing was changed.

    `sentence` is Swedish and shown at `field`, the name of the command's field at fault ("" when it
    concerns the whole command).
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class WorldFault(Exception):
    """The world failed: disk, lock, format. `sentence` says what, `remedy` what to do (both Swedish)."""

    def __init__(self, sentence: str, *, remedy: str = "") -> None:
        super().__init__(sentence if not remedy else f"{sentence} {remedy}")
        self.sentence = sentence
        self.remedy = remedy


class BadInput(WorldFault):
    """A file from outside that cannot be used: says where, what, and what was expected."""
