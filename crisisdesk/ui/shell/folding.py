"""When the side columns stand aside: by the room there is, and by what the user wants. No Qt here."""

from msgspec import field

from crisisdesk.base.record import Kept

SIDE_FROM = 1000
"""Px at 100 % that the window needs before the side column fits beside the work (look: 150 % at 1366)."""

RAIL_BELOW = 950
"""Px at 100 % under which the navigation becomes icons alone."""


class Folding(Kept):
    """`folded` is the user's wish for ordinary screens; `forced` overrides lack of room or a wide screen."""

    folded: bool = False
    forced: dict[str, bool] = field(default_factory=dict[str, bool])

    def side(self, logical_width: float, *, wide_screen: bool) -> bool:
        """Return whether the side column is shown."""
        case = _case(logical_width, wide_screen=wide_screen)
        if case:
            return self.forced.get(case, False)
        return not self.folded

    def toggle(self, logical_width: float, *, wide_screen: bool) -> None:
        """Fold the side column in or out, for the case one is in."""
        case = _case(logical_width, wide_screen=wide_screen)
        if case:
            self.forced[case] = not self.forced.get(case, False)
        else:
            self.folded = not self.folded


def rail(logical_width: float) -> bool:
    """Return whether the navigation is icons alone."""
    return logical_width < RAIL_BELOW


def _case(logical_width: float, *, wide_screen: bool) -> str:
    """Return why the side column stands aside by itself, "" when it does not."""
    if logical_width < SIDE_FROM:
        return "narrow"
    return "wide" if wide_screen else ""
