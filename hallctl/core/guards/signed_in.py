"""In whose name a counter is opened or taken over."""

from hallctl.core.circumstances import Circumstances
from hallctl.core.permissions import Role
from hallctl.core.refusals import Refusal, Refused


def who_serves(by: Circumstances, counter: str, named: str) -> str:
    """Whoever has signed in at the panel serves in their own name; else whoever it names.

    Refused where the hall wants somebody to sign in first, and nobody has.
    """
    if by.actor.role is not Role.COUNTER:
        return named
    if by.plan.rules.sign_in_at_counters and not by.actor.official:
        raise Refused(Refusal.SIGN_IN_FIRST, counter=counter)
    return by.actor.official or named
