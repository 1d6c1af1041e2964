"""The work behind the counter at a glance."""

from hallctl.core.hall import Hall
from hallctl.core.office_views import OfficeGlance
from hallctl.core.plan import Plan
from hallctl.core.run_drawing import missing_items


def office_glance(hall: Hall, plan: Plan, at: int) -> OfficeGlance:
    """What calls for a hand at that time (ms)."""
    return OfficeGlance(
        has_runs=bool(plan.dossiers.agency and plan.departments),
        has_dossiers=bool(plan.dossiers.agency),
        missing=sum(1 for _ in missing_items(hall, at)),
    )
