"""What the OpenAPI document says of the back office: runs, and papers to print."""

from typing import Any

import msgspec

from hallctl.core.paper import Document
from hallctl.web.api.delivery_api import Batch, Deliveries
from hallctl.web.api.fee_api import DaysFees, DossierFees
from hallctl.web.api.notice_api import CallList, DossierNotices, OpenNotices
from hallctl.web.api.run_api import DaysRuns, FoundRun
from hallctl.web.scanned_tickets import ScannedTicket

Part = dict[str, Any]


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
    name = _path("run", "its name, such as 2026-11-23-2")
    whose = (name, _query("department", "whose; all when absent"), LANGUAGE)
    paths = {
        "/api/runs": _look("findRuns", _json("The day's runs, and all missing.", runs), DAY),
        "/api/runs/{run}": _look("getRun", _json("The run and its rows.", run), name),
        "/api/runs/{run}/manifest": _look(
            "getManifestSlip", _json("A layout to print.", slip), *whose
        ),
        "/api/runs/{run}/manifest.pdf": _look("getManifest", PDF, *whose),
        "/api/notices": _look("findNotices", _json("To be sent or called.", owed)),
        "/api/notices/calls": _look("getCallList", _json("Whom to call; logged.", calls)),
        "/api/dossiers/{dossier}/notices": _look(
            "getNotices", _json("A dossier's notices.", told), _path("dossier", "its code")
        ),
        **_money(*rest),
        "/api/tickets/{scanned}": _look(
            "scanTicket",
            _json("The ticket and what its visit is about.", scanned),
            _path("scanned", "the address in its QR code, percent-encoded"),
        ),
        "/api/registers/07.pdf": _look("getRegister", PDF, *REGISTER),
    }
    return paths, components


MONEY = (DaysFees, DossierFees, Document, Deliveries, Batch)


def _money(fees: Part, charged: Part, slip: Part, deliveries: Part, batch: Part) -> Part:
    """The addresses of fees and deliveries."""
    code, name = _path("dossier", "its code"), _path("batch", "its name, such as 2026-11-23-P1")
    return {
        "/api/fees": _look("findFees", _json("A day's money.", fees), DAY),
        "/api/fees.pdf": _look("getFeeLists", PDF, DAY, LANGUAGE),
        "/api/dossiers/{dossier}/fees": _look("getFees", _json("Its fees.", charged), code),
        "/api/dossiers/{dossier}/fees/slip": _look(
            "getFeeSlip", _json("A layout to print.", slip), code, LANGUAGE
        ),
        "/api/deliveries": _look("findDeliveries", _json("Ready and under way.", deliveries)),
        "/api/deliveries/{batch}": _look("getBatch", _json("What left together.", batch), name),
        "/api/deliveries/{batch}/sheet.pdf": _look("getHandOverSheet", PDF, name, LANGUAGE),
    }


def _look(operation: str, found: Part, *parameters: Part) -> Part:
    """A GET for officials."""
    return {
        "get": {
            "operationId": operation,
            "security": [{"token": []}],
            "parameters": list(parameters),
            "responses": {
                "200": found,
                "401": {"description": "No or an unknown token."},
                "403": {"description": "Only counters and the admin may look."},
                "404": {"description": "There is none of that name."},
                "422": {"description": "What was asked makes no sense; `field` names it."},
            },
        }
    }


def _json(description: str, schema: Part) -> Part:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _query(name: str, description: str) -> Part:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}


def _path(name: str, description: str) -> Part:
    return {**_query(name, description), "in": "path", "required": True}


DAY = _query("day", "such as 2026-11-23; today when absent")
LANGUAGE = _query("lang", "vi, or en")
REGISTER = (
    _query("from", "first day; today when absent"),
    _query("to", "last day; today when absent"),
    _query("field", "all when absent"),
    _query("names", "0 leaves the applicants out"),
)
PDF: Part = {"description": "A paper.", "content": {"application/pdf": {}}}
