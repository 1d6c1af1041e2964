"""Does a row name services and departments that the hall has?"""

from hallctl.catalogue.entry import Facts
from hallctl.catalogue.problems import RowFindings
from hallctl.catalogue.sheets.reading import Check
from hallctl.core.plan import Plan
from hallctl.problems import choose_from, quoted


def known_to(plan: Plan) -> Check:
    """The rule that a row's service and department are the hall's, and belong together."""
    services = {one.service: one for one in plan.services}
    departments = {one.department for one in plan.departments}

    def check(facts: Facts, findings: RowFindings) -> None:
        service, department = facts.get("service", ""), facts.get("department", "")
        if service and service not in services:
            findings.add(
                "service", f"the hall has no {quoted(service)}", choose_from(service, services)
            )
        elif service and department and not _may_solve(services[service].departments, department):
            findings.add(
                "department",
                f"{quoted(department)} is not behind the service {quoted(service)}",
                "correct one of the two, or the service's departments in hall.toml",
            )
        if department and department not in departments:
            findings.add(
                "department",
                f"the hall has no {quoted(department)}",
                choose_from(department, sorted(departments)),
            )

    return check


def _may_solve(departments: tuple[str, ...], department: str) -> bool:
    return not departments or department in departments
