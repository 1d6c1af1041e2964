"""What the OpenAPI document says of the back office: runs, and papers to print."""

import msgspec

from hallctl.core.paper import Document
from hallctl.web.api.delivery_api import Batch, Deliveries
from hallctl.web.api.fee_api import DaysFees, DossierFees
from hallctl.web.api.notice_api import CallList, DossierNotices, OpenNotices
from hallctl.web.api.run_api import DaysRuns, FoundRun
from hallctl.web.openapi.parts import TOKEN, UNKNOWN_TOKEN, Part, answered, in_path, query
from hallctl.web.tickets.scanned_tickets import ScannedTicket


def back_office_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    (runs, run, slip, owed, told, calls, scanned, *rest), components = (
        msgspec.json.schema_components(
            (
                DaysRuns,
                FoundRun,
                Document,
                OpenNotices,
                DossierNotices,
                CallList,
                ScannedTicket,
                *MONEY,
            ),
            ref_template="#/components/schemas/{name}",
        )
    )
    name = in_path("run", "its name, such as 2026-11-23-2")
    whose = (name, query("department", "whose; all when absent"), LANGUAGE)
    paths = {
        "/api/runs": _look("findRuns", answered("The day's runs, and all missing.", runs), DAY),
        "/api/runs/{run}": _look("getRun", answered("The run and its rows.", run), name),
        "/api/runs/{run}/manifest": _look(
            "getManifestSlip", answered("A layout to print.", slip), *whose
        ),
        "/api/runs/{run}/manifest.pdf": _look("getManifest", PDF, *whose),
        "/api/notices": _look("findNotices", answered("To be sent or called.", owed)),
        "/api/notices/calls": _look("getCallList", answered("Whom to call; logged.", calls)),
        "/api/dossiers/{dossier}/notices": _look(
            "getNotices", answered("A dossier's notices.", told), in_path("dossier", "its code")
        ),
        **_money(*rest),
        "/api/tickets/{scanned}": _look(
            "scanTicket",
            answered("The ticket and what its visit is about.", scanned),
            in_path("scanned", "the address in its QR code, percent-encoded"),
        ),
        "/api/registers/07.pdf": _look("getRegister", PDF, *REGISTER),
    }
    return paths, components


MONEY = (DaysFees, DossierFees, Document, Deliveries, Batch)


def _money(fees: Part, charged: Part, slip: Part, deliveries: Part, batch: Part) -> Part:
    """The addresses of fees and deliveries."""
    code, name = in_path("dossier", "its code"), in_path("batch", "its name, such as 2026-11-23-P1")
    return {
        "/api/fees": _look("findFees", answered("A day's money.", fees), DAY),
        "/api/fees.pdf": _look("getFeeLists", PDF, DAY, LANGUAGE),
        "/api/dossiers/{dossier}/fees": _look("getFees", answered("Its fees.", charged), code),
        "/api/dossiers/{dossier}/fees/slip": _look(
            "getFeeSlip", answered("A layout to print.", slip), code, LANGUAGE
        ),
        "/api/deliveries": _look("findDeliveries", answered("Ready and under way.", deliveries)),
        "/api/deliveries/{batch}": _look("getBatch", answered("What left together.", batch), name),
        "/api/deliveries/{batch}/sheet.pdf": _look("getHandOverSheet", PDF, name, LANGUAGE),
    }


def _look(operation: str, found: Part, *parameters: Part) -> Part:
    """A GET for officials."""
    return {
        "get": {
            "operationId": operation,
            "security": TOKEN,
            "parameters": list(parameters),
            "responses": {
                "200": found,
                **UNKNOWN_TOKEN,
                "403": {"description": "Only counters and the admin may look."},
                "404": {"description": "There is none of that name."},
                "422": {"description": "What was asked makes no sense; `field` names it."},
            },
        }
    }


DAY = query("day", "such as 2026-11-23; today when absent")
LANGUAGE = query("lang", "vi, or en")
REGISTER = (
    query("from", "first day; today when absent"),
    query("to", "last day; today when absent"),
    query("field", "all when absent"),
    query("names", "0 leaves the applicants out"),
)
PDF: Part = {"description": "A paper.", "content": {"application/pdf": {}}}
