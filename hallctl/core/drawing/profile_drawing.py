"""What panels and the live hall show of profiles."""

from hallctl.core import views
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.profiles import name_at, offered_profiles, profile_in_use


def profile_shown(hall: Hall, plan: Plan, counter: str) -> views.ProfileShown:
    """By which the counter calls; while it is closed, its usual one."""
    serving = hall.counters.get(counter)
    in_use = profile_in_use(plan, counter, serving.profile if serving else "")
    return views.ProfileShown(profile=in_use.profile, name=name_at(plan, counter, in_use))


def profile_choices(plan: Plan, counter: str) -> tuple[views.ProfileChoice, ...]:
    """Those that may be chosen at the counter, its usual one first."""
    return tuple(
        views.ProfileChoice(
            profile=one.profile,
            name=name_at(plan, counter, one),
            services=one.services,
            order=one.order,
            is_usual=not place,
        )
        for place, one in enumerate(offered_profiles(plan, counter))
    )
