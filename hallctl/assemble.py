"""The one place where the controller's parts are put together."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hallctl.api_tokens.store import ApiTokens
from hallctl.applicants.store import Applicants
from hallctl.appointments.store import Visitors
from hallctl.assemble_appointments import appointment_parts
from hallctl.assemble_artists import artists_of
from hallctl.assemble_going_out import GoingOut, going_out_of
from hallctl.assemble_pages import PageSources, pages_of
from hallctl.assemble_retention import Holders, signing_of, sweeper_of
from hallctl.catalogue.guide import Guides
from hallctl.catalogue.shelf import Shelf
from hallctl.clock import SystemClock
from hallctl.complaints.comments import Comments
from hallctl.complaints.words import ComplaintWords
from hallctl.controller import Clock, Controller
from hallctl.core.drawing import Artist
from hallctl.core.hall_drawing import Equipment, hall_view
from hallctl.core.permissions import Actor, Role
from hallctl.core.rule_watching import RuleWatch
from hallctl.core.slip_drawing import PrintingStation
from hallctl.core.views import View
from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import SqliteJournal
from hallctl.ledger.dossier_counts import Now
from hallctl.ledger.projecting import project
from hallctl.ledger.rebuilding import open_ledger
from hallctl.notices.assembling import Known, outbox_of
from hallctl.notices.outbox import Outbox
from hallctl.people.house import People, open_people
from hallctl.people.paired_stations import MACHINE, PairedStation
from hallctl.people.pairing import Pairing
from hallctl.people.sessions import MINUTE_MS, Lasting
from hallctl.retention.sweeping import Sweeper
from hallctl.settings import HallSettings
from hallctl.shooting import Photographer
from hallctl.signing.keeping import Signer
from hallctl.signing.store import Signatures
from hallctl.stills import Stills
from hallctl.web.account_page import AccountPage
from hallctl.web.addresses import Addresses
from hallctl.web.applicant_api import ApplicantApi
from hallctl.web.appointment_desk import AppointmentDesk, Book
from hallctl.web.camera_desk import CameraDesk
from hallctl.web.command_api import CommandApi
from hallctl.web.complaint_desk import ComplaintDesk
from hallctl.web.delivery_api import DeliveryApi
from hallctl.web.device_desk import DeviceDesk, DeviceReports
from hallctl.web.dossier_api import DossierApi
from hallctl.web.dossier_page import DossierPage
from hallctl.web.due_api import DueApi
from hallctl.web.edge import Edge
from hallctl.web.fan_out import Draw, FanOut, ViewKey
from hallctl.web.fee_api import FeeApi
from hallctl.web.fence import Fence
from hallctl.web.form_api import FormApi, FormSources
from hallctl.web.hashed_files import HashedFiles
from hallctl.web.lease_api import LeaseApi
from hallctl.web.ledger_door import LedgerDoor
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.links import Links
from hallctl.web.liveness import Liveness
from hallctl.web.metrics import HallFigures, MeasuredCommands, Metrics
from hallctl.web.notice_api import NoticeApi
from hallctl.web.office.complaint_cameras import ComplaintCameras
from hallctl.web.office.first_ticket_page import FirstTicketPage
from hallctl.web.office.hall_setup import HallSetup
from hallctl.web.office.inbox_pages import InboxPages
from hallctl.web.office.people_page import PeoplePage
from hallctl.web.office.rules_page import RulesPage
from hallctl.web.office.sent_reports_page import SentReportsPage
from hallctl.web.office.stations_page import StationsPage
from hallctl.web.office.webhooks_page import WebhooksPage
from hallctl.web.pages import Pages
from hallctl.web.pairing_api import PairingApi
from hallctl.web.phone.corner import CodeCorner
from hallctl.web.phone.desk import PhoneDesk
from hallctl.web.phone.take_page import PhoneGate, TakePage
from hallctl.web.presence import Presences
from hallctl.web.procedure_api import ProcedureApi
from hallctl.web.public.complaint_pages import ComplaintPages
from hallctl.web.public.day_pages import DayPages, Published
from hallctl.web.public_door import PublicDoor
from hallctl.web.ratings.comment_api import CommentApi
from hallctl.web.ratings.pages import RatingPages, published
from hallctl.web.record_page import RecordPage
from hallctl.web.register_api import RegisterApi
from hallctl.web.retention_api import RetentionApi
from hallctl.web.run_api import RunApi
from hallctl.web.scanned_tickets import ScannedTickets
from hallctl.web.serving import Doors
from hallctl.web.sign_in_api import SignInApi
from hallctl.web.sign_in_page import SignInPage
from hallctl.web.site import Site
from hallctl.web.staff import Staff
from hallctl.web.ticket_page import TicketPage
from hallctl.web.tokens import Tokens
from hallctl.web.view_api import ViewApi
from hallctl.web.words_api import WordsApi

Drawers = Mapping[str, Callable[[int, str], View | None]]
"""By the kind of view: the moment, and whom it is for."""


class Assembly(NamedTuple):
    """A controller ready to serve; ``addresses`` learns where phones reach it."""

    controller: Controller
    doors: Doors
    addresses: Addresses
    applicants: Applicants
    people: People
    tell_authority: Callable[[str], None]
    """By which fingerprint stations know the hall; empty without TLS."""
    outbox: Outbox
    complaints: ComplaintDesk
    appointments: AppointmentDesk
    comments: CommentApi
    renewal: asyncio.Event
    """Set when the controller is to begin again with what its settings are then."""
    tokens: Tokens
    signer: Signer
    sweeper: Sweeper
    signatures: Signatures
    going_out: GoingOut

    async def close(self) -> None:
        """Let what is under way end, then let go of every file."""
        await self.controller.close()
        self.people.store.close()
        self.applicants.close()
        self.complaints.words.close()
        self.signatures.close()
        self.appointments.visitors.close()
        self.comments.kept.close()


def assemble(settings: HallSettings, clock: Clock | None = None) -> Assembly:
    """Put a hall together from its directory. Raises :class:`JournalError`."""
    directory = HallDirectory(settings.directory)
    plan = settings.plan
    links = Links(directory.link_secret())
    addresses = Addresses(links)
    the_clock = clock or SystemClock(plan.timezone)
    controller = Controller(plan, open_journal(directory), the_clock)
    printers: dict[str, str] = {}
    applicants = Applicants(directory.applicants, directory.applicants_key(), controller.now)
    artist, slips, machines, playlist, voice = artists_of(
        settings, controller.hall, addresses, printers
    )
    reports = DeviceReports(controller.now)
    stills = Stills(directory.stills, plan.camera_rules.keep_days)
    presences = Presences(controller.now)
    equipment: list[Equipment] = []
    watch = RuleWatch()
    renewal = asyncio.Event()
    gate = PhoneGate.keyed(directory.link_secret(), plan.phone, links)
    corner = CodeCorner(controller.hall, plan.phone, gate.codes, addresses)
    more: Drawers = {
        "kiosk": lambda at, of: corner.on_kiosk(artist.kiosk(at, of)) if of else artist.kiosk(at),
        "own_board": lambda at, of: corner.on_board(artist.board(at, of)),
        "slips": lambda at, of: slips.slips(at, PrintingStation(of, printers.get(of, ""))),
        "devices": machines.devices,
        "hall": lambda at, _of: watch.added(
            hall_view(controller.hall, plan, at, equipment, reports.with_paper(presences.now())),
            controller.hall,
            plan,
        ),
        "upkeep": lambda at, _of: machines.upkeep(at, (*reports.stations(), *cameras.upkeep())),
    }
    draw = _draw(artist, more, controller)
    fan_out = FanOut(draw, controller)
    controller.prepare, controller.tell = fan_out.prepare, fan_out.tell
    people = open_people(directory)
    staff = Staff(people, _lasting(settings), controller.now)
    pairing = Pairing(
        people.store,
        [one.counter for one in plan.counters],
        [station.name for station in settings.stations],
        [one.name for one in settings.stations if one.role == MACHINE],
    )
    tokens = Tokens(
        _actors(settings, directory),
        links,
        staff,
        _by_token(pairing, ApiTokens(directory.api_tokens), controller.now),
        gate.devices,
    )
    views = ViewApi(plan, fan_out.look, fan_out, tokens, links)

    def stations_changed() -> None:
        equipment[:] = _equipment(settings, pairing.stations())
        printers.clear()
        printers.update({one.station: one.printer for one in equipment})
        controller.admitted_printers = frozenset(
            one.name for one in pairing.stations() if one.printer and one.role == "kiosk"
        )
        views.turn_out()

    cameras = CameraDesk(plan, stills, Photographer(directory.camera_logins), tokens, staff)
    stations_changed()
    pairing_api = PairingApi(pairing, staff, tokens, stations_changed)
    pages = Pages(draw)
    site = Site(pages, plan, tokens, staff)
    setup = HallSetup(settings, controller.now, renewal.set)
    guides = Guides(Shelf(directory.path), plan)
    ledger = LedgerReader(directory.journal)
    complaints = ComplaintDesk(controller, ComplaintWords(directory.complaints, controller.now))
    signing = signing_of(directory, ledger.ask, lambda: Now(the_clock.today(), controller.now()))
    appointments = AppointmentDesk(
        Book(controller, the_clock.today),
        plan,
        Visitors(directory.appointments, directory.appointments_key(), controller.now),
        has_mail=bool(settings.mail.host),
    )
    going_out = going_out_of(settings, controller, ledger, fan_out.look)
    comments = CommentApi(controller, plan, Comments(directory.comments, controller.now), tokens)
    sweeper = sweeper_of(
        settings,
        Holders(
            controller, applicants, complaints, appointments, comments.kept, people.store, stills
        ),
    )
    metrics = Metrics(HallFigures(controller, fan_out, directory.path), tokens)
    doors = Doors(
        controller=controller,
        commands=MeasuredCommands(CommandApi(controller, tokens), metrics),
        views=views,
        pages=pages,
        ticket_page=TicketPage(fan_out.look, links, pages, gate.devices, plan.languages),
        dossier_page=DossierPage(fan_out.look, links, pages),
        dossiers=DossierApi(controller, plan, draw, tokens, addresses),
        applicants=ApplicantApi(applicants, controller, plan, tokens),
        forms=FormApi(
            FormSources(controller, plan, applicants, directory.journal, addresses), tokens
        ),
        due=DueApi(controller, plan, the_clock),
        procedures=ProcedureApi(
            guides,
            the_clock.today,
            lambda service: tuple(controller.hall.dossiers.recent.get(service, ())),
        ),
        fan_out=fan_out,
        ledger=ledger,
        staff=staff,
        public=PublicDoor(),
        edge=Edge(tokens, is_behind_proxy=settings.server.behind_proxy),
        fence=Fence(controller, tokens, directory.fenced),
        habits=(
            lambda: asyncio.to_thread(playlist.refresh),
            lambda: asyncio.to_thread(voice.refresh),
        ),
        sound_faults=lambda: reports.faults("speaker"),
        more=(
            *pages_of(
                PageSources(
                    controller,
                    fan_out.look,
                    site,
                    guides,
                    ledger,
                    addresses,
                    the_clock.today,
                    staff,
                    setup,
                    playlist,
                    lambda: published(comments.kept),
                )
            ),
            DayPages(
                site,
                Published(signing.signatures, signing.keys.published, lambda: addresses.public_url),
            ),
            SentReportsPage(site, staff, going_out.report_mails),
            WebhooksPage(site, staff, going_out.webhooks),
            RulesPage(site, staff, setup, settings),
            ComplaintPages(site, complaints, links),
            *appointment_parts(site, appointments, addresses, staff, tokens),
            comments,
            RatingPages(site, ledger, comments.kept, staff, the_clock.today),
            InboxPages(site, complaints, staff, the_clock.today, ComplaintCameras(cameras, ledger)),
            SignInPage(staff, pages),
            SignInApi(staff, tokens),
            WordsApi(plan.languages),
            pairing_api,
            StationsPage(site, staff, pairing, pairing_api),
            FirstTicketPage(site, staff, (pairing, pairing_api), controller),
            PeoplePage(site, staff),
            TakePage(plan, fan_out.look, pages, PhoneDesk(controller), gate),
            AccountPage(staff, pages),
            RecordPage(site, staff),
            RunApi(LedgerDoor(ledger, tokens), controller, plan),
            DeviceDesk(reports, tokens),
            cameras,
            ScannedTickets(controller, draw, ledger, tokens, links),
            LeaseApi(controller, artist.lessor, tokens),
            metrics,
            Liveness(controller),
            *going_out.pages(site, staff, controller, ledger),
            HashedFiles("playlist", playlist),
            HashedFiles("voice", voice),
            RetentionApi(sweeper, tokens),
            RegisterApi(LedgerDoor(ledger, tokens), controller, plan, applicants),
            NoticeApi(LedgerDoor(ledger, tokens), controller, applicants),
            FeeApi(LedgerDoor(ledger, tokens), controller, plan),
            DeliveryApi(LedgerDoor(ledger, tokens), controller, plan, applicants),
        ),
    )
    doors.views.presences = presences
    return Assembly(
        controller=controller,
        tokens=tokens,
        signer=signing.signer,
        signatures=signing.signatures,
        doors=doors,
        addresses=addresses,
        applicants=applicants,
        people=people,
        tell_authority=pairing_api.tell_authority,
        complaints=complaints,
        appointments=appointments,
        comments=comments,
        outbox=outbox_of(
            settings,
            controller,
            Known(
                applicants,
                addresses.link_to_dossier,
                appointments.visitors,
                addresses.link_to_appointment,
            ),
        ),
        sweeper=sweeper,
        renewal=renewal,
        going_out=going_out,
    )


def _by_token(
    pairing: Pairing, programs: ApiTokens, now: Callable[[], int]
) -> Callable[[str], Actor | None]:
    """Stations that were let in, and programs with scopes."""
    return lambda token: pairing.actor(token) or programs.actor(token, now())


def open_journal(directory: HallDirectory) -> SqliteJournal:
    """The hall's journal with its ledger beside it. Raises :class:`JournalError`."""
    journal = SqliteJournal(directory.journal, project)
    open_ledger(journal.database, journal.read())
    return journal


