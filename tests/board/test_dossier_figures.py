"""The day's dossiers in figures, as the board words them."""

import pytest

from hall_board.dossier_figures import department_row, dossier_figures, percent
from hall_board.figures import NONE
from hallctl.core.plan import Words
from hallctl.core.views import DepartmentCounts, DossierCounts


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(65609, 65731, "99,81%"), (122, 65731, "0,19%"), (1, 1, "100,00%"), (0, 3, "0,00%")],
)
def test_a_share_has_two_decimals_as_reports_print_it(part, whole, told):
    assert percent(part, whole) == told


def test_a_share_of_nothing_is_a_dash():
    assert percent(0, 0) == NONE
    told = dossier_figures(DossierCounts(received=3))
    assert (told["in_time"], told["in_time_of"], told["in_time_tone"]) == (NONE, "", "soft")


def test_early_ones_are_in_time_too():
    told = dossier_figures(DossierCounts(finished_early=7, finished_on_time=2, finished_late=1))
    assert (told["in_time"], told["in_time_of"], told["late"]) == ("90,00%", "9 / 10", "1")
    assert told["in_time_tone"] == "warn"


def test_a_department_without_a_name_is_worded_by_the_board():
    assert department_row(DepartmentCounts(department="", name=Words("")), "en")["is_other"]
    counts = DepartmentCounts(department="tax", name=Words("Thuế"), finished_in_time=2)
    row = department_row(counts, "en")
    assert (row["name"], row["in_time_of"], row["tone"]) == ("Thuế", "2 / 2", "good")
