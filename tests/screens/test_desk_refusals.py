"""Every refusal that a dossier may meet at the panel has a kind sentence in both languages."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_display.back_office_refusals import BACK_OFFICE_REFUSALS
from counter_display.desk.refusing import DESK_REFUSALS, Refusing
from counter_display.panel_view_model import WORDS
from counter_display.wording import PANEL_REFUSALS
from hallctl.core.dossier_life import DossierState
from hallctl.core.refusals import Refusal
from hallctl.station.link.answering import Answer
from hallctl.station.preferences import Preferences
from tests.fakes.sample_views import NINE_O_CLOCK
from tests.test_docs import refusals_raised

pytestmark = pytest.mark.screens

AT = NINE_O_CLOCK
DETAILS: dict[str, Any] = {
    "state": "finished",
    "step": "forward",
    "where": "Công an tỉnh",
    "here_from": "2026-12-01",
    "part": "day",
    "dossier": "H15.50-261123-0001",
    "holiday": "Quốc khánh",
    "latest_at": AT,
    "was_due_at": AT,
    "due_at": AT,
}


def words(language: str, code: str, **details: Any) -> str:
    preferences = Preferences(WORDS)
    preferences.choose_language(language)
    refusing = Refusing(preferences, lambda: "Asia/Ho_Chi_Minh")
    return refusing.words(Answer(refused=code, details=details))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_is_told_in_words_of_its_own(qtbot: QtBot, language: str) -> None:
    for code in sorted({*DESK_REFUSALS, *BACK_OFFICE_REFUSALS}):
        told = words(language, code, **DETAILS)
        assert told != words(language, "nothing_anybody_knows"), code
        assert told.endswith(".")
        assert code not in told
        assert "{" not in told
        assert words(language, code), f"{code} without its details is told all the same"


def test_no_refusal_of_a_dossier_is_without_words() -> None:
    about_dossiers = {
        Refusal.NO_PRINTER,
        Refusal.UNKNOWN_SLIP,
        *(one for one in Refusal if "dossier" in one or "due" in one or "procedure" in one),
        Refusal.NO_AGENCY_CODE,
        Refusal.UNKNOWN_TERM,
        Refusal.UNKNOWN_DEPARTMENT,
        Refusal.ALREADY_REAPPOINTED,
        Refusal.TOO_LATE_TO_REAPPOINT,
        Refusal.COMPLETE_BEFORE_PRESENTED,
        Refusal.RECEIPT_IN_THE_FUTURE,
    }
    raised = {Refusal[name] for name in refusals_raised()}
    worded = DESK_REFUSALS | PANEL_REFUSALS | set(BACK_OFFICE_REFUSALS)
    elsewhere = {Refusal.NOT_DUE_YET, Refusal.DOSSIER_NOT_READY, Refusal.DOSSIER_HAS_NUMBER}
    """The hall itself and the kiosk meet these."""
    assert about_dossiers & raised <= worded | elsewhere


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("part", ["shape", "agency", "day", "serial", "link"])
def test_a_damaged_code_is_told_where_to_look(qtbot: QtBot, part: str, language: str) -> None:
    told = words(language, Refusal.DOSSIER_CODE_DAMAGED, part=part)
    others = {words(language, Refusal.DOSSIER_CODE_DAMAGED, part=one) for one in ("shape", "day")}
    assert told
    assert len(others) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("state", DossierState)
def test_every_state_has_a_name_in_a_refusal(
    qtbot: QtBot, state: DossierState, language: str
) -> None:
    assert words(language, Refusal.DOSSIER_NOT_ALLOWED, state=state.value)


def test_times_are_told_by_the_hall_s_clock(qtbot: QtBot) -> None:
    assert "09:00 20/11/2026" in words("vi", Refusal.DUE_AFTER_TERM, latest_at=AT)


def test_a_procedure_handled_elsewhere_says_where_or_from_when(qtbot: QtBot) -> None:
    elsewhere = Refusal.PROCEDURE_ELSEWHERE
    assert "Công an tỉnh" in words("vi", elsewhere, where="Công an tỉnh")
    assert "01/12/2026" in words("vi", elsewhere, where="", here_from="2026-12-01")
    assert words("en", elsewhere) == "This hall does not take this procedure."
