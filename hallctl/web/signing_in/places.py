"""Pages for people who sign in: where they are, and who is shown the way. A new page is added here."""

from typing import NamedTuple

from hallctl.core.permissions import Role, Sight, may_see

ACCOUNT = "/account"


class Place(NamedTuple):
    """A page behind the door; its name is the word ``place_<sight>`` in both languages."""

    sight: Sight
    path: str
    icon: str


PLACES: tuple[Place, ...] = (
    Place(Sight.FLOOR, "/floor", "layout-dashboard"),
    Place(Sight.FIGURES, "/leaders", "gauge"),
    Place(Sight.INBOX, "/inbox", "inbox"),
    Place(Sight.RATINGS, "/ratings", "message-square-heart"),
    Place(Sight.PEOPLE, "/people", "users"),
    Place(Sight.STATIONS, "/keep-stations", "monitor-cog"),
    Place(Sight.RECORD, "/record", "scroll-text"),
)
"""In the order they are offered; the first that a role may see is where it begins."""


def places_of(role: Role) -> tuple[Place, ...]:
    """The pages that role may open."""
    return tuple(one for one in PLACES if may_see(role, one.sight))


def first_place(role: Role) -> str:
    """Where somebody begins who has just signed in."""
    return next((one.path for one in places_of(role)), ACCOUNT)
