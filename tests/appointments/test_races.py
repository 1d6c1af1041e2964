"""Eight at once for the last places, behind a barrier, on a real controller over real sockets."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from hallctl.core.guards.appointment_slots import Slot, slots_of
from hallctl.core.plan import Plan
from hallctl.settings import read_hall
from hallctl.verifying import verify
from tests.appointments.pages import hall_with_appointments
from tests.hall_clients import Serve, serve, wish
from tests.races.pressing import all_at_once

AT_ONCE = 8
SERVICE = "justice"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    with serve(
        hall_with_appointments(tmp_path_factory.mktemp("booking") / "hall", sample="province")
    ) as serving:
        yield serving
        assert serving.stop() == 0


def free_slots(plan: Plan) -> list[Slot]:
    service = plan.service(SERVICE)
    assert service
    today = datetime.now(ZoneInfo(plan.timezone)).date()
    ahead = (today + timedelta(days) for days in range(1, 7))
    return [slot for day in ahead for slot in slots_of(plan, service, day)]


def booking(slot: Slot, person: int) -> dict[str, object]:
    code = f"{uuid4().int % 1_000_000:06}"
    return wish(
        "BookAppointment",
        service=SERVICE,
        starts_at=slot.starts_at,
        code=code,
        marks=[f"{person:032x}"],
    )


def test_eight_at_once_never_overbook_a_slot(serving: Serve) -> None:
    random.seed(4)
    plan = read_hall(serving.hall.path).plan
    wires = [serving.wire() for _ in range(AT_ONCE)]
    for number, slot in enumerate(free_slots(plan)[:20]):
        people = range(AT_ONCE * number, AT_ONCE * (number + 1))
        presses = [(wire, booking(slot, one)) for wire, one in zip(wires, people, strict=True)]
        told = Counter(reply.json.get("refused", "booked") for reply in all_at_once(presses))
        assert told == {"booked": slot.places, "slot_full": AT_ONCE - slot.places}


def test_one_person_on_eight_phones_books_a_service_once(serving: Serve) -> None:
    plan = read_hall(serving.hall.path).plan
    wires = [serving.wire() for _ in range(AT_ONCE)]
    slots = [one for one in free_slots(plan)[20:] if one.places >= 1][:AT_ONCE]
    same_day = [one for one in slots if one.starts_at - slots[0].starts_at < 9 * 3_600_000]
    presses = [
        (wire, booking(same_day[place % len(same_day)], 999_999))
        for place, wire in enumerate(wires)
    ]
    told = Counter(reply.json.get("refused", "booked") for reply in all_at_once(presses))
    assert told["booked"] == 1
    assert told["service_booked_before"] + told["slot_full"] == AT_ONCE - 1


def test_the_journal_of_the_rush_is_whole(serving: Serve) -> None:
    assert verify(serving.hall.journal, lambda _done: None).problem == ""
