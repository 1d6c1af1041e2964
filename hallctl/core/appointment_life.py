"""The life of an appointment as one table: where it stands, and what may happen to it there."""

from enum import StrEnum


class AppointmentState(StrEnum):
    """Where an appointment stands."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    RELEASED = "released"


class AppointmentStep(StrEnum):
    """What may happen to it."""

    MOVE = "move"
    REMIND = "remind"
    CANCEL = "cancel"
    RELEASE = "release"
    CHECK_IN = "check_in"


APPOINTMENT_LIFE: dict[AppointmentState, dict[AppointmentStep, AppointmentState]] = {
    AppointmentState.BOOKED: {
        AppointmentStep.MOVE: AppointmentState.BOOKED,
        AppointmentStep.REMIND: AppointmentState.BOOKED,
        AppointmentStep.CANCEL: AppointmentState.CANCELLED,
        AppointmentStep.RELEASE: AppointmentState.RELEASED,
        AppointmentStep.CHECK_IN: AppointmentState.CHECKED_IN,
    },
    AppointmentState.CHECKED_IN: {},
    AppointmentState.CANCELLED: {},
    AppointmentState.RELEASED: {},
}

HOLDS_A_PLACE = frozenset({AppointmentState.BOOKED, AppointmentState.CHECKED_IN})
"""In these its slot has one place less for others."""
