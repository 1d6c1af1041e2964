"""Applicants are forgotten so many days after their dossier ended, and not a day before."""

from pathlib import Path

import pytest

from hallctl.applicants.forgetting import MS_A_DAY, forget_in_time
from hallctl.core.dossier_life import DOSSIER_LIFE, DossierState
from tests.applicants.people import DIEM, LAN, store_in
from tests.dossiers.desk import Desk, dossier_in

KEEP_DAYS = 90


@pytest.mark.parametrize("state", DossierState)
def test_only_what_has_ended_is_forgotten_and_only_in_time(
    tmp_path: Path, state: DossierState
) -> None:
    desk, store = Desk(), store_in(tmp_path)
    dossier = dossier_in(desk, state)
    store.keep(dossier.dossier, DIEM, LAN)
    last = dossier.state_since + KEEP_DAYS * MS_A_DAY - 1
    assert forget_in_time(store, desk.day.hall, KEEP_DAYS, last) == ()
    ended = () if DOSSIER_LIFE[state] else (dossier.dossier,)
    assert forget_in_time(store, desk.day.hall, KEEP_DAYS, last + 1) == ended
    assert (store.of(dossier.dossier, LAN) is None) == bool(ended)
    store.close()


def test_a_deletion_on_schedule_is_recorded(tmp_path: Path) -> None:
    desk, store = Desk(), store_in(tmp_path)
    dossier = dossier_in(desk, DossierState.RETURNED)
    store.keep(dossier.dossier, DIEM, LAN)
    forget_in_time(store, desk.day.hall, 0, dossier.state_since)
    *_, last = store.looks(dossier.dossier)
    assert (last.act, last.official, last.detail) == ("deleted", "schedule", "0 days after the end")
    store.close()


def test_the_applicant_of_a_dossier_that_the_hall_does_not_know_stays(tmp_path: Path) -> None:
    desk, store = Desk(), store_in(tmp_path)
    store.keep("H99-260101-0001", DIEM, LAN)
    assert forget_in_time(store, desk.day.hall, 0, 2**50) == ()
    store.close()
