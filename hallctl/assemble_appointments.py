"""What has to do with appointments put together: a part of :mod:`hallctl.assemble`."""

from hallctl.web.addresses import Addresses
from hallctl.web.appointment_api import AppointmentApi
from hallctl.web.appointment_desk import AppointmentDesk
from hallctl.web.office.expected_page import ExpectedPage
from hallctl.web.public.appointment_own_pages import OwnAppointmentPages
from hallctl.web.public.appointment_pages import AppointmentPages
from hallctl.web.serving import Part
from hallctl.web.site import Site
from hallctl.web.staff import Staff
from hallctl.web.tokens import Tokens


def appointment_parts(
    site: Site, desk: AppointmentDesk, addresses: Addresses, staff: Staff, tokens: Tokens
) -> tuple[Part, ...]:
    """The pages for citizens and supervisors, and the API."""
    return (
        AppointmentPages(site, desk, addresses.links),
        OwnAppointmentPages(site, desk, addresses),
        ExpectedPage(site, desk, addresses, staff),
        AppointmentApi(desk, desk.importing(), addresses, tokens),
    )