def _lasting(settings: HallSettings) -> Lasting:
    sessions = settings.sessions
    idle, whole = sessions.idle_minutes * MINUTE_MS, sessions.hours * 60 * MINUTE_MS
    return Lasting(round(idle), round(whole))


def _actors(settings: HallSettings, directory: HallDirectory) -> dict[str, Actor]:
    actors = {directory.token(directory.admin_token): Actor("admin", Role.ADMIN)}
    for station in settings.stations:
        token = directory.token(directory.station_token(station.name))
        actors[token] = Actor(
            station.name, Role(station.role), station.counter, prints=bool(station.printer)
        )
    return actors


def _equipment(settings: HallSettings, paired: Iterable[PairedStation]) -> list[Equipment]:
    """Every station once; a machine of ``hall.toml`` that came in by a code keeps its printer."""
    known = {
        one.name: Equipment(one.name, one.role, one.counter, one.printer)
        for one in settings.stations
    }
    for one in paired:
        printer = one.printer or (known[one.name].printer if one.name in known else "")
        known[one.name] = Equipment(one.name, one.role, one.counter, printer)
    return list(known.values())


def _draw(artist: Artist, more: Drawers, controller: Controller) -> Draw:
    of_one: Drawers = {
        "board": artist.board,
        "counter": artist.counter,
        "sign": artist.sign,
        "pad": artist.pad,
        "ticket": artist.ticket,
        "dossier": artist.dossier,
        **more,
    }
    of_all: Mapping[str, Callable[[int], View]] = {"runs": artist.runs}

    def draw(key: ViewKey) -> View | None:
        at = controller.now()
        whole = of_all.get(key.kind)
        return whole(at) if whole else of_one[key.kind](at, key.of)

    return draw
