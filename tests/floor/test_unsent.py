"""What could not be sent stands among the alerts of the live hall, in both languages, with what to do."""

from typing import get_args

import pytest

from hallctl.core.drawing.hall_drawing import hall_view
from hallctl.core.drawing.unsent import Unsent, with_unsent
from hallctl.core.hall import Hall
from hallctl.core.views.hall_views import AlertKind
from hallctl.reports.saying import Saying
from hallctl.web.floor.floor_words import ICONS, FloorFace
from hallctl.web.site import WORDS
from tests.core.one_day import PLAN

AT = 1_795_747_200_000
HOUR = 3_600_000
VIEW = hall_view(Hall(), PLAN, AT)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whoever_runs_the_hall_reads_what_was_not_sent_and_what_to_do(language: str) -> None:
    found = (
        Unsent("reports_unsent", 2, AT - 3 * HOUR),
        Unsent("webhooks_unsent", 1240, AT - HOUR),
    )
    reports, webhooks = FloorFace(
        with_unsent(VIEW, found), PLAN, Saying(language, PLAN.timezone)
    ).alerts
    assert reports.what.startswith("2 ")
    assert webhooks.what.startswith(("1.240 ", "1,240 "))
    assert reports.do
    assert webhooks.do
    titles = WORDS[language]
    assert titles["sent_title"] in reports.do
    assert titles["webhooks_title"] in webhooks.do


def test_nothing_unsent_is_no_alert() -> None:
    none = (Unsent("reports_unsent", 0, 0), Unsent("webhooks_unsent", 0, 0))
    assert with_unsent(VIEW, none) is VIEW


def test_every_alert_has_its_picture_and_its_words() -> None:
    kinds = set(get_args(AlertKind))
    assert set(ICONS) == kinds
    for language in ("vi", "en"):
        for kind in kinds - {"rule"}:
            assert WORDS[language][f"alert_{kind}"]
            assert WORDS[language][f"alert_{kind}_do"]
