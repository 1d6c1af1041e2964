"""What those who don't look at the screen should hear without asking."""

from hallctl.station.preferences import Preferences
from kiosk.hall_seen import HallSeen
from kiosk.scenes import Scene
from kiosk.thanks import Thanks
from kiosk.tracking import Tracking


def news_of(
    preferences: Preferences, hall: HallSeen, place: Scene, thanks: Thanks, tracking: Tracking
) -> str:
    """The number, that the hall is out of reach, or where a dossier stands; empty without any."""
    say = preferences.say
    match hall.scene(place):
        case Scene.THANKS:
            return thanks.told
        case _ if hall.is_alone:
            return f"{say('alone_title')}. {say('alone_text')}"
        case _ if not hall.is_online:
            return f"{say('offline_title')}. {say('offline_text')}"
        case Scene.DOSSIER:
            page = tracking.words
            return f"{page['headline']}. {page['advice']}"
    return ""
