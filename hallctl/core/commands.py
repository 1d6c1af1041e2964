"""Wishes: what a station may ask of the hall. One struct a wish, as it travels in JSON."""

from typing import Annotated
from uuid import UUID

import msgspec

from hallctl.core.catalogue import Channel

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
Mark = Annotated[int, msgspec.Meta(ge=1, le=5, description="1 is worst, 5 is best")]

Reason = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
"""Why, in words the citizen may read. It is kept for ever: no names and no numbers of people."""
PaperName = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Papers = Annotated[tuple[PaperName, ...], msgspec.Meta(max_length=60)]
LAST_MOMENT = 4_102_444_800_000
At = Annotated[int, msgspec.Meta(ge=0, lt=LAST_MOMENT)]
"""Milliseconds since 1970 (UTC), before the year 2100."""


class Command(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag=str, forbid_unknown_fields=True
):
    """A wish with an identity: sent twice, it happens once."""

    command_id: UUID = msgspec.field(name="id")


class OpenDay(Command, frozen=True, kw_only=True):
    """Begin the business day; numbers start again at 001."""


class CloseDay(Command, frozen=True, kw_only=True):
    """End the business day; those still waiting leave unserved, counters close."""


class OpenCounter(Command, frozen=True, kw_only=True):
    """An official begins to serve at a counter; no services named means the counter's own."""

    counter: Name
    official: Name
    services: tuple[Name, ...] = ()


class CloseCounter(Command, frozen=True, kw_only=True):
    """The official leaves a counter that is serving nobody."""

    counter: Name


class IssueTicket(Command, frozen=True, kw_only=True):
    """A citizen takes a number.

    ``priority`` is a group of the hall's rules, or true for the hall's first one.
    """

    service: Name
    priority: Name | bool | None = None
    language: Name | None = None


class CallNext(Command, frozen=True, kw_only=True):
    """A free counter calls whoever is next among its services."""

    counter: Name


class Recall(Command, frozen=True, kw_only=True):
    """Call the counter's ticket once more."""

    counter: Name


class MarkNoShow(Command, frozen=True, kw_only=True):
    """The called citizen did not come; the counter is free again."""

    counter: Name


class Requeue(Command, frozen=True, kw_only=True):
    """Put a called or missed ticket back in its queue."""

    ticket: Name


class FinishVisit(Command, frozen=True, kw_only=True):
    """The counter has served its citizen; the visit may now be rated."""

    counter: Name


class RateVisit(Command, frozen=True, kw_only=True):
    """The visitor's two answers, once a visit."""

    visit: Name
    result: Mark
    attitude: Mark


class CancelTicket(Command, frozen=True, kw_only=True):
    """A waiting citizen leaves."""

    ticket: Name


class ConfirmPrinted(Command, frozen=True, kw_only=True):
    """The station has the ticket on paper."""

    ticket: Name


class ReportNotPrinted(Command, frozen=True, kw_only=True):
    """The station could not print the ticket; the job stays until it is printed."""

    ticket: Name
    fault: Name


class ReceiveDossier(Command, frozen=True, kw_only=True):
    """A dossier is complete and valid; the clock starts at ``complete_at`` (now, if left out).

    ``return_by`` is how the citizen wants the result; ``due_at`` an earlier day promised, or the
    day itself where the catalogue knows no term.
    """

    procedure: Name
    channel: Channel = "counter"
    visit: Name | None = None
    counter: Name | None = None
    papers: Papers = ()
    presented_at: At | None = None
    complete_at: At | None = None
    return_by: Channel | None = None
    due_at: At | None = None


class DossierCommand(Command, frozen=True, kw_only=True):
    """A wish about one dossier, by its code; ``counter`` is where it is asked for."""

    dossier: Name
    counter: Name | None = None


class ForwardDossier(DossierCommand, frozen=True, kw_only=True):
    """Hand it to a department: the procedure's own, if none is named."""

    department: Name | None = None


class ProcessDossier(DossierCommand, frozen=True, kw_only=True):
    """Whoever solves it begins."""


class RequestSupplement(DossierCommand, frozen=True, kw_only=True):
    """Ask the citizen for what is missing; the clock stands still until then."""

    reason: Reason


class ResumeDossier(DossierCommand, frozen=True, kw_only=True):
    """What was missing is there; the clock runs again."""


class FinishDossier(DossierCommand, frozen=True, kw_only=True):
    """The result is ready."""


class ReturnDossier(DossierCommand, frozen=True, kw_only=True):
    """The citizen has the result."""


class RefuseDossier(DossierCommand, frozen=True, kw_only=True):
    """It can't be solved."""

    reason: Reason


class WithdrawDossier(DossierCommand, frozen=True, kw_only=True):
    """The citizen takes it back."""


class StopDossier(DossierCommand, frozen=True, kw_only=True):
    """Solving it ends without a result."""

    reason: Reason


class ReappointDossier(DossierCommand, frozen=True, kw_only=True):
    """A foreseen delay: a new date, once, at the latest a day before the old one."""

    reason: Reason
    due_at: At


AnyCommand = (
    OpenDay
    | CloseDay
    | OpenCounter
    | CloseCounter
    | IssueTicket
    | CallNext
    | Recall
    | MarkNoShow
    | Requeue
    | FinishVisit
    | RateVisit
    | CancelTicket
    | ConfirmPrinted
    | ReportNotPrinted
    | ReceiveDossier
    | ForwardDossier
    | ProcessDossier
    | RequestSupplement
    | ResumeDossier
    | FinishDossier
    | ReturnDossier
    | RefuseDossier
    | WithdrawDossier
    | StopDossier
    | ReappointDossier
)
