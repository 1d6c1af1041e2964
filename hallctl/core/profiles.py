"""By which profile a counter calls, and which others may be chosen at it."""

import msgspec

from hallctl.core.plan import Counter, Plan
from hallctl.core.plan.floor_rules import Profile
from hallctl.core.words import Words

PLAIN = Profile(profile="", services=())
"""The order of a counter that has no profile: the strongest claim of all its services."""


def profile_in_use(plan: Plan, counter: str, chosen: str) -> Profile:
    """How the counter chooses: as was chosen, where the settings still know it, else as usual."""
    planned = plan.counter(counter)
    usual = plan.floor.profile(planned.profile) if planned else None
    return plan.floor.profile(chosen) or usual or PLAIN


def name_at(plan: Plan, counter: str, profile: Profile) -> Words | None:
    """What it is called there; None for the counter's own that has no name."""
    planned = plan.counter(counter)
    is_own = planned is None or profile.profile == planned.profile
    return None if is_own and not profile.name.vi else profile.said


def usual_profile(plan: Plan, counter: Counter) -> Profile:
    """The counter's own, for its own services."""
    own = plan.floor.profile(counter.profile) or PLAIN
    return msgspec.structs.replace(own, services=counter.services)


def offered_profiles(plan: Plan, counter: str) -> tuple[Profile, ...]:
    """What may be chosen there, the usual one first."""
    planned = plan.counter(counter)
    if planned is None:
        return ()
    others = (
        one
        for one in plan.floor.profiles
        if one.profile != planned.profile and one.is_offered_at(counter)
    )
    return (usual_profile(plan, planned), *others)
