"""An official, or whoever runs the hall, chooses by which profile a counter calls."""

from hallctl.core import commands, events
from hallctl.core.circumstances import Circumstances, Facts
from hallctl.core.guards import serving_counter
from hallctl.core.hall import Hall
from hallctl.core.plan import Counter, Plan
from hallctl.core.plan.floor_rules import Profile
from hallctl.core.profiles import usual_profile
from hallctl.core.refusals import Refusal, Refused


def choose_profile(hall: Hall, wish: commands.ChooseProfile, by: Circumstances) -> Facts:
    serving = serving_counter(hall, wish.counter, by.plan)
    planned = by.plan.counter(wish.counter)
    if planned is None:
        raise Refused(Refusal.UNKNOWN_COUNTER, counter=wish.counter)
    chosen = profile_meant(by.plan, planned, wish.profile)
    if (chosen.profile, chosen.services) == (serving.profile, serving.services):
        raise Refused(Refusal.SAME_PROFILE, profile=chosen.profile)
    yield events.ProfileChosen(
        at=by.at, counter=wish.counter, profile=chosen.profile, services=chosen.services
    )


def profile_meant(plan: Plan, counter: Counter, name: str | None) -> Profile:
    """The profile of that name, with what the counter serves by it; without a name the usual one."""
    if not name or name == counter.profile:
        return usual_profile(plan, counter)
    profile = plan.floor.profile(name)
    if profile is None:
        raise Refused(Refusal.UNKNOWN_PROFILE, profile=name)
    if not profile.is_offered_at(counter.counter):
        raise Refused(Refusal.PROFILE_NOT_HERE, profile=name, counter=counter.counter)
    return profile
