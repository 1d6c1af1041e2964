"""A commune's hall that gives appointments, served on a Monday morning."""

from pathlib import Path

from hallctl.core.permissions import PEOPLE
from hallctl.people.accounts import Account
from tests.hall_clients import new_hall
from tests.journal.one_hall import HandClock
from tests.web.browsers import PASSWORD
from tests.web.hall_at_work import HallAtWork


def hall_with_appointments(path: Path, more: str = "", sample: str = "commune") -> Path:
    """The sample, with the table as a technician writes it."""
    hall = new_hall(path, sample)
    settings = hall / "hall.toml"
    text = settings.read_text("utf-8")
    rules, _, tables = more.partition("\n[")
    text = text.replace("[appointments]\n", f"[appointments]\n{rules}\n", 1)
    settings.write_text(f"{text}\n[{tables}" if tables else text, "utf-8")
    return hall


def booking_hall(path: Path, more: str = "") -> tuple[HallAtWork, HandClock]:
    """Its controller, its day open, an account a role."""
    clock = HandClock()
    hall = HallAtWork(hall_with_appointments(path, more), clock)
    hall.open()
    registry, now = hall.assembly.people.registry, clock.now()
    for role in PEOPLE:
        registry.add(Account(account=role, name=f"Bà {role}", role=role), "test", now)
        registry.choose_password(role, PASSWORD, now)
    return hall, clock
