"""Which edition of the forms applies, and that what was released stays as it was."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from hallctl.forms import drawing
from hallctl.forms.drawing import NUMBERS, Form, draw_form
from hallctl.forms.editions import EDITIONS, Edition, edition_on
from hallctl.forms.errors import FormError
from hallctl.forms.examples import examples
from tests.forms.pdf import needs_poppler, words_on

RELEASED = Path(__file__).parent / "released"
EARLIER = Edition(date(2018, 1, 8), "an earlier circular")
LATER = Edition(date(2030, 1, 1), "a later circular")
THREE = (EARLIER, *EDITIONS, LATER)


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2018, 1, 8), EARLIER),
        (date(2025, 9, 14), EARLIER),
        (date(2025, 9, 15), EDITIONS[0]),
        (date(2029, 12, 31), EDITIONS[0]),
        (date(2030, 1, 1), LATER),
    ],
)
def test_the_edition_is_that_of_the_day(day: date, edition: Edition) -> None:
    assert edition_on(day, THREE) == edition


def test_a_day_before_the_first_edition_is_refused() -> None:
    with pytest.raises(FormError, match="2017-06-01"):
        edition_on(date(2017, 6, 1), THREE)


def test_editions_stand_in_order_and_have_their_templates() -> None:
    assert list(EDITIONS) == sorted(EDITIONS)
    for edition in EDITIONS:
        folder = Path(drawing.__file__).parent / "templates" / edition.folder
        assert {path.stem for path in folder.glob("0*.typ")} == set(NUMBERS.values())
        assert (RELEASED / edition.folder).is_dir()


def test_a_form_from_before_the_first_edition_is_not_drawn() -> None:
    form = examples()[0]
    heading = msgspec.structs.replace(form.heading, issued=date(2025, 9, 14))
    with pytest.raises(FormError, match="no edition"):
        draw_form(msgspec.structs.replace(form, heading=heading))


@needs_poppler
@pytest.mark.parametrize("form", examples(), ids=lambda form: NUMBERS[type(form)])
def test_a_released_form_says_what_it_said(form: Form) -> None:
    """A change of words on purpose is a new edition, or a correction kept by `keep.py`."""
    released = RELEASED / EDITIONS[-1].folder / f"{NUMBERS[type(form)]}.txt"
    assert words_on(draw_form(form)).split() == released.read_text("utf-8").split()
