"""The API against its own description: whatever fits it, or doesn't, is never answered with 5xx."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode

from tests.thorough import times
from tests.web.hall_at_work import HallAtWork

EXAMPLES = times(3, 5, "HALL_FUZZ")
"""For each operation, each asked by every caller; ``make fuzz`` asks for many more."""
CALLERS = ("nobody", "kiosk-1", "counter-1", "admin")
Headers = dict[str, str]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallAtWork]:
    hall = HallAtWork(tmp_path_factory.mktemp("fuzzed-api") / "hall")
    hall.open("1", "2")
    yield hall
    hall.close()


@pytest.fixture(scope="module")
def operations(hall: HallAtWork) -> list[Any]:
    url = f"http://127.0.0.1:{hall.port}/api/openapi.json"
    schema = schemathesis.openapi.from_url(url)
    return [found.ok() for found in schema.get_all_operations()]


@pytest.fixture(scope="module")
def callers(hall: HallAtWork) -> dict[str, Headers]:
    tokens = {one: hall.token("" if one == "admin" else one) for one in CALLERS[1:]}
    signed = {one: {"Authorization": f"Bearer {token}"} for one, token in tokens.items()}
    return {CALLERS[0]: {}, **signed}


def test_whatever_is_asked_is_never_a_fault_of_ours(
    hall: HallAtWork, operations: list[Any], callers: dict[str, Headers]
) -> None:
    asked: set[tuple[str, str]] = set()
    for operation in operations:
        ask(operation, callers, asked, GenerationMode.POSITIVE)
        if operation.body or operation.query or operation.path_parameters:
            with suppress(Unsatisfiable):  # where every text fits, none is wrong
                ask(operation, callers, asked, GenerationMode.NEGATIVE)
    assert len(asked) == len(operations) * len(callers)
    assert len(operations) > 10
    assert hall.wire().get("/api/health").json["status"] == "ok"


def ask(
    operation: Any,
    callers: dict[str, Headers],
    asked: set[tuple[str, str]],
    mode: GenerationMode,
) -> None:
    """Thinking of what to ask takes longer than asking: everybody asks the same."""

    @seed(2026)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def once(case: Any) -> None:
        for caller, headers in callers.items():
            asked.add((f"{operation.method} {operation.path}", caller))
            answer = case.call(headers=headers, timeout=20)
            assert answer.status_code < 500, (caller, answer.status_code, case.as_curl_command())

    once()
