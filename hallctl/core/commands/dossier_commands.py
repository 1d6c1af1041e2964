"""Wishes about dossiers."""

from hallctl.core.catalogue import Channel
from hallctl.core.commands.command import At, Command, Name, Papers, Reason


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


class StepCommand(DossierCommand, frozen=True, kw_only=True):
    """A step is taken now; or it was taken at ``taken_at``, elsewhere, and is told of now."""

    taken_at: At | None = None


class ForwardDossier(StepCommand, frozen=True, kw_only=True):
    """Hand it to a department: the procedure's own, if none is named."""

    department: Name | None = None


class ProcessDossier(StepCommand, frozen=True, kw_only=True):
    """Whoever solves it begins."""


class RequestSupplement(StepCommand, frozen=True, kw_only=True):
    """Ask the citizen for what is missing; the clock stands still until then.

    ``needs`` is what is missing, one thing each, and ``reason`` then why; without ``needs`` the
    lines of ``reason`` say what is missing.
    """

    reason: Reason
    needs: Papers = ()


class ResumeDossier(StepCommand, frozen=True, kw_only=True):
    """What was missing is there; the clock runs again."""


class FinishDossier(StepCommand, frozen=True, kw_only=True):
    """The result is ready."""


class ReturnDossier(StepCommand, frozen=True, kw_only=True):
    """The citizen has the result."""


class RefuseDossier(StepCommand, frozen=True, kw_only=True):
    """It can't be solved."""

    reason: Reason


class WithdrawDossier(StepCommand, frozen=True, kw_only=True):
    """The citizen takes it back."""


class StopDossier(StepCommand, frozen=True, kw_only=True):
    """Solving it ends without a result."""

    reason: Reason


class ReappointDossier(DossierCommand, frozen=True, kw_only=True):
    """A foreseen delay: a new date, once, at the latest a day before the old one."""

    reason: Reason
    due_at: At
