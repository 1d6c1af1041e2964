"""A hall's past with all that belongs to it: the days in its journal, and words in its private files."""

from contextlib import closing
from uuid import UUID

from hallctl.applicants.applicant import Looker
from hallctl.appointments.store import Visitors
from hallctl.appointments.visitor import Visitor
from hallctl.complaints.comments import Comments
from hallctl.complaints.words import ComplaintWords
from hallctl.core import events
from hallctl.core.hall import Hall
from hallctl.core.plan import Plan
from hallctl.hall_directory import HallDirectory
from hallctl.journal.entry import Journal
from hallctl.simulate.journal_door import JournalDoor
from hallctl.simulate.month import Progress, live_a_month
from hallctl.simulate.month_order import MonthOrder
from hallctl.simulate.said import Heard

BY = Looker("", "simulation")


def live_a_past(
    plan: Plan, home: HallDirectory, journal: Journal, order: MonthOrder, told: Progress
) -> None:
    """Let the days pass in a hall that has had none. Raises JournalError, OSError."""
    door = JournalDoor(plan, journal, Hall())

    def now() -> int:
        return door.clock.now()

    with (
        closing(ComplaintWords(home.complaints, now)) as words,
        closing(Comments(home.comments, now)) as comments,
        closing(Visitors(home.appointments, home.appointments_key(), now)) as visitors,
    ):

        def comes(wish: UUID, booked: events.AppointmentBooked, visitor: Visitor) -> None:
            visitors.keep(wish, visitor, booked.starts_at)
            visitors.booked(wish, booked.appointment, BY)

        live_a_month(plan, door, order, told, Heard(words.keep, comments.keep, comes))
