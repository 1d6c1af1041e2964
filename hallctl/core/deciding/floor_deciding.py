"""Which decision weighs which wish of a busy floor."""

from collections.abc import Callable
from typing import Any

from hallctl.core import commands
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.deciding.break_decisions import end_break, start_break, substitute
from hallctl.core.deciding.floor_decisions import (
    add_service,
    call_number,
    call_ticket,
    note_visit,
    park,
    resume,
    transfer,
)
from hallctl.core.deciding.no_shows import end_no_show, return_no_show
from hallctl.core.deciding.offer_decisions import end_issuing, offer_service, pause_service
from hallctl.core.deciding.profile_decisions import choose_profile
from hallctl.core.deciding.undo_decision import undo_last
from hallctl.core.hall import Hall

DECIDE_ON_THE_FLOOR: dict[type[commands.Command], Callable[[Hall, Any, Circumstances], Facts]] = {
    commands.PauseService: pause_service,
    commands.OfferService: offer_service,
    commands.EndIssuing: end_issuing,
    commands.CallTicket: call_ticket,
    commands.CallNumber: call_number,
    commands.Park: park,
    commands.Resume: resume,
    commands.Transfer: transfer,
    commands.AddService: add_service,
    commands.NoteVisit: note_visit,
    commands.UndoLast: undo_last,
    commands.ReturnNoShow: return_no_show,
    commands.EndNoShow: end_no_show,
    commands.StartBreak: start_break,
    commands.EndBreak: end_break,
    commands.Substitute: substitute,
    commands.ChooseProfile: choose_profile,
}
