"""For every kept journal and any cut: the hall as it was packed there goes on to the same hall."""

import shutil
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hallctl.checkpoint.comparing import difference
from hallctl.core.applying import apply_all
from hallctl.core.drawing import Artist
from hallctl.core.events import Event
from hallctl.core.hall import Hall
from hallctl.core.hall.packed_hall import packed, unpacked
from hallctl.core.views import View
from hallctl.journal.reading import JournalReader
from tests.core.one_day import PLAN, link_to
from tests.journal.test_old_days import RELEASES


@pytest.fixture(scope="module", params=RELEASES, ids=lambda kept: kept.stem)
def facts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """All that happened in a kept journal."""
    path = tmp_path_factory.mktemp("kept") / "hall.db"
    shutil.copy(request.param, path)
    with closing(JournalReader(path)) as journal:
        return list(journal.events())


def hall_of(facts: list[Event], begun: Hall | None = None) -> Hall:
    hall = begun or Hall()
    apply_all(hall, facts)
    return hall


def views(hall: Hall) -> Iterator[View | None]:
    """Every view that an artist draws of it."""
    artist, at = Artist(hall, PLAN, link_to), hall.last_at
    yield from (artist.kiosk(at, "kiosk-1"), artist.board(at), artist.runs(at))
    for counter in PLAN.counters:
        yield from (draw(at, counter.counter) for draw in (artist.counter, artist.sign, artist.pad))
    yield from (artist.ticket(at, ticket) for ticket in hall.tickets)
    yield from (artist.dossier(at, dossier) for dossier in hall.dossiers.every)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(share=st.floats(0, 1))
def test_a_hall_packed_at_any_fact_goes_on_to_the_same_hall(
    facts: list[Event], share: float
) -> None:
    cut = round(share * len(facts))
    whole = hall_of(facts)
    resumed = hall_of(facts[cut:], unpacked(packed(hall_of(facts[:cut]))))
    assert list(views(resumed)) == list(views(whole))
    assert difference(whole, resumed) == ""


def test_packing_is_the_same_however_often(facts: list[Event]) -> None:
    once = packed(hall_of(facts))
    again = unpacked(once)
    assert packed(again) == once
    assert list(again.dossiers.every.values()) == list(hall_of(facts).dossiers.every.values())
    assert packed(again) == once, "what was asked for is packed as it was"
