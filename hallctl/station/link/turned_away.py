"""Why a hall that is there does not let a station in: Qt tells it inside a sentence only.

A hall that can't be reached at all is no reason: that heals by itself, and the screen says so.
"""

_REASONS = {
    "WWW-Authenticate": "it does not know this station's token: copy its token file again;"
    " a station that was let in by a code is started again and asks anew",
    "code: 403": "this station's role may not see this: is its token another station's?",
    "code: 404": "it has no such counter or zone, or this station's role may not see it",
    "certificate": "it is not the hall of this station's authority.pem: copy that again, and look at the clock",
}


def turned_away(said: str) -> str:
    """What a technician can do about it; empty where there is nothing but to wait."""
    return next((reason for sign, reason in _REASONS.items() if sign in said), "")
