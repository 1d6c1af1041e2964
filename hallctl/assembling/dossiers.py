"""What has to do with dossiers put together."""

from hallctl.applicants.store import Applicants
from hallctl.assembling.house import House
from hallctl.web.api.applicant_api import ApplicantApi
from hallctl.web.api.delivery_api import DeliveryApi
from hallctl.web.api.dossier_api import DossierApi
from hallctl.web.api.due_api import DueApi
from hallctl.web.api.fee_api import FeeApi
from hallctl.web.api.form_api import FormApi, FormSources
from hallctl.web.api.notice_api import NoticeApi
from hallctl.web.api.procedure_api import ProcedureApi
from hallctl.web.api.register_api import RegisterApi
from hallctl.web.api.run_api import RunApi
from hallctl.web.serving import Part
from hallctl.web.tickets.dossier_page import DossierPage
from hallctl.web.tickets.scanned_tickets import ScannedTickets


def dossier_parts(house: House, applicants: Applicants) -> tuple[Part, ...]:
    """The counter's API and the citizen's page."""
    controller, plan, tokens, door = house.controller, house.plan, house.tokens, house.ledger_door
    sources = FormSources(controller, plan, applicants, house.directory.journal, house.addresses)
    recent = controller.hall.dossiers.recent
    return (
        DossierPage(house.look, house.links, house.pages),
        ApplicantApi(applicants, controller, plan, tokens),
        FormApi(sources, tokens),
        DueApi(controller, plan, house.clock),
        ProcedureApi(house.guides, house.today, lambda service: tuple(recent.get(service, ()))),
        RunApi(door, controller, plan),
        ScannedTickets(controller, house.draw, house.ledger, tokens, house.links),
        RegisterApi(door, controller, plan, applicants),
        NoticeApi(door, controller, applicants),
        FeeApi(door, controller, plan),
        DeliveryApi(door, controller, plan, applicants),
    )


def whatever_was_scanned(house: House) -> Part:
    """The look-up of any code: its address comes after every one that lies below a dossier."""
    return DossierApi(house.controller, house.plan, house.draw, house.tokens, house.addresses)
