"""What citizens do by phone and browser put together: numbers, appointments, ratings, complaints."""

from hallctl.assembling.house import House
from hallctl.assembling.kept import Kept
from hallctl.web.api.appointment_api import AppointmentApi
from hallctl.web.desks.camera_desk import CameraDesk
from hallctl.web.floor.expected_page import ExpectedPage
from hallctl.web.office.complaint_cameras import ComplaintCameras
from hallctl.web.office.inbox_pages import InboxPages
from hallctl.web.phone.desk import PhoneDesk
from hallctl.web.phone.take_page import TakePage
from hallctl.web.public.appointment_own_pages import OwnAppointmentPages
from hallctl.web.public.appointment_pages import AppointmentPages
from hallctl.web.public.complaint_pages import ComplaintPages
from hallctl.web.ratings.pages import RatingPages
from hallctl.web.serving import Part
from hallctl.web.tickets.ticket_page import TicketPage


def visit_parts(house: House, kept: Kept) -> tuple[Part, ...]:
    """A ticket on a phone, from taking it to rating the visit."""
    gate, plan = house.entrance.gate, house.plan
    return (
        TicketPage(house.look, house.links, house.pages, gate.devices, plan),
        TakePage(plan, house.look, house.pages, PhoneDesk(house.controller), gate),
        kept.comments,
        RatingPages(house.site, house.ledger, kept.comments.kept, house.staff, house.today),
    )


def appointment_parts(house: House, kept: Kept) -> tuple[Part, ...]:
    """The pages for citizens and supervisors, and the API."""
    site, desk, addresses = house.site, kept.appointments, house.addresses
    return (
        AppointmentPages(site, desk, addresses.links),
        OwnAppointmentPages(site, desk, addresses),
        ExpectedPage(site, desk, addresses, house.staff),
        AppointmentApi(desk, desk.importing(), addresses, house.tokens),
    )


def complaint_parts(house: House, kept: Kept, cameras: CameraDesk) -> tuple[Part, ...]:
    """Filed by anybody, answered from the inbox."""
    site, complaints = house.site, kept.complaints
    seen = ComplaintCameras(cameras, house.ledger)
    return (
        ComplaintPages(site, complaints, house.links),
        InboxPages(site, complaints, house.staff, house.today, seen),
    )
