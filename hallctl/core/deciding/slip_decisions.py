"""What a counter's printer gives out: ordered once, on paper once, or still waiting."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.commands.slip_commands import SlipKind
from hallctl.core.deciding.printing_decisions import new_place
from hallctl.core.guards import spoken_language
from hallctl.core.guards.dossier_guards import known_dossier
from hallctl.core.guards.run_guards import known_department, known_run
from hallctl.core.hall import Hall, Slip
from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.slips.fee_slips import payable


def print_slip(hall: Hall, wish: commands.PrintSlip, by: Circumstances) -> Facts:
    dossier = known_dossier(hall, wish.dossier)
    if not by.actor.prints:
        raise Refused(Refusal.NO_PRINTER, station=by.actor.name)
    if wish.kind == "fee":
        payable(hall, dossier.dossier, by.plan)
    language = spoken_language(wish.language, by.plan)
    yield slip_ordered(hall, wish.kind, dossier.dossier, language, by)


def slip_ordered(
    hall: Hall, kind: SlipKind, dossier: str, language: str, by: Circumstances
) -> events.SlipOrdered:
    """A slip for the asking station's printer; of one command there is one, so its name is new."""
    return events.SlipOrdered(
        at=by.at,
        slip=f"{dossier}-{kind}-{hall.journal_number + 1}",
        kind=kind,
        dossier=dossier,
        station=by.actor.name,
        language=language,
    )


def print_manifest(hall: Hall, wish: commands.PrintManifest, by: Circumstances) -> Facts:
    run = known_run(hall, wish.run)
    known_department(wish.department, by)
    if all(item.department != wish.department for item in run.items):
        raise Refused(Refusal.NOTHING_ON_MANIFEST, run=run.run, department=wish.department)
    if not by.actor.prints:
        raise Refused(Refusal.NO_PRINTER, station=by.actor.name)
    yield events.SlipOrdered(
        at=by.at,
        slip=f"{run.run}-{wish.department}-manifest-{hall.journal_number + 1}",
        kind="manifest",
        dossier="",
        station=by.actor.name,
        language=spoken_language(wish.language, by.plan),
        run=run.run,
        department=wish.department,
    )


def confirm_slip(hall: Hall, wish: commands.ConfirmSlip, by: Circumstances) -> Facts:
    slip = _own_slip(hall, wish.slip, by)
    yield events.SlipPrinted(at=by.at, slip=slip.slip, dossier=slip.dossier, station=by.actor.name)


def report_slip(hall: Hall, wish: commands.ReportSlip, by: Circumstances) -> Facts:
    slip = _own_slip(hall, wish.slip, by)
    yield events.SlipNotPrinted(
        at=by.at,
        slip=slip.slip,
        dossier=slip.dossier,
        station=by.actor.name,
        fault=wish.fault,
        is_held=wish.is_held,
    )


def redirect_slip(hall: Hall, wish: commands.RedirectSlip, by: Circumstances) -> Facts:
    slip = _waiting_slip(hall, wish.slip)
    place = new_place(slip, wish, {*by.plan.slip_stations, *by.admitted_printers})
    yield events.SlipRedirected(at=by.at, slip=slip.slip, dossier=slip.dossier, **place)


def release_slip(hall: Hall, wish: commands.ReleaseSlip, by: Circumstances) -> Facts:
    slip = _own_slip(hall, wish.slip, by)
    if not slip.asked_of:
        raise Refused(Refusal.NOT_ASKED_BACK, slip=wish.slip)
    yield events.SlipReleased(at=by.at, slip=slip.slip, dossier=slip.dossier, station=slip.asked_of)


def _own_slip(hall: Hall, name: str, by: Circumstances) -> Slip:
    """A slip that the asking station holds; the admin may speak for any."""
    slip = _waiting_slip(hall, name)
    if by.actor.role is not Role.ADMIN and slip.holder != by.actor.name:
        raise Refused(Refusal.NOT_ALLOWED, role=by.actor.role, station=slip.holder)
    return slip


def _waiting_slip(hall: Hall, name: str) -> Slip:
    slip = hall.slips.get(name)
    if slip is None:
        raise Refused(Refusal.UNKNOWN_SLIP, slip=name)
    return slip
