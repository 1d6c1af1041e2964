"""When a dossier would be due, asked before it is received: the same answer that reception gives."""

from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator

from tests.hall_clients import Reply, wish
from tests.web.hall_at_work import HallAtWork
from tests.web.working_hall import FIVE_DAYS, NINE_O_CLOCK, TurnedClock

HOUR = 3_600_000


@pytest.fixture(scope="module")
def still_hall(tmp_path_factory: pytest.TempPathFactory) -> Any:
    hall = HallAtWork(tmp_path_factory.mktemp("due") / "hall", TurnedClock())
    yield hall
    hall.close()


def due(hall: HallAtWork, procedure: str = FIVE_DAYS, **asked: object) -> Reply:
    query = f"?{urlencode(asked)}" if asked else ""
    return hall.wire_with("").get(f"/api/procedures/{procedure}/due{query}")


def test_what_is_foreseen_is_what_is_promised(still_hall: HallAtWork) -> None:
    for asked in ({}, {"channel": "online"}, {"complete_at": NINE_O_CLOCK - 20 * HOUR}):
        foreseen = due(still_hall, **asked).json
        received = still_hall.wire().ask(wish("ReceiveDossier", procedure=FIVE_DAYS, **asked))
        assert received.json["events"][-1]["due_at"] == foreseen["due_at"]


def test_the_steps_are_told_in_both_languages_and_end_with_the_due_time(
    still_hall: HallAtWork,
) -> None:
    steps = due(still_hall).json["steps"]
    assert [one["kind"] for one in steps][0 :: len(steps) - 1] == ["received", "due"]
    assert steps[0]["words"]["vi"].startswith("Nhận đủ hồ sơ hợp lệ lúc 09:00")
    assert steps[-1]["words"]["en"].startswith("Due at ")
    assert {"kind": "day_off"}.items() <= next(
        one for one in steps if one["kind"] == "day_off"
    ).items(), "24 November is a holiday"


@pytest.mark.parametrize(
    ("procedure", "asked", "refused"),
    [
        ("9.999999", {}, "unknown_procedure"),
        (FIVE_DAYS, {"complete_at": NINE_O_CLOCK + HOUR}, "receipt_in_the_future"),
        (FIVE_DAYS, {"presented_at": NINE_O_CLOCK, "complete_at": 1}, "complete_before_presented"),
        (FIVE_DAYS, {"due_at": NINE_O_CLOCK - HOUR}, "due_before_receipt"),
        (FIVE_DAYS, {"due_at": NINE_O_CLOCK + 24 * HOUR}, "due_on_a_day_off"),
    ],
)
def test_what_reception_would_refuse_is_refused_before(
    still_hall: HallAtWork, procedure: str, asked: dict[str, object], refused: str
) -> None:
    reply = due(still_hall, procedure, **asked)
    assert (reply.status, reply.json["refused"]) == (409, refused)


@pytest.mark.parametrize("asked", [{"channel": "fax"}, {"complete_at": "noon"}, {"due_at": -1}])
def test_what_is_no_time_and_no_channel_is_named(
    still_hall: HallAtWork, asked: dict[str, object]
) -> None:
    reply = due(still_hall, **asked)
    assert (reply.status, reply.json["field"]) == (422, next(iter(asked)))


def test_asking_receives_nothing(still_hall: HallAtWork) -> None:
    before = still_hall.wire().get("/api/health").json["journal_number"]
    assert due(still_hall).status == 200
    assert still_hall.wire().get("/api/health").json["journal_number"] == before


def test_the_answer_is_as_described(still_hall: HallAtWork) -> None:
    document = still_hall.wire_with("").get("/api/openapi.json").json
    promised = document["paths"]["/api/procedures/{procedure}/due"]["get"]["responses"]["200"]
    schema = promised["content"]["application/json"]["schema"]
    whole = {"$schema": Draft202012Validator.META_SCHEMA["$id"], **schema}
    Draft202012Validator(whole | {"components": document["components"]}).validate(
        due(still_hall).json
    )


def test_a_service_s_procedures_begin_with_those_received_last(still_hall: HallAtWork) -> None:
    def listed(limit: int = 20) -> list[str]:
        query = urlencode({"service": "civil-status", "limit": limit})
        lines = still_hall.wire_with("").get(f"/api/procedures?{query}").json["procedures"]
        assert {line["queue"]["service"] for line in lines} == {"civil-status"}
        return [line["procedure"] for line in lines]

    later = listed(100)[-1]
    received = still_hall.wire().ask(wish("ReceiveDossier", procedure=later, due_at=0))
    assert received.status == 409, "what is refused was not received"
    assert listed()[0] != later
    granted = still_hall.wire().ask(
        wish("ReceiveDossier", procedure=later, due_at=NINE_O_CLOCK + 5 * HOUR)
    )
    assert granted.status == 200, granted
    assert listed()[0] == later
    assert len(listed(5)) == 5
