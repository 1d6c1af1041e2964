"""Who has booked for the demo's day in its past, and comes."""

from contextlib import closing
from datetime import date
from random import Random

from hallctl.hall_directory import HallDirectory
from hallctl.journal.sqlite_journal import open_database
from hallctl.settings import HallSettings
from hallctl.simulate.appointment_flow import seconds_at, whoever_comes
from hallctl.simulate.day import Appointed

_BOOKED = """
select appointment, service, starts_at from appointments where day = ? and state = 'booked'
order by starts_at, appointment
"""


def appointed_on(settings: HallSettings, day: date) -> list[Appointed]:
    """In order; nobody where nothing was booked. Raises sqlite3.Error."""
    random = Random(day.isoformat())  # noqa: S311 - a game, not a secret
    home, plan = HallDirectory(settings.directory), settings.plan
    with closing(open_database(home.journal, read_only=True)) as ledger:
        rows = ledger.execute(_BOOKED, (day.isoformat(),)).fetchall()
    comes = (
        whoever_comes(plan, name, service, seconds_at(plan, starts_at), random)
        for name, service, starts_at in rows
    )
    return [one for one in comes if one]
