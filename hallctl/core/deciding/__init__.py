"""Wishes are weighed: one small function a command, giving the facts or raising a refusal.

A decision reads the hall and the plan and changes neither.
"""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.appointment_deciding import DECIDE_APPOINTMENTS
from hallctl.core.deciding.board_decisions import DECIDE_ON_BOARDS
from hallctl.core.deciding.complaint_deciding import DECIDE_COMPLAINTS
from hallctl.core.deciding.correction_decisions import (
    strike_dossier,
    strike_rating,
    undo_dossier_step,
)
from hallctl.core.deciding.counter_decisions import (
    call_next,
    close_counter,
    finish_visit,
    mark_no_show,
    open_counter,
    recall,
)
from hallctl.core.deciding.day_decisions import close_day, open_day
from hallctl.core.deciding.dossier_dates import reappoint_dossier, resume_dossier
from hallctl.core.deciding.dossier_decisions import (
    finish_dossier,
    forward_dossier,
    process_dossier,
    refuse_dossier,
    request_supplement,
    return_dossier,
    stop_dossier,
    withdraw_dossier,
)
from hallctl.core.deciding.dossier_reception import receive_dossier
from hallctl.core.deciding.figure_decisions import give_figure
from hallctl.core.deciding.floor_deciding import DECIDE_ON_THE_FLOOR
from hallctl.core.deciding.notice_decisions import notices_owed
from hallctl.core.deciding.number_decisions import pass_over_numbers
from hallctl.core.deciding.office_deciding import DECIDE_IN_THE_OFFICE
from hallctl.core.deciding.offline_decisions import hand_in_ticket, lease_numbers
from hallctl.core.deciding.phone_decisions import take_number
from hallctl.core.deciding.printing_decisions import (
    confirm_printed,
    redirect_printing,
    release_printing,
    report_not_printed,
)
from hallctl.core.deciding.procedure_slips import print_procedure
from hallctl.core.deciding.rating_decisions import explain_rating, rate_visit
from hallctl.core.deciding.run_decisions import close_run, open_next_run, scan_in, scan_out
from hallctl.core.deciding.seal_decisions import seal_day, with_seals
from hallctl.core.deciding.slip_decisions import (
    confirm_slip,
    print_manifest,
    print_slip,
    redirect_slip,
    release_slip,
    report_slip,
)
from hallctl.core.deciding.supervisor_decisions import DECIDE_FOR_SUPERVISORS
from hallctl.core.deciding.ticket_decisions import (
    cancel_ticket,
    issue_ticket,
    requeue,
)
from hallctl.core.deciding.trial_slips import print_trial
from hallctl.core.hall import Hall
from hallctl.core.permissions import may_act_for
from hallctl.core.refusals import Refusal, Refused
from hallctl.core.scopes import may_ask


def decide(
    hall: Hall, command: commands.Command, circumstances: Circumstances
) -> tuple[events.Event, ...]:
    """The facts that grant the wish. Raises :class:`Refused` when the hall says no."""
    actor = circumstances.actor
    if not may_ask(actor, type(command)):
        raise Refused(Refusal.NOT_ALLOWED, role=actor.role)
    if not may_act_for(actor, command):
        raise Refused(Refusal.NOT_ALLOWED, role=actor.role, counter=actor.counter)
    facts = tuple(_DECIDE[type(command)](hall, command, circumstances))
    owed = tuple(notices_owed(hall, facts, circumstances))
    return tuple(with_seals(hall, facts + owed, circumstances.at))


_DECIDE: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.OpenDay: open_day,
    commands.CloseDay: close_day,
    commands.OpenCounter: open_counter,
    commands.CloseCounter: close_counter,
    commands.IssueTicket: issue_ticket,
    commands.TakeNumber: take_number,
    commands.CallNext: call_next,
    commands.Recall: recall,
    commands.MarkNoShow: mark_no_show,
    commands.Requeue: requeue,
    commands.FinishVisit: finish_visit,
    commands.RateVisit: rate_visit,
    commands.ExplainRating: explain_rating,
    commands.CancelTicket: cancel_ticket,
    commands.ConfirmPrinted: confirm_printed,
    commands.ReportNotPrinted: report_not_printed,
    commands.RedirectPrinting: redirect_printing,
    commands.ReleasePrinting: release_printing,
    **DECIDE_ON_THE_FLOOR,
    **DECIDE_COMPLAINTS,
    **DECIDE_APPOINTMENTS,
    commands.ReceiveDossier: receive_dossier,
    commands.ForwardDossier: forward_dossier,
    commands.ProcessDossier: process_dossier,
    commands.RequestSupplement: request_supplement,
    commands.ResumeDossier: resume_dossier,
    commands.FinishDossier: finish_dossier,
    commands.ReturnDossier: return_dossier,
    commands.RefuseDossier: refuse_dossier,
    commands.WithdrawDossier: withdraw_dossier,
    commands.StopDossier: stop_dossier,
    commands.ReappointDossier: reappoint_dossier,
    commands.SealDay: seal_day,
    commands.StrikeDossier: strike_dossier,
    commands.UndoDossierStep: undo_dossier_step,
    commands.StrikeRating: strike_rating,
    commands.GiveFigure: give_figure,
    commands.PrintSlip: print_slip,
    commands.PrintProcedure: print_procedure,
    commands.PrintTrial: print_trial,
    commands.ConfirmSlip: confirm_slip,
    commands.ReportSlip: report_slip,
    commands.PrintManifest: print_manifest,
    commands.RedirectSlip: redirect_slip,
    commands.ReleaseSlip: release_slip,
    **DECIDE_IN_THE_OFFICE,
    commands.OpenRun: open_next_run,
    commands.ScanOut: scan_out,
    commands.ScanIn: scan_in,
    commands.CloseRun: close_run,
    commands.LeaseNumbers: lease_numbers,
    commands.HandInTicket: hand_in_ticket,
    commands.PassOverNumbers: pass_over_numbers,
    **DECIDE_FOR_SUPERVISORS,
    **DECIDE_ON_BOARDS,
}
