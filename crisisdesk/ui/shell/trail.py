"""The way one came: Escape and Alt+Left lead back along it. No Qt here."""

LONGEST = 50


class Trail:
    """Screens in the order they were visited, each with the place on it that one left; without what one went
    back from.
    """

    def __init__(self) -> None:
        self._steps: list[tuple[str, str]] = []

    def visit(self, key: str, *, left: str = "", thing: str = "") -> None:
        """Note that one went to the screen from the place `left` on the one before.

        Going where one is already is no step, unless it is to another `thing` there, such as `line:23`.
        """
        stays = bool(self._steps) and self._steps[-1][0] == key and (not left or not thing or thing == left)
        if stays:
            return
        if self._steps:
            self._steps[-1] = (self._steps[-1][0], left)
        self._steps = [*self._steps, (key, "")][-LONGEST:]

    def back(self) -> tuple[str, str]:
        """Return the screen before this one and the place that one left there; "" twice at the beginning."""
        if len(self._steps) < 2:
            return "", ""
        self._steps.pop()
        return self._steps[-1]
