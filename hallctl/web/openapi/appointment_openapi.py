"""What the OpenAPI document says of appointments."""

from hallctl.web.api.appointment_api import AppointmentList, BookedNow, FreeSlots, ToBook
from hallctl.web.desks.appointment_import import Imported
from hallctl.web.openapi.parts import TOKEN, UNKNOWN_TOKEN, Part, answered, query, schemas_of, sent


def appointment_paths() -> tuple[Part, Part]:
    """The addresses, and the components they refer to."""
    types = (FreeSlots, AppointmentList, ToBook, BookedNow, Imported)
    (free, every, wanted, booked, imported), components = schemas_of(types)
    days = [query("day", "one day"), query("from", "first day"), query("to", "last day")]
    paths = {
        "/api/appointments": {
            "get": _look("findAppointments", answered("Those of the days asked for.", every), days),
            "post": {
                "operationId": "bookAppointment",
                "summary": "Book for somebody; the same id again books nothing.",
                "security": TOKEN,
                "requestBody": sent(wanted),
                "responses": {
                    "200": answered("What was booked.", booked),
                    "409": {"description": "Refused, as a command is."},
                    **REFUSALS,
                },
            },
        },
        "/api/appointments/slots": {
            "get": {
                "operationId": "findFreeSlots",
                "summary": "What can be booked; for everybody.",
                "parameters": [query("service", "its id"), query("day", "today when absent")],
                "responses": {
                    "200": answered("The day's slots.", free),
                    "404": {"description": "That service can't be booked."},
                    "422": REFUSALS["422"],
                },
            }
        },
        "/api/appointments.csv": {"get": _look("getAppointmentSheet", _file("text/csv"), days)},
        "/api/appointments.ics": {
            "get": _look("getAppointmentCalendar", _file("text/calendar"), days)
        },
        "/api/appointments/import": _import(imported),
    }
    return paths, components


REFUSALS: Part = {
    **UNKNOWN_TOKEN,
    "403": {"description": "Only whoever runs the floor, and the admin."},
    "422": {"description": "What was asked makes no sense; `field` names it."},
}


def _import(imported: Part) -> Part:
    return {
        "post": {
            "operationId": "importAppointments",
            "summary": "A file of another system's: all of it is taken, or nothing.",
            "security": TOKEN,
            "parameters": [query("dry_run", "1 tells what would change and changes nothing")],
            "requestBody": {
                "required": True,
                "content": {"text/csv": {}, "text/calendar": {}},
            },
            "responses": {
                "200": answered("What has changed, or would.", imported),
                **REFUSALS,
                "422": answered("Nothing has changed: the bad rows.", imported),
            },
        }
    }


def _look(operation: str, found: Part, parameters: list[Part]) -> Part:
    return {
        "operationId": operation,
        "security": TOKEN,
        "parameters": parameters,
        "responses": {"200": found, **REFUSALS},
    }


def _file(media_type: str) -> Part:
    return {"description": "A file that can be read in again.", "content": {media_type: {}}}
