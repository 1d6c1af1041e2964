"""The hall's pages in a browser put together: for everybody, for those who work here, for set-up."""

from hallctl.assembling.house import House
from hallctl.assembling.kept import Kept
from hallctl.backup_runs import BackupRuns
from hallctl.shooting import Photographer
from hallctl.web.api.retention_api import RetentionApi
from hallctl.web.api.sign_in_api import SignInApi
from hallctl.web.floor.floor_page import FloorPage
from hallctl.web.floor.replay_page import ReplayPage
from hallctl.web.office.people_page import PeoplePage
from hallctl.web.pages.hall_pictures import HallPictures
from hallctl.web.public.day_pages import DayPages, Published
from hallctl.web.public.open_data import OpenData
from hallctl.web.public.procedure_pages import ProcedurePages
from hallctl.web.public.start_pages import StartPages
from hallctl.web.public.today_page import TodayPage
from hallctl.web.ratings.pages import published
from hallctl.web.reports.leaders_page import LeadersPage
from hallctl.web.reports.opened_pages import OpenedPages
from hallctl.web.reports.report_pages import ReportPages
from hallctl.web.reports.report_source import Readers, ReportSource
from hallctl.web.sections.rules_page import RulesPage
from hallctl.web.sections.section_pages import SectionPages
from hallctl.web.sections.server_moves import ServerMoves
from hallctl.web.sections.trials_page import Means, TrialsPage, beside_of
from hallctl.web.serving import Part
from hallctl.web.setup.catalogue_page import CataloguePage
from hallctl.web.setup.hall_setup import HallSetup
from hallctl.web.setup.papers_page import PapersPage
from hallctl.web.setup.playlist_page import PlaylistPage
from hallctl.web.setup.setup_desk import SetupDesk
from hallctl.web.setup.setup_page import SetupPage
from hallctl.web.setup.voices_page import VoicesPage
from hallctl.web.signing_in.account_page import AccountPage
from hallctl.web.signing_in.record_page import RecordPage
from hallctl.web.signing_in.sign_in_page import SignInPage


def public_parts(house: House, kept: Kept) -> tuple[Part, ...]:
    """What everybody may read."""
    site, look, today, signing = house.site, house.look, house.today, kept.signing
    comments = kept.comments.kept
    published_days = Published(
        signing.signatures, signing.keys.published, lambda: house.addresses.public_url
    )
    return (
        StartPages(site, look, house.addresses),
        TodayPage(site, look, house.ledger, today, lambda: published(comments)),
        ProcedurePages(site, house.guides, today, house.controller.now),
        OpenData(house.ledger, today),
        DayPages(site, published_days),
    )


def office_parts(house: House) -> tuple[Part, ...]:
    """What supervisors, leaders and inspectors read and do."""
    site, look, ledger = house.site, house.look, house.reports
    source = ReportSource(site, Readers(ledger, house.clerk, house.bookkeeper), house.now)
    return (
        FloorPage(site, look, house.controller, house.artists.playlist),
        LeadersPage(site, look, source),
        ReportPages(site, source),
        OpenedPages(site, source),
        ReplayPage(site, ledger),
    )


def setup_parts(house: House, setup: HallSetup, backups: BackupRuns) -> tuple[Part, ...]:
    """What changes the hall's settings."""
    fittings, presences = house.fittings, house.fittings.presences
    moves = ServerMoves(
        house.settings,
        house.addresses,
        lambda: [name for name, one in presences.now().items() if one.is_listening],
    )
    desk = SetupDesk(house.site, house.staff, setup, moves.onward)
    means = Means(
        house.settings,
        house.controller,
        backups,
        Photographer(house.directory.camera_logins),
        lambda: fittings.equipment,
        fittings.reports.stations,
    )
    sections = SectionPages(
        desk, {**beside_of(means), "server": moves.beside}, {"server": moves.trial}
    )
    return (
        SetupPage(desk),
        PapersPage(desk),
        CataloguePage(desk, house.today),
        sections,
        TrialsPage(desk, sections, means),
        PlaylistPage(desk),
        RulesPage(desk),
        VoicesPage(desk),
        HallPictures(setup.directory),
    )


def people_parts(house: House, kept: Kept) -> tuple[Part, ...]:
    """Signing in, accounts, and the record of both."""
    site, staff = house.site, house.staff
    return (
        SignInPage(staff, house.pages),
        SignInApi(staff, house.tokens),
        AccountPage(staff, house.pages),
        PeoplePage(site, staff),
        RecordPage(site, staff),
        RetentionApi(kept.sweeper, house.tokens),
    )
