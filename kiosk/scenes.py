"""The kiosk's screens by name: one question a screen."""

from enum import StrEnum


class Scene(StrEnum):
    """What is in the middle of the screen."""

    CONNECTING = "connecting"
    CLOSED = "closed"
    HOME = "home"
    PRIORITY = "priority"
    GUIDE = "guide"
    HELP = "help"
    LANGUAGES = "languages"
    FIND = "find"
    BROWSE = "browse"
    PROCEDURE = "procedure"
    TRACK = "track"
    DOSSIER = "dossier"
    THANKS = "thanks"


ALWAYS = frozenset(
    {
        Scene.THANKS,
        Scene.HELP,
        Scene.LANGUAGES,
        Scene.FIND,
        Scene.BROWSE,
        Scene.PROCEDURE,
        Scene.TRACK,
        Scene.DOSSIER,
    }
)
"""Shown whether the hall is open or not."""
