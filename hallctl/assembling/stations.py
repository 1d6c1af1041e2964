"""What stations and their devices come to put together."""

from collections.abc import Callable
from typing import NamedTuple

from hallctl.assembling.house import House
from hallctl.live_settings import PlacedStation
from hallctl.shooting import Photographer
from hallctl.stills import Stills
from hallctl.web.api.command_api import CommandApi
from hallctl.web.api.lease_api import LeaseApi
from hallctl.web.api.pairing_api import PairingApi
from hallctl.web.api.view_api import ViewApi
from hallctl.web.api.words_api import WordsApi
from hallctl.web.desks.camera_desk import CameraDesk
from hallctl.web.desks.device_desk import DeviceDesk
from hallctl.web.hashed_files import HashedFiles
from hallctl.web.liveness import Liveness
from hallctl.web.metrics import HallFigures, MeasuredCommands, Metrics
from hallctl.web.office.first_ticket_page import FirstTicketPage
from hallctl.web.office.stations_page import StationsPage
from hallctl.web.serving import Part


class Stations(NamedTuple):
    """How stations come in, ask and are shown."""

    views: ViewApi
    pairing: PairingApi
    cameras: CameraDesk
    parts: tuple[Part, ...]
    changed: Callable[[], None]
    """Told when a station came, went or moved."""

    def placed(self) -> list[PlacedStation]:
        """Those that came in by a code and stand at a counter."""
        return [PlacedStation(*one) for one in self.pairing.placed()]


def stations_of(house: House, stills: Stills) -> Stations:
    """The API of stations, and the pages on which they are let in."""
    controller, tokens, fittings = house.controller, house.tokens, house.fittings
    staff, pairing = house.staff, house.entrance.pairing
    views = ViewApi(house.plan, house.fan_out, tokens, house.links, fittings.presences)

    def changed() -> None:
        paired = pairing.stations()
        fittings.renew(paired)
        controller.admitted_printers = frozenset(
            one.name for one in paired if one.printer and one.role == "kiosk"
        )
        views.turn_out()

    changed()
    photographer = Photographer(house.directory.camera_logins)
    cameras = CameraDesk(house.plan, stills, photographer, tokens, staff)
    house.drawers["upkeep"] = lambda at, _of: house.artists.machines.upkeep(
        at, (*fittings.reports.stations(), *cameras.upkeep())
    )
    pairing_api = PairingApi(pairing, staff, tokens, changed)
    metrics = Metrics(HallFigures(controller, house.fan_out, house.directory.path), tokens)
    parts = (
        MeasuredCommands(CommandApi(controller, tokens), metrics),
        views,
        metrics,
        Liveness(controller),
        pairing_api,
        StationsPage(house.site, staff, pairing, pairing_api),
        FirstTicketPage(house.site, staff, (pairing, pairing_api), (controller, house.addresses)),
        DeviceDesk(fittings.reports, tokens),
        cameras,
        LeaseApi(controller, house.artists.hall.lessor, tokens),
        WordsApi(house.plan),
        HashedFiles("playlist", house.artists.playlist),
        HashedFiles("voice", house.artists.voice),
    )
    return Stations(views, pairing_api, cameras, parts, changed)
