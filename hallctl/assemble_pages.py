"""The hall's pages put together: a part of :mod:`hallctl.assemble`, and no other place does it."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from hallctl.catalogue.guide import Guides
from hallctl.complaints.comments import Comment
from hallctl.controller import Controller
from hallctl.ledger.dossier_counts import Now
from hallctl.playlist.shelf import PlaylistShelf
from hallctl.web.addresses import Addresses
from hallctl.web.fan_out import Look
from hallctl.web.hall_pictures import HallPictures
from hallctl.web.ledger_reader import LedgerReader
from hallctl.web.office.catalogue_page import CataloguePage
from hallctl.web.office.floor_page import FloorPage
from hallctl.web.office.hall_setup import HallSetup
from hallctl.web.office.leaders_page import LeadersPage
from hallctl.web.office.papers_page import PapersPage
from hallctl.web.office.playlist_page import PlaylistPage
from hallctl.web.office.replay_page import ReplayPage
from hallctl.web.office.report_pages import ReportPages
from hallctl.web.office.section_pages import SectionPages
from hallctl.web.office.setup_page import SetupPage
from hallctl.web.public.open_data import OpenData
from hallctl.web.public.procedure_pages import ProcedurePages
from hallctl.web.public.start_pages import StartPages
from hallctl.web.public.today_page import TodayPage
from hallctl.web.serving import Part
from hallctl.web.site import Site
from hallctl.web.staff import Staff


class PageSources(NamedTuple):
    """What pages are made of."""

    controller: Controller
    look: Look
    site: Site
    guides: Guides
    ledger: LedgerReader
    addresses: Addresses
    today: Callable[[], date]
    staff: Staff
    setup: HallSetup
    playlist: PlaylistShelf
    said: Callable[[], list[Comment]]
    """What visitors wrote and everybody may read."""


def pages_of(sources: PageSources) -> tuple[Part, ...]:
    """Every page of the hall but those of single tickets and dossiers."""
    controller, look, site, guides, ledger, addresses, today, staff, setup, playlist, said = sources

    def now() -> Now:
        return Now(today(), controller.now())

    return (
        StartPages(site, look, addresses),
        TodayPage(site, look, ledger, today, said),
        ProcedurePages(site, guides, today, controller.now),
        OpenData(ledger, today),
        FloorPage(site, look, controller, playlist),
        LeadersPage(site, look, ledger, now),
        ReportPages(site, ledger, now),
        ReplayPage(site, ledger),
        SetupPage(site, staff, setup),
        PapersPage(site, staff, setup),
        CataloguePage(site, staff, setup, today),
        SectionPages(site, staff, setup),
        PlaylistPage(site, staff, setup),
        HallPictures(setup.directory),
    )
