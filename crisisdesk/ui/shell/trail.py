"""The way one came: Escape leads back along it. No Qt here."""

LONGEST = 50


class Trail:
    """Screen keys in the order they were visited, without what one went back from."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def visit(self, key: str) -> None:
        """Note that one went to the screen; going where one is already is no step."""
        if not self._keys or self._keys[-1] != key:
            self._keys = [*self._keys, key][-LONGEST:]

    def back(self) -> str:
        """Return the screen before this one and go there; "" at the beginning."""
        if len(self._keys) < 2:
            return ""
        self._keys.pop()
        return self._keys[-1]
