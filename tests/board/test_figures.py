"""The day's figures: rounded against the hall, a dash where there is nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_board.figures import NONE, counted, minutes, share
from hallctl.core.views import Counts


def test_a_share_is_rounded_down_beside_its_numbers():
    assert (share(182, 190).percent, share(182, 190).of) == ("95%", "182 / 190")


def test_a_share_of_nothing_is_a_dash():
    assert (share(0, 0).percent, share(0, 0).of, share(0, 0).drawn) == (NONE, "", 0.0)


@settings(deadline=None)
@given(st.integers(1, 10_000), st.data())
def test_a_share_is_never_flattered(whole, data):
    part = data.draw(st.integers(0, whole))
    percent = int(share(part, whole).percent.rstrip("%"))
    assert percent * whole <= part * 100 < (percent + 1) * whole
    assert (percent == 100) == (part == whole)


@pytest.mark.parametrize(("seconds", "told"), [(None, None), (0, 0), (1, 1), (60, 1), (61, 2)])
def test_a_wait_is_rounded_up_to_minutes(seconds, told):
    assert minutes(seconds) == told


def test_a_fresh_day_has_dashes():
    told = counted(Counts())
    assert [told[one] for one in ("on_time", "average", "satisfied")] == [NONE] * 3
    assert told["served"] == told["waiting"] == "0"
    assert told["on_time_tone"] == "soft"


@pytest.mark.parametrize(("within", "tone"), [(90, "good"), (89, "warn")])
def test_nine_in_ten_is_good(within, tone):
    assert counted(Counts(called=100, within_target=within))["on_time_tone"] == tone
