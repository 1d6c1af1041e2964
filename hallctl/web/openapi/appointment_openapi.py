"""What the OpenAPI document says of appointments."""

from typing import Any

import msgspec

from hallctl.web.api.appointment_api import AppointmentList, BookedNow, FreeSlots, ToBook
from hallctl.web.appointment_import import Imported

Part = dict[str, Any]


def appointment_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    types = (FreeSlots, AppointmentList, ToBook, BookedNow, Imported)
    (free, every, wanted, booked, imported), components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    days = [_query("day", "one day"), _query("from", "first day"), _query("to", "last day")]
    paths = {
        "/api/appointments": {
            "get": _look("findAppointments", _json("Those of the days asked for.", every), days),
            "post": {
                "operationId": "bookAppointment",
                "summary": "Book for somebody; the same id again books nothing.",
                "security": [{"token": []}],
                "requestBody": {"required": True, **_body(wanted)},
                "responses": {
                    "200": _json("What was booked.", booked),
                    "409": {"description": "Refused, as a command is."},
                    **REFUSALS,
                },
            },
        },
        "/api/appointments/slots": {
            "get": {
                "operationId": "findFreeSlots",
                "summary": "What can be booked; for everybody.",
                "parameters": [_query("service", "its id"), _query("day", "today when absent")],
                "responses": {
                    "200": _json("The day's slots.", free),
                    "404": {"description": "That service can't be booked."},
                    "422": REFUSALS["422"],
                },
            }
        },
        "/api/appointments.csv": {"get": _look("getAppointmentSheet", _file("text/csv"), days)},
        "/api/appointments.ics": {
            "get": _look("getAppointmentCalendar", _file("text/calendar"), days)
        },
        "/api/appointments/import": {
            "post": {
                "operationId": "importAppointments",
                "summary": "A file of another system's: all of it is taken, or nothing.",
                "security": [{"token": []}],
                "parameters": [_query("dry_run", "1 tells what would change and changes nothing")],
                "requestBody": {
                    "required": True,
                    "content": {"text/csv": {}, "text/calendar": {}},
                },
                "responses": {
                    "200": _json("What has changed, or would.", imported),
                    **REFUSALS,
                    "422": _json("Nothing has changed: the bad rows.", imported),
                },
            }
        },
    }
    return paths, components


REFUSALS: Part = {
    "401": {"description": "No or an unknown token."},
    "403": {"description": "Only whoever runs the floor, and the admin."},
    "422": {"description": "What was asked makes no sense; `field` names it."},
}


def _look(operation: str, found: Part, parameters: list[Part]) -> Part:
    return {
        "operationId": operation,
        "security": [{"token": []}],
        "parameters": parameters,
        "responses": {"200": found, **REFUSALS},
    }


def _json(description: str, schema: Part) -> Part:
    return {"description": description, **_body(schema)}


def _body(schema: Part) -> Part:
    return {"content": {"application/json": {"schema": schema}}}


def _file(media_type: str) -> Part:
    return {"description": "A file that can be read in again.", "content": {media_type: {}}}


def _query(name: str, description: str) -> Part:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string"}}
