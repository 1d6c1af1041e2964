"""What stands in the way of a change, as problems of ``hall.toml``: where, what, what to do first."""

from hallctl.core.guards.plan_guards import InTheWay
from hallctl.settings.problems import Findings, Problem, joined, quoted
from hallctl.settings.reading import FILE_NAME


def problem_of(one: InTheWay) -> Problem:
    """Why that entry can't go now, and what would let it go."""
    findings = Findings(FILE_NAME)
    path, number, who = joined(one.table, one.entry), one.number, quoted(one.who)
    match one.why:
        case "awaited":
            findings.add(
                path,
                f"{number} people in the hall hold a number for it",
                "let them be served or transfer them, then remove it",
            )
        case "booked":
            findings.add(
                path,
                f"{number} appointments are booked for it",
                "move or cancel them, then remove it",
            )
        case "open":
            findings.add(path, f"{who} sits there", "close the counter, then remove it")
        case "held":
            findings.add(
                path,
                f"{number} people wait for this counter alone",
                "let another counter call them, then remove it",
            )
        case "serving":
            findings.add(path, f"serves at counter {who}", "close that counter, then remove them")
        case "entrusted":
            findings.add(
                path,
                f"{number} dossiers are with it",
                "let them end first, or keep the department",
            )
        case "printing":
            findings.add(
                path,
                f"{number} slips are to be printed there",
                "print them elsewhere first, on the page of the live hall",
            )
    return findings.problems[0]


def stands_there(counter: str, station: str) -> Problem:
    """A counter that a station came in for stays until the station is moved."""
    findings = Findings(FILE_NAME)
    findings.add(
        joined("counter", counter),
        f"the station {quoted(station)} stands there",
        "move or revoke it on the page of stations, then remove the counter",
    )
    return findings.problems[0]
