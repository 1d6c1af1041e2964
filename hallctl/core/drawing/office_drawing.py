"""The work behind the counter at a glance."""

from hallctl.core.drawing.run_drawing import missing_items
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.core.views.office_views import OfficeGlance


def office_glance(hall: Hall, plan: Plan, at: int) -> OfficeGlance:
    """What calls for a hand at that time (ms)."""
    return OfficeGlance(
        has_runs=bool(plan.dossiers.agency and plan.departments),
        has_dossiers=bool(plan.dossiers.agency),
        missing=sum(1 for _ in missing_items(hall, at)),
    )
