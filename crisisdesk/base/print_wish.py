"""A wish for something on paper, as a screen says it and the report reads it."""

from crisisdesk.base.record import Record


class PrintWish(Record, kw_only=True):
    """A wish for something on paper.

    `part` is a part of the report, such as `decisions`; "" is all of it. `lines` (numbers of the log) prints
    those alone, under `title`: what a filter shows. `number` says which one: part `decision` with number 7 is
    that decision with what was known when it was made, part `meetings` with 2 the minutes of meeting 2.
    Part `log_since` is the log after the last print, `forms` the blank forms with the numbers in `lines`,
    `tasks` with a `title` the tasks of the owner by that name. `masked` covers what is marked secret.
    """

    part: str
    lines: tuple[int, ...] = ()
    title: str = ""
    number: int = 0
    masked: bool = False

    @classmethod
    def of(cls, asked: "PrintWish | str") -> "PrintWish":
        """Return the wish; a bare word is the wish for that part."""
        return cls(part=asked) if isinstance(asked, str) else asked
