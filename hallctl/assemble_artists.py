"""Who draws the views put together. Part of assembling."""

from typing import NamedTuple

from hallctl.core.device_drawing import DeviceArtist, Printing
from hallctl.core.drawing import Artist
from hallctl.core.hall import Hall
from hallctl.core.slip_drawing import SlipArtist
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.settings import HallSettings
from hallctl.web.addresses import Addresses
from hallctl.web.voice_shelf import VoiceShelf


class Artists(NamedTuple):
    """Who draws the hall, its slips and its machines; and what boards play and speak with."""

    hall: Artist
    slips: SlipArtist
    machines: DeviceArtist
    playlist: PlaylistShelf
    voice: VoiceShelf


def artists_of(
    settings: HallSettings, hall: Hall, addresses: Addresses, printers: dict[str, str]
) -> Artists:
    """``printers`` is where each station prints, as it is when a view is drawn."""
    plan = settings.plan
    slips = SlipArtist(hall, plan, addresses.link_to_dossier, addresses.link_to_procedure)
    artist = Artist(hall, plan, addresses.link_to, printers, slips)
    artist.day_link = addresses.link_to_day
    printing = Printing(addresses.link_to, printers, slips)
    playlist = PlaylistShelf(settings.directory, plan.timezone, [one.zone for one in plan.zones])
    voice = VoiceShelf(settings.directory, plan.announcing.voice)
    artist.boards.playing, artist.boards.voice = playlist.due, voice.digest
    return Artists(artist, slips, DeviceArtist(hall, plan, artist.pad, printing), playlist, voice)
